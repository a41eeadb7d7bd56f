#pragma once

#include <compare>
#include <optional>
#include <string>

#include "base/decimal.h"
#include "base/rational.h"
#include "material/weights.h"

/// Quantities of safeguards: enrichment, effective kilograms, significant quantities (reporting
/// chapter, 11.1 and 11.3). Exact; nothing here divides before it compares.
namespace accord::material {

/// Compares part / whole with a limit. Contract: whole > 0.
[[nodiscard]] std::strong_ordering compare_share(Mass part, Mass whole, const Decimal& limit);

/// Compares the size of a difference with `factor` combined standard uncertainties of a weight,
/// factor · √(u² + v²) · whole, where u and v are relative and at least 0.
[[nodiscard]] std::strong_ordering compare_with_uncertainty(Mass difference, Mass whole,
                                                            const Decimal& factor, const Decimal& u,
                                                            const Decimal& v);

/// Weight of U-233 and U-235 over that of all uranium; invalid when the latter is not above 0.
[[nodiscard]] Rational enrichment(Mass fissile, Mass uranium);

/// From 20 per cent on. Contract: uranium > 0.
[[nodiscard]] bool is_high_enriched(Mass fissile, Mass uranium);

/// An amount in effective kilograms, counted in 10⁻¹⁸ g: less than the mass of one atom gets lost
/// of 10 000 batches.
class EffectiveMass {
 public:
  EffectiveMass() = default;
  /// `weight` × numerator / denominator. Contract: all at least 0, denominator > 0, the fraction
  /// at most 1, and weight × numerator within 128 bits.
  static EffectiveMass of(Mass weight, std::int64_t numerator, std::int64_t denominator);

  EffectiveMass& operator+=(const EffectiveMass& b);
  EffectiveMass& operator-=(const EffectiveMass& b);
  /// Exact for a single batch. Contract: the limit is below a million tonnes.
  [[nodiscard]] bool is_above(const Decimal& kilograms) const;
  /// Kilograms with this many digits (0 to 9), half away from zero: "2.8810".
  [[nodiscard]] std::string to_fixed(int decimals) const;

 private:
  MassSum::Int attograms_ = 0;
  int parts_ = 0;  ///< batches of which a part below 10⁻¹⁸ g was left out
};

/// Effective kilograms of one element of a batch: plutonium its weight; uranium of an enrichment e
/// of 0.01 or more e² times its weight, between 0.005 and 0.01 a 10 000th, up to 0.005 a 20 000th;
/// thorium a 20 000th. Without a fissile weight natural uranium counts as between the limits and
/// depleted uranium as up to 0.005; enriched and unified uranium give nothing, as do weights below
/// 0, a fissile weight above that of the element, and kinds that are no element.
/// Source: INFCIRC/153, paragraph 104.
[[nodiscard]] std::optional<EffectiveMass> effective_mass(Kind element, Mass weight,
                                                          std::optional<Mass> fissile);

/// One significant quantity of what a label counts; nothing for labels that none is stated for
/// (enriched uranium counts by its isotopes). Plutonium is taken as holding less than 80 per cent
/// of Pu-238. Source: IAEA Glossary as quoted by teaching material (trust C of the chapter).
[[nodiscard]] std::optional<Mass> significant_quantity(Kind kind, bool high_enriched);

}  // namespace accord::material
