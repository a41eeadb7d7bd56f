#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "balance/muf/balance.h"
#include "measurement/study.h"

/// The balance of a study: flows and inventories as time series, made measurements of the one
/// algorithm of muf.h.
namespace accord::balance {

/// What is wrong with a location, or with one of its samples.
struct StudyFault {
  static constexpr std::size_t no_location = std::numeric_limits<std::size_t>::max();
  std::size_t location = no_location;  ///< index; no_location: the study itself
  /// `row` is the index of a sample when `at_sample`; `column` is "time" or "value" then, otherwise
  /// the key of the location or study: "random", "calibration", "ends" …; may be empty.
  bool at_sample = false;
  measurement::Fault fault;
};

/// What a look at a study found.
struct CheckedStudy {
  std::vector<StudyFault> faults;  ///< B001, B007, B013, B017, B018, B021 to B025, B030, B031, B102
  std::vector<std::uint8_t> not_measured;  ///< 1 for a period with a gap; empty: none has one
  [[nodiscard]] bool is_right() const;     ///< there is no error among the faults
};
[[nodiscard]] CheckedStudy checked(const measurement::Study& study);

/// With `Gaps::merge`: takes out the ends between two periods at which some inventory was not
/// taken, so that the flows of a period that was not closed are merged with those of the next
/// (statistics chapter, 3.8). Each is named (B030, warnings). Nothing is done where the edges or
/// the times of an inventory are wrong: `checked` says so.
[[nodiscard]] std::vector<StudyFault> merge_open_ends(measurement::Study& study);

struct PreparedStudy {
  std::optional<Prepared> prepared;  ///< none when there are errors
  std::vector<std::string> methods, strata;
  std::vector<std::size_t>
      location_begin;              ///< the first measurement of each location, and their number
  std::vector<StudyFault> faults;  ///< those of CheckedStudy
};

/// Samples of a continuous flow are measurements whose weight is their share of the integral;
/// amounts of a discrete flow belong to the period [begin, end) they fall in; the inventory at an
/// end is one measurement of both periods that meet there. Systematic errors of a location are one
/// realisation, or one for each calibration.
[[nodiscard]] PreparedStudy prepare(const measurement::Study& study);

/// What one location adds to MUF in one period, with its standard error; NaN where it was not
/// measured.
struct LocationTotal {
  double kg =
      0;  ///< signed: inputs and the opening inventory less the closing one; outputs negative
  double sigma_kg = 0;
};
/// Of each location, each period: they add up to MUF, their errors only where no source is shared.
/// Contract: the study has no errors.
[[nodiscard]] std::vector<std::vector<LocationTotal>> location_totals(
    const measurement::Study& study);

struct MadeStudyBalance {
  std::optional<Balance> balance;
  std::vector<StudyFault> faults;
};

/// Bit for bit the balance of what `prepare` makes, without its columns.
/// Contract: options as they say; `look` is that at this study and found no error.
[[nodiscard]] Balance balance_of(const measurement::Study& study, const CheckedStudy& look,
                                 const Options& options = {});

/// Contract: options as they say.
[[nodiscard]] MadeStudyBalance balance_of(const measurement::Study& study,
                                          const Options& options = {});

/// Ends of periods of one length from `start` on: start, start + length, … — each the double
/// nearest to the decimal with 15 digits, so that 3 · 0.1 is 0.3.
/// Contract: finite, length above 0.
[[nodiscard]] std::vector<double> regular_edges(double start, double length, std::size_t count);

/// How many whole periods of one length all rates and inventories cover, also more than are taken;
/// 0 when there are none.
/// Contract: as regular_edges.
[[nodiscard]] double whole_periods(const measurement::Study& study, double start, double length);

}  // namespace accord::balance
