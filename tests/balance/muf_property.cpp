#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "balance/muf/muf.h"
#include "given.h"
#include "numerics/cholesky.h"

/// Laws of statistics chapter 8, and independent references, on random balances.
namespace accord::balance {
namespace {

using given::absolute;
using given::Given;
using given::random;
using given::Role;
using given::systematic;
using numerics::Matrix;

/// A random balance: T periods, items that enter, stay, move and leave, methods that share sources.
Given random_balance(int periods_min = 1) {
  Given out;
  const int periods = *rc::gen::inRange(periods_min, 6);
  out.method("a", {random(0.01), systematic(0.004, "s"), absolute(0.03)})
      .method("b", {random(0.02), systematic(0.01, "s"), absolute(0.05, "tare")})
      .method("c",
              {random(0.03, "batch {measured_in_period}"), absolute(0.01, "tare"), random(0.005)})
      .method("exact", {});
  const std::string_view names[] = {"a", "b", "c", "exact"};
  out.row(periods, Role::closing, "last", "exact", 1);
  const int items = *rc::gen::inRange(0, 25);
  for (int i = 0; i < items; ++i) {
    const std::string item = "i" + std::to_string(i);
    const std::string_view method = names[*rc::gen::inRange(0, 4)];
    const double kg = *rc::gen::inRange(1, 100000) / 1000.0;
    const std::string stratum = "s" + std::to_string(*rc::gen::inRange(0, 3));
    const int from = *rc::gen::inRange(0, periods + 1);
    const int stays = *rc::gen::inRange(0, periods + 1);
    if (from > 0 && *rc::gen::arbitrary<bool>())
      out.row(from, Role::increase, item, method, kg, from, stratum);
    int at = from;
    for (; at < from + stays && at <= periods; ++at)
      out.row(at, Role::closing, item, method, kg, from, stratum);
    if (at <= periods && at > 0 && *rc::gen::arbitrary<bool>())
      out.row(at, Role::decrease, item, method, kg, from, stratum);
  }
  return out;
}

Matrix product_with_transpose(const Matrix& b) {
  Matrix out(b.rows, b.rows);
  for (std::size_t t = 0; t < b.rows; ++t)
    for (std::size_t u = 0; u < b.rows; ++u)
      for (std::size_t g = 0; g < b.columns; ++g) out(t, u) += b(t, g) * b(u, g);
  return out;
}

double scale_of(const Muf& muf) {
  double largest = 1e-12;
  for (std::size_t t = 0; t < muf.periods(); ++t)
    largest = std::max(largest, muf.covariance_kg2(t, t));
  return largest;
}

/// The chapter word for word, without any of the code above: coefficients from the rows, a load for
/// every realisation in a map, Σ = B Bᵀ.
struct Slow {
  std::vector<double> muf;
  std::map<std::string, std::vector<double>> loads;

  explicit Slow(const Given& given, std::size_t periods) : muf(periods) {
    std::map<std::pair<std::uint32_t, int>, std::vector<double>> coefficients;
    std::map<std::pair<std::uint32_t, int>, std::size_t> rows;
    const auto& in = given.items;
    for (std::size_t r = 0; r < in.size(); ++r) {
      const std::pair key(in.item[r], in.measured_in[r]);
      auto& c = coefficients[key];
      c.resize(periods);
      rows[key] = r;
      const auto t = static_cast<std::size_t>(in.period[r]);  // of Y, X and PE: index t − 1
      if (in.role[r] == Role::increase) c[t - 1] += 1;
      if (in.role[r] == Role::decrease) c[t - 1] -= 1;
      if (in.role[r] == Role::closing && t >= 1) c[t - 1] -= 1;
      if (in.role[r] == Role::closing && t < periods) c[t] += 1;
    }
    for (const auto& [key, c] : coefficients) {
      const std::size_t r = rows[key];
      const auto& method =
          *std::find_if(given.methods.begin(), given.methods.end(),
                        [&](const auto& m) { return m.name == in.methods[in.method[r]]; });
      for (std::size_t t = 0; t < periods; ++t) muf[t] += c[t] * in.value_kg[r];
      for (std::size_t j = 0; j < method.components.size(); ++j) {
        const auto& component = method.components[j];
        std::string source = component.key;
        if (source.empty())
          source = "own " + std::to_string(key.first) + " " + std::to_string(key.second) + " " +
                   std::to_string(j);
        if (source.ends_with("{measured_in_period}"))
          source = "batch " + std::to_string(key.second);
        auto& load = loads[source];
        load.resize(periods);
        const double s = component.kind == measurement::Kind::relative
                             ? component.sigma * in.value_kg[r]
                             : component.sigma;
        for (std::size_t t = 0; t < periods; ++t) load[t] += c[t] * s;
      }
    }
  }
};

RC_GTEST_PROP(Muf, IsWhatTheChapterSaysWordForWord, ()) {
  const Given given = random_balance();
  const Balance balance = given.balance();
  const std::size_t periods = balance.periods.size();
  const Slow slow(given, periods);
  for (std::size_t t = 0; t < periods; ++t) {
    RC_ASSERT(std::abs(balance.muf.muf_kg[t] - slow.muf[t]) <= 1e-9);
    for (std::size_t u = 0; u < periods; ++u) {
      double sum = 0;
      for (const auto& [source, load] : slow.loads) sum += load[t] * load[u];
      RC_ASSERT(std::abs(balance.muf.covariance_kg2(t, u) - sum) <= 1e-12 * scale_of(balance.muf));
    }
  }
}

RC_GTEST_PROP(Muf, IsTheProductOfTheLoadMatrix, ()) {
  const Given given = random_balance();
  const PreparedItems prepared = prepare(given.items, given.methods);
  const Muf fast = muf(prepared.prepared->view());
  const Matrix slow = product_with_transpose(load_matrix(prepared.prepared->view()));
  for (std::size_t i = 0; i < slow.values.size(); ++i)
    RC_ASSERT(std::abs(fast.covariance_kg2.values[i] - slow.values[i]) <= 1e-12 * scale_of(fast));
}

RC_GTEST_PROP(Muf, SharesAddUpToTheVariance, ()) {
  const Balance balance = random_balance().balance();
  for (std::size_t t = 0; t < balance.periods.size(); ++t)
    for (const Division d :
         {Division::source, Division::method, Division::stratum, Division::nature}) {
      double sum = 0;
      double size = 0;
      for (const Share& share : balance.shares(d, t)) {
        sum += share.variance_kg2;
        size += std::abs(share.variance_kg2);
      }
      RC_ASSERT(std::abs(sum - balance.muf.covariance_kg2(t, t)) <= 1e-14 * size);
    }
}

RC_GTEST_PROP(Muf, CovarianceIsPositiveSemiDefinite, ()) {
  const Balance balance = random_balance().balance();
  numerics::Cholesky factor;
  for (std::size_t t = 0; t < balance.periods.size(); ++t)
    RC_ASSERT(factor.append(balance.muf.covariance_kg2.row(t).first(t + 1)) !=
              numerics::Cholesky::Step::not_semi_definite);
}

RC_GTEST_PROP(Muf, GramsInsteadOfKilogramsMultiplyByAThousand, ()) {
  Given given = random_balance();
  const Balance kilograms = given.balance();
  for (double& x : given.items.value_kg) x *= 1000;
  for (auto& method : given.methods)
    for (auto& c : method.components)
      if (c.kind == measurement::Kind::absolute) c.sigma *= 1000;
  const Balance grams = given.balance();
  for (std::size_t t = 0; t < kilograms.periods.size(); ++t) {
    const double active = kilograms.muf.active_kg[t];
    RC_ASSERT(std::abs(grams.muf.muf_kg[t] - 1000 * kilograms.muf.muf_kg[t]) <= 1e-11 * active);
    const double sigma = 1000 * kilograms.periods[t].sigma_kg;
    RC_ASSERT(std::abs(grams.periods[t].sigma_kg - sigma) <= 1e-11 * sigma);
  }
}

/// Periods t and t + 1 as one: their flows together, the inventory between them left out.
Given merged(const Given& given, int t) {
  Given out;
  out.methods = given.methods;
  for (std::size_t r = 0; r < given.items.size(); ++r) {
    const auto& in = given.items;
    const bool between = in.role[r] == Role::closing && in.period[r] == t;
    if (between && in.items[in.item[r]] != "last") continue;
    const int period = in.period[r] > t ? in.period[r] - 1 : in.period[r];
    out.row(period, in.role[r], in.items[in.item[r]], in.methods[in.method[r]], in.value_kg[r],
            in.measured_in[r], in.strata[in.stratum[r]]);
  }
  return out;
}

RC_GTEST_PROP(Muf, MergingTwoPeriodsSumsTheirRows, ()) {
  const Given given = random_balance(2);
  const auto periods = static_cast<int>(given.balance().periods.size());
  const int t = *rc::gen::inRange(1, periods);
  // A measured period is only a name here: it may be later than its row.
  const auto made = merged(given, t).made();
  RC_PRE(made.balance.has_value());  // an item that stayed for t only may now be there twice
  const Balance apart = given.balance();
  const auto i = static_cast<std::size_t>(t - 1);
  const auto& sigma = apart.muf.covariance_kg2;
  RC_ASSERT(made.balance->periods.size() + 1 == apart.periods.size());
  RC_ASSERT(std::abs(made.balance->muf.muf_kg[i] - apart.muf.muf_kg[i] - apart.muf.muf_kg[i + 1]) <=
            1e-10);
  const double together = sigma(i, i) + 2 * sigma(i, i + 1) + sigma(i + 1, i + 1);
  RC_ASSERT(std::abs(made.balance->muf.covariance_kg2(i, i) - together) <=
            1e-12 * scale_of(apart.muf));
}

RC_GTEST_PROP(Muf, OrderOfRowsChangesNothingThatIsPrinted, ()) {
  const Given given = random_balance();
  Given turned;
  turned.methods = given.methods;
  const auto& in = given.items;
  for (std::size_t r = in.size(); r-- > 0;)
    turned.row(in.period[r], in.role[r], in.items[in.item[r]], in.methods[in.method[r]],
               in.value_kg[r], in.measured_in[r], in.strata[in.stratum[r]]);
  const Balance one = given.balance();
  const Balance other = turned.balance();
  for (std::size_t t = 0; t < one.periods.size(); ++t) {
    RC_ASSERT(std::abs(one.muf.muf_kg[t] - other.muf.muf_kg[t]) <= 1e-15 * one.muf.active_kg[t]);
    RC_ASSERT(std::abs(one.muf.covariance_kg2(t, t) - other.muf.covariance_kg2(t, t)) <=
              1e-13 * scale_of(one.muf));
  }
}

TEST(Muf, IsTheSameBitForBitWhenAskedAgain) {
  const Given given = given::example_2_2();
  const PreparedItems a = prepare(given.items, given.methods);
  const PreparedItems b = prepare(given.items, given.methods);
  EXPECT_EQ(muf(a.prepared->view()).covariance_kg2.values,
            muf(b.prepared->view()).covariance_kg2.values);
}

TEST(Muf, IsExactInRationalNumbers) {
  // Example 2.2 in sixteenths and powers of two, which doubles hold exactly: every digit must
  // agree.
  Given given;
  given.method("i", {random(1.0 / 64), systematic(1.0 / 128, "n")})
      .method("f", {random(1.0 / 256), systematic(1.0 / 512, "d")})
      .row(0, Role::closing, "I0", "i", 40)
      .row(1, Role::increase, "X0", "f", 300)
      .row(1, Role::decrease, "Y0", "f", 288)
      .row(1, Role::closing, "I1", "i", 50)
      .row(2, Role::increase, "X1", "f", 280)
      .row(2, Role::decrease, "Y1", "f", 286.5)
      .row(2, Role::closing, "I2", "i", 45);
  const Balance balance = given.balance();
  // In units of 2^−18 kg²: (1/64)² = 64, (1/128)² = 16, (1/256)² = 4, (1/512)² = 1.
  const double unit = std::ldexp(1.0, -18);
  const double s00 = 64 * (1600 + 2500) + 16 * 100 + 4 * (90000 + 82944) + 144;
  const double s11 = 64 * (2500 + 2025) + 16 * 25 + 4 * (78400 + 82082.25) + 42.25;
  const double s01 = -64 * 2500 + 16 * -10 * 5 + 12 * -6.5;
  EXPECT_EQ(balance.muf.covariance_kg2(0, 0), s00 * unit);
  EXPECT_EQ(balance.muf.covariance_kg2(1, 1), s11 * unit);
  EXPECT_EQ(balance.muf.covariance_kg2(0, 1), s01 * unit);
}

}  // namespace
}  // namespace accord::balance
