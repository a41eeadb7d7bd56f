#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A material balance area as time series: flows and inventories at locations, each with its
/// errors, cut into balance periods. The page docs/reference/study.md has the rules.
namespace accord::measurement {

/// How a rate runs between its samples.
enum class Between : std::uint8_t {
  hold,   ///< it stays as it was sampled until the next sample
  linear  ///< straight lines between samples; after the last one it stays
};
inline constexpr std::string_view between_words[] = {"hold", "linear"};

enum class LocationRole : std::uint8_t { input, inventory, output };
inline constexpr std::string_view location_role_words[] = {"input", "inventory", "output"};

enum class FlowKind : std::uint8_t {
  continuous,  ///< values are rates, kg per unit of time
  discrete     ///< values are amounts that move at a moment, kg
};
inline constexpr std::string_view flow_kind_words[] = {"continuous", "discrete"};

/// What the random error of a flow applies to.
enum class FlowErrors : std::uint8_t {
  sample,  ///< each sample is a measurement
  total    ///< the flow of a period is one measurement, with the error of one
};
inline constexpr std::string_view flow_errors_words[] = {"sample", "total"};

/// Which sample of an inventory is that at the end of a period.
enum class InventoryAt : std::uint8_t {
  exact,   ///< the one at that time
  last,    ///< the last one up to that time
  nearest  ///< the nearest one; of two as near the earlier
};
inline constexpr std::string_view inventory_at_words[] = {"exact", "last", "nearest"};

/// What becomes of a period in which a rate is not 0 and was not sampled for long, or whose
/// inventory was sampled long before or after its end.
enum class Gaps : std::uint8_t {
  not_measured,  ///< it has no balance
  hold,          ///< what was sampled is held to be known there too
  merge  ///< periods that meet where no inventory was taken are one; otherwise as not_measured
};
inline constexpr std::string_view gaps_words[] = {"not_measured", "hold", "merge"};

/// A step between samples that is longer than so many times the median one is a gap.
inline constexpr double gap_steps = 10;
/// An inventory that was sampled farther from the end of a period than this share of it is none of
/// it.
inline constexpr double inventory_distance = 0.05;
/// A value below 0 by at most this share of the largest of its series is 0 with round-off.
inline constexpr double round_off = 1e-9;

/// Samples that lie elsewhere: they must outlive what looks at them, and not change meanwhile.
struct LentSeries {
  std::span<const double> time, value;
};

struct Location {
  std::string name;
  LocationRole role = LocationRole::input;
  FlowKind kind = FlowKind::continuous;  ///< of inputs and outputs
  Between between = Between::hold;       ///< of rates
  /// A rate that is on counts up to its last sample that is on: the end of a pulse was logged late.
  bool close_pulses = false;
  std::optional<double>
      gap_max;                  ///< longest step of a rate that is no gap; otherwise see gap_steps
  std::optional<double> until;  ///< up to where the last rate holds; otherwise its own time
  /// Standard deviations: a fraction of the value, or in the unit of the value.
  double random = 0, systematic = 0, random_absolute = 0, systematic_absolute = 0;
  std::string source_key;             ///< of the systematic errors; empty: the name
  std::optional<double> calibration;  ///< systematic errors are drawn anew after each such time
  bool negative = false;              ///< values below 0 are meant
  std::string stratum;                ///< empty: the word of the role
  std::vector<double> time, value;    ///< as many of each; times ascending
  std::optional<LentSeries> lent;     ///< instead of `time` and `value`

  [[nodiscard]] std::span<const double> times() const { return lent ? lent->time : time; }
  [[nodiscard]] std::span<const double> values() const { return lent ? lent->value : value; }
};

struct Study {
  std::vector<double> edges;  ///< begin of the first period, then the end of each; ascending
  FlowErrors flow_errors = FlowErrors::sample;
  InventoryAt inventory_at = InventoryAt::exact;
  Gaps gaps = Gaps::not_measured;
  std::vector<Location> locations;
};

/// Times that are nearer to the end of a period (or of a calibration) than this share of its length
/// count as at it: 0.1 + 0.2 is 0.3.
inline constexpr double same_time = 1e-9;

/// Largest number of calibrations of one location.
inline constexpr double calibrations_max = 10'000;

}  // namespace accord::measurement
