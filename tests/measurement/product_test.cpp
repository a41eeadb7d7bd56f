#include "measurement/product.h"

#include <gtest/gtest.h>

#include <cmath>

namespace accord::measurement {
namespace {

TEST(Product, HasTheRatiosOfTheTable) {
  // Statistics chapter, 1.2.
  const auto ratio = [](double a, double b) {
    const ProductSigma p = product_sigma(std::vector{a, b});
    return p.exact / p.linear;
  };
  EXPECT_NEAR(ratio(0.05, 0.05), 1.000625, 5e-7);
  EXPECT_NEAR(ratio(0.10, 0.10), 1.002497, 5e-7);
  EXPECT_NEAR(ratio(0.30, 0.30), 1.022252, 5e-7);
}

TEST(Product, IsExactAboveFifteenPerCentAndWarnsAboveThirty) {
  EXPECT_EQ(product_sigma(std::vector{0.15, 0.15}).accepted, Propagation::linear);
  EXPECT_EQ(product_sigma(std::vector{0.01, 0.1501}).accepted, Propagation::exact);
  EXPECT_FALSE(product_sigma(std::vector{0.3}).normal_is_poor);
  EXPECT_TRUE(product_sigma(std::vector{0.3001}).normal_is_poor);
  EXPECT_EQ(product_sigma({}).sigma(), 0);
}

TEST(Product, SmallErrorsKeepTheirDigits) {
  EXPECT_NEAR(product_sigma(std::vector{1e-9, 1e-9}).exact / (std::sqrt(2.0) * 1e-9), 1, 1e-12);
}

Component relative(std::string factor, double sigma, std::string key) {
  const bool shared = !key.empty();
  return {factor + " error", std::move(factor), Kind::relative, shared, sigma, std::move(key)};
}

TEST(Product, OfThreeFactorsHasAllSevenErrors) {
  const Method m{"m", {relative("G", 0.2, ""), relative("C", 0.1, "c"), relative("E", 0.05, "e")}};
  const Method exact = with_products(m);
  EXPECT_EQ(exact.components.size(), 7U);
  const ProductSigma p = product_sigma(std::vector{0.2, 0.1, 0.05});
  EXPECT_NEAR(sigma_kg(exact, 1), p.exact, 1e-15);
  EXPECT_NEAR(sigma_kg(m, 1), p.linear, 1e-15);
}

TEST(Product, OfSeveralErrorsInAFactorAddsWithinIt) {
  // (1 + G₁ + G₂)(1 + C): variance (1 + g₁² + g₂²)(1 + c²) − 1.
  const Method m{"m", {relative("G", 0.2, ""), relative("G", 0.15, "g"), relative("C", 0.1, "c")}};
  EXPECT_NEAR(sigma_kg(with_products(m), 1), std::sqrt((1 + 0.04 + 0.0225) * (1 + 0.01) - 1),
              1e-15);
}

TEST(Product, IsSharedOnlyWhereAllItsFactorsAre) {
  const Method exact = with_products(
      Method{"m", {relative("C", 0.2, "c"), relative("E", 0.1, "e"), relative("G", 0.1, "")}});
  int shared = 0;
  for (std::size_t i = 3; i < exact.components.size(); ++i)
    shared += exact.components[i].key.empty() ? 0 : 1;
  EXPECT_EQ(exact.components.size(), 7U);
  EXPECT_EQ(shared, 1);  // c × e
}

TEST(Product, SmallErrorsOneFactorOrNoFactorsStayLinear) {
  EXPECT_EQ(
      with_products({"m", {relative("G", 0.15, ""), relative("C", 0.15, "")}}).components.size(),
      2U);
  EXPECT_EQ(
      with_products({"m", {relative("G", 0.2, ""), relative("G", 0.2, "")}}).components.size(), 2U);
  EXPECT_EQ(with_products({"m", {relative("", 0.2, ""), relative("", 0.2, "")}}).components.size(),
            2U);
}

TEST(Product, OfSharedErrorsIsOneWhateverTheFactorsAreCalled) {
  const Method a =
      with_products({"a", {relative("bulk", 0.2, "scale"), relative("conc", 0.2, "titr")}});
  const Method b =
      with_products({"b", {relative("mass", 0.2, "scale"), relative("conc", 0.2, "titr")}});
  ASSERT_EQ(a.components.size(), 3U);
  EXPECT_EQ(a.components[2].key, b.components[2].key);
  // Three keys: in whatever order the factors are joined.
  const auto last = [](const char* g, const char* c, const char* e) {
    return with_products(
               {"m", {relative(g, 0.2, "x"), relative(c, 0.2, "y"), relative(e, 0.2, "z")}})
        .components.back()
        .key;
  };
  EXPECT_EQ(last("a", "b", "c"), last("c", "a", "b"));
}

TEST(Product, FactorOfSeveralErrorsIsAsLargeAsTheyAreTogether) {
  // √(0.12² + 0.12²) = 0.17 is above 0.15, 0.1 and 0.1 together are not.
  const auto size = [](double sigma) {
    return with_products(
               {"m",
                {relative("G", sigma, ""), relative("G", sigma, "g"), relative("C", 0.1, "c")}})
        .components.size();
  };
  EXPECT_EQ(size(0.12), 5U);
  EXPECT_EQ(size(0.1), 3U);
}

TEST(Product, QuotientIsTooHighByItsSquare) {
  EXPECT_NEAR(quotient_bias(0.1), 0.01, 1e-15);
}

TEST(Product, CountsWhatItMakesBeforeItMakesIt) {
  const std::vector<std::vector<Component>> methods{
      {relative("G", 0.2, ""), relative("C", 0.1, "c"), relative("E", 0.05, "e")},
      {relative("G", 0.2, ""), relative("G", 0.15, "g"), relative("C", 0.1, "c"),
       relative("C", 0.1, ""), relative("E", 0.1, "")},
      {relative("G", 0.15, ""), relative("C", 0.15, "")},
      {relative("G", 0.2, ""), relative("G", 0.2, "")},
      {}};
  // 2³ − 4; 3·3·2 − 1 − 5; none where the errors are small or of one factor.
  const double counts[] = {4, 12, 0, 0, 0};
  for (std::size_t i = 0; i < methods.size(); ++i) {
    const Method method{"m", methods[i]};
    EXPECT_EQ(product_count(method), counts[i]);
    EXPECT_EQ(static_cast<double>(with_products(method).products.size()), counts[i]);
  }
  Method many{"m", {}};
  for (int i = 0; i < 60; ++i) many.components.push_back(relative(std::to_string(i), 0.2, ""));
  EXPECT_EQ(product_count(many), 1152921504606846976.0 - 61);
}

}  // namespace
}  // namespace accord::measurement
