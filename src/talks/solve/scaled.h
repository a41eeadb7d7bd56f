#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "talks/solve/prepared.h"

/// Utilities as whole numbers over one common denominator for each party, so that they are compared
/// and added up exactly.
namespace accord::talks {

enum class Digits : std::uint8_t { narrow, wide, any };  ///< 64 bits, 128 bits, as many as needed

template <class T>
struct ScaledParty {
  Number denominator = 1;
  std::vector<Factor<T>> utility;
  std::optional<T> reservation;  ///< the least whole number that is enough
};

/// The fewest digits in which the sum of the absolute maxima of every party fits.
[[nodiscard]] Digits digits_needed(const std::vector<ExactParty>& parties);

/// Contract: the digits fit. T: std::int64_t, Number::Wide, Number.
template <class T>
[[nodiscard]] std::vector<ScaledParty<T>> scaled(const std::vector<ExactParty>& parties);

template <class T>
[[nodiscard]] Number unscaled(const T& value, const Number& denominator);

}  // namespace accord::talks
