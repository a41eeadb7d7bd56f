#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "assessment/balance_tests.h"
#include "balance/muf/balance.h"
#include "balance/muf/decisions.h"
#include "base/contract.h"
#include "base/problem.h"
#include "base/text.h"
#include "simulation/measured.h"

/// What every balance keeps, whatever it was read from.
namespace accord::fuzz {

inline constexpr std::size_t periods_most = 60;  // more take long, and show nothing new

inline void check_texts(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems)
    ACCORD_EXPECT(!invalid_utf8_at(problem.message) && !invalid_utf8_at(problem.help));
}

inline void check_shares(const balance::Balance& balance, std::size_t t) {
  using balance::Division;
  const double variance = balance.muf.covariance_kg2(t, t);
  for (const Division division :
       {Division::source, Division::method, Division::stratum, Division::nature}) {
    double sum = 0, size = 0;
    for (const auto& share : balance.shares(division, t)) {
      sum += share.variance_kg2;
      size += std::abs(share.variance_kg2);
    }
    ACCORD_EXPECT(std::abs(sum - variance) <= 1e-9 * (size + variance));
  }
}

/// Finite; Σ symmetric, with no covariance above the two standard deviations; shares of σ² add up.
inline void check_balance(const balance::Balance& balance) {
  const auto& sigma = balance.muf.covariance_kg2;
  for (std::size_t t = 0; t < sigma.rows; ++t) {
    if (!balance.is_measured()) {  // nothing is known there, and nothing is said
      const bool known = balance.periods[t].status != balance::Status::not_measured;
      ACCORD_EXPECT(known == std::isfinite(balance.periods[t].muf_kg));
      ACCORD_EXPECT(known || balance.shares(balance::Division::source, t).empty());
      continue;
    }
    ACCORD_EXPECT(std::isfinite(balance.periods[t].muf_kg));
    ACCORD_EXPECT(std::isfinite(sigma(t, t)) && sigma(t, t) >= 0);
    for (std::size_t u = 0; u < t; ++u) {
      ACCORD_EXPECT(sigma(t, u) == sigma(u, t));
      ACCORD_EXPECT(std::abs(sigma(t, u)) <=
                    std::sqrt(sigma(t, t)) * std::sqrt(sigma(u, u)) * (1 + 1e-9));
    }
    check_shares(balance, t);
    const auto& valid = balance.validity.periods[t];
    ACCORD_EXPECT(valid.largest_share >= 0 && valid.largest_share <= 1);
    ACCORD_EXPECT(valid.largest_share == 0 || !balance.largest_realisation(t).empty());
  }
  ACCORD_EXPECT(!balance.is_measured() ||
                std::isfinite(balance.muf.cumulated_kg() + balance.muf.cumulated_sigma_kg()));
  static_cast<void>(assessment::balance_tests(balance.muf.muf_kg, balance.muf.covariance_kg2, {}));
  ACCORD_EXPECT(balance::decide(balance, {}).has_value());
}

/// Errors drawn one by one are numbers.
inline void check_errors(const simulation::MeasuredErrors& errors) {
  if (errors.draws() > 2'000) return;
  std::vector<simulation::Lane> muf;
  errors.draw_muf_errors(1, 0, muf);
  ACCORD_EXPECT(muf.size() >= errors.periods());
  for (std::size_t t = 0; t < errors.periods(); ++t)
    for (const double error : muf[t]) ACCORD_EXPECT(std::isfinite(error));
}

}  // namespace accord::fuzz
