#include "report/sections/finding_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace accord::report {
namespace {

Rational decimal(const char* text) {
  return parse_decimal(text).value;
}

TEST(ExactJson, ADecimalIsANumberWithTheSameDigits) {
  EXPECT_EQ(exact_json(decimal("202.8")).dump(), "202.8");
  EXPECT_EQ(exact_json(decimal("9874.9")).dump(), "9874.9");
  EXPECT_EQ(exact_json(decimal("123456.789012345")).dump(), "123456.789012345");
}

TEST(ExactJson, AFractionThatDoesNotEndIsAString) {
  EXPECT_EQ(exact_json(Rational::of(1, 3)).dump(), "\"1/3\"");
}

TEST(ExactJson, WhatIsMissingOrInvalidIsNull) {
  EXPECT_TRUE(exact_json(std::nullopt).is_null());
  EXPECT_TRUE(exact_json(Rational::invalid()).is_null());
  EXPECT_TRUE(quantity_json(Rational::invalid(), "kg_u").is_null());
}

// 205.0 kg against 202.8 kg: 2.2 kg beyond, ratio 205/202.8 = 1.010848.
TEST(ComparisonJson, ShowsValueLimitRatioAndMargin) {
  evidence::Comparison c;
  c.value = decimal("205.0");
  c.limit = decimal("202.8");
  c.ratio = *c.value / *c.limit;
  c.margin = *c.limit - *c.value;
  c.unit = "kg_u";
  c.value_shown = "205.0 kg_u";
  const Json json = comparison_json(c);
  EXPECT_EQ(json.at("value").dump(), R"({"value":205.0,"unit":"kg_u"})");
  EXPECT_EQ(json.at("ratio").dump(), "1.010848");
  EXPECT_EQ(json.at("margin").dump(), R"({"value":-2.2,"unit":"kg_u"})");
  EXPECT_TRUE(json.at("uncertainty").is_null());
  EXPECT_TRUE(json.at("limit_shown").is_null());
}

TEST(FindingJson, MissingDaysAreNullAndKeysKeepTheirOrder) {
  evidence::Records records;
  evidence::Origin origin;
  origin.id = "E015";
  origin.file = "data/chronology.csv";
  origin.row = 16;
  origin.sha256 = "ab";
  records.origins.push_back(origin);
  evidence::Finding f;
  f.id = "F-T-STOCK";
  f.state = evidence::State::exceeded;
  evidence::RuleFinding rule;
  rule.rule = "limit a <= 1 t";
  rule.state = f.state;
  rule.evidence.push_back({0, Day{}, Day{}, {}, {}, "2 t"});
  f.rules.push_back(rule);
  const Json json = finding_json(f, records);
  EXPECT_EQ(json.begin().key(), "id");
  EXPECT_EQ(json.at("outcome"), "not met");
  EXPECT_TRUE(json.at("since").is_null());
  EXPECT_TRUE(json.at("last_known").is_null());
  EXPECT_EQ(json.at("rules")[0].at("evidence")[0].at("record").at("row"), 16);
}

}  // namespace
}  // namespace accord::report
