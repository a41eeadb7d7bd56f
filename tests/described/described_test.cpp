#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "described/cells.h"
#include "described/json.h"
#include "example.h"

namespace accord::described::test {
namespace {

using testing::ElementsAre;

Answer example() {
  Answer out;
  out.adds_up = false;
  Row& first = out.rows.emplace_back();
  first.mba = "ZZC1";
  first.unit = Unit::kilogram;
  first.amount = {-1050, 1};
  first.part = Rational::of(1, 3);
  first.sigma = 205.0;
  first.code = std::string("a\"\\\n\x01\xFFü");
  first.entries = {{3, Day{0}}, {4, {}}};
  Row& second = out.rows.emplace_back();
  second.mba = "ZZC2";
  second.part = Rational::of(5, 4);
  second.sigma = std::nan("");
  second.code = 0.5;
  return out;
}

template <class T>
std::string printed(const T& value) {
  std::string out;
  type_of<T>.print(&value, out);
  return out;
}

/// What the text is read as; nothing, and the old value kept, where it is none.
template <class T>
std::optional<T> read(std::string_view text) {
  T value{};
  return type_of<T>.parse(text, &value) ? std::optional(value) : std::nullopt;
}

TEST(Members, AreInTheOrderOfTheirDeclaration) {
  std::vector<std::string_view> names;
  for (const Member& m : type_of<Row>.members) names.push_back(m.name);
  EXPECT_THAT(names, ElementsAre("mba", "unit", "amount", "part", "sigma_kg", "code", "entries",
                                 "is_zero"));
  EXPECT_TRUE(type_of<Answer>.members[1].decides);
  EXPECT_EQ(type_of<Row>.members[7].edit, nullptr);  // computed
}

TEST(Members, AreEditedInPlace) {
  Row row;
  const Member& amount = type_of<Row>.members[2];
  EXPECT_TRUE(amount.type->parse("-202.80", amount.edit(&row)));
  EXPECT_EQ(row.amount, (Decimal{-20280, 2}));
  EXPECT_FALSE(amount.type->parse("1e3", amount.edit(&row)));
  EXPECT_EQ(row.amount, (Decimal{-20280, 2}));
  const Member& sigma = type_of<Row>.members[4];
  EXPECT_TRUE(sigma.type->parse("2.5", sigma.edit(&row)));
  EXPECT_EQ(row.sigma, 2.5);
}

TEST(Plain, IsPrintedAndReadBack) {
  EXPECT_EQ(printed(Rational::of(-2028, 10)), "-202.8");
  EXPECT_EQ(printed(Rational::of(1, 3)), "1/3");
  EXPECT_EQ(printed(Rational::invalid()), "");
  EXPECT_EQ(printed(std::numeric_limits<double>::infinity()), "");
  EXPECT_EQ(printed(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(printed(Day{0}), "1970-01-01");
  EXPECT_EQ(read<Rational>("-1/3"), Rational::of(-1, 3));
  EXPECT_EQ(read<Day>("2024-02-29"), Day{19782});
  EXPECT_EQ(read<std::uint32_t>("4294967295"), 4294967295U);
  EXPECT_EQ(read<Unit>("kg"), Unit::kilogram);
  EXPECT_EQ(read<std::optional<Day>>("1970-01-02"), std::optional(std::optional(Day{1})));
}

TEST(Plain, WhatIsNoSuchValueIsRefused) {
  for (const char* text : {"", " 1", "1 ", "+1", "0x1", "4294967296", "-1"})
    EXPECT_FALSE(read<std::uint32_t>(text)) << text;
  for (const char* text : {"", "nan", "inf", "1e999", "1,5", "1 kg"})
    EXPECT_FALSE(read<double>(text)) << text;
  for (const char* text : {"2023-02-29", "1899-12-31", "2101-01-01", "2024-1-1", "01.02.2024"})
    EXPECT_FALSE(read<Day>(text)) << text;
  for (const char* text : {"1/0", "/2", "1/", "1/2/3", "--1"})
    EXPECT_FALSE(read<Rational>(text)) << text;
  EXPECT_FALSE(read<Unit>("KG"));
  EXPECT_FALSE(read<bool>("true"));
}

TEST(Plain, IsOrdered) {
  const auto order = [](const auto& a, const auto& b) {
    return type_of<std::remove_cvref_t<decltype(a)>>.compare(&a, &b);
  };
  EXPECT_TRUE(order(Decimal{2, 0}, Decimal{100, 1}) < 0);
  EXPECT_TRUE(order(Rational::invalid(), Rational::of(-5)) < 0);
  EXPECT_TRUE(order(Rational::of(2, 4), Rational::of(1, 2)) == 0);
  EXPECT_TRUE(order(std::string("10"), std::string("9")) < 0);
  EXPECT_TRUE(order(Unit::gram, Unit::kilogram) < 0);
}

TEST(Cells, HaveAColumnForEachSingleValue) {
  const Answer answer = example();
  const Cells all = cells(view(answer.rows), Shown::all);
  std::vector<std::string_view> names;
  for (const Member* m : all.columns) names.push_back(m->name);
  EXPECT_THAT(names, ElementsAre("mba", "unit", "amount", "part", "is_zero"));
  EXPECT_THAT(all.rows, ElementsAre(ElementsAre("ZZC1", "kg", "-105.0", "1/3", "no"),
                                    ElementsAre("ZZC2", "g", "0", "1.25", "yes")));
  EXPECT_EQ(cells(view(answer.rows), Shown::main).columns.size(), 4U);
  // What is not there is an empty cell, not a zero.
  EXPECT_THAT(cells(view(answer.rows[0].entries), Shown::all).rows,
              ElementsAre(ElementsAre("3", "1970-01-01"), ElementsAre("4", "")));
}

TEST(Json, SaysEveryKindOfValue) {
  const Answer answer = example();
  const auto read = nlohmann::json::parse(json(view(answer)));
  const auto& first = read["rows"][0];
  EXPECT_EQ(first["amount"], "-105.0");
  EXPECT_EQ(first["unit"], "kg");
  EXPECT_EQ(first["code"], "a\"\\\n\u0001\uFFFDü");
  EXPECT_EQ(first["sigma_kg"].type(), nlohmann::json::value_t::number_float);
  EXPECT_EQ(first["entries"][1]["day"], nullptr);
  EXPECT_FALSE(first.contains("is_zero"));  // of tables
  EXPECT_EQ(read["rows"][1]["code"], 0.5);
  EXPECT_EQ(read["rows"][1]["sigma_kg"], nullptr);
  EXPECT_EQ(read["rows"][1]["entries"], nlohmann::json::array());
  EXPECT_EQ(read["adds_up"], false);
  // The same bytes as those of the other JSON of this program.
  EXPECT_EQ(json(view(answer)), nlohmann::ordered_json::parse(json(view(answer))).dump(2));
}

TEST(Json, HasAClosedSchemaThatSaysEveryMember) {
  const auto schema = nlohmann::json::parse(json_schema(type_of<Answer>));
  EXPECT_EQ(schema["$ref"], "#/$defs/answer");
  const auto& row = schema["$defs"]["row"];
  EXPECT_EQ(row["additionalProperties"], false);
  EXPECT_EQ(row["required"].size(), 7U);
  EXPECT_EQ(row["properties"]["mba"]["description"], "material balance area");
  EXPECT_EQ(row["properties"]["unit"]["$ref"], "#/$defs/unit");
  EXPECT_EQ(row["properties"]["part"]["type"], nlohmann::json({"string", "null"}));
  EXPECT_EQ(row["properties"]["amount"]["type"], "string");
  EXPECT_EQ(schema["$defs"]["unit"]["enum"], nlohmann::json({"g", "kg"}));
}

TEST(Names, AreNoWordsThatAFaceReserves) {
  for (const char* name : {"mba", "sigma_kg", "line2"}) EXPECT_TRUE(is_name(name)) << name;
  for (const char* name : {"", "Mba", "2nd", "_a", "a-b", "for", "from", "count", "index", "none"})
    EXPECT_FALSE(is_name(name)) << name;
}

}  // namespace
}  // namespace accord::described::test
