#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

/// Random numbers by counting, not by remembering: any number of any stream can be computed alone,
/// so results do not depend on threads or ranks. Philox4x32-10 (Salmon et al. 2011).
namespace accord::numerics {

/// Four words from a counter of four words and a key of two; a bijection for each key.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::uint64_t key);

/// Where random numbers come from: a seed, and in it 2³² streams of 2⁶⁴ places of 2³² draws each.
struct RandomStream {
  std::uint64_t seed = 0;
  std::uint32_t stream = 0;
};

/// Places that are computed side by side.
inline constexpr std::size_t random_lanes = 64;
using NormalBlock = std::array<std::array<double, random_lanes>, 4>;

/// Independent N(0, 1) numbers of 64 places from `first` on, four for each draw: out[j][lane] is
/// number 4·draw + j of place first + lane. Box and Muller's transform of 32-bit words: every value
/// is within ±6.77 (probability beyond: 1.3e-11); logarithm, sine and cosine to 1e-15. The same
/// bits on every processor: only +, −, ×, ÷ and √ are used.
void normal_block(const RandomStream& stream, std::uint64_t first, std::uint32_t draw,
                  NormalBlock& out);

/// Numbers `first` … of a stream in one sequence: those of draw 0, each block after the other. Any
/// cut of the sequence gives the same numbers.
void fill_normals(const RandomStream& stream, std::uint64_t first, std::span<double> out);

/// Uniform within (0, 1), both ends excluded: (word + ½) / 2³².
[[nodiscard]] constexpr double uniform(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

}  // namespace accord::numerics
