#include "balance/study/study_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "base/english.h"
#include "base/stop_point.h"
#include "measurement/component.h"

namespace accord::balance {

using measurement::Component;
using measurement::ComponentRow;
using measurement::Fault;
using measurement::FlowKind;
using measurement::InventoryAt;
using measurement::Kind;
using measurement::Location;
using measurement::LocationRole;
using measurement::Study;

namespace {

/// Whether a series has nothing to say about: finite, in order, no value below 0 that may not be.
/// One look without branches.
bool is_plain(std::span<const double> time, std::span<const double> value, bool negative) {
  const double least = negative ? -measurement::kg_max : 0;
  bool out = std::isfinite(time.front()) && std::isfinite(time.back());
  for (std::size_t i = 1; i < time.size(); ++i) out &= time[i] > time[i - 1];
  for (const double x : value) out &= (x >= least) & (x <= measurement::kg_max);
  return out;
}

class Checker {
 public:
  explicit Checker(const Study& study) : study_(study) {}

  std::vector<StudyFault> check() && {
    const bool edges_right = check_edges();
    std::vector<bool> flow_in(edges_right ? study_.edges.size() - 1 : 0);
    for (at_ = 0; at_ < study_.locations.size(); ++at_) {
      stop_point();
      check_errors();
      const bool series_right = check_series();
      if (!edges_right || !series_right) continue;
      if (here().role == LocationRole::inventory)
        check_inventories();
      else
        check_flow(flow_in);
    }
    check_calibrations();
    at_ = StudyFault::no_location;
    const bool any_flow =
        std::any_of(study_.locations.begin(), study_.locations.end(),
                    [](const Location& l) { return l.role != LocationRole::inventory; });
    for (std::size_t t = 0; any_flow && !has_errors() && t < flow_in.size(); ++t)
      if (!flow_in[t])
        add(Severity::warning, "B024",
            fmt::format("period {}, from {} to {}, has no sample of any flow", t + 1,
                        study_.edges[t], study_.edges[t + 1]),
            "check the ends of the periods and their unit of time", "ends");
    return std::move(faults_);
  }

 private:
  const Study& study_;
  std::size_t at_ = StudyFault::no_location;
  std::vector<StudyFault> faults_;

  [[nodiscard]] const Location& here() const { return study_.locations[at_]; }
  void add(Severity severity, const char* code, std::string message, std::string help,
           const char* column) {
    faults_.push_back(
        {at_, false, {severity, code, std::move(message), std::move(help), 0, column}});
  }
  void add_sample(const char* code, std::string message, std::string help, std::size_t row,
                  const char* column) {
    faults_.push_back(
        {at_, true, {Severity::error, code, std::move(message), std::move(help), row, column}});
  }
  [[nodiscard]] bool has_errors() const {
    return std::any_of(faults_.begin(), faults_.end(),
                       [](const StudyFault& f) { return f.fault.severity == Severity::error; });
  }

  bool check_edges() {
    const std::vector<double>& edges = study_.edges;
    const std::size_t before = faults_.size();
    if (edges.size() < 2)
      add(Severity::error, "B022", "there is no balance period",
          "give the length of a period that the data cover, or the ends of periods", "ends");
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (!std::isfinite(edges[i]))
        add(Severity::error, "B013", "the end of a period is not finite", "write finite numbers",
            "ends");
      else if (i > 0 && edges[i] <= edges[i - 1])
        add(Severity::error, "B021",
            fmt::format("period {} would last from {} to {}", i, edges[i - 1], edges[i]),
            "put the ends of the periods in order of time, each once and after the start", "ends");
    }
    return faults_.size() == before;
  }

  void check_errors() {
    const Location& l = here();
    static constexpr const char* keys[] = {"random", "systematic", "random_absolute",
                                           "systematic_absolute"};
    const double sigmas[] = {l.random, l.systematic, l.random_absolute, l.systematic_absolute};
    std::vector<ComponentRow> rows;
    for (std::size_t i = 0; i < 4; ++i)
      rows.push_back({l.name, true,
                      Component{"", "", i < 2 ? Kind::relative : Kind::absolute, i % 2 == 1,
                                sigmas[i], i % 2 == 1 ? "source" : "", 0}});
    for (Fault& fault : measurement::methods_of(rows).faults) {
      fault.column = keys[fault.row];
      fault.row = 0;
      faults_.push_back({at_, false, std::move(fault)});
    }
    if (!l.calibration) return;
    const bool right = std::isfinite(*l.calibration) && *l.calibration > 0;
    const double span = l.times().empty() ? 0 : l.times().back() - l.times().front();
    if (!right || span / *l.calibration > measurement::calibrations_max)
      add(Severity::error, "B102",
          right ? fmt::format("“{}” would be calibrated more than {} times", l.name,
                              measurement::calibrations_max)
                : fmt::format("a calibration lasts {}", *l.calibration),
          "write the time from one calibration to the next, in the unit of the times",
          "calibration");
  }

  bool check_series() {
    const Location& l = here();
    const std::span<const double> time = l.times(), value = l.values();
    if (time.size() != value.size()) {
      add(Severity::error, "B017",
          fmt::format("“{}” has {} and {}", l.name, counted(time.size(), "time"),
                      counted(value.size(), "value")),
          "give each time one value", "value");
      return false;
    }
    if (time.empty()) {
      add(Severity::error, "B023", fmt::format("“{}” has no sample", l.name),
          "a flow that does not flow has a sample with the value 0", "name");
      return false;
    }
    if (is_plain(time, value, l.negative)) return true;
    const std::size_t before = faults_.size();
    double largest = 0;
    for (const double one : value) largest = std::max(largest, std::abs(one));
    std::size_t rounded = 0, first_rounded = 0;
    for (std::size_t i = 0; i < time.size(); ++i) {
      const bool is_mass = std::abs(value[i]) <= measurement::kg_max;
      if (!std::isfinite(time[i]) || !is_mass)
        add_sample("B013", "a time or value is not finite, or too large", "write kg, below 1e15", i,
                   std::isfinite(time[i]) ? "value" : "time");
      else if (i > 0 && time[i] <= time[i - 1])
        add_sample("B021",
                   time[i] == time[i - 1]
                       ? fmt::format("“{}” has the time {} twice", l.name, time[i])
                       : fmt::format("{} comes after {} in “{}”", time[i], time[i - 1], l.name),
                   "put the samples of a location in order of time, each time once", i, "time");
      if (value[i] < 0 && value[i] >= -measurement::round_off * largest && !l.negative) {
        if (rounded++ == 0) first_rounded = i;
      } else if (value[i] < 0 && !l.negative)
        add_sample("B007", fmt::format("“{}” has {} at {}", l.name, value[i], time[i]),
                   "correct it, or say negative = true for this location", i, "value");
    }
    const bool right = faults_.size() == before;
    if (rounded > 0)
      add(Severity::warning, "B007",
          fmt::format("“{}” has {} below 0 by round-off, the first {} at {}", l.name,
                      counted(rounded, "value"), value[first_rounded], time[first_rounded]),
          "they are taken as they are; say negative = true where values below 0 are meant",
          "negative");
    return right;
  }

  /// One source has one calibration at a time: locations that share it are calibrated together.
  void check_calibrations() {
    const auto key = [](const Location& l) { return l.source_key.empty() ? l.name : l.source_key; };
    const auto shares = [](const Location& l) {
      return l.systematic > 0 || l.systematic_absolute > 0;
    };
    const auto every = [](const Location& l) {
      return l.calibration ? fmt::format("calibrated every {}", *l.calibration)
                           : std::string("never calibrated anew");
    };
    for (at_ = 0; at_ < study_.locations.size(); ++at_)
      for (std::size_t other = 0; other < at_; ++other) {
        const Location& a = study_.locations[other];
        if (!shares(here()) || !shares(a) || key(a) != key(here()) ||
            a.calibration == here().calibration)
          continue;
        add(Severity::error, "B031",
            fmt::format("“{}” and “{}” share the source key “{}”, but one is {} and the other {}",
                        a.name, here().name, key(a), every(a), every(here())),
            "give them one calibration, or source keys of their own", "calibration");
        break;
      }
  }

  void check_inventories() {
    const Location& l = here();
    const std::span<const double> time = l.times();
    std::vector<double> missing;
    for (std::size_t e = 0; e < study_.edges.size(); ++e)
      if (inventory_sample(study_, l, e) == time.size()) missing.push_back(study_.edges[e]);
    if (missing.empty()) return;
    const auto after = std::lower_bound(time.begin(), time.end(), missing.front());
    std::string near;
    if (after != time.begin()) near = fmt::format("{}", *(after - 1));
    if (after != time.end()) near += fmt::format("{}{}", near.empty() ? "" : " and ", *after);
    add(Severity::error, "B022",
        fmt::format(
            "no inventory of “{}” at {}{}; the nearest samples are at {}", l.name, missing.front(),
            missing.size() > 1 ? fmt::format(" and at {} more ends of periods", missing.size() - 1)
                               : std::string(),
            near),
        "measure inventories when a period ends, or say inventory_at = \"last\" or \"nearest\"",
        "name");
  }

  void check_flow(std::vector<bool>& flow_in) {
    const Location& l = here();
    const std::span<const double> time = l.times();
    const double begin = study_.edges.front();
    const double end = study_.edges.back();
    const bool rates = l.kind == FlowKind::continuous;
    if (rates) {
      const double until = l.until.value_or(time.back());
      if (!std::isfinite(until) || until < time.back())
        return add(Severity::error, "B022",
                   fmt::format("until is {}, but the last sample of “{}” is at {}", until, l.name,
                               time.back()),
                   "write up to when the last rate holds", "until");
      if (begin < time.front() || end > until)
        return add(Severity::error, "B022",
                   fmt::format("the periods last from {} to {}, but the rate of “{}” is known from "
                               "{} to {}",
                               begin, end, l.name, time.front(), until),
                   "a rate of zero is a sample too; until says how long the last one holds",
                   "name");
    }
    const double tolerance = tolerance_at(study_.edges, study_.edges.size() - 1);
    // Times ascend: those of a period are between two places.
    const auto first_of = [&](std::span<const double>::iterator from, double edge) {
      return std::partition_point(from, time.end(),
                                  [&](double one) { return one + tolerance < edge; });
    };
    auto first = first_of(time.begin(), begin);
    auto outside = first - time.begin();
    for (std::size_t period = 0; period + 1 < study_.edges.size(); ++period) {
      const auto last = first_of(first, study_.edges[period + 1]);
      if (first != last) flow_in[period] = true;
      first = last;
    }
    outside += time.end() - first;
    if (!rates && outside > 0)
      add(Severity::warning, "B025",
          fmt::format("{} of the {} amounts of “{}” are outside the periods, which last from {} to "
                      "{}",
                      outside, time.size(), l.name, begin, end),
          "they are left out; add their periods if they belong to the balance", "name");
  }
};

}  // namespace

double tolerance_at(const std::vector<double>& edges, std::size_t edge) {
  const std::size_t upper = std::max<std::size_t>(edge, 1);
  return measurement::same_time * (edges[upper] - edges[upper - 1]);
}

std::size_t inventory_sample(const Study& study, const Location& location, std::size_t edge) {
  const double wanted = study.edges[edge];
  const double tolerance = tolerance_at(study.edges, edge);
  const std::span<const double> time = location.times();
  // The last sample up to the end, then the one behind it.
  const auto after = std::upper_bound(time.begin(), time.end(), wanted + tolerance);
  const auto index = static_cast<std::size_t>(after - time.begin());
  const bool has_last = index > 0;
  switch (study.inventory_at) {
    case InventoryAt::exact:
      return has_last && time[index - 1] >= wanted - tolerance ? index - 1 : time.size();
    case InventoryAt::last:
      return has_last ? index - 1 : time.size();
    case InventoryAt::nearest:
      break;
  }
  if (time.empty() || !has_last) return 0;
  if (index == time.size()) return index - 1;
  return time[index] - wanted < wanted - time[index - 1] ? index : index - 1;
}

std::vector<StudyFault> check_study(const Study& study) {
  return Checker(study).check();
}

}  // namespace accord::balance
