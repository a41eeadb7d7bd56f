#include "talks/model/number.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <utility>

namespace accord::talks {

namespace {

namespace mp = boost::multiprecision;
using Whole = mp::cpp_int;

constexpr int exponent_max = 30;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits may begin with zeros, which the library would read as octal.
Whole whole_of(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return Whole(std::string(digits));
}

Whole ten_to(std::size_t power) {
  return mp::pow(Whole(10), static_cast<unsigned>(power));
}

/// Takes "e-3" from the end. Nothing when what is there is not an exponent within the limit.
std::optional<int> take_exponent(std::string_view& text) {
  const std::size_t at = text.find_first_of("eE");
  if (at == std::string_view::npos) return 0;
  std::string_view power = text.substr(at + 1);
  text = text.substr(0, at);
  const bool negative = !power.empty() && power.front() == '-';
  if (!power.empty() && (power.front() == '-' || power.front() == '+')) power.remove_prefix(1);
  if (!all_digits(power)) return std::nullopt;
  const Whole value = whole_of(power);
  if (value > exponent_max) return std::nullopt;
  return negative ? -value.convert_to<int>() : value.convert_to<int>();
}

}  // namespace

struct Number::Value {
  mp::cpp_rational fraction;
};

Number::Number() : value_(std::make_unique<Value>()) {}
Number::Number(std::int64_t whole) : value_(std::make_unique<Value>(Value{Whole(whole)})) {}
Number::Number(const Number& other) : value_(std::make_unique<Value>(*other.value_)) {}
Number::Number(Number&& other) noexcept = default;
Number& Number::operator=(const Number& other) {
  if (this != &other) value_ = std::make_unique<Value>(*other.value_);
  return *this;
}
Number& Number::operator=(Number&& other) noexcept = default;
Number::~Number() = default;

std::optional<Number> Number::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  Number out;
  auto& value = out.value_->fraction;
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    const std::string_view below = text.substr(slash + 1);
    if (!all_digits(text.substr(0, slash)) || !all_digits(below)) return std::nullopt;
    if (whole_of(below).is_zero()) return std::nullopt;
    value = mp::cpp_rational(whole_of(text.substr(0, slash)), whole_of(below));
  } else {
    const auto exponent = take_exponent(text);
    if (!exponent) return std::nullopt;
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view before = text.substr(0, point);
    const std::string_view after =
        point < text.size() ? text.substr(point + 1) : text.substr(point);
    // A point has a digit on at least one of its sides.
    if (!all_digits(before) && !(before.empty() && all_digits(after))) return std::nullopt;
    if (!after.empty() && !all_digits(after)) return std::nullopt;
    value = mp::cpp_rational(whole_of(std::string(before).append(after)), ten_to(after.size()));
    if (*exponent > 0) value *= mp::cpp_rational(ten_to(static_cast<std::size_t>(*exponent)));
    if (*exponent < 0) value /= mp::cpp_rational(ten_to(static_cast<std::size_t>(-*exponent)));
  }
  if (negative) value = -value;
  return out;
}

Number Number::of(Wide whole) {
  Number out;
  out.value_->fraction = Whole(whole);
  return out;
}

Number& Number::operator+=(const Number& other) {
  value_->fraction += other.value_->fraction;
  return *this;
}
Number& Number::operator-=(const Number& other) {
  value_->fraction -= other.value_->fraction;
  return *this;
}
Number& Number::operator*=(const Number& other) {
  value_->fraction *= other.value_->fraction;
  return *this;
}
Number& Number::operator/=(const Number& other) {
  value_->fraction /= other.value_->fraction;
  return *this;
}
Number Number::operator-() const {
  Number out;
  out.value_->fraction = -value_->fraction;
  return out;
}
std::strong_ordering operator<=>(const Number& a, const Number& b) {
  return a.value_->fraction.compare(b.value_->fraction) <=> 0;
}

int Number::sign() const {
  return value_->fraction.sign();
}
bool Number::is_whole() const {
  return mp::denominator(value_->fraction) == 1;
}

Number Number::floor() const {
  const Whole above = mp::numerator(value_->fraction);
  const Whole below = mp::denominator(value_->fraction);
  Whole out = above / below;  // towards zero
  if (above.sign() < 0 && out * below != above) --out;
  Number number;
  number.value_->fraction = out;
  return number;
}
Number Number::numerator() const {
  Number out;
  out.value_->fraction = mp::numerator(value_->fraction);
  return out;
}
Number Number::denominator() const {
  Number out;
  out.value_->fraction = mp::denominator(value_->fraction);
  return out;
}

std::optional<std::int64_t> Number::to_int64() const {
  const auto wide = to_wide();
  if (!wide || *wide != static_cast<std::int64_t>(*wide)) return std::nullopt;
  return static_cast<std::int64_t>(*wide);
}

std::optional<Number::Wide> Number::to_wide() const {
  if (!is_whole()) return std::nullopt;
  const Whole whole = mp::numerator(value_->fraction);
  if (!whole.is_zero() && mp::msb(mp::abs(whole)) >= 126) return std::nullopt;
  return whole.convert_to<Wide>();
}

std::string Number::text() const {
  return value_->fraction.str();
}

std::string Number::decimal() const {
  constexpr std::size_t digits_max = 12;
  const bool negative = value_->fraction.sign() < 0;
  const Whole above = mp::abs(mp::numerator(value_->fraction)) * ten_to(digits_max);
  const Whole below = mp::denominator(value_->fraction);
  std::string digits = Whole((above * 2 + below) / (below * 2)).str();
  if (digits.size() <= digits_max) digits.insert(0, digits_max + 1 - digits.size(), '0');
  digits.insert(digits.size() - digits_max, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return negative && digits != "0" ? "-" + digits : digits;
}

double Number::approximate() const {
  return value_->fraction.convert_to<double>();
}

Number common_multiple(const Number& a, const Number& b) {
  // gcd by the fraction a/b, which is in lowest terms: lcm = a · denominator(a/b).
  return a * (a / b).denominator();
}

}  // namespace accord::talks
