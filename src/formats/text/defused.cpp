#include "formats/text/defused.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/printable.h"

namespace accord::formats {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits(std::string_view text, std::size_t at) {
  const auto* end = std::find_if_not(text.begin() + at, text.end(), is_digit);
  return static_cast<std::size_t>(end - text.begin()) - at;
}

/// -1.5, +3, -2.5e-3, and -5 kg: a sign, a number, at most one word.
bool is_number(std::string_view text) {
  std::size_t at = 1;
  const std::size_t whole = digits(text, at);
  at += whole;
  std::size_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    fraction = digits(text, at + 1);
    at += 1 + fraction;
  }
  if (whole + fraction == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t power = at + 1;
    if (power < text.size() && (text[power] == '+' || text[power] == '-')) ++power;
    const std::size_t count = digits(text, power);
    if (count == 0) return false;
    at = power + count;
  }
  if (at == text.size()) return true;
  if (text[at] != ' ' || at + 1 == text.size()) return false;
  return std::all_of(text.begin() + at + 1, text.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '%';
  });
}

bool starts_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> starts{"=",  "+",      "-",      "@",      "\t",
                                                    "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string defused(std::string_view cell) {
  std::string out;
  const bool is_signed = cell.starts_with('-') || cell.starts_with('+');
  const bool is_mark =
      cell == "-" || cell == "+";  // alone it stands for nothing, or for a direction
  if (starts_a_formula(cell) && !is_mark && !(is_signed && is_number(cell))) out = "'";
  // A carriage return before a line feed is a line end.
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find("\r\n", at), cell.size());
    out += printable_lines(cell.substr(at, end - at));
    if (end < cell.size()) out += "\r\n";
    at = end < cell.size() ? end + 2 : end;
  }
  return out;
}

}  // namespace accord::formats
