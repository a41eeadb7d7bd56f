#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <system_error>

#include "described/described.h"

namespace accord::described {

namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

template <class T>
std::weak_ordering ordered(const void* a, const void* b) {
  if constexpr (std::is_floating_point_v<T>) {
    return std::weak_order(as<T>(a), as<T>(b));
  } else {
    return as<T>(a) <=> as<T>(b);
  }
}

void print_text(const void* value, std::string& out) {
  out += as<std::string>(value);
}
bool parse_text(std::string_view text, void* value) {
  static_cast<std::string*>(value)->assign(text);
  return true;
}

void print_yes_no(const void* value, std::string& out) {
  out += as<bool>(value) ? "yes" : "no";
}
bool parse_yes_no(std::string_view text, void* value) {
  if (text != "yes" && text != "no") return false;
  *static_cast<bool*>(value) = text == "yes";
  return true;
}

template <class T>
void print_number(const void* value, std::string& out) {
  if constexpr (std::is_floating_point_v<T>) {
    if (!std::isfinite(as<T>(value))) return;  // no figure
  }
  fmt::format_to(std::back_inserter(out), "{}", as<T>(value));
}
template <class T>
bool parse_number(std::string_view text, void* value) {
  T parsed{};
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, parsed);
  if (error != std::errc() || stopped != end) return false;
  if constexpr (std::is_floating_point_v<T>) {
    if (!std::isfinite(parsed)) return false;
  }
  *static_cast<T*>(value) = parsed;
  return true;
}
template <class T>
double number_of(const void* value) {
  return static_cast<double>(as<T>(value));
}
template <class T>
constexpr Type number_type(Kind kind, std::string_view expected) {
  Type out;
  out.kind = kind;
  out.print = print_number<T>;
  out.parse = parse_number<T>;
  out.number = number_of<T>;
  out.may_be_none = std::is_floating_point_v<T>;
  out.expected = expected;
  out.compare = ordered<T>;
  return out;
}

void print_day(const void* value, std::string& out) {
  out += to_string(as<Day>(value));
}
bool parse_a_day(std::string_view text, void* value) {
  const auto day = parse_day(text);
  if (!day || *day < day_min || day_max < *day) return false;
  *static_cast<Day*>(value) = *day;
  return true;
}

/// The digits that the text may have after a minus sign.
bool parse_signed(std::string_view text, Decimal& value) {
  const bool negative = text.starts_with('-');
  const ParsedDecimal parsed = parse_decimal(negative ? text.substr(1) : text);
  if (parsed.fault != DecimalFault::none) return false;
  value = parsed.value;
  if (negative) value.mantissa = -value.mantissa;
  return true;
}
void print_decimal(const void* value, std::string& out) {
  out += to_string(as<Decimal>(value));
}
bool parse_a_decimal(std::string_view text, void* value) {
  return parse_signed(text, *static_cast<Decimal*>(value));
}

void print_rational(const void* value, std::string& out) {
  const auto& fraction = as<Rational>(value);
  if (!fraction.is_valid()) return;  // no figure
  const auto decimal = to_decimal(fraction);
  out += decimal ? to_string(*decimal) : fraction_string(fraction);
}
bool parse_a_rational(std::string_view text, void* value) {
  const std::size_t slash = text.find('/');
  Decimal above, below{1, 0};
  if (!parse_signed(text.substr(0, slash), above)) return false;
  if (slash != std::string_view::npos && !parse_signed(text.substr(slash + 1), below)) return false;
  const Rational fraction = Rational(above) / Rational(below);
  if (!fraction.is_valid()) return false;
  *static_cast<Rational*>(value) = fraction;
  return true;
}
std::weak_ordering compare_rationals(const void* a, const void* b) {
  const std::partial_ordering order = as<Rational>(a) <=> as<Rational>(b);
  if (order < 0) return std::weak_ordering::less;
  if (order > 0) return std::weak_ordering::greater;
  if (order == 0) return std::weak_ordering::equivalent;
  return as<Rational>(a).is_valid() <=> as<Rational>(b).is_valid();  // what is none comes first
}

}  // namespace

constinit const Type Described<std::string>::type{
    .kind = Kind::text, .print = print_text, .parse = parse_text, .compare = ordered<std::string>};
constinit const Type Described<bool>::type{.kind = Kind::yes_no,
                                           .print = print_yes_no,
                                           .parse = parse_yes_no,
                                           .expected = "yes or no",
                                           .compare = ordered<bool>};
constinit const Type Described<std::int32_t>::type =
    number_type<std::int32_t>(Kind::whole, "a whole number");
constinit const Type Described<std::int64_t>::type =
    number_type<std::int64_t>(Kind::whole, "a whole number");
constinit const Type Described<std::uint32_t>::type =
    number_type<std::uint32_t>(Kind::whole, "a whole number, 0 or above");
constinit const Type Described<std::uint64_t>::type =
    number_type<std::uint64_t>(Kind::whole, "a whole number, 0 or above");
constinit const Type Described<double>::type = number_type<double>(Kind::real, "a number");
constinit const Type Described<Day>::type{.kind = Kind::day,
                                          .print = print_day,
                                          .parse = parse_a_day,
                                          .expected = "a day such as 2026-02-28",
                                          .compare = ordered<Day>};
constinit const Type Described<Decimal>::type{.kind = Kind::exact,
                                              .print = print_decimal,
                                              .parse = parse_a_decimal,
                                              .expected = "a number such as 2.75",
                                              .compare = ordered<Decimal>};
constinit const Type Described<Rational>::type{.kind = Kind::exact,
                                               .print = print_rational,
                                               .parse = parse_a_rational,
                                               .may_be_none = true,
                                               .expected = "a number such as 2.75 or 1/3",
                                               .compare = compare_rationals};

}  // namespace accord::described
