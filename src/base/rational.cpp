#include "base/rational.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/contract.h"

namespace accord {

namespace {

using Int = Rational::Int;
__extension__ typedef unsigned __int128 Unsigned;

/// Its negative is an Int too, so turning a sign never overflows.
constexpr Unsigned int_max = ~Unsigned{0} >> 1U;

Unsigned magnitude(Int value) {
  return value < 0 ? Unsigned{0} - static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
}

Unsigned gcd(Unsigned a, Unsigned b) {
  while (b != 0) {
    const Unsigned rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

std::optional<Int> multiply(Int a, Int b) {
  Int out = 0;
  if (__builtin_mul_overflow(a, b, &out)) return std::nullopt;
  return out;
}

Int power_of_ten(int exponent) {
  Int out = 1;
  while (exponent-- > 0) out *= 10;
  return out;
}

/// Whole part and rest of n / d for d > 0, the rest from 0 up to d.
Int floor_divide(Int n, Int d) {
  return n / d - (n % d < 0 ? 1 : 0);
}

Int floor_rest(Int n, Int d) {
  const Int rest = n % d;
  return rest < 0 ? rest + d : rest;
}

std::string digits_of(Unsigned value) {
  std::string out;
  do {
    out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  return out;
}

}  // namespace

Rational::Rational(Int numerator, Int denominator) {
  ACCORD_EXPECT(denominator != 0);
  const Unsigned common = gcd(magnitude(numerator), magnitude(denominator));
  const Unsigned above = magnitude(numerator) / common;
  const Unsigned below = magnitude(denominator) / common;
  if (above > int_max || below > int_max) {
    denominator_ = 0;
    return;
  }
  const auto size = static_cast<Int>(above);
  numerator_ = (numerator < 0) != (denominator < 0) ? -size : size;
  denominator_ = static_cast<Int>(below);
}

Rational::Rational(const Decimal& value) : Rational(value.mantissa, power_of_ten(value.scale)) {}

Rational Rational::of(std::int64_t numerator, std::int64_t denominator) {
  return denominator == 0 ? invalid() : Rational(Int{numerator}, Int{denominator});
}

Rational Rational::invalid() {
  Rational out;
  out.denominator_ = 0;
  return out;
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.is_valid() || !b.is_valid()) return Rational::invalid();
  const auto common = static_cast<Int>(gcd(magnitude(a.denominator_), magnitude(b.denominator_)));
  const auto left = multiply(a.numerator_, b.denominator_ / common);
  const auto right = multiply(b.numerator_, a.denominator_ / common);
  const auto denominator = multiply(a.denominator_, b.denominator_ / common);
  Int sum = 0;
  if (!left || !right || !denominator || __builtin_add_overflow(*left, *right, &sum))
    return Rational::invalid();
  return {sum, *denominator};
}

Rational operator-(const Rational& a, const Rational& b) {
  if (!b.is_valid()) return Rational::invalid();
  Rational negated = b;
  negated.numerator_ = -b.numerator_;
  return a + negated;
}

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.is_valid() || !b.is_valid()) return Rational::invalid();
  // Cancel across first, so that only a result that is itself too large overflows.
  const Rational left(a.numerator_, b.denominator_);
  const Rational right(b.numerator_, a.denominator_);
  const auto numerator = multiply(left.numerator_, right.numerator_);
  const auto denominator = multiply(left.denominator_, right.denominator_);
  if (!numerator || !denominator) return Rational::invalid();
  return {*numerator, *denominator};
}

Rational operator/(const Rational& a, const Rational& b) {
  if (!a.is_valid() || !b.is_valid() || b.numerator_ == 0) return Rational::invalid();
  return a * Rational(b.denominator_, b.numerator_);
}

std::partial_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.is_valid() || !b.is_valid()) return std::partial_ordering::unordered;
  // Continued fractions: compare whole parts, then the reciprocals of what is left. Never
  // overflows: a whole part times its denominator might, so what is left is a remainder.
  Int an = a.numerator_, ad = a.denominator_, bn = b.numerator_, bd = b.denominator_;
  bool flipped = false;
  for (;;) {
    const Int aq = floor_divide(an, ad);
    const Int bq = floor_divide(bn, bd);
    if (aq != bq)
      return (aq < bq) != flipped ? std::partial_ordering::less : std::partial_ordering::greater;
    const Int ar = floor_rest(an, ad);
    const Int br = floor_rest(bn, bd);
    if (ar == 0 || br == 0) {
      if (ar == br) return std::partial_ordering::equivalent;
      return (ar == 0) != flipped ? std::partial_ordering::less : std::partial_ordering::greater;
    }
    an = ad, ad = ar, bn = bd, bd = br;
    flipped = !flipped;
  }
}

double Rational::approximate() const {
  if (!is_valid()) return std::numeric_limits<double>::quiet_NaN();
  constexpr Unsigned exact = Unsigned{1} << 53U;  // whole numbers up to it are doubles
  const Unsigned above = magnitude(numerator_);
  const auto below = static_cast<Unsigned>(denominator_);
  if (above <= exact && below <= exact)
    return static_cast<double>(numerator_) / static_cast<double>(denominator_);
  // Long division to two bits more than a double has. The last of them also says whether anything
  // is left, so that the one rounding, in the conversion, sees the exact side of a tie.
  Unsigned bits = above / below;
  Unsigned rest = above % below;
  int exponent = 0;
  while (bits < exact * 4 && above != 0) {
    rest *= 2;  // below 2^128: the denominator is below 2^127
    bits = bits * 2 + (rest >= below ? 1 : 0);
    if (rest >= below) rest -= below;
    --exponent;
  }
  if (rest != 0) bits |= 1U;
  const double size = std::ldexp(static_cast<double>(bits), exponent);
  return is_negative() ? -size : size;
}

std::string to_fixed(const Rational& value, int scale, Rounding rounding) {
  ACCORD_EXPECT(scale >= 0 && scale <= decimal_scale_max);
  if (!value.is_valid()) return "too large";
  const bool negative = value.numerator_ < 0;
  const auto whole_denominator = static_cast<Unsigned>(value.denominator_);
  const Unsigned size = magnitude(value.numerator_);
  Unsigned whole = size / whole_denominator;
  Unsigned rest = size % whole_denominator;
  Unsigned fraction = 0;
  for (int i = 0; i < scale; ++i) {
    // rest < denominator < 2^127, so ten times it may overflow: divide digit by digit by addition.
    unsigned digit = 0;
    Unsigned sum = 0;
    for (int k = 0; k < 10; ++k) {
      sum += rest;
      if (sum >= whole_denominator) sum -= whole_denominator, ++digit;
    }
    rest = sum;
    fraction = fraction * 10 + digit;
  }
  const bool up =
      rounding == Rounding::half_up ? rest >= whole_denominator - rest : negative && rest != 0;
  if (up && ++fraction == static_cast<Unsigned>(power_of_ten(scale))) {
    fraction = 0;
    ++whole;
  }
  std::string out = digits_of(whole);
  if (scale > 0) {
    const std::string tail = digits_of(fraction);
    out += "." + std::string(static_cast<std::size_t>(scale) - tail.size(), '0') + tail;
  }
  const bool is_zero = whole == 0 && fraction == 0;
  return negative && !is_zero ? "-" + out : out;
}

std::optional<Decimal> to_decimal(const Rational& value) {
  if (!value.is_valid()) return std::nullopt;
  Int denominator = value.denominator_;
  int twos = 0;
  int fives = 0;
  while (denominator % 2 == 0) denominator /= 2, ++twos;
  while (denominator % 5 == 0) denominator /= 5, ++fives;
  const int scale = std::max(twos, fives);
  if (denominator != 1 || scale > decimal_scale_max) return std::nullopt;
  const auto mantissa = multiply(value.numerator_, power_of_ten(scale) / value.denominator_);
  if (!mantissa || *mantissa > INT64_MAX || *mantissa < INT64_MIN) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(*mantissa), static_cast<std::uint8_t>(scale)};
}

std::string fraction_string(const Rational& value) {
  if (!value.is_valid()) return "invalid";
  const std::string sign = value.numerator_ < 0 ? "-" : "";
  return sign + digits_of(magnitude(value.numerator_)) + "/" +
         digits_of(magnitude(value.denominator_));
}

std::string to_exact_string(const Rational& value, int scale_otherwise) {
  if (const auto exact = to_decimal(value)) return to_string(*exact);
  return (value.is_valid() ? "≈ " : "") + to_fixed(value, scale_otherwise);
}

}  // namespace accord
