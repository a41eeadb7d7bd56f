#include "balance/study/study_gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <string>

#include "balance/study/study_check.h"
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
constexpr const char* inventory_remedy =
    "sample it there, or say in the study gaps = \"merge\": periods that meet where no inventory "
    "was "
    "taken are then one; or \"hold\": what was sampled is then held to be known";

std::string not_measured(const std::vector<std::string>& periods) {
  const bool one = periods.size() == 1;
  return fmt::format("period{} {} {} not measured", one ? "" : "s", enumerated(periods),
                     one ? "is" : "are");
}

/// Whether a sample is farther from the end of a period than an inventory may be.
bool is_far(const std::vector<double>& edges, std::size_t edge, std::size_t period, double time) {
  const double length = edges[period + 1] - edges[period];
  return std::abs(time - edges[edge]) >
         measurement::inventory_distance * length * (1 + measurement::same_time);
}

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
  void add(std::size_t row, std::string message, const char* column, const char* help = remedy) {
    faults_.push_back(
        {at_, true, {Severity::warning, "B030", std::move(message), help, row, column}});
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
                      "{}",
                      l.name, from, to, most, not_measured(spoilt)),
          "time");
    }
  }

  void inventories() {
    const Location& l = here();
    for (std::size_t e = 0; e < study_.edges.size(); ++e) {
      const std::size_t row = inventory_sample(study_, l, e);
      std::vector<std::string> spoilt;
      const auto look = [&](std::size_t p) {
        if (!is_far(study_.edges, e, p, l.times()[row])) return;
        periods_[p] = 1;
        spoilt.push_back(std::to_string(p + 1));
      };
      if (e > 0) look(e - 1);
      if (e < periods_.size()) look(e);
      if (spoilt.empty()) continue;
      add(row,
          fmt::format("the inventory of “{}” at {} was sampled at {}, farther than {} % of the "
                      "period: {}",
                      l.name, study_.edges[e], l.times()[row],
                      measurement::inventory_distance * 100, not_measured(spoilt)),
          "time", inventory_remedy);
    }
  }
};

bool ascends(std::span<const double> numbers) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (!std::isfinite(numbers[i]) || (i > 0 && numbers[i] <= numbers[i - 1])) return false;
  return !numbers.empty();
}

/// What is said of an inner end at which the inventory was not taken; none when it was.
std::optional<StudyFault> open_end(const Study& study, std::size_t location, std::size_t edge) {
  const Location& l = study.locations[location];
  const std::vector<double>& edges = study.edges;
  const std::size_t row = inventory_sample(study, l, edge);
  const bool absent = row == l.times().size();
  if (!absent && !is_far(edges, edge, edge - 1, l.times()[row]) &&
      !is_far(edges, edge, edge, l.times()[row]))
    return std::nullopt;
  const std::string how =
      absent ? fmt::format("there is no inventory of “{}” at {}", l.name, edges[edge])
             : fmt::format(
                   "the inventory of “{}” at {} was sampled at {}, farther than {} % of "
                   "the period",
                   l.name, edges[edge], l.times()[row], measurement::inventory_distance * 100);
  StudyFault out{location, !absent, {}};
  out.fault = {Severity::warning,
               "B030",
               fmt::format("{}: the periods from {} to {} and from {} to {} are one", how,
                           edges[edge - 1], edges[edge], edges[edge], edges[edge + 1]),
               "take the inventory there, if they are to have a balance each",
               absent ? 0 : row,
               absent ? "name" : "time"};
  return out;
}

}  // namespace

std::vector<StudyFault> merge_open_ends(Study& study) {
  std::vector<StudyFault> out;
  if (study.gaps != measurement::Gaps::merge || study.edges.size() < 3 || !ascends(study.edges))
    return out;
  std::vector<double> kept{study.edges.front()};
  for (std::size_t e = 1; e + 1 < study.edges.size(); ++e) {
    const std::size_t before = out.size();
    for (std::size_t i = 0; i < study.locations.size(); ++i) {
      const Location& l = study.locations[i];
      if (l.role != LocationRole::inventory || l.times().size() != l.values().size()) continue;
      if (!ascends(l.times())) continue;
      if (auto fault = open_end(study, i, e)) out.push_back(*std::move(fault));
    }
    if (out.size() == before) kept.push_back(study.edges[e]);
  }
  kept.push_back(study.edges.back());
  study.edges = std::move(kept);
  return out;
}

std::vector<std::uint8_t> find_gaps(const Study& study, std::vector<StudyFault>& faults) {
  if (study.gaps == measurement::Gaps::hold) return {};
  return Finder(study, faults).find();
}

}  // namespace accord::balance
