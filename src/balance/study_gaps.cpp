#include "balance/study_gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <string>

#include "balance/study_check.h"
#include "base/english.h"

namespace accord::balance {

using measurement::FlowKind;
using measurement::Location;
using measurement::LocationRole;
using measurement::Study;

namespace {

constexpr const char* remedy =
    "sample it there, or say gaps = \"hold\" in the study: what was sampled before is then held to "
    "be known";

/// Four at a time: one after the other each comparison waits for the one before.
double longest_step(std::span<const double> time) {
  constexpr std::size_t lanes = 4;
  double longest[lanes] = {};
  std::size_t i = 1;
  for (; i + lanes <= time.size(); i += lanes)
    for (std::size_t l = 0; l < lanes; ++l)
      longest[l] = std::max(longest[l], time[i + l] - time[i + l - 1]);
  for (; i < time.size(); ++i) longest[0] = std::max(longest[0], time[i] - time[i - 1]);
  return *std::max_element(std::begin(longest), std::end(longest));
}

double median_step(std::span<const double> time) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < time.size(); ++i) steps.push_back(time[i] - time[i - 1]);
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  return *middle;
}

class Finder {
 public:
  Finder(const Study& study, std::vector<StudyFault>& faults)
      : study_(study), faults_(faults), periods_(study.edges.size() - 1) {}

  std::vector<std::uint8_t> find() && {
    for (at_ = 0; at_ < study_.locations.size(); ++at_) {
      if (here().role == LocationRole::inventory)
        inventories();
      else if (here().kind == FlowKind::continuous && here().times().size() > 1)
        rates();
    }
    const bool any = std::find(periods_.begin(), periods_.end(), 1) != periods_.end();
    return any ? std::move(periods_) : std::vector<std::uint8_t>();
  }

 private:
  const Study& study_;
  std::vector<StudyFault>& faults_;
  std::vector<std::uint8_t> periods_;
  std::size_t at_ = 0;

  [[nodiscard]] const Location& here() const { return study_.locations[at_]; }
  void add(std::size_t row, std::string message, const char* column) {
    faults_.push_back(
        {at_, true, {Severity::warning, "B030", std::move(message), remedy, row, column}});
  }

  /// Whether no step is longer than so many times the median one, without sorting: at least half of
  /// the steps reach that part of the longest.
  [[nodiscard]] bool steps_are_even() const {
    const std::span<const double> time = here().times();
    const double part = longest_step(time) / measurement::gap_steps;
    std::size_t reaching = 0;
    for (std::size_t i = 1; i < time.size(); ++i)
      reaching += time[i] - time[i - 1] >= part ? 1U : 0U;
    return 2 * reaching > time.size();
  }

  void rates() {
    const Location& l = here();
    if (!l.gap_max && steps_are_even()) return;
    const std::span<const double> time = l.times(), value = l.values();
    const double most = l.gap_max.value_or(measurement::gap_steps * median_step(time));
    for (std::size_t i = 0; i + 1 < time.size(); ++i) {
      const double from = time[i], to = time[i + 1];
      const bool held = l.between == measurement::Between::hold;
      const bool closed = l.close_pulses && (value[i] == 0) != (value[i + 1] == 0);
      const bool off = value[i] == 0 && (held || value[i + 1] == 0);
      if (!(to - from > most) || off || closed) continue;
      std::vector<std::string> spoilt;
      for (std::size_t p = 0; p < periods_.size(); ++p)
        if (study_.edges[p] < to && from < study_.edges[p + 1]) {
          periods_[p] = 1;
          spoilt.push_back(std::to_string(p + 1));
        }
      if (spoilt.empty()) continue;
      add(i + 1,
          fmt::format("“{}” has no sample from {} to {}, longer than {}, and its rate is not 0: "
                      "period {} is not measured",
                      l.name, from, to, most, enumerated(spoilt)),
          "time");
    }
  }

  void inventories() {
    const Location& l = here();
    for (std::size_t e = 0; e < study_.edges.size(); ++e) {
      const std::size_t row = inventory_sample(study_, l, e);
      const double away = std::abs(l.times()[row] - study_.edges[e]);
      std::vector<std::string> spoilt;
      const auto look = [&](std::size_t p) {
        const double length = study_.edges[p + 1] - study_.edges[p];
        if (away <= measurement::inventory_distance * length * (1 + measurement::same_time)) return;
        periods_[p] = 1;
        spoilt.push_back(std::to_string(p + 1));
      };
      if (e > 0) look(e - 1);
      if (e < periods_.size()) look(e);
      if (spoilt.empty()) continue;
      add(row,
          fmt::format("the inventory of “{}” at {} was sampled at {}, farther than {} % of the "
                      "period: period {} is not measured",
                      l.name, study_.edges[e], l.times()[row],
                      measurement::inventory_distance * 100, enumerated(spoilt)),
          "time");
    }
  }
};

}  // namespace

std::vector<std::uint8_t> find_gaps(const Study& study, std::vector<StudyFault>& faults) {
  if (study.gaps == measurement::Gaps::hold) return {};
  return Finder(study, faults).find();
}

}  // namespace accord::balance
