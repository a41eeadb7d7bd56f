#pragma once

#include <optional>

#include "agreement/model/model.h"
#include "base/rational.h"

namespace accord::agreement {

/// A set of figures without gaps: what a bound allows, what an attestation leaves open, or a figure
/// with its uncertainty. A missing end is open to infinity.
struct Interval {
  struct End {
    Rational at;
    bool open = false;  ///< the end itself does not belong
  };
  std::optional<End> low, high;

  [[nodiscard]] static Interval point(const Rational& value);
  [[nodiscard]] static Interval around(const Rational& value, const Rational& uncertainty);
  [[nodiscard]] static Interval at_least(const Rational& value);
  [[nodiscard]] static Interval of(const Bound& bound);

  /// False as soon as a number is too large to compare.
  [[nodiscard]] bool is_valid() const;
};

[[nodiscard]] Interval operator+(const Interval& a, const Interval& b);
/// Every figure times a factor; a negative one turns the ends round.
[[nodiscard]] Interval scaled(const Interval& a, const Rational& factor);
/// a / b for non-negative sets; open above when b may be zero.
[[nodiscard]] Interval divided(const Interval& a, const Interval& b);
[[nodiscard]] Interval widened(const Interval& a, const Rational& by);
[[nodiscard]] Interval hull(const Interval& a, const Interval& b);

[[nodiscard]] bool contains(const Interval& whole, const Interval& part);
[[nodiscard]] bool touch(const Interval& a, const Interval& b);

}  // namespace accord::agreement
