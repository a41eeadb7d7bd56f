#include "material/quantities.h"

#include <gtest/gtest.h>

namespace accord::material {
namespace {

Mass g(const char* number) {
  return parse_mass(number, MassUnit::gram).mass;
}
Mass kg(const char* number) {
  return parse_mass(number, MassUnit::kilogram).mass;
}
std::string effective(Kind kind, Mass weight, std::optional<Mass> fissile = std::nullopt) {
  const auto value = effective_mass(kind, weight, fissile);
  return value ? value->to_fixed(9) : "none";
}

TEST(EffectiveKilogram, PlutoniumCountsItsWeight) {
  EXPECT_EQ(effective(Kind::plutonium, kg("2.5")), "2.500000000");
}

TEST(EffectiveKilogram, EnrichedUraniumCountsItsWeightTimesTheSquare) {
  // 461.2 kg at 4 per cent: 461.2 × 0.0016.
  EXPECT_EQ(effective(Kind::enriched_uranium, g("461200"), g("18448")), "0.737920000");
  EXPECT_EQ(effective(Kind::enriched_uranium, kg("3"), kg("1")), "0.333333333");
}

TEST(EffectiveKilogram, BothFormulasMeetAtOnePerCent) {
  EXPECT_EQ(effective(Kind::enriched_uranium, kg("100"), kg("1")), "0.010000000");
  EXPECT_EQ(effective(Kind::enriched_uranium, kg("100"), kg("0.999999999")), "0.010000000");
}

TEST(EffectiveKilogram, HalfAPerCentStillCountsAsDepleted) {
  EXPECT_EQ(effective(Kind::depleted_uranium, kg("200"), kg("1")), "0.010000000");
  EXPECT_EQ(effective(Kind::depleted_uranium, kg("200"), kg("1.000000001")), "0.020000000");
}

TEST(EffectiveKilogram, UraniumWithoutAFissileWeightCountsByItsCategory) {
  EXPECT_EQ(effective(Kind::natural_uranium, kg("10000")), "1.000000000");
  EXPECT_EQ(effective(Kind::depleted_uranium, kg("20000")), "1.000000000");
  EXPECT_EQ(effective(Kind::thorium, kg("20000")), "1.000000000");
  EXPECT_EQ(effective(Kind::enriched_uranium, kg("1")), "none");
  EXPECT_EQ(effective(Kind::unified_uranium, kg("1")), "none");
  EXPECT_EQ(effective(Kind::u235, kg("1"), kg("1")), "none");
}

TEST(EffectiveKilogram, ImpossibleWeightsGiveNothing) {
  EXPECT_EQ(effective(Kind::enriched_uranium, kg("1"), kg("1.1")), "none");
  EXPECT_EQ(effective(Kind::plutonium, kg("-1")), "none");
  EXPECT_EQ(effective(Kind::enriched_uranium, kg("0"), kg("0")), "0.000000000");
}

TEST(EffectiveKilogram, TheLimitItselfIsNotAboveTheLimit) {
  EXPECT_FALSE(effective_mass(Kind::plutonium, kg("1"), {})->is_above({1, 0}));
  EXPECT_TRUE(effective_mass(Kind::plutonium, g("1000.000001"), {})->is_above({1, 0}));
  // f² = (10⁹ + 1)² = (10⁹ + 2) × 10⁹ + 1: a 10⁻¹⁸th of a kilogram above one.
  EXPECT_TRUE(effective_mass(Kind::enriched_uranium, Mass{1'000'000'002}, Mass{1'000'000'001})
                  ->is_above({1, 0}));
  EXPECT_FALSE(effective_mass(Kind::enriched_uranium, Mass{1'000'000'003}, Mass{1'000'000'001})
                   ->is_above({1, 0}));
}

TEST(EffectiveKilogram, TheLargestWeightsStayExact) {
  const Mass most{INT64_MAX};
  EXPECT_EQ(effective(Kind::enriched_uranium, most, most), "9223372036.854775807");
}

TEST(EffectiveKilogram, AmountsAddAndCancel) {
  auto sum = *effective_mass(Kind::enriched_uranium, kg("3"), kg("1"));
  sum += *effective_mass(Kind::plutonium, kg("1"), {});
  EXPECT_TRUE(sum.is_above({1, 0}));
  sum -= *effective_mass(Kind::enriched_uranium, kg("3"), kg("1"));
  EXPECT_FALSE(sum.is_above({1, 0}));
  EXPECT_EQ(sum.to_fixed(0), "1");
}

TEST(Enrichment, IsTheExactShare) {
  EXPECT_EQ(fraction_string(enrichment(g("18448"), g("461200"))), "1/25");
  EXPECT_FALSE(enrichment(g("1"), g("0")).is_valid());
}

TEST(Enrichment, ComparesWithoutDividing) {
  EXPECT_EQ(compare_share(Mass{72}, Mass{10'000}, {72, 4}), std::strong_ordering::equal);
  EXPECT_EQ(compare_share(Mass{INT64_MAX}, Mass{INT64_MAX}, {999'999'999, 9}),
            std::strong_ordering::greater);
  EXPECT_TRUE(is_high_enriched(g("200"), g("1000")));
  EXPECT_FALSE(is_high_enriched(g("199.999999"), g("1000")));
}

TEST(Uncertainty, IsComparedExactly) {
  constexpr Decimal three{3, 0}, u{3, 3}, v{4, 3};  // √(0.003² + 0.004²) = 0.005
  const auto compare = [&](const char* difference) {
    return compare_with_uncertainty(g(difference), g("1000"), three, u, v);
  };
  EXPECT_EQ(compare("15"), std::strong_ordering::equal);
  EXPECT_EQ(compare("-15"), std::strong_ordering::equal);
  EXPECT_EQ(compare("15.000001"), std::strong_ordering::greater);
  EXPECT_EQ(compare("14.999999"), std::strong_ordering::less);
  // 2.5 · √(0.06² + 0.8²) · 10 g = 20.0561 g
  EXPECT_EQ(compare_with_uncertainty(g("20.0562"), g("10"), {25, 1}, {6, 2}, {8, 1}),
            std::strong_ordering::greater);
  EXPECT_EQ(compare_with_uncertainty(g("20.0561"), g("10"), {25, 1}, {6, 2}, {8, 1}),
            std::strong_ordering::less);
}

TEST(Uncertainty, TheLargestNumbersFit) {
  constexpr Decimal most{999'999'999'999'999, 0}, one{1, 0}, none{0, 9};
  EXPECT_EQ(compare_with_uncertainty(Mass{INT64_MAX}, Mass{INT64_MIN}, most, most, most),
            std::strong_ordering::less);
  EXPECT_EQ(compare_with_uncertainty(Mass{INT64_MIN}, Mass{INT64_MIN}, one, one, none),
            std::strong_ordering::equal);
  EXPECT_EQ(compare_with_uncertainty(Mass{1}, Mass{INT64_MAX}, most, none, none),
            std::strong_ordering::greater);
}

TEST(SignificantQuantity, FollowsTheTable) {
  EXPECT_EQ(significant_quantity(Kind::plutonium, false), kg("8"));
  EXPECT_EQ(significant_quantity(Kind::u233, false), kg("8"));
  EXPECT_EQ(significant_quantity(Kind::u235, true), kg("25"));
  EXPECT_EQ(significant_quantity(Kind::u235, false), kg("75"));
  EXPECT_EQ(significant_quantity(Kind::natural_uranium, false), kg("10000"));
  EXPECT_EQ(significant_quantity(Kind::depleted_uranium, false), kg("20000"));
  EXPECT_EQ(significant_quantity(Kind::thorium, false), kg("20000"));
  EXPECT_EQ(significant_quantity(Kind::enriched_uranium, true), std::nullopt);
}

}  // namespace
}  // namespace accord::material
