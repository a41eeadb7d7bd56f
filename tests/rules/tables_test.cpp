#include <gmock/gmock.h>

#include "rules/state.h"

namespace accord::accounting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Read {
  StateTables tables;
  Profile profile = formats::code10_profile();
  std::vector<Problem> problems;

  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Problem& p : problems) out.push_back(p.code);
    return out;
  }
};

Read state(std::string_view json) {
  Read out;
  formats::read_state(json, "state.json", out.tables, out.profile, out.problems);
  return out;
}

TEST(StateFile, NamesCountryDaysAndAreas) {
  const Read read = state(R"({"country": "ZZ", "initial_inventory": "2022-12-31",
      "assessment_day": "2026-01-25", "mbas": [{"mba": "ZZU1", "facility": "ZZTR",
      "unified_uranium": true, "pit_dates": ["2024-10-31", "2023-10-31"]}]})");
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(read.tables.country, "ZZ");
  EXPECT_EQ(read.tables.initial_inventory, parse_day("2022-12-31"));
  EXPECT_EQ(read.tables.assessment_day, parse_day("2026-01-25"));
  ASSERT_EQ(read.tables.areas.size(), 1U);
  EXPECT_TRUE(read.tables.areas[0].unified);
}

TEST(StateFile, ItsValuesComeInPlaceOfThoseOfTheProfile) {
  const Read read = state(R"({"country": "ZZ", "profile": {"natural_uranium_high": "0.0075",
      "muf_limit_sigma": 2, "item_forms": "BD"}})");
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(read.profile.natural_high.value, (Decimal{75, 4}));
  EXPECT_EQ(read.profile.natural_high.source, "state.json");
  EXPECT_EQ(read.profile.muf_limit_sigma.value, (Decimal{2, 0}));
  EXPECT_EQ(read.profile.item_forms, "BD");
  EXPECT_EQ(read.profile.natural_low.value, (Decimal{70, 4}));
}

TEST(StateFile, NamesEveryMistake) {
  EXPECT_THAT(state("[1]").codes(), ElementsAre("W003"));
  EXPECT_THAT(state("{").codes(), ElementsAre("W003"));
  EXPECT_THAT(
      state(R"({"country": 5, "today": "x", "mbas": [3, {"mba": "A", "pit_dates": ["2023"]}],
      "profile": {"muf_limit_sigma": "2.5"}})")
          .codes(),
      ElementsAre("W007", "W007", "W007", "W007", "W005"));
  EXPECT_THAT(state("{\"mbas\": [{}]}").codes(), ElementsAre("W006"));
}

TEST(StateFile, WhatIsNullOrLeftOutIsNotKnown) {
  for (const std::string_view text :
       {"{}", R"({"country": null, "profile": null, "entry_into_force": null, "holidays": null,
                  "initial_inventory": null, "assessment_day": null, "materials": null,
                  "mbas": [{"mba": "A", "facility": null, "name": null,
                            "unified_uranium": null, "pit_dates": null}]})"}) {
    const Read read = state(text);
    EXPECT_THAT(read.codes(), IsEmpty()) << text;
    EXPECT_EQ(read.tables.country, "");
    EXPECT_FALSE(read.tables.assessment_day);
    EXPECT_EQ(read.profile.id, "iaea-code10-labelled-2011");
  }
}

TEST(StateFile, AKeyThatIsThereTwiceAndTextThatIsNoJsonAreNamed) {
  EXPECT_THAT(state(R"({"country": "ZZ", "country": "YY"})").codes(), ElementsAre("W005"));
  EXPECT_THAT(state(R"({"mbas": [{"mba": "A"}, {"mba": "B"}]})").codes(), IsEmpty());
  EXPECT_THAT(state(R"({"mbas": [{"mba": "A"}, {"mba": "B"}, {"mba": "A"}]})").codes(),
              ElementsAre("W005"));
  const Read read = state("{\n  \"country\": \"ZZ\"\n  \"mbas\": []\n}\n");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].place.line, 3U);
  EXPECT_EQ(read.problems[0].message, "this is not JSON from here on");
}

TEST(Notices, AreFoundByAreaBatchAndDirection) {
  Read read;
  formats::read_notices(
      "direction,mba,batch,partner,date\nin,ZZF1,B2,YY,2023-01-10\n"
      "out,ZZF1,B1,YY,\nsideways,ZZF1,B3,YY,\nin,,B4,YY,\n",
      "notices.csv", read.tables, read.problems);
  read.tables.sort();
  EXPECT_THAT(read.codes(), ElementsAre("I011", "I007"));
  EXPECT_TRUE(read.tables.has_notice(true, "ZZF1", "B2"));
  EXPECT_TRUE(read.tables.has_notice(false, "ZZF1", "B1"));
  EXPECT_FALSE(read.tables.has_notice(true, "ZZF1", "B1"));
  EXPECT_FALSE(read.tables.has_notice(true, "ZZF2", "B2"));
}

TEST(SpecialReports, AreFoundByAreaBatchAndCode) {
  Read read;
  formats::read_special_reports(
      "id,mba,batch,date,kind\nS2,ZZL1,B2,2023-01-10,GA\n"
      "S1,ZZL1,B1,,LA\n",
      "special_reports.csv", read.tables, read.problems);
  read.tables.sort();
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_TRUE(read.tables.has_special_report("ZZL1", "B1", code("LA")));
  EXPECT_FALSE(read.tables.has_special_report("ZZL1", "B1", code("GA")));
}

TEST(Uncertainties, OfOneWeightAreStatedOnce) {
  Read read;
  formats::read_uncertainties(
      "kind,mba,label,sigma_g,u_shipper,u_receiver\n"
      "MUF,A,610,1,,\nSR,A,610,,0.1,0.1\nMUF,B,610,1,,\nMUF,A,610,2,,\n",
      "uncertainty.csv", read.tables, read.problems);
  ASSERT_THAT(read.codes(), ElementsAre("I014"));
  EXPECT_EQ(read.problems[0].message, "MUF of A 610 appears twice: first on line 2");
  EXPECT_EQ(read.problems[0].place.line, 5U);
}

TEST(Uncertainties, AreExact) {
  Read read;
  formats::read_uncertainties(
      "kind,mba,label,sigma_g,u_shipper,u_receiver\n"
      "MUF,ZZC1,610,12000.000000,,\nSR,ZZF1,630,,0.0003,0.0004\n"
      "MUF,ZZC1,611,1,,\nMUF,ZZC1,620,-1,,\nSR,ZZF1,670,,0.0003,\n",
      "uncertainty.csv", read.tables, read.problems);
  EXPECT_THAT(read.codes(), ElementsAre("I011", "I008", "I007"));
  ASSERT_EQ(read.tables.muf.size(), 1U);
  EXPECT_EQ(read.tables.muf[0].sigma.micrograms, 12'000'000'000);
  ASSERT_EQ(read.tables.transfers.size(), 1U);
  EXPECT_EQ(read.tables.transfers[0].receiver, (Decimal{4, 4}));
}

}  // namespace
}  // namespace accord::accounting
