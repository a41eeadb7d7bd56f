#include <bit>
#include <cmath>

#include "numerics/lanes.h"
#include "numerics/normal_versions.h"
#include "numerics/philox_round.h"

/// Philox and the transform of Box and Muller, 64 places at a time; compiled with -O3 in every
/// build type (CMakeLists.txt), so that loops over lanes become vectors.
namespace accord::numerics {

namespace {

constexpr std::size_t lanes = random_lanes;
using Words = std::array<std::uint32_t, lanes>;

[[gnu::always_inline]] inline void philox_lanes(std::uint64_t seed, std::uint32_t stream,
                                                std::uint64_t first, std::uint32_t draw,
                                                Words* words) {
  std::uint32_t* const out[4] = {words[0].data(), words[1].data(), words[2].data(),
                                 words[3].data()};
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const std::uint64_t place = first + lane;
    std::uint32_t a = static_cast<std::uint32_t>(place);
    std::uint32_t b = static_cast<std::uint32_t>(place >> 32);
    std::uint32_t c = draw;
    std::uint32_t d = stream;
    std::uint32_t key0 = static_cast<std::uint32_t>(seed);
    std::uint32_t key1 = static_cast<std::uint32_t>(seed >> 32);
#pragma GCC unroll 10
    for (int round = 0; round < philox_rounds; ++round) philox_round(a, b, c, d, key0, key1);
    out[0][lane] = a;
    out[1][lane] = b;
    out[2][lane] = c;
    out[3][lane] = d;
  }
}

/// −2 ln((word + ½) / 2³²), always positive. With x = 2^e m, √½ ≤ m < √2 and s = (m − 1)/(m + 1):
/// ln m = 2 (s + s³/3 + s⁵/5 + …); at |s| ≤ 0.1716 the terms left out are below 1e-16.
[[gnu::always_inline]] inline double minus_two_log(std::uint32_t word) {
  const double x =
      static_cast<double>(static_cast<std::int32_t>(word ^ 0x80000000U)) + 0x1p31 + 0.5;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  constexpr std::uint64_t root_half = 0x3FE6A09E667F3BCDU;  // √½
  const auto above = static_cast<std::int64_t>(bits - root_half) >> 52;
  const double m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(above) << 52));
  // above + 2^52 + 2^51 has the integer in its low bits: an exact change of type.
  const double e =
      std::bit_cast<double>(static_cast<std::uint64_t>(above) + 0x4338000000000000U) - 0x1.8p52;
  const double s = (m - 1) / (m + 1);
  const double z = s * s;
  double series = 1.0 / 19;
  series = series * z + 1.0 / 17;
  series = series * z + 1.0 / 15;
  series = series * z + 1.0 / 13;
  series = series * z + 1.0 / 11;
  series = series * z + 1.0 / 9;
  series = series * z + 1.0 / 7;
  series = series * z + 1.0 / 5;
  series = series * z + 1.0 / 3;
  constexpr double ln2 = 0.693147180559945309417;
  return -2 * ((e - 32) * ln2 + 2 * (s + s * z * series));
}

/// Taylor series of sine and cosine; at |x| ≤ π/4 the terms left out are below 5e-17 and 1e-16.
[[gnu::always_inline]] inline double sine(double x) {
  const double z = x * x;
  double series = -1.0 / 1307674368000;
  series = series * z + 1.0 / 6227020800;
  series = series * z - 1.0 / 39916800;
  series = series * z + 1.0 / 362880;
  series = series * z - 1.0 / 5040;
  series = series * z + 1.0 / 120;
  series = series * z - 1.0 / 6;
  return x + x * z * series;
}

[[gnu::always_inline]] inline double cosine(double x) {
  const double z = x * x;
  double series = 1.0 / 20922789888000;
  series = series * z - 1.0 / 87178291200;
  series = series * z + 1.0 / 479001600;
  series = series * z - 1.0 / 3628800;
  series = series * z + 1.0 / 40320;
  series = series * z - 1.0 / 720;
  series = series * z + 1.0 / 24;
  series = series * z - 0.5;
  return 1 + z * series;
}

/// Two normal numbers of each lane: radius from one word, angle from the other.
[[gnu::always_inline]] inline void box_muller(const Words& radius_words, const Words& angle_words,
                                              double* first, double* second) {
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const double radius = std::sqrt(minus_two_log(radius_words[lane]));
    const std::uint32_t turn = angle_words[lane];
    // The nearest quarter turn and the rest, −⅛ … ⅛ of a turn.
    const std::uint32_t quarter = (turn + 0x20000000U) >> 30;
    const auto rest = static_cast<std::int32_t>(turn - (quarter << 30));
    constexpr double angle_of_word = 1.46291807926715968105e-09;  // 2π / 2³²
    const double angle = static_cast<double>(rest) * angle_of_word;
    const double s = sine(angle);
    const double c = cosine(angle);
    const double x = (quarter & 1) != 0 ? s : c;
    const double y = (quarter & 1) != 0 ? c : s;
    first[lane] = radius * (((quarter + 1) & 2) != 0 ? -x : x);
    second[lane] = radius * ((quarter & 2) != 0 ? -y : y);
  }
}

[[gnu::always_inline]] inline void normals(const RandomStream& stream, std::uint64_t first,
                                           std::uint32_t draw, NormalBlock& out) {
  Words words[4];
  philox_lanes(stream.seed, stream.stream, first, draw, words);
  box_muller(words[0], words[1], out[0].data(), out[1].data());
  box_muller(words[2], words[3], out[2].data(), out[3].data());
}

ACCORD_LANES(normals,
             (const RandomStream& stream, std::uint64_t first, std::uint32_t draw,
              NormalBlock& out),
             (stream, first, draw, out))

const NormalBlockFunction chosen = normals_versions().back();

}  // namespace

std::vector<NormalBlockFunction> normal_block_versions() {
  return normals_versions();
}

void normal_block(const RandomStream& stream, std::uint64_t first, std::uint32_t draw,
                  NormalBlock& out) {
  chosen(stream, first, draw, out);
}

}  // namespace accord::numerics
