#pragma once

#include <cstdint>
#include <vector>

#include "balance/muf.h"

/// Whether linear normal theory may be used: what decides it, as numbers. Statistics chapter, 6.4.
namespace accord::balance {

/// What the variance of one period consists of.
struct PeriodValidity {
  double largest_share = 0;  ///< of the largest single realisation of an error; 0 without variance
  bool is_shared = false;    ///< it is a source, otherwise an error of one measurement
  std::uint32_t source_or_method = 0;  ///< whose it is
  double effective = 0;  ///< (Σv)²/Σv² over the realisations: as many equal ones would be as normal
};

struct Validity {
  double largest_relative = 0;  ///< largest relative standard deviation in use
  std::uint32_t largest_method = 0;
  std::size_t may_be_negative =
      0;  ///< measurements that the model puts below 0 once in 1000, or more
  std::vector<PeriodValidity> periods;
};

/// Above this share of one realisation its own distribution decides, not the normal one.
inline constexpr double dominating_share = 0.8;
/// Below so many effective realisations the tails follow the largest.
inline constexpr double effective_least = 5;

/// One more pass over the measurements, with what `muf` made of them.
[[nodiscard]] Validity validity(const Measurements& measurements, const Muf& muf);

}  // namespace accord::balance
