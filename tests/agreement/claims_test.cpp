#include "claims/claims.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agreement/model/units.h"

namespace accord::claims {
namespace {

using Kind = ClaimMeaning::Kind;

Day d(std::string_view text) {
  return parse_day(text).value();
}

/// Three reports R1, R2, R3 with a stock, a part of it and another, and a limit of 50 kg.
class Claims : public testing::Test {
 protected:
  Claims() {
    report("R1", "2020-01-01", "100.0", "60.0", "40.0");
    report("R2", "2020-04-01", "130.5", "70.2", "60.3");
    report("R3", "2020-07-01", "121.4", "91.0", "30.4");
    settings.plain_units["kg_m"] = "kg";
    const auto add = [&](const char* metric, Kind kind, const char* of,
                         std::vector<std::string> less = {}) {
      ClaimMeaning meaning;
      meaning.kind = kind;
      meaning.metric = of;
      meaning.less = std::move(less);
      settings.metrics[metric] = meaning;
    };
    add("stock", Kind::figure, "stock");
    add("rest", Kind::figure, "stock", {"part"});
    add("change", Kind::change, "stock");
    add("multiple", Kind::multiple, "stock");
    add("day", Kind::day, "");
    add("first", Kind::first_excess, "");
    add("kept", Kind::complied_after, "");
    facts.limit = Rational::of(50);
    facts.limit_unit = "kg_m";
    facts.limit_shown = "50 kg_m";
  }

  void report(const char* id, const char* day, const char* stock, const char* part,
              const char* other) {
    records.origins.emplace_back().id = id;
    for (const auto& [metric, value] :
         {std::pair{"stock", stock}, {"part", part}, {"other", other}}) {
      Observation o;
      o.head.valid = o.head.known = d(day);
      o.head.origin = static_cast<std::uint32_t>(records.origins.size() - 1);
      o.metric = metric;
      o.value = parse_decimal(value).value;
      o.unit = "kg_m";
      records.observations.push_back(o);
    }
  }

  ClaimVerdict check(const char* metric, const char* value, const char* unit,
                     const char* about = "R2", const char* text = "") const {
    Claim claim;
    claim.id = "C";
    claim.metric = metric;
    claim.value = value;
    claim.unit = unit;
    claim.about = about;
    claim.text = text;
    return check_claims({claim}, settings, records, {{"C", facts}}, Units({})).front();
  }
  std::string verdict(const char* metric, const char* value, const char* unit,
                      const char* about = "R2", const char* text = "") const {
    const ClaimVerdict v = check(metric, value, unit, about, text);
    return v.fault == ClaimFault::none ? word(v.verdict)
                                       : std::string(word(v.verdict)) + ": " + word(v.fault);
  }

  ClaimSettings settings;
  Records records;
  ClaimFacts facts;
};

TEST_F(Claims, AFigureAsPrintedIsConsistent) {
  EXPECT_EQ(verdict("stock", "130.5", "kg"), "consistent");
  EXPECT_EQ(verdict("stock", "130.50", "kg"), "consistent");
}

TEST_F(Claims, FewerDigitsAreRoundedHalfUpOrCutOff) {
  EXPECT_EQ(verdict("stock", "131", "kg"), "consistent_rounded");
  EXPECT_EQ(verdict("stock", "130", "kg"), "consistent_truncated");
  EXPECT_EQ(verdict("stock", "132", "kg"), "inconsistent: unknown");
}

TEST_F(Claims, APoundIsExactAndConvertedBothWays) {
  // 130.5 / 0.45359237 = 287.7032…
  EXPECT_EQ(verdict("stock", "287.7", "lb"), "consistent");
  EXPECT_EQ(verdict("stock", "288", "lb"), "consistent_rounded");
  EXPECT_EQ(verdict("stock", "287", "lb"), "consistent_truncated");
  // 287.8 lb = 130.5438… kg, which is printed 130.5.
  EXPECT_EQ(verdict("stock", "287.8", "lb"), "consistent_rounded");
  // 287.9 lb = 130.5892… kg, which would be printed 130.6.
  EXPECT_EQ(verdict("stock", "287.9", "lb"), "inconsistent: unknown");
}

TEST_F(Claims, WholeMultiplesAreComparedWhole) {
  // 130.5 / 50 = 2.61
  EXPECT_EQ(verdict("multiple", "2", "times"), "consistent");
  EXPECT_EQ(verdict("multiple", "3", "times"), "consistent_rounded");
  EXPECT_EQ(verdict("multiple", "2.6", "times"), "consistent_rounded");
  EXPECT_EQ(verdict("multiple", "2.61", "times"), "consistent");
  EXPECT_EQ(verdict("multiple", "4", "times"), "inconsistent: unknown");
}

TEST_F(Claims, MoreThanIsAnInequality) {
  EXPECT_EQ(verdict("multiple", "2", "times", "R1", "more than 2 times the limit"),
            "inconsistent: other_report");  // exactly 2; 2.61 in R2
  EXPECT_EQ(verdict("multiple", "2", "times", "R2", "over 2 times the limit"), "consistent");
  EXPECT_EQ(verdict("stock", "130", "kg", "R2", "less than 130 kg"), "inconsistent: unknown");
  // The words must stand before the claimed number itself.
  EXPECT_EQ(verdict("stock", "130.5", "kg", "R2", "130.5 kg, more than 30 kg up"), "consistent");
}

TEST_F(Claims, LikelyReasonsOfAFigure) {
  EXPECT_EQ(verdict("stock", "70.2", "kg"), "inconsistent: part_for_whole");
  EXPECT_EQ(verdict("stock", "30.5", "kg"), "inconsistent: difference_for_value");
  EXPECT_EQ(verdict("stock", "0.1305", "kg"), "inconsistent: other_unit");
  EXPECT_EQ(verdict("stock", "100", "kg"), "inconsistent: other_report");
  // 121.4 = 130.5 − 9.1; 121.4 − 9.1 = 112.3
  EXPECT_EQ(verdict("stock", "112.3", "kg"), "inconsistent: sign_error");
  // 130.5 = 100.0 + 30.5; 100.0 − 30.5 = 69.5
  EXPECT_EQ(verdict("stock", "69.5", "kg"), "inconsistent: sign_error");
  EXPECT_EQ(verdict("stock", "1305.0", "kg"), "inconsistent: digit_added");
  EXPECT_EQ(verdict("stock", "135.0", "kg"), "inconsistent: digits_swapped");
  EXPECT_EQ(verdict("stock", "777.7", "kg"), "inconsistent: unknown");
}

TEST_F(Claims, ADifferenceOfPartsAndAnotherPartTakenOff) {
  EXPECT_EQ(verdict("rest", "60.3", "kg"), "consistent");
  EXPECT_EQ(verdict("rest", "70.2", "kg"), "inconsistent: other_part_taken_off");
}

TEST_F(Claims, AChangeRefersToTheRegularReportBefore) {
  EXPECT_EQ(verdict("change", "30.5", "kg"), "consistent");
  EXPECT_EQ(verdict("change", "21.4", "kg", "R3"), "inconsistent: other_report");
  EXPECT_EQ(verdict("change", "9.1", "kg", "R3"), "inconsistent: sign_error");
  EXPECT_EQ(verdict("change", "-9.1", "kg", "R3"), "consistent");
  EXPECT_EQ(verdict("change", "9.1", "kg", "R3", "a decrease of 9.1 kg"), "consistent");
  EXPECT_EQ(verdict("change", "130.5", "kg"), "inconsistent: value_for_difference");
  EXPECT_EQ(verdict("change", "10.2", "kg"), "inconsistent: part_for_whole");
  EXPECT_EQ(verdict("change", "30.5", "kg", "R1"), "cannot_check");
  settings.regular_reports = {"R1", "R3"};
  EXPECT_EQ(verdict("change", "21.4", "kg", "R3"), "consistent");
}

TEST_F(Claims, DaysAreComparedAndOneDayOffIsNamed) {
  facts.day = d("2020-03-01");
  EXPECT_EQ(verdict("day", "2020-03-01", "date"), "consistent");
  EXPECT_EQ(verdict("day", "2020-02-29", "date"), "inconsistent: off_by_one_day");
  EXPECT_EQ(verdict("day", "2020-03-03", "date"), "inconsistent: unknown");
  EXPECT_EQ(verdict("day", "3 March", "date"), "cannot_check");
  facts.day.reset();
  EXPECT_EQ(verdict("day", "2020-03-01", "date"), "cannot_check");
}

TEST_F(Claims, TheFirstExcessIsNotALaterOne) {
  facts.excesses = {{"T", d("2020-03-01"), d("2020-03-09"), {}, {}, "51 kg", "50 kg", {}},
                    {"T", d("2020-08-01"), d("2020-08-02"), {}, {}, "52 kg", "50 kg", {}}};
  EXPECT_EQ(verdict("first", "2020-03-01", "date"), "consistent");
  EXPECT_EQ(verdict("first", "2020-03-02", "date"), "inconsistent: off_by_one_day");
  EXPECT_EQ(verdict("first", "2020-03-09", "date"), "inconsistent: known_day_for_first");
  EXPECT_EQ(verdict("first", "2020-08-01", "date"), "inconsistent: later_for_first");
  facts.excesses.clear();
  EXPECT_EQ(verdict("first", "2020-03-01", "date"), "cannot_check");
}

TEST_F(Claims, ALengthOfComplianceLiesBetweenTheProvedAndTheLongestTime) {
  facts.day = d("2020-01-15");
  facts.excesses = {
      {"T", d("2021-03-20"), d("2021-03-20"), d("2020-12-31"), {}, "51 kg", "50 kg", {}}};
  // Proved: 11 whole months; longest: 14 months and 5 days.
  for (const char* fits : {"11", "12.5", "15"})
    EXPECT_EQ(verdict("kept", fits, "months", ""), "consistent") << fits;
  EXPECT_EQ(verdict("kept", "10", "months", ""), "inconsistent: unknown");
  EXPECT_EQ(verdict("kept", "16", "months", ""), "inconsistent: unknown");
  EXPECT_EQ(verdict("kept", "0", "years", ""), "consistent");
  EXPECT_EQ(verdict("kept", "2", "years", ""), "consistent");
  EXPECT_EQ(verdict("kept", "3", "years", ""), "inconsistent: unknown");
  EXPECT_EQ(verdict("kept", "351", "days", ""), "consistent");
  EXPECT_EQ(verdict("kept", "350", "days", ""), "inconsistent: unknown");
  facts.excesses.clear();
  EXPECT_EQ(verdict("kept", "1", "years", ""), "cannot_check");
}

TEST_F(Claims, WhatCannotBeCheckedSaysWhy) {
  EXPECT_NE(check("stock", "1", "kg", "").reason.find("names no report"), std::string::npos);
  EXPECT_NE(check("stock", "1", "kg", "R9").reason.find("R9"), std::string::npos);
  EXPECT_NE(check("nothing", "1", "kg").reason.find("[claims.metrics]"), std::string::npos);
  EXPECT_NE(check("stock", "1", "times").reason.find("unit"), std::string::npos);
  EXPECT_NE(check("stock", "1,000", "kg").reason.find("1,000"), std::string::npos);
  for (const char* metric : {"nothing", "day", "first", "kept"})
    EXPECT_EQ(check(metric, "1", "year").verdict, ClaimWord::cannot_check);
}

TEST_F(Claims, TheOrderOfTheRecordsHasNoInfluence) {
  const ClaimVerdict before = check("stock", "112.3", "kg");
  std::reverse(records.observations.begin(), records.observations.end());
  const ClaimVerdict after = check("stock", "112.3", "kg");
  EXPECT_EQ(before.computation, after.computation);
  EXPECT_EQ(before.reason, after.reason);
  EXPECT_EQ(before.origins, after.origins);
}

}  // namespace
}  // namespace accord::claims
