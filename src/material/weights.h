#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "material/mass.h"

/// What a weight is a weight of. Numbers are those of the IAEA's Model Subsidiary Arrangement Code
/// 10, labelled form of 2 November 2011, labels 600 to 800; other forms are turned into them.
namespace accord::material {

enum class Kind : std::uint16_t {
  unified_uranium = 600,
  natural_uranium = 610,
  depleted_uranium = 620,
  enriched_uranium = 630,
  u233 = 640,
  u234 = 650,
  u233_u235 = 660,
  u235 = 670,
  u236 = 680,
  u238 = 690,
  plutonium = 700,
  pu238 = 710,
  pu239 = 720,
  pu240 = 730,
  pu241 = 740,
  pu242 = 750,
  pu239_pu241 = 760,
  fissile_natural = 770,
  fissile_depleted = 780,
  thorium = 800
};

struct KindFacts {
  Kind kind;
  MassUnit unit;  ///< unit of account
  bool element;   ///< false: an isotope, or the fissile content, of an element
  bool balanced;  ///< has a balance of its own (sections 10.1, V060 to V069)
  std::string_view name;
};

/// In order of number.
inline constexpr std::array<KindFacts, 20> kinds{{
    {Kind::unified_uranium, MassUnit::gram, true, true, "unified uranium"},
    {Kind::natural_uranium, MassUnit::kilogram, true, true, "natural uranium"},
    {Kind::depleted_uranium, MassUnit::kilogram, true, true, "depleted uranium"},
    {Kind::enriched_uranium, MassUnit::gram, true, true, "enriched uranium"},
    {Kind::u233, MassUnit::gram, false, true, "U-233"},
    {Kind::u234, MassUnit::gram, false, false, "U-234"},
    {Kind::u233_u235, MassUnit::gram, false, true, "U-233 and U-235"},
    {Kind::u235, MassUnit::gram, false, true, "U-235"},
    {Kind::u236, MassUnit::gram, false, false, "U-236"},
    {Kind::u238, MassUnit::gram, false, false, "U-238"},
    {Kind::plutonium, MassUnit::gram, true, true, "plutonium"},
    {Kind::pu238, MassUnit::gram, false, false, "Pu-238"},
    {Kind::pu239, MassUnit::gram, false, false, "Pu-239"},
    {Kind::pu240, MassUnit::gram, false, false, "Pu-240"},
    {Kind::pu241, MassUnit::gram, false, false, "Pu-241"},
    {Kind::pu242, MassUnit::gram, false, false, "Pu-242"},
    {Kind::pu239_pu241, MassUnit::gram, false, false, "Pu-239 and Pu-241"},
    {Kind::fissile_natural, MassUnit::gram, false, false, "fissile content of natural uranium"},
    {Kind::fissile_depleted, MassUnit::gram, false, false, "fissile content of depleted uranium"},
    {Kind::thorium, MassUnit::kilogram, true, true, "thorium"},
}};

/// Place of a kind in `kinds`; 20 when the number is none.
[[nodiscard]] constexpr std::size_t index_of(Kind kind) {
  const auto number = static_cast<std::uint16_t>(kind);
  if (number == 800) return 19;
  return number >= 600 && number <= 780 && number % 10 == 0 ? (number - 600U) / 10 : 20;
}
[[nodiscard]] constexpr bool is_kind(std::uint16_t number) {
  return index_of(Kind{number}) < kinds.size();
}
/// Contract: one of the kinds.
[[nodiscard]] constexpr const KindFacts& facts(Kind kind) {
  return kinds[index_of(kind)];
}

}  // namespace accord::material
