#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord {

/// An exact decimal number as written: mantissa × 10^(−scale). The scale is kept (205.0 has scale
/// 1), because a printed figure carries an implied resolution. Comparison is by value: 205.0 ==
/// 205.
struct Decimal {
  std::int64_t mantissa = 0;
  std::uint8_t scale = 0;  ///< digits after the point, 0 to decimal_scale_max

  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
};

/// Bounds chosen so that a comparison of two decimals never leaves 128 bits.
inline constexpr int decimal_digits_max = 15;
inline constexpr int decimal_scale_max = 9;

enum class DecimalFault : std::uint8_t {
  none,
  empty,           ///< nothing there
  not_a_number,    ///< other characters (units, words, exponents)
  thousands_mark,  ///< comma, space or apostrophe between digits
  sign,            ///< a plus or minus sign
  too_long         ///< over decimal_digits_max digits (without leading zeros) or decimal_scale_max
};

struct ParsedDecimal {
  Decimal value;
  DecimalFault fault = DecimalFault::none;
};

/// Digits with an optional point and digits: no sign, no thousands mark, no exponent, no blanks.
[[nodiscard]] ParsedDecimal parse_decimal(std::string_view text);

/// As written: "205.0"; a negative mantissa gives a minus sign.
[[nodiscard]] std::string to_string(const Decimal& value);

/// a + b, a − b at the larger of both scales; nothing when the result leaves 64 bits.
[[nodiscard]] std::optional<Decimal> add(const Decimal& a, const Decimal& b);
[[nodiscard]] std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);

}  // namespace accord
