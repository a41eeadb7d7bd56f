#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "balance/muf/muf.h"
#include "measurement/component.h"
#include "measurement/items.h"

/// Rows of items as measurements with their coefficients.
namespace accord::balance {

/// Sums of the rows of one period, in kg: book values, also of items that drop out of MUF.
struct PeriodSums {
  double opening_kg = 0, increases_kg = 0, decreases_kg = 0, closing_kg = 0;
  std::size_t rows = 0;  ///< of all four
};

/// The columns of the core, with what they are called.
struct Prepared {
  std::size_t periods = 0;
  std::vector<double> value_kg;
  std::vector<std::uint32_t> method, stratum, use_begin, use_period;
  std::vector<std::int8_t> use_sign;
  std::vector<double> use_weight;  ///< empty: all are 1
  std::vector<std::uint8_t> tare;  ///< of each measurement; empty: none is one
  std::vector<std::vector<ErrorTerm>> methods;
  std::vector<std::vector<std::uint32_t>> source_columns;
  std::vector<std::span<const std::uint32_t>> column_spans;  // of source_columns
  measurement::Names sources;
  std::vector<std::size_t>
      first_row;  ///< of each measurement, in the items; of a study: its sample
  std::vector<PeriodSums> sums;
  std::vector<std::uint8_t> not_measured;  ///< 1 for a period with a gap; empty: none has one

  std::size_t strata = 0;

  /// Views into this object, which must outlive them.
  [[nodiscard]] Measurements view() const;
};

struct PreparedItems {
  std::optional<Prepared> prepared;  ///< none when there are errors
  std::vector<measurement::Fault> faults, method_faults;
};

/// Rows of one item, method and measured period are one measurement; its coefficient in a period is
/// the sum over its rows there: +1 in PB and X, −1 in Y and PE. The closing inventory of period t
/// is the opening of t + 1. There are as many periods as the largest that a row names. All that is
/// wrong is reported: B004 to B011, B013 to B017, B019.
[[nodiscard]] PreparedItems prepare(const measurement::Items& items,
                                    std::span<const measurement::Method> methods);

}  // namespace accord::balance
