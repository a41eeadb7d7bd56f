#include "material/quantities.h"

#include <algorithm>
#include <array>

#include "base/contract.h"

namespace accord::material {

namespace {

using Int = MassSum::Int;

constexpr Int attograms_per_microgram = 1'000'000'000'000;
constexpr Int attograms_per_kilogram = attograms_per_microgram * 1'000'000'000;

constexpr Int power_of_ten(int exponent) {
  Int out = 1;
  while (exponent-- > 0) out *= 10;
  return out;
}

/// Limits of section 11.3.
constexpr Decimal e_square{1, 2}, e_small{5, 3};

Mass kilograms(std::int64_t count) {
  return {count * 1'000'000'000};
}

/// A natural number of up to 512 bits: room for the product of six of 64.
class Wide {
 public:
  explicit Wide(std::uint64_t value) { parts_.back() = value; }

  Wide& operator*=(std::uint64_t factor) {
    Unsigned carry = 0;
    for (std::size_t i = parts_.size(); i-- > 0;) {
      carry += Unsigned{parts_[i]} * factor;
      parts_[i] = static_cast<std::uint64_t>(carry);
      carry >>= 64U;
    }
    return *this;
  }
  Wide& operator+=(const Wide& b) {
    Unsigned carry = 0;
    for (std::size_t i = parts_.size(); i-- > 0;) {
      carry += Unsigned{parts_[i]} + b.parts_[i];
      parts_[i] = static_cast<std::uint64_t>(carry);
      carry >>= 64U;
    }
    return *this;
  }
  /// Times 10^(2 · exponent).
  Wide& scale_square(int exponent) {
    while (exponent-- > 0) *this *= 100;
    return *this;
  }
  friend auto operator<=>(const Wide&, const Wide&) = default;

 private:
  __extension__ typedef unsigned __int128 Unsigned;
  std::array<std::uint64_t, 8> parts_{};  // the highest first
};

std::uint64_t size_of(std::int64_t value) {
  return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                   : static_cast<std::uint64_t>(value);
}
Wide square(std::int64_t value) {
  return Wide(size_of(value)) *= size_of(value);
}

}  // namespace

std::strong_ordering compare_with_uncertainty(Mass difference, Mass whole, const Decimal& factor,
                                              const Decimal& u, const Decimal& v) {
  const int scale = std::max(u.scale, v.scale);
  Wide most = square(u.mantissa).scale_square(scale - u.scale);
  most += square(v.mantissa).scale_square(scale - v.scale);
  for (const std::int64_t part : {factor.mantissa, whole.micrograms})
    (most *= size_of(part)) *= size_of(part);
  return square(difference.micrograms).scale_square(scale + factor.scale) <=> most;
}

std::strong_ordering compare_share(Mass part, Mass whole, const Decimal& limit) {
  ACCORD_EXPECT(whole.micrograms > 0);
  return Int{part.micrograms} * power_of_ten(limit.scale) <=>
         Int{whole.micrograms} * limit.mantissa;
}

Rational enrichment(Mass fissile, Mass uranium) {
  if (uranium.micrograms <= 0) return Rational::invalid();
  return Rational::of(fissile.micrograms, uranium.micrograms);
}

bool is_high_enriched(Mass fissile, Mass uranium) {
  return compare_share(fissile, uranium, {2, 1}) >= 0;
}

EffectiveMass EffectiveMass::of(Mass weight, std::int64_t numerator, std::int64_t denominator) {
  ACCORD_EXPECT(weight.micrograms >= 0 && numerator >= 0 && denominator > 0);
  const Int product = Int{weight.micrograms} * numerator;
  const Int rest = product % denominator * attograms_per_microgram;
  EffectiveMass out;
  out.attograms_ = product / denominator * attograms_per_microgram + rest / denominator;
  out.parts_ = rest % denominator == 0 ? 0 : 1;
  return out;
}

EffectiveMass& EffectiveMass::operator+=(const EffectiveMass& b) {
  attograms_ += b.attograms_;
  parts_ += b.parts_;
  return *this;
}

EffectiveMass& EffectiveMass::operator-=(const EffectiveMass& b) {
  attograms_ -= b.attograms_;
  parts_ -= b.parts_;
  return *this;
}

bool EffectiveMass::is_above(const Decimal& kg) const {
  const Int limit = attograms_per_kilogram * kg.mantissa / power_of_ten(kg.scale);
  return attograms_ > limit || (attograms_ == limit && parts_ > 0);
}

std::string EffectiveMass::to_fixed(int decimals) const {
  ACCORD_EXPECT(decimals >= 0 && decimals <= 9);
  // One rounding: to the digits asked for, in units of micrograms that MassSum prints exactly.
  const Int step = attograms_per_kilogram / power_of_ten(decimals);
  const Int half = attograms_ < 0 ? -step / 2 : step / 2;
  const MassSum rounded((attograms_ + half) / step * (step / attograms_per_microgram));
  std::string out = to_string(rounded, MassUnit::kilogram);
  if (decimals == 0) return out;
  if (out.find('.') == std::string::npos) out += '.';
  const std::size_t have = out.size() - 1 - out.find('.');
  return out + std::string(static_cast<std::size_t>(decimals) - have, '0');
}

std::optional<EffectiveMass> effective_mass(Kind element, Mass weight,
                                            std::optional<Mass> fissile) {
  if (weight.micrograms < 0) return std::nullopt;
  switch (element) {
    case Kind::plutonium:
      return EffectiveMass::of(weight, 1, 1);
    case Kind::thorium:
      return EffectiveMass::of(weight, 1, 20'000);
    case Kind::natural_uranium:
      if (!fissile) return EffectiveMass::of(weight, 1, 10'000);
      break;
    case Kind::depleted_uranium:
      if (!fissile) return EffectiveMass::of(weight, 1, 20'000);
      break;
    case Kind::enriched_uranium:
    case Kind::unified_uranium:
      if (!fissile) return std::nullopt;
      break;
    default:
      return std::nullopt;
  }
  if (fissile->micrograms < 0 || *fissile > weight) return std::nullopt;
  if (weight.micrograms == 0) return EffectiveMass();
  // weight × e² = fissile² / weight: at most 2¹²⁶.
  if (compare_share(*fissile, weight, e_square) >= 0)
    return EffectiveMass::of(*fissile, fissile->micrograms, weight.micrograms);
  return EffectiveMass::of(weight, 1,
                           compare_share(*fissile, weight, e_small) > 0 ? 10'000 : 20'000);
}

std::optional<Mass> significant_quantity(Kind kind, bool high_enriched) {
  switch (kind) {
    case Kind::plutonium:
    case Kind::u233:
      return kilograms(8);
    case Kind::u235:
      return kilograms(high_enriched ? 25 : 75);
    case Kind::natural_uranium:
      return kilograms(10'000);
    case Kind::depleted_uranium:
    case Kind::thorium:
      return kilograms(20'000);
    default:
      return std::nullopt;
  }
}

}  // namespace accord::material
