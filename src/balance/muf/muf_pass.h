#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "balance/muf/loads.h"
#include "balance/muf/muf.h"
#include "numerics/sum.h"

/// The pass over the measurements that gives MUF and its covariance: one after the other, as they
/// come.
namespace accord::balance {

class MufPass {
 public:
  /// `tares`: some measurements are empty containers.
  MufPass(std::size_t periods, bool tares);

  void add(const Measured& measurement);

  /// What a measurement that counts in one period alone adds to. Good until the next call.
  struct OnePeriod {
    numerics::CompensatedSum& muf;
    numerics::CompensatedSum& magnitude;
    std::size_t& used;
    Loads::Sums& loads;
  };
  /// Contract: without tares.
  [[nodiscard]] OnePeriod in_one_period(std::uint32_t method, std::uint32_t stratum,
                                        std::uint32_t period) {
    return {muf_[period], magnitude_[period], used_[period],
            loads_.in_one_period(method, stratum, period)};
  }

  /// `in` says how many periods, strata and sources there are, and the methods; its columns are
  /// looked at only where it has source columns.
  [[nodiscard]] Muf finish(const Measurements& in);

 private:
  bool tares_;
  std::vector<numerics::CompensatedSum> muf_, active_, magnitude_;
  std::vector<std::size_t> used_;
  Loads loads_;
};

}  // namespace accord::balance
