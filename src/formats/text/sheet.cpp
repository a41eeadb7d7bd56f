#include "formats/text/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "seal/sha256.h"

namespace accord::formats {

namespace {

struct Explained {
  std::string message, help;
};

std::string without(std::string text, std::string_view marks) {
  std::erase_if(text, [&](char c) { return marks.find(c) != std::string_view::npos; });
  return text;
}

/// A comma may part thousands or decimals; where that cannot be told, both are named.
std::string help_without_marks(std::string_view text) {
  const std::string bare = without(std::string(text), " '_");
  const std::size_t comma = bare.rfind(',');
  const std::size_t point = bare.rfind('.');
  if (comma == std::string::npos) return fmt::format("write {}", bare);
  std::string as_decimal = without(bare, ".");
  std::replace(as_decimal.begin(), as_decimal.end(), ',', '.');
  if (point != std::string::npos)
    return fmt::format("write {}", comma > point ? as_decimal : without(bare, ","));
  if (bare.find(',') != comma) return fmt::format("write {}", without(bare, ","));
  if (bare.size() - comma - 1 != 3)
    return fmt::format("write {}: the decimal mark is a point", as_decimal);
  return fmt::format("write {} if the comma parts thousands, {} if it is the decimal mark",
                     without(bare, ","), as_decimal);
}

Explained explain(DecimalFault fault, std::string_view text) {
  switch (fault) {
    case DecimalFault::thousands_mark:
      return {fmt::format("“{}” has marks between its digits", text), help_without_marks(text)};
    case DecimalFault::sign:
      return {fmt::format("“{}” has a sign; amounts and levels are not negative", text),
              "write the amount without a sign, or leave the cell empty if it is not known"};
    case DecimalFault::too_long:
      return {fmt::format("“{}” has too many digits to be compared exactly", text),
              fmt::format("write at most {} digits, at most {} of them after the point",
                          decimal_digits_max, decimal_scale_max)};
    default:
      return {fmt::format("“{}” is not a number", text),
              "write digits with a point, such as 205.0; a unit belongs in its own column"};
  }
}

}  // namespace

std::string one_of(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

Place Sheet::place_of(const Row& row, Column column) const {
  if (!has(column)) return {row.line, 1, 1};
  const Cell& cell = row.cells[column];
  Place place{cell.line, cell.column, 1};
  if (cell.text.find('\n') == std::string_view::npos)
    place.length = std::max(1U, static_cast<std::uint32_t>(character_count(cell.text)));
  return place;
}

void Sheet::report(const Row& row, Column column, const char* code, std::string message,
                   std::string help) {
  problems_.push_back({Severity::error, code, std::move(message), std::move(help), table_.file,
                       place_of(row, column)});
}

void Sheet::warn(const Row& row, Column column, const char* code, std::string message,
                 std::string help) {
  problems_.push_back({Severity::warning, code, std::move(message), std::move(help), table_.file,
                       place_of(row, column)});
}

void Sheet::report_head(Column column, const char* code, std::string message, std::string help) {
  const Cell& head = table_.heads[column];
  problems_.push_back(
      {Severity::error,
       code,
       std::move(message),
       std::move(help),
       table_.file,
       {head.line, head.column, static_cast<std::uint32_t>(character_count(head.text))}});
}

Sheet::Column Sheet::need(std::string_view column) {
  const Column found = table_.column(column);
  if (has(found) || table_.heads.empty()) return found;
  complete_ = false;
  const std::vector<std::string_view> names(table_.columns.begin(), table_.columns.end());
  const auto near = nearest(column, names);
  problems_.push_back({Severity::error,
                       "I006",
                       fmt::format("there is no column “{}”", column),
                       near ? fmt::format("is “{}” the one? name it {}", *near, column)
                            : fmt::format("add a column {} to the header", column),
                       table_.file,
                       {table_.heads[0].line, table_.heads[0].column, 1}});
  return found;
}

void Sheet::order_by_id(Column column) {
  if (!has(column)) return;
  const auto id = [&](const Row& row) { return row.cells[column].text; };
  std::sort(table_.rows.begin(), table_.rows.end(), [&](const Row& a, const Row& b) {
    return std::pair(id(a), a.line) < std::pair(id(b), b.line);
  });
  const Row* first = nullptr;
  for (const Row& row : table_.rows) {
    if (id(row).empty()) {
      needed_text(row, column);
    } else if (first != nullptr && id(*first) == id(row)) {
      report(row, column, "I014",
             fmt::format("“{}” appears twice: first on line {}", id(row), first->line),
             "give every row an identifier of its own");
      continue;
    }
    first = &row;
  }
}

std::string_view Sheet::text(const Row& row, Column column) const {
  return has(column) ? row.cells[column].text : std::string_view();
}

std::string_view Sheet::needed_text(const Row& row, Column column) {
  const std::string_view found = text(row, column);
  if (found.empty() && has(column))
    report(row, column, "I007", fmt::format("“{}” is empty", table_.columns[column]),
           "this column cannot be left empty");
  return found;
}

std::optional<Day> Sheet::day(const Row& row, Column column) {
  const std::string_view found = text(row, column);
  if (found.empty()) return std::nullopt;
  const auto parsed = parse_day(found);
  if (!parsed) {
    report(row, column, "I009", fmt::format("“{}” is not a day", found),
           "write a day that exists as YYYY-MM-DD");
    return std::nullopt;
  }
  if (*parsed >= day_min && *parsed <= day_max) return parsed;
  report(row, column, "I009",
         fmt::format("{} lies outside {} to {}", found, to_string(day_min), to_string(day_max)),
         "correct the year");
  return std::nullopt;
}

std::optional<Day> Sheet::needed_day(const Row& row, Column column) {
  return needed_text(row, column).empty() ? std::nullopt : day(row, column);
}

std::optional<Decimal> Sheet::number(const Row& row, Column column) {
  const std::string_view found = text(row, column);
  if (found.empty()) return std::nullopt;
  const ParsedDecimal parsed = parse_decimal(found);
  if (parsed.fault == DecimalFault::none) return parsed.value;
  Explained explained = explain(parsed.fault, found);
  report(row, column, "I008", std::move(explained.message), std::move(explained.help));
  return std::nullopt;
}

std::optional<double> Sheet::real(const Row& row, Column column) {
  const std::string_view found = text(row, column);
  if (found.empty()) return std::nullopt;
  double value = 0;
  const auto [end, fault] = std::from_chars(found.data(), found.data() + found.size(), value);
  if (fault == std::errc() && end == found.data() + found.size() && std::isfinite(value))
    return value;
  if (parse_decimal(found).fault == DecimalFault::thousands_mark)
    static_cast<void>(number(row, column));
  else
    report(row, column, "I008", fmt::format("“{}” is not a number", found),
           "write digits with a point, such as 205.0 or 1.25e-3");
  return std::nullopt;
}

std::optional<std::size_t> Sheet::word(const Row& row, Column column,
                                       std::span<const std::string_view> words) {
  const std::string_view found = needed_text(row, column);
  if (found.empty()) return std::nullopt;
  const auto at = std::find(words.begin(), words.end(), found);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  const auto near = nearest(found, words);
  report(row, column, "I011",
         fmt::format("“{}” is not a word of the column “{}”", found, table_.columns[column]),
         near ? fmt::format("did you mean “{}”?", *near) : fmt::format("use {}", one_of(words)));
  return std::nullopt;
}

std::vector<std::string> Sheet::parts(const Row& row, Column column,
                                      std::string_view separator) const {
  std::vector<std::string> out;
  for (const std::string_view part : split(text(row, column), separator))
    if (const std::string_view bare = trim(part); !bare.empty()) out.emplace_back(bare);
  return out;
}

evidence::Origin Sheet::origin(const Row& row, std::string_view id) const {
  evidence::Origin out;
  out.id = id;
  out.file = table_.file;
  out.row = row.line;
  out.sha256 = seal::sha256_hex(row.bytes);
  return out;
}

}  // namespace accord::formats
