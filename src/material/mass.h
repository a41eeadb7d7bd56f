#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Weights of nuclear material: exact, never floating point (reporting chapter, section 1).
namespace accord::material {

/// A weight in micrograms; what one entry states. About ±9.2 million tonnes.
struct Mass {
  std::int64_t micrograms = 0;

  friend auto operator<=>(const Mass&, const Mass&) = default;
};

/// A sum of weights, and products of two: 128 bits of micrograms.
struct MassSum {
  __extension__ typedef __int128 Int;
  Int micrograms = 0;

  constexpr MassSum() = default;
  constexpr explicit MassSum(Int value) : micrograms(value) {}
  constexpr MassSum(Mass mass) : micrograms(mass.micrograms) {}  // NOLINT: every weight is a sum

  constexpr MassSum& operator+=(MassSum b) { return micrograms += b.micrograms, *this; }
  constexpr MassSum& operator-=(MassSum b) { return micrograms -= b.micrograms, *this; }
  friend constexpr MassSum operator+(MassSum a, MassSum b) { return a += b; }
  friend constexpr MassSum operator-(MassSum a, MassSum b) { return a -= b; }
  friend constexpr MassSum operator-(MassSum a) { return MassSum(-a.micrograms); }
  friend constexpr auto operator<=>(const MassSum&, const MassSum&) = default;
};

enum class MassUnit : char { gram = 'G', kilogram = 'K' };

/// Micrograms in one unit.
[[nodiscard]] constexpr std::int64_t micrograms_in(MassUnit unit) {
  return unit == MassUnit::gram ? 1'000'000 : 1'000'000'000;
}

enum class MassFault : std::uint8_t {
  none,
  not_a_number,  ///< other characters than digits, one point and a leading minus
  too_fine,      ///< something below a microgram
  too_large      ///< more than Mass can hold
};

struct ParsedMass {
  Mass mass;
  MassFault fault = MassFault::none;
};

/// "-1523.4" of a unit; digits with an optional point and digits, an optional leading minus. No
/// blanks, no exponent, no thousands mark. Zeros after the sixth digit of a gram are allowed.
[[nodiscard]] ParsedMass parse_mass(std::string_view number, MassUnit unit);

/// The exact number of units without trailing zeros: "7531254.8", "-0.25", "0".
[[nodiscard]] std::string to_string(MassSum mass, MassUnit unit);

/// Rounded to `decimals` digits after the point of the unit (0 to 6), half away from zero; with all
/// of these digits: "210.00".
[[nodiscard]] std::string to_fixed(MassSum mass, MassUnit unit, int decimals);

/// Rounded to whole units, half away from zero.
[[nodiscard]] MassSum rounded(MassSum mass, MassUnit unit);

}  // namespace accord::material
