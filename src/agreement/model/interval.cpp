#include "agreement/model/interval.h"

namespace accord::agreement {

namespace {

using End = Interval::End;

std::optional<End> sum(const std::optional<End>& a, const std::optional<End>& b) {
  if (!a || !b) return std::nullopt;
  return End{a->at + b->at, a->open || b->open};
}

/// The lower of two lower ends, or the higher of two upper ends.
std::optional<End> outer(const std::optional<End>& a, const std::optional<End>& b, bool low) {
  if (!a || !b) return std::nullopt;
  if (a->at == b->at) return End{a->at, a->open && b->open};
  return (a->at < b->at) == low ? a : b;
}

/// True when an interval that ends at `high` lies wholly below one that begins at `low`.
bool below(const std::optional<End>& high, const std::optional<End>& low) {
  if (!high || !low) return false;
  return high->at < low->at || (high->at == low->at && (high->open || low->open));
}

}  // namespace

Interval Interval::point(const Rational& value) {
  return {End{value}, End{value}};
}

Interval Interval::around(const Rational& value, const Rational& uncertainty) {
  return {End{value - uncertainty}, End{value + uncertainty}};
}

Interval Interval::at_least(const Rational& value) {
  return {End{value}, std::nullopt};
}

Interval Interval::of(const Bound& bound) {
  const Rational value(bound.value.number);
  switch (bound.kind) {
    case Bound::Kind::le:
      return {std::nullopt, End{value}};
    case Bound::Kind::lt:
      return {std::nullopt, End{value, true}};
    case Bound::Kind::ge:
      return {End{value}, std::nullopt};
    case Bound::Kind::gt:
      return {End{value, true}, std::nullopt};
    case Bound::Kind::eq:
      return point(value);
    case Bound::Kind::between:
      break;
  }
  return {End{value}, End{Rational(bound.upper.number)}};
}

bool Interval::is_valid() const {
  return (!low || low->at.is_valid()) && (!high || high->at.is_valid());
}

Interval operator+(const Interval& a, const Interval& b) {
  return {sum(a.low, b.low), sum(a.high, b.high)};
}

Interval scaled(const Interval& a, const Rational& factor) {
  const auto times = [&](const std::optional<End>& end) {
    return end ? std::optional(End{end->at * factor, end->open}) : std::nullopt;
  };
  if (factor.is_zero()) return Interval::point(factor);
  if (factor.is_negative()) return {times(a.high), times(a.low)};
  return {times(a.low), times(a.high)};
}

Interval divided(const Interval& a, const Interval& b) {
  Interval out;
  if (a.low && b.high) out.low = End{a.low->at / b.high->at, a.low->open || b.high->open};
  const bool away_from_zero = b.low && b.low->at > Rational::of(0);
  if (a.high && away_from_zero) out.high = End{a.high->at / b.low->at, a.high->open || b.low->open};
  return out;
}

Interval widened(const Interval& a, const Rational& by) {
  Interval out = a;
  if (out.low) out.low->at = out.low->at - by;
  if (out.high) out.high->at = out.high->at + by;
  return out;
}

Interval hull(const Interval& a, const Interval& b) {
  return {outer(a.low, b.low, true), outer(a.high, b.high, false)};
}

bool contains(const Interval& whole, const Interval& part) {
  if (!whole.is_valid() || !part.is_valid()) return false;
  const auto reaches = [](const std::optional<End>& limit, const std::optional<End>& end,
                          bool low) {
    if (!limit) return true;
    if (!end) return false;
    if (end->at == limit->at) return !limit->open || end->open;
    return low ? end->at > limit->at : end->at < limit->at;
  };
  return reaches(whole.low, part.low, true) && reaches(whole.high, part.high, false);
}

bool touch(const Interval& a, const Interval& b) {
  return !below(a.high, b.low) && !below(b.high, a.low);
}

}  // namespace accord::agreement
