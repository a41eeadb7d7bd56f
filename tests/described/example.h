#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "described/described.h"

/// Structs of every kind, as a question and its answer would have them.
namespace accord::described {

namespace test {
enum class Unit : std::uint8_t { gram, kilogram };
}

template <>
struct Words<test::Unit> {
  static constexpr auto last = test::Unit::kilogram;
  static constexpr std::string_view name = "unit", words[] = {"g", "kg"};
};

namespace test {

struct Entry {
  std::int32_t line = 0;
  std::optional<Day> day;

  static constexpr auto described =
      object("entry", "An entry behind a row", member<&Entry::line>("line", "line in its file"),
             member<&Entry::day>("day", "day that it is of, if it can be read"));
};

struct Row {
  std::string mba;
  Unit unit = Unit::gram;
  Decimal amount;
  Rational part;
  std::optional<double> sigma;
  std::variant<std::string, double> code;
  std::vector<Entry> entries;

  [[nodiscard]] bool is_zero() const { return amount.mantissa == 0; }

  static constexpr auto described = object(
      "row", "One row", member<&Row::mba>("mba", "material balance area"),
      member<&Row::unit>("unit", "unit of the amount"),
      member<&Row::amount>("amount", "as reported"),
      member<&Row::part>("part", "of the whole").detail(),
      member<&Row::sigma>("sigma_kg", "standard error").in(Use::data),
      member<&Row::code>("code", "its code"), member<&Row::entries>("entries", "what it rests on"),
      member<&Row::is_zero>("is_zero", "whether there is nothing").in(Use::table));
};

struct Answer {
  std::vector<Row> rows;
  bool adds_up = true;

  static constexpr auto described =
      object("answer", "Rows", member<&Answer::rows>("rows", "in the order of the areas"),
             member<&Answer::adds_up>("adds_up", "whether they agree").deciding());
};

}  // namespace test
}  // namespace accord::described
