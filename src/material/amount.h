#pragma once

#include "described/described.h"
#include "material/weights.h"

/// A weight as answers show it: an exact number of its unit of account, and the label that says
/// what it is of.
namespace accord::material {

enum class Unit : std::uint8_t { gram, kilogram };

struct Amount {
  MassSum mass;
  MassUnit unit = MassUnit::gram;

  friend bool operator==(const Amount&, const Amount&) = default;
};

[[nodiscard]] constexpr Amount amount(MassSum mass, const KindFacts& facts) {
  return {mass, facts.unit};
}
[[nodiscard]] constexpr Unit shown(MassUnit unit) {
  return unit == MassUnit::gram ? Unit::gram : Unit::kilogram;
}

}  // namespace accord::material

namespace accord::described {

template <>
struct Words<material::Unit> {
  static constexpr auto last = material::Unit::kilogram;
  static constexpr std::string_view name = "unit", words[] = {"g", "kg"};
};

/// The number without its unit, which stands in a member of its own.
template <>
struct Described<material::Amount> {
  static const Type type;
};

/// A label of weights, as 630: its number.
template <>
struct Described<material::Kind> {
  static const Type type;
};

}  // namespace accord::described
