#pragma once

#include <compare>
#include <optional>
#include <string>

#include "base/decimal.h"

namespace accord {

enum class Rounding : std::uint8_t { half_up, floor };

/// An exact fraction in lowest terms; numerator and denominator are below 2^127 in size. A result
/// that is not, division by zero, and a sum whose common denominator is too large give an *invalid*
/// fraction, which stays invalid, compares with nothing and prints as "too large": callers say "no
/// value", never a wrong number.
class Rational {
 public:
  __extension__ typedef __int128 Int;

  Rational() = default;
  Rational(const Decimal& value);  // NOLINT: every decimal is a fraction
  static Rational of(std::int64_t numerator, std::int64_t denominator = 1);
  static Rational invalid();

  [[nodiscard]] bool is_valid() const { return denominator_ != 0; }
  [[nodiscard]] bool is_negative() const { return is_valid() && numerator_ < 0; }
  [[nodiscard]] bool is_zero() const { return is_valid() && numerator_ == 0; }

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  friend std::partial_ordering operator<=>(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }

  /// Nearest double, ties to even; not a number when invalid. For charts and ratios shown, never
  /// for a comparison with a limit.
  [[nodiscard]] double approximate() const;

 private:
  Rational(Int numerator, Int denominator);  // reduces; denominator must not be 0
  friend std::string to_fixed(const Rational&, int, Rounding);
  friend std::optional<Decimal> to_decimal(const Rational&);
  friend std::string fraction_string(const Rational&);
  Int numerator_ = 0;
  Int denominator_ = 1;
};

/// With exactly `scale` digits after the point (0 to 9), rounded as told (half away from zero, or
/// towards minus infinity). "too large" when invalid.
[[nodiscard]] std::string to_fixed(const Rational& value, int scale,
                                   Rounding rounding = Rounding::half_up);

/// All digits when the fraction ends within 9 digits after the point ("2.75"); else rounded half
/// up to `scale_otherwise` digits with a leading "≈ ".
[[nodiscard]] std::string to_exact_string(const Rational& value, int scale_otherwise = 4);

/// "numerator/denominator", in lowest terms; "invalid" when it is.
[[nodiscard]] std::string fraction_string(const Rational& value);

/// The decimal of the same value, when there is one within decimal_scale_max digits and 64 bits.
[[nodiscard]] std::optional<Decimal> to_decimal(const Rational& value);

}  // namespace accord
