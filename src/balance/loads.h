#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "balance/muf.h"
#include "balance/slots.h"
#include "numerics/sum.h"

/// What the pass over the measurements leaves: sums for each method, stratum and period.
namespace accord::balance {

/// Part of the load of a source that comes through one method and stratum.
struct LoadPart {
  std::uint32_t source, period, method, stratum;
  bool systematic;
  double load_kg;
};

/// Variance and covariances of errors that belong to single measurements.
struct OwnPart {
  std::uint32_t method, stratum, first, second;  ///< periods, first ≤ second
  double random_kg2, systematic_kg2;
};

class Loads {
 public:
  explicit Loads(const Measurements& measurements);

  void add(std::size_t measurement);
  /// Of sources that are the same for all measurements of a method; ordered by source, then as
  /// first met.
  [[nodiscard]] std::vector<LoadPart> parts() const;
  [[nodiscard]] std::vector<OwnPart> own_parts() const;
  /// Measurements that count in many periods, such as a rate that holds for years. own_parts has
  /// their variances only: their covariances take a place for each two periods.
  [[nodiscard]] const std::vector<std::uint32_t>& wide() const { return wide_; }

 private:
  static constexpr std::uint32_t wide_min = 32;  // periods
  /// Of the measurements of one method and stratum in one period, or in two periods.
  struct Sums {
    numerics::CompensatedSum values;   ///< Σ c·x, with the sign of x
    double count = 0;                  ///< Σ c
    numerics::CompensatedSum squares;  ///< Σ c·c'·x²
    double pairs = 0;                  ///< Σ c·c'
  };

  const Measurements& in_;
  Slots cells_;  // (method, stratum)
  std::uint64_t last_key_ = ~std::uint64_t{0};
  std::uint32_t last_cell_ = 0;
  std::uint32_t last_slot_ = Slots::none;  // of last_slot_cell_ and last_slot_periods_
  std::uint32_t last_slot_cell_ = 0;
  std::uint64_t last_slot_periods_ = 0;
  Slots slots_;  // (cell, periods)
  std::vector<Sums> sums_;
  std::vector<std::uint32_t> wide_;

  [[nodiscard]] std::uint32_t cell_of(std::size_t measurement);
  Sums& sums(std::uint32_t cell, std::uint32_t first, std::uint32_t second);
};

/// Errors whose source is in a column, by source. Only their order is kept: 8 bytes for each term
/// of a measurement.
class TiedLoads {
 public:
  explicit TiedLoads(const Measurements& measurements);
  /// Adds the parts of a source, in the order of the measurements.
  void append(std::uint32_t source, std::vector<LoadPart>& out) const;

 private:
  struct Entry {
    std::uint32_t measurement, term;
  };
  const Measurements& in_;
  std::vector<std::size_t> begin_;  // of each source in entries_
  std::vector<Entry> entries_;
};

}  // namespace accord::balance
