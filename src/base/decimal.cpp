#include "base/decimal.h"

#include <algorithm>

namespace accord {

namespace {

__extension__ typedef __int128 Wide;

Wide power_of_ten(int exponent) {
  Wide out = 1;
  while (exponent-- > 0) out *= 10;
  return out;
}

Wide at_scale(const Decimal& value, int scale) {
  return Wide{value.mantissa} * power_of_ten(scale - value.scale);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

DecimalFault fault_of(std::string_view text) {
  if (text.empty()) return DecimalFault::empty;
  if (text[0] == '-' || text[0] == '+') return DecimalFault::sign;
  bool has_mark = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i]) || text[i] == '.') continue;
    const bool mark = text[i] == ',' || text[i] == ' ' || text[i] == '\'' || text[i] == '_';
    if (!mark || i == 0 || i + 1 == text.size() || !is_digit(text[i + 1]))
      return DecimalFault::not_a_number;
    has_mark = true;
  }
  return has_mark ? DecimalFault::thousands_mark : DecimalFault::not_a_number;
}

std::optional<Decimal> narrowed(Wide mantissa, std::uint8_t scale) {
  if (mantissa > INT64_MAX || mantissa < INT64_MIN) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(mantissa), scale};
}

}  // namespace

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale, b.scale);
  return at_scale(a, scale) <=> at_scale(b, scale);
}

ParsedDecimal parse_decimal(std::string_view text) {
  Decimal value;
  int digit_count = 0;
  bool point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && !point && i > 0 && i + 1 < text.size()) {
      point = true;
      continue;
    }
    if (!is_digit(c)) return {{}, fault_of(text)};
    if (digit_count > 0 || c != '0') ++digit_count;
    if (digit_count > decimal_digits_max) return {{}, DecimalFault::too_long};
    value.mantissa = value.mantissa * 10 + (c - '0');
    if (point && ++value.scale > decimal_scale_max) return {{}, DecimalFault::too_long};
  }
  if (text.empty()) return {{}, DecimalFault::empty};
  return {value, DecimalFault::none};
}

std::string to_string(const Decimal& value) {
  const bool negative = value.mantissa < 0;
  std::uint64_t rest = static_cast<std::uint64_t>(value.mantissa);
  if (negative) rest = 0 - rest;
  std::string out = std::to_string(rest);
  if (value.scale > 0) {
    if (out.size() <= value.scale) out.insert(0, value.scale + 1U - out.size(), '0');
    out.insert(out.size() - value.scale, ".");
  }
  return negative ? "-" + out : out;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const std::uint8_t scale = std::max(a.scale, b.scale);
  return narrowed(at_scale(a, scale) + at_scale(b, scale), scale);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) {
  const std::uint8_t scale = std::max(a.scale, b.scale);
  return narrowed(at_scale(a, scale) - at_scale(b, scale), scale);
}

}  // namespace accord
