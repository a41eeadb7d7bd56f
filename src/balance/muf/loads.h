#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "balance/muf/muf.h"
#include "balance/muf/slots.h"
#include "numerics/sum.h"

/// What the pass over the measurements leaves: sums for each method, stratum and period.
namespace accord::balance {

/// One measurement with its uses: what `Measurements` has of it.
struct Measured {
  double value_kg;
  std::uint32_t method, stratum;
  bool tare;
  std::span<const std::uint32_t> period;
  std::span<const std::int8_t> sign;
  std::span<const double> weight;  ///< empty: all are 1

  [[nodiscard]] double coefficient(std::size_t use) const {
    return weight.empty() ? sign[use] : sign[use] * weight[use];
  }
};

[[nodiscard]] inline Measured measured(const Measurements& in, std::size_t m) {
  const std::size_t begin = in.use_begin[m], count = in.use_begin[m + 1] - begin;
  return {in.value_kg[m],
          in.method[m],
          in.stratum[m],
          !in.tare.empty() && in.tare[m] != 0,
          in.use_period.subspan(begin, count),
          in.use_sign.subspan(begin, count),
          in.use_weight.empty() ? in.use_weight : in.use_weight.subspan(begin, count)};
}

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

/// A measurement that counts in many periods, such as a rate that holds for years.
struct WideMeasurement {
  double value_kg;
  std::uint32_t method;
  std::vector<std::pair<std::uint32_t, double>> uses;  ///< period, coefficient
};

class Loads {
 public:
  using Methods = std::span<const std::vector<ErrorTerm>>;

  /// Of the measurements of one method and stratum in one period, or in two periods.
  struct Sums {
    numerics::CompensatedSum values;   ///< Σ c·x, with the sign of x
    double count = 0;                  ///< Σ c
    numerics::CompensatedSum squares;  ///< Σ c·c'·x²
    double pairs = 0;                  ///< Σ c·c'
  };

  void add(const Measured& measurement);
  /// The sums of a period, for measurements that count in it alone. Good until the next call.
  [[nodiscard]] Sums& in_one_period(std::uint32_t method, std::uint32_t stratum,
                                    std::uint32_t period) {
    return sums(cell_of(method, stratum), period, period);
  }
  /// Of sources that are the same for all measurements of a method; ordered by source, then as
  /// first met.
  [[nodiscard]] std::vector<LoadPart> parts(Methods methods, std::uint32_t sources) const;
  [[nodiscard]] std::vector<OwnPart> own_parts(Methods methods) const;
  /// own_parts has their variances only: their covariances take a place for each two periods.
  [[nodiscard]] const std::vector<WideMeasurement>& wide() const { return wide_; }

 private:
  static constexpr std::size_t wide_min = 32;  // periods

  Slots cells_;  // (method, stratum)
  std::uint64_t last_key_ = ~std::uint64_t{0};
  std::uint32_t last_cell_ = 0;
  std::uint32_t last_slot_ = Slots::none;  // of last_slot_cell_ and last_slot_periods_
  std::uint32_t last_slot_cell_ = 0;
  std::uint64_t last_slot_periods_ = 0;
  Slots slots_;  // (cell, periods)
  std::vector<Sums> sums_;
  std::vector<WideMeasurement> wide_;

  [[nodiscard]] std::uint32_t cell_of(std::uint32_t method, std::uint32_t stratum);
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
