#include "given.h"

/// Texts that are short to write and long to compute when done naively.
namespace accord::agreement {
namespace {

constexpr int depth = 20000;

std::string n(int i) {
  return std::to_string(i);
}

TEST(Chains, LongChainsOfDaysMeasuresAndTermsAreJudged) {
  std::string items =
      "party a \"A\" event e \"E\" day d0 = 2020-01-01 measure m0 \"m\" amount kg "
      "measure one \"1\" amount kg ";
  for (int i = 1; i < depth; ++i) {
    items += "day d" + n(i) + " = d" + n(i - 1) + " + 1 day\n";
    items += "measure m" + n(i) + " \"m\" amount kg = m" + n(i - 1) + " + one\n";
    items += "term T" + n(i) +
             " \"t\" { obliges a verifier none from 2020-01-01 without end limit one <= 1 kg ";
    if (i > 1) items += "while T" + n(i - 1) + " is met ";
    items += "}\n";
  }
  const std::string last = n(depth - 1);
  items += "term T \"t\" { obliges a verifier none from 2020-01-01 without end limit m" + last +
           " <= " + last + " kg while T" + last + " is met unless event e }\n";
  items += "term LATE \"t\" { obliges a verifier none from d" + last +
           " without end limit one <= 1 kg }\n";
  const Given g(items, {"m0 = 0 kg on 2020-01-01", "one = 1 kg on 2020-01-01"});
  const Evaluator e = g.evaluator();
  EXPECT_EQ(e.day("d" + last, d("2020-01-01")), d("2020-01-01") + (depth - 1));
  EXPECT_EQ(e.state({"T", ""}, d("2020-02-01"), d("2020-02-01")), State::met);
  EXPECT_EQ(e.state({"LATE", ""}, d("2020-02-01"), d("2020-02-01")), State::not_in_force);
  EXPECT_FALSE(e.change_days({"T", ""}, d("2019-01-01"), d("2020-02-01"), d("2020-02-01")).empty());
}

TEST(Chains, WhatIsNamedTwiceIsComputedOnce) {
  std::string items =
      "party a \"A\" event e \"E\" day d0 = own event e day u0 = event e measure m0 \"m\" amount "
      "kg ";
  for (int i = 1; i < 60; ++i) {
    const std::string before = n(i - 1);
    items += "day d" + n(i) + " = earliest(d" + before + ", d" + before + ") + 1 day\n";
    items += "day u" + n(i) + " = latest(u" + before + ", u" + before + ")\n";
    items += "measure m" + n(i) + " \"m\" amount kg = m" + before + " + m" + before + "\n";
    items += "measure s" + n(i) + " \"s\" amount % = m" + before + " / m" + before + "\n";
  }
  items +=
      R"(term T "t" { obliges a verifier none from d59 without end limit m40 <= 1099511627776 kg limit s50 == 100 % }
              term U "t" { obliges a verifier none from u59 without end limit s50 == 100 % })";
  const Given g(items, {"event e on 2020-01-01", "m0 = 1 kg on 2020-01-01"});
  EXPECT_EQ(g.on("2020-02-28"), "not_in_force");
  EXPECT_EQ(g.on("2020-02-29"), "met");
  EXPECT_EQ(g.finding("2020-03-01").rules.at(0).comparison->value_shown,
            "1099511627776 kg");  // 2^40
  EXPECT_EQ(g.finding("2020-03-01").rules[0].evidence.size(), 1U);
  EXPECT_EQ(g.finding("2019-12-31", {}, "U").reason, "start day not known: “E” is not on record");
}

TEST(Chains, WhatManyDaysRestOnIsNamedOnceInTheOrderOfTheText) {
  std::string items = "party a \"A\" measure m \"m\" amount kg day d0 = event e0 ";
  std::vector<std::string> facts;
  constexpr int events = 2000;
  for (int i = 0; i < events; ++i) {
    items += "event e" + n(i) + " \"E" + n(i) + "\" ";
    if (i > 0) items += "day d" + n(i) + " = latest(d" + n(i - 1) + ", event e" + n(i) + ", d0)\n";
    facts.push_back("event e" + n(i) + " on 2020-01-01");
  }
  items +=
      "event x \"X\" event y \"Y\" event z \"Z\" day xy = latest(event x, event y) "
      "day yz = latest(event y, event z) ";
  const std::string rest = " without end limit m <= 1 kg }\n";
  items += "term T \"t\" { obliges a verifier none from d" + n(events - 1) + rest;
  items += "term U \"t\" { obliges a verifier none from latest(xy, yz, event e0)" + rest;
  const Given g(items, facts);
  const Finding found = g.finding("2020-02-01");
  ASSERT_EQ(found.basis.size(), static_cast<std::size_t>(events));
  for (std::uint32_t i = 0; i < events; ++i) EXPECT_EQ(found.basis[i].origin, i);
  EXPECT_EQ(
      g.finding("2020-02-01", {}, "U").reason,
      "start day not known: “X” is not on record; “Y” is not on record; “Z” is not on record");
}

TEST(Chains, ACircleOfConditionsEndsAndEachOfItsTermsHasTheDaysOfAll) {
  const Given g(
      "party a \"A\" measure m \"m\" amount kg "
      "term T \"t\" { obliges a verifier none from 2020-01-01 without end limit m <= 1 kg while U "
      "is met } "
      "term U \"t\" { obliges a verifier none from 2020-02-01 without end limit m <= 1 kg while V "
      "is met } "
      "term V \"t\" { obliges a verifier none from 2020-03-01 without end limit m <= 1 kg while U "
      "is met } "
      "term W \"t\" { obliges a verifier none from 2020-04-01 without end limit m <= 1 kg }");
  const Evaluator e = g.evaluator();
  const auto days = [&](const char* term) {
    return e.change_days({term, ""}, d("2019-01-01"), d("2021-01-01"), d("2021-01-01"));
  };
  const std::vector<Day> circle{d("2020-02-01"), d("2020-03-01")};
  const std::vector<Day> all{d("2020-01-01"), d("2020-02-01"), d("2020-03-01")};
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(days("T"), all);
    EXPECT_EQ(days("U"), circle);
    EXPECT_EQ(days("V"), circle);
    EXPECT_EQ(days("W"), std::vector<Day>{d("2020-04-01")});
  }
}

}  // namespace
}  // namespace accord::agreement
