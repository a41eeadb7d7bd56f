#include "numerics/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <vector>

#include "numerics/distributions.h"
#include "numerics/normal_versions.h"

namespace accord::numerics {
namespace {

using Words = std::array<std::uint32_t, 4>;

TEST(Philox, GivesTheKnownAnswersOfItsAuthors) {
  // Known-answer vectors published with Random123: philox4x32, ten rounds.
  EXPECT_EQ(philox({0, 0, 0, 0}, 0), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  const std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(philox({ones, ones, ones, ones}, 0xffffffffffffffff),
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0x299f31d0a4093822),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Normals, AreTheTransformOfBoxAndMuller) {
  // Written out with the functions of the library, which are right to the last digit or two.
  const RandomStream stream{0x0123456789abcdef, 7};
  auto block = std::make_unique<NormalBlock>();
  normal_block(stream, 0xfffffff0, 3, *block);  // the place passes 2³²
  for (std::uint64_t lane = 0; lane < random_lanes; ++lane) {
    const std::uint64_t place = 0xfffffff0 + lane;
    const Words words =
        philox({static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place >> 32), 3, 7},
               stream.seed);
    for (std::size_t pair = 0; pair < 2; ++pair) {
      const double radius = std::sqrt(-2 * std::log(uniform(words[2 * pair])));
      const double angle = 2 * M_PI * 0x1p-32 * words[2 * pair + 1];
      EXPECT_NEAR((*block)[2 * pair][lane], radius * std::cos(angle), 4e-15);
      EXPECT_NEAR((*block)[2 * pair + 1][lane], radius * std::sin(angle), 4e-15);
    }
  }
}

TEST(Normals, AreTheSameBitsOnEveryProcessor) {
  const auto versions = normal_block_versions();
  auto plain = std::make_unique<NormalBlock>();
  auto other = std::make_unique<NormalBlock>();
  for (std::uint64_t first = 0; first < 64 * 500; first += 64) {
    versions.front()({first, 1}, first, 0, *plain);
    for (const auto version : versions) {
      version({first, 1}, first, 0, *other);
      ASSERT_EQ(*plain, *other) << first;
    }
  }
}

TEST(Normals, DoNotDependOnHowTheSequenceIsCut) {
  std::vector<double> whole(1000);
  fill_normals({1, 2}, 0, whole);
  std::vector<double> parts(1000);
  for (std::size_t at = 0, step = 1; at < 1000; at += step, step = step * 2 + 1)
    fill_normals({1, 2}, at, std::span(parts).subspan(at, std::min(step, 1000 - at)));
  EXPECT_EQ(whole, parts);
  std::vector<double> other(1000);
  fill_normals({1, 3}, 0, other);
  EXPECT_NE(whole, other);
}

// Fixed seed; the bands are 5 standard errors, so that each would fail by chance once in 1.7
// million seeds.
TEST(NormalsStatistical, HaveTheMomentsAndNoCorrelation) {
  constexpr std::size_t count = 4'000'000;
  std::vector<double> x(count);
  fill_normals({20261126, 0}, 0, x);
  double sum = 0, squares = 0, cubes = 0, fourths = 0, neighbours = 0, blocks = 0;
  for (std::size_t i = 0; i < count; ++i) {
    sum += x[i];
    squares += x[i] * x[i];
    cubes += x[i] * x[i] * x[i];
    fourths += x[i] * x[i] * x[i] * x[i];
    if (i > 0) neighbours += x[i] * x[i - 1];
    if (i >= 64) blocks += x[i] * x[i - 64];  // cosine against sine of the same place
  }
  const double n = count;
  EXPECT_NEAR(sum / n, 0, 5 / std::sqrt(n));
  EXPECT_NEAR(squares / n, 1, 5 * std::sqrt(2 / n));
  EXPECT_NEAR(cubes / n, 0, 5 * std::sqrt(15 / n));
  EXPECT_NEAR(fourths / n, 3, 5 * std::sqrt(96 / n));
  EXPECT_NEAR(neighbours / n, 0, 5 / std::sqrt(n));
  EXPECT_NEAR(blocks / n, 0, 5 / std::sqrt(n));
}

TEST(NormalsStatistical, FillTheCellsOfTheDistribution) {
  constexpr std::size_t count = 4'000'000;
  constexpr std::size_t cells = 1000;
  std::vector<double> x(count);
  fill_normals({4, 4}, 0, x);
  std::vector<double> found(cells);
  for (const double value : x) found[static_cast<std::size_t>(normal_cdf(value) * cells)] += 1;
  double chi = 0;
  for (const double number : found) chi += (number - 4000) * (number - 4000) / 4000;
  EXPECT_LT(chi, chi_squared_upper_quantile(1e-6, cells - 1));
  EXPECT_GT(chi, chi_squared_upper_quantile(1 - 1e-6, cells - 1));
}

TEST(NormalsStatistical, ReachTheTails) {
  constexpr std::size_t count = 20'000'000;
  std::vector<double> x(count);
  fill_normals({5, 5}, 0, x);
  double beyond = 0;
  for (const double value : x) beyond += std::abs(value) > 4.5;
  const double expected = count * 2 * normal_sf(4.5);
  EXPECT_NEAR(beyond, expected, 5 * std::sqrt(expected));
}

}  // namespace
}  // namespace accord::numerics
