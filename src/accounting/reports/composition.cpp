#include "accounting/reports/composition.h"

#include <limits>

namespace accord::accounting {

using material::Kind;
using material::Mass;
using material::MassSum;

std::optional<Mass> fissile_of(const Report& report, const Entry& entry, Kind element) {
  const auto stated = [&](Kind kind) -> std::optional<Mass> {
    const Weight* w = report.weight(entry, kind);
    return w == nullptr ? std::nullopt : std::optional(w->mass);
  };
  switch (element) {
    case Kind::natural_uranium:
      return stated(Kind::fissile_natural);
    case Kind::depleted_uranium:
      return stated(Kind::fissile_depleted);
    case Kind::enriched_uranium:
    case Kind::unified_uranium:
      break;
    default:
      return std::nullopt;
  }
  if (const auto both = stated(Kind::u233_u235)) return both;
  const auto u233 = stated(Kind::u233), u235 = stated(Kind::u235);
  if (!u233 || !u235) return u233 ? u233 : u235;
  const MassSum sum = MassSum(*u233) + *u235;
  if (sum > MassSum(Mass{std::numeric_limits<std::int64_t>::max()})) return std::nullopt;
  return Mass{static_cast<std::int64_t>(sum.micrograms)};
}

material::EffectiveMass effective_mass_of(const Report& report, const Entry& entry) {
  material::EffectiveMass sum;
  for (std::uint32_t i = 0; i < entry.weight_count; ++i) {
    const Weight& w = report.weights[entry.weights + i];
    if (!material::facts(w.kind).element) continue;
    const auto mass = material::effective_mass(w.kind, w.mass, fissile_of(report, entry, w.kind));
    if (mass) sum += *mass;
  }
  return sum;
}

}  // namespace accord::accounting
