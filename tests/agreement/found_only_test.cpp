#include <gmock/gmock.h>

#include "given.h"

/// With found records only, an older found record does not speak for the day of
/// a later one that was left out, and what may have been done is not missing.
namespace accord::agreement {
namespace {

using ::testing::HasSubstr;

constexpr const char* items = R"(
    party a "A"
    body v "Verifier"
    site north "North"
    measure stock "stock" amount kg
    measure other "other stock" amount kg
    measure sum "both" amount kg = stock + other
    measure water "water" flow t
    measure work "work" activity
    measure guard "guard" activity
    event paid "Paid"
    event asked "Asked"
    term T "T" { obliges a verifier v from 2020-01-01 without end )";

/// The rule with these facts, of which the last was recalled.
Given last_recalled(const std::string& rule, const std::vector<std::string>& facts) {
  Given g(items + rule + " }", facts);
  Header* last = nullptr;
  const auto look = [&](auto& list) {
    for (auto& r : list)
      if (r.head.origin + 1 == g.records.origins.size()) last = &r.head;
  };
  look(g.records.observations);
  look(g.records.events);
  if (last != nullptr) last->trace = Trace::recalled;
  EXPECT_NE(last, nullptr);
  g.options.found_only = true;
  return g;
}

TEST(FoundOnly, AFoundFigureDoesNotSpeakForALaterRecalledOne) {
  const Given g = last_recalled(
      "limit stock <= 100 kg",
      {"stock = 90 kg on 2020-02-01", "stock = 95 kg on 2020-05-01 known 2020-06-01"});
  EXPECT_EQ(g.on("2020-04-30"), "met");
  EXPECT_EQ(g.on("2020-05-31"), "met");  // the later one is not known yet
  const Finding f = g.finding("2020-06-01");
  EXPECT_EQ(f.state, State::no_value);
  EXPECT_THAT(f.rules.at(0).reason, HasSubstr("2020-05-01"));
  ASSERT_TRUE(f.last_known);
  EXPECT_EQ(f.last_known->state, State::met);
  EXPECT_EQ(f.last_known->valid, d("2020-02-01"));
}

TEST(FoundOnly, ALaterFoundFigureSpeaksAgain) {
  Given g = last_recalled("limit stock <= 100 kg",
                          {"stock = 90 kg on 2020-02-01", "stock = 105 kg on 2020-08-01",
                           "stock = 95 kg on 2020-05-01"});
  EXPECT_EQ(g.on("2020-07-31"), "no_value");
  EXPECT_EQ(g.on("2020-08-01"), "exceeded");
  g.options.found_only = false;
  EXPECT_EQ(g.on("2020-07-31"), "met");
}

TEST(FoundOnly, APartOfASumIsMissing) {
  const std::vector<std::string> facts{"stock = 60 kg on 2020-02-01", "other = 50 kg on 2020-02-01",
                                       "other = 10 kg on 2020-05-01"};
  EXPECT_EQ(last_recalled("limit sum <= 100 kg", facts).on("2020-05-01"), "no_value");
  EXPECT_EQ(last_recalled("limit sum <= 50 kg", facts).on("2020-05-01"),
            "exceeded");  // 60 kg alone
}

TEST(FoundOnly, AYesOrNoDoesNotSpeakForALaterRecalledOne) {
  const Given guard =
      last_recalled("require guard", {"guard yes on 2020-02-01", "guard no on 2020-05-01"});
  EXPECT_EQ(guard.on("2020-04-30"), "met");
  EXPECT_EQ(guard.on("2020-05-01"), "no_value");
  const Given work =
      last_recalled("prohibit work", {"work yes on 2020-02-01", "work no on 2020-05-01"});
  EXPECT_EQ(work.on("2020-04-30"), "exceeded");
  const Finding f = work.finding("2020-05-01");
  EXPECT_EQ(f.state, State::no_value);
  ASSERT_TRUE(f.last_known);
  EXPECT_EQ(f.last_known->state, State::exceeded);
}

TEST(FoundOnly, AFlowIsAtLeastWhatWasFound) {
  const std::vector<std::string> facts{"water = 6 t on 2020-02-01", "water = 6 t on 2020-02-20"};
  EXPECT_EQ(last_recalled("limit water per month <= 10 t", facts).on("2020-02-28"), "no_value");
  EXPECT_EQ(last_recalled("limit water per month <= 5 t", facts).on("2020-02-28"), "exceeded");
  EXPECT_EQ(last_recalled("limit water per month >= 10 t", facts).on("2020-03-31"), "no_value");
  // A sum with a missing part is never met (chapter 5.3).
  EXPECT_NE(last_recalled("limit water per month >= 5 t", facts).on("2020-02-28"), "exceeded");
}

TEST(FoundOnly, WhatMayHaveBeenDoneIsNotOverdue) {
  const Given g = last_recalled("duty paid by 2020-03-01", {"event paid on 2020-02-20"});
  EXPECT_EQ(g.on("2020-03-01"), "not_due");
  const Finding f = g.finding("2020-03-02");
  EXPECT_EQ(f.state, State::no_value);
  EXPECT_THAT(f.rules.at(0).reason, HasSubstr("left out"));
  Given none = last_recalled("duty paid by 2020-03-01", {"event asked on 2020-02-20"});
  EXPECT_EQ(none.on("2020-03-02"), "overdue");
}

}  // namespace
}  // namespace accord::agreement
