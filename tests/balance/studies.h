#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "balance/study/study.h"

/// A study of two periods whose balance can be worked out by hand, and what tests ask of a study.
namespace accord::balance::studies {

using measurement::FlowErrors;
using measurement::FlowKind;
using measurement::InventoryAt;
using measurement::Location;
using measurement::LocationRole;
using measurement::Study;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

inline Location feed() {
  Location out;
  out.name = "feed";
  out.until = 20;
  out.random = 0.01;
  out.systematic = 0.02;
  out.time = {0, 4, 12};
  out.value = {2, 3, 1};
  return out;
}
inline Location product() {
  Location out;
  out.name = "product";
  out.role = LocationRole::output;
  out.kind = FlowKind::discrete;
  out.random = 0.005;
  out.time = {5, 10};
  out.value = {12, 13};
  return out;
}
inline Location tank() {
  Location out;
  out.name = "tank";
  out.role = LocationRole::inventory;
  out.random = 0.02;
  out.systematic = 0.01;
  out.time = {0, 10, 20};
  out.value = {5, 18, 19.5};
  return out;
}
/// Feed 2·4 + 3·6 = 26 and 3·2 + 1·8 = 14; product 12, and 13 on the edge; tank 5, 18, 19.5.
inline Study two_periods() {
  Study out;
  out.edges = {0, 10, 20};
  out.locations = {feed(), product(), tank()};
  return out;
}

inline Balance balance(const Study& study) {
  MadeStudyBalance made = balance_of(study);
  for (const StudyFault& fault : made.faults) ADD_FAILURE() << fault.fault.message;
  return made.balance.value();
}

/// "0 B021 @1 time" of each fault: location, code, sample, column.
inline std::vector<std::string> faults(const Study& study) {
  std::vector<std::string> out;
  for (const StudyFault& f : balance_of(study).faults)
    out.push_back((f.location == StudyFault::no_location ? "-" : std::to_string(f.location)) + " " +
                  f.fault.code + (f.at_sample ? " @" + std::to_string(f.fault.row) : "") + " " +
                  f.fault.column);
  return out;
}

inline void expect_same(const std::vector<double>& a, const std::vector<double>& b,
                        const char* what) {
  ASSERT_EQ(a.size(), b.size()) << what;
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_TRUE(a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i]))) << what << " " << i;
}

inline void expect_same(const std::vector<VariancePart>& a, const std::vector<VariancePart>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_EQ(std::tie(a[i].period, a[i].row, a[i].variance_kg2),
              std::tie(b[i].period, b[i].row, b[i].variance_kg2));
}

/// Both bit for bit.
inline void expect_same(const Balance& a, const Balance& b) {
  EXPECT_EQ(a.sources, b.sources);
  EXPECT_EQ(a.methods, b.methods);
  EXPECT_EQ(a.strata, b.strata);
  expect_same(a.muf.muf_kg, b.muf.muf_kg, "MUF");
  expect_same(a.muf.active_kg, b.muf.active_kg, "active");
  expect_same(a.muf.magnitude_kg, b.muf.magnitude_kg, "magnitude");
  EXPECT_EQ(a.muf.used, b.muf.used);
  expect_same(a.muf.covariance_kg2.values, b.muf.covariance_kg2.values, "covariance");
  expect_same(a.muf.contributions.nature.values, b.muf.contributions.nature.values, "nature");
  expect_same(a.muf.contributions.own, b.muf.contributions.own);
  expect_same(a.muf.contributions.method, b.muf.contributions.method);
  expect_same(a.muf.contributions.stratum, b.muf.contributions.stratum);
  ASSERT_EQ(a.muf.contributions.sources.size(), b.muf.contributions.sources.size());
  for (std::size_t i = 0; i < a.muf.contributions.sources.size(); ++i)
    EXPECT_EQ(a.muf.contributions.sources[i].load_kg, b.muf.contributions.sources[i].load_kg);
  EXPECT_EQ(a.validity.largest_relative, b.validity.largest_relative);
  EXPECT_EQ(a.validity.largest_method, b.validity.largest_method);
  EXPECT_EQ(a.validity.may_be_negative, b.validity.may_be_negative);
  ASSERT_EQ(a.periods.size(), b.periods.size());
  for (std::size_t t = 0; t < a.periods.size(); ++t) {
    const PeriodSums &x = a.periods[t].sums, &y = b.periods[t].sums;
    expect_same({x.opening_kg, x.increases_kg, x.decreases_kg, x.closing_kg},
                {y.opening_kg, y.increases_kg, y.decreases_kg, y.closing_kg}, "sums");
    EXPECT_EQ(x.rows, y.rows);
    const PeriodValidity &v = a.validity.periods[t], &w = b.validity.periods[t];
    EXPECT_EQ(std::tie(v.largest_share, v.is_shared, v.source_or_method, v.effective),
              std::tie(w.largest_share, w.is_shared, w.source_or_method, w.effective));
  }
}

inline double share(const Balance& balance, Division division, std::size_t period,
                    std::string_view name) {
  double out = 0;
  int count = 0;
  for (const Share& one : balance.shares(division, period))
    if (one.name == name) {
      out = one.variance_kg2;
      ++count;
    }
  EXPECT_LE(count, 1) << name;
  return out;
}

}  // namespace accord::balance::studies
