#include "answers/statistics/balance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace accord::answers {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::map<std::string, std::string> files{
    {"a/items.csv",
     "period,role,stratum,item,method,declared_kg\n0,PE,store,b,SCALE,100\n1,PE,store,e,NONE,98\n"},
    {"a/methods.csv",
     "method,component,kind,standard_deviation,source_key\nSCALE,random,absolute,2.6649626,\n"
     "NONE,none,,,\n"},
    {"exact.csv",
     "method,component,kind,standard_deviation,source_key\nSCALE,none,,,\nNONE,none,,,\n"},
    {"wrong.csv", "method,component\n"},
    // The second period is not sampled: from 10 to 50 nobody knows what flows.
    {"gap.toml",
     "[periods]\nends = [10, 20]\n[[location]]\nname = \"feed\"\nrole = \"input\"\n"
     "kind = \"continuous\"\nfile = \"feed.csv\"\nrandom = 0.01\nsystematic = 0\n"},
    {"feed.csv", "time,value\n0,1\n2,1\n4,1\n6,1\n8,1\n10,1\n50,1\n"}};

const assessment::Files in_memory{[](const std::string& file) { return files.contains(file); },
                                  [](const std::string& file) -> Result<std::string> {
                                    const auto found = files.find(file);
                                    if (found == files.end())
                                      return fail("C007", "cannot be read", file);
                                    return found->second;
                                  }};

/// Folder "a", perhaps with another table of methods.
Measured measured(std::optional<std::string> methods = {}) {
  BalanceGiven given;
  given.folder = "a";
  given.methods = std::move(methods);
  return read_measured(given, in_memory).value();
}

std::string code_of(const Refusal& refusal) {
  return refusal.problems.back().code;
}

TEST(Balance, HasOneRowForEachPeriod) {
  BalanceQuestion asked;
  asked.goal_kg = 8;
  const auto answer = material_balance(measured(), asked);
  ASSERT_TRUE(answer);
  ASSERT_THAT(answer->periods, SizeIs(1));
  const PeriodRow& row = answer->periods.front();
  EXPECT_EQ(row.period, 1U);
  EXPECT_EQ(row.muf_kg, 2);
  EXPECT_DOUBLE_EQ(row.sigma_muf_kg, 2.6649626);
  EXPECT_NEAR(row.limit_kg, 4.3834735, 1e-6);  // example 2.1 of the statistics chapter
  EXPECT_NEAR(row.goal_probability.value(), 0.912620, 1e-6);
  EXPECT_EQ(row.largest, "one value of SCALE");
  EXPECT_EQ(row.page_gains, std::nullopt);
  EXPECT_EQ(row.cumuf_kg, answer->all_periods.muf_kg);
  EXPECT_THAT(answer->covariance_kg2, SizeIs(1));
  EXPECT_EQ(answer->criteria_id, std::nullopt);
  EXPECT_EQ(answer->demonstration, std::nullopt);
  EXPECT_FALSE(answer->has_item_discrepancy || answer->is_alarmed || answer->is_unexplained);
}

TEST(Balance, WithoutErrorsThatDoesNotCloseIsADiscrepancy) {
  const auto answer = material_balance(measured("exact.csv"), {});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->has_item_discrepancy);
  EXPECT_TRUE(answer->is_unexplained);
  EXPECT_EQ(answer->periods.front().unexplained_kg, 2);
  EXPECT_EQ(answer->periods.front().muf_over_sigma, std::nullopt);
  EXPECT_EQ(answer->periods.front().largest, std::nullopt);
  EXPECT_THAT(answer->tests, IsEmpty());
}

TEST(Balance, OfAPeriodThatIsNotMeasuredHasNoAlarmAndNotNone) {
  BalanceGiven given;
  given.study = "gap.toml";
  BalanceQuestion asked;
  asked.goal_kg = 1;
  const auto answer = material_balance(read_measured(given, in_memory).value(), asked);
  ASSERT_TRUE(answer);
  ASSERT_THAT(answer->periods, SizeIs(2));
  EXPECT_EQ(answer->periods[0].alarm, true);  // 10 kg came in, and nothing is known to go out
  EXPECT_EQ(answer->periods[1].period_status, balance::Status::not_measured);
  EXPECT_TRUE(std::isnan(answer->periods[1].muf_kg));
  EXPECT_EQ(answer->periods[1].alarm, std::nullopt);
  EXPECT_EQ(answer->periods[1].does_not_add_up, std::nullopt);
  EXPECT_EQ(answer->periods[1].goal_probability, std::nullopt);
  EXPECT_EQ(answer->all_periods.alarm, std::nullopt);
  EXPECT_THAT(answer->tests, IsEmpty());
  EXPECT_EQ(answer->periods_not_measured(), 1U);
}

TEST(Balance, IsRefusedWithTheTextsOfItsFiles) {
  const auto answer = material_balance(measured("wrong.csv"), {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().texts.at("wrong.csv"), files.at("wrong.csv"));
}

TEST(Balance, NamesTheNumbersThatNoTestIsMadeWith) {
  BalanceQuestion asked;
  asked.page_k = 100;
  const auto answer = material_balance(measured(), asked);
  ASSERT_FALSE(answer);
  EXPECT_EQ(code_of(answer.error()), "U004");
  EXPECT_THAT(answer.error().problems.back().message, HasSubstr("100 is too large"));
  BalanceQuestion shown;
  shown.demonstration = true;
  EXPECT_EQ(code_of(material_balance(measured(), shown).error()), "U004");
}

TEST(Balance, IsOfTablesOrOfAStudy) {
  const auto code = [](const BalanceGiven& given) {
    const auto fault = given.fault();
    return fault ? fault->code : "";
  };
  BalanceGiven given;
  EXPECT_EQ(code(given), "U005");
  given.items = "i.csv";
  EXPECT_EQ(code(given), "U005");
  given.methods = "m.csv";
  EXPECT_EQ(code(given), "");
  EXPECT_EQ(code_of(read_measured(given, in_memory).error()), "C007");
  given.study = "s.toml";
  EXPECT_EQ(code(given), "U005");
  BalanceGiven study;
  study.study = "s.toml";
  EXPECT_EQ(code(study), "");
  study.mass = measurement::MassKind::net;
  EXPECT_EQ(code(study), "U005");
}

TEST(Balance, ComparesWithCriteriaOfTheProgram) {
  BalanceGiven given;
  given.folder = "a";
  given.criteria = "us-10cfr74";
  const auto answer = material_balance(read_measured(given, in_memory).value(), {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->criteria_id, "us-10cfr74");
  EXPECT_TRUE(answer->is_exceeded);
  EXPECT_FALSE(answer->definitions.empty());
  given.criteria = "us-10cfr75";
  const auto none = read_measured(given, in_memory);
  EXPECT_THAT(none.error().problems.back().help, HasSubstr("us-10cfr74"));
}

}  // namespace
}  // namespace accord::answers
