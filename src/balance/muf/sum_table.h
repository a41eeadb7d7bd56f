#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "balance/muf/contributions.h"
#include "balance/muf/slots.h"
#include "numerics/sum.h"

namespace accord::balance {

/// Compensated sums of a table of rows × periods. Small tables have a place for each sum; of large
/// ones, such as a study with a calibration every day, only those that are used have one.
class SumTable {
 public:
  SumTable(std::size_t rows, std::size_t periods)
      : periods_(periods),
        dense_(rows * periods <= dense_max),
        sums_(dense_ ? rows * periods : 0) {}

  numerics::CompensatedSum& operator()(std::uint32_t row, std::uint32_t period) {
    if (dense_) return sums_[row * periods_ + period];
    const std::uint32_t slot = slots_(period, row);
    if (slot == sums_.size()) sums_.emplace_back();
    return sums_[slot];
  }
  /// Those other than 0, by period, then row.
  [[nodiscard]] std::vector<VariancePart> parts() const {
    std::vector<VariancePart> out;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      const double value = sums_[i].value();
      if (value == 0) continue;
      const std::size_t row = dense_ ? i / periods_ : slots_.b(i);
      const std::size_t period = dense_ ? i % periods_ : slots_.a(i);
      out.push_back({static_cast<std::uint32_t>(period), static_cast<std::uint32_t>(row), value});
    }
    std::sort(out.begin(), out.end(), [](const VariancePart& a, const VariancePart& b) {
      return a.period != b.period ? a.period < b.period : a.row < b.row;
    });
    return out;
  }

 private:
  static constexpr std::size_t dense_max = std::size_t{1} << 20U;  // sums: 16 MiB
  std::size_t periods_;
  bool dense_;
  Slots slots_;
  std::vector<numerics::CompensatedSum> sums_;
};

}  // namespace accord::balance
