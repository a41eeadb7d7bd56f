#include "balance/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "balance/sample_weights.h"
#include "balance/study_check.h"
#include "balance/study_gaps.h"
#include "base/contract.h"
#include "base/memory.h"
#include "numerics/sum.h"

namespace accord::balance {

using measurement::FlowErrors;
using measurement::FlowKind;
using measurement::Location;
using measurement::LocationRole;
using measurement::Study;

namespace {

/// The double nearest to the decimal with 15 digits.
double as_decimal(double x) {
  const std::string text = fmt::format("{:.15g}", x);
  double out = x;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

class Builder {
 public:
  Builder(const Study& study, PreparedStudy& names, Prepared& out)
      : study_(study), names_(names), out_(out) {}

  void build() {
    out_.periods = study_.edges.size() - 1;
    sums_.resize(out_.periods);
    reserve();
    out_.use_begin.push_back(0);
    for (const Location& location : study_.locations) add(location);
    out_.strata = names_.strata.size();
    for (const Sums& sums : sums_)
      out_.sums.push_back({sums.kg[0].value(), sums.kg[1].value(), sums.kg[2].value(),
                           sums.kg[3].value(), sums.rows});
  }

 private:
  struct Sums {
    std::array<numerics::CompensatedSum, 4> kg;  // PB, X, Y, PE
    std::size_t rows = 0;
  };
  const Study& study_;
  PreparedStudy& names_;
  Prepared& out_;
  std::vector<Sums> sums_;
  const Location* location_ = nullptr;
  std::uint32_t stratum_ = 0;
  std::int64_t calibration_ = 0;  // of the method that is used now

  void reserve() {
    std::size_t count = 0;
    for (const Location& l : study_.locations)
      count += (l.role == LocationRole::inventory ? 0 : l.time.size()) + study_.edges.size();
    reserve_populated(out_.value_kg, count);
    reserve_populated(out_.method, count);
    reserve_populated(out_.stratum, count);
    reserve_populated(out_.use_begin, count + 1);
    reserve_populated(out_.use_period, count);
    reserve_populated(out_.use_sign, count);
    reserve_populated(out_.use_weight, count);
  }

  void add(const Location& location) {
    location_ = &location;
    stratum_ = stratum(location);
    new_method(calibration_of(location.time.front()));
    if (location.role == LocationRole::inventory)
      add_inventories();
    else if (study_.flow_errors == FlowErrors::total)
      add_totals();
    else
      add_samples();
  }

  std::uint32_t stratum(const Location& location) {
    const std::string name =
        location.stratum.empty()
            ? std::string(measurement::location_role_words[static_cast<std::size_t>(location.role)])
            : location.stratum;
    const auto found = std::find(names_.strata.begin(), names_.strata.end(), name);
    const auto number = static_cast<std::uint32_t>(found - names_.strata.begin());
    if (found == names_.strata.end()) names_.strata.push_back(name);
    return number;
  }

  [[nodiscard]] std::int64_t calibration_of(double time) const {
    if (!location_->calibration) return 0;
    return static_cast<std::int64_t>(std::floor(
        (time - study_.edges.front()) / *location_->calibration + measurement::same_time));
  }

  /// A location has one method for each calibration, all of one name.
  void new_method(std::int64_t calibration) {
    calibration_ = calibration;
    const Location& l = *location_;
    std::string key = l.source_key.empty() ? l.name : l.source_key;
    if (l.calibration) key += fmt::format(":calibration {}", calibration + 1);
    std::vector<ErrorTerm>& terms = out_.methods.emplace_back();
    // A relative and an absolute error are two, also where both are systematic.
    const auto term = [&](double sigma, bool relative, bool systematic) {
      if (sigma > 0)
        terms.push_back(
            {sigma, relative, systematic,
             systematic ? out_.sources.id(relative ? key : key + ":absolute") : own_source,
             no_column});
    };
    term(l.random, true, false);
    term(l.random_absolute, false, false);
    term(l.systematic, true, true);
    term(l.systematic_absolute, false, true);
    names_.methods.push_back(l.name);
  }

  void calibrate(std::int64_t calibration) {
    if (calibration != calibration_) new_method(calibration);
  }

  void begin_measurement(double value) {
    out_.value_kg.push_back(value);
    out_.method.push_back(static_cast<std::uint32_t>(out_.methods.size() - 1));
    out_.stratum.push_back(stratum_);
  }
  void use(std::size_t period, std::int8_t sign, double weight) {
    out_.use_period.push_back(static_cast<std::uint32_t>(period));
    out_.use_sign.push_back(sign);
    out_.use_weight.push_back(weight);
  }
  void end_measurement() {
    out_.use_begin.push_back(static_cast<std::uint32_t>(out_.use_period.size()));
  }
  void count(std::size_t period, std::size_t role, double kg) {
    sums_[period].kg[role].add(kg);
    ++sums_[period].rows;
  }
  [[nodiscard]] std::int8_t sign() const { return location_->role == LocationRole::input ? 1 : -1; }
  [[nodiscard]] std::size_t role() const { return location_->role == LocationRole::input ? 1 : 2; }

  /// take(sample, period, weight) for each sample that counts in a period.
  template <class Take>
  void for_each_use(Take take) const {
    const Location& l = *location_;
    if (l.kind == FlowKind::continuous) {
      for_each_weight(l.time, l.until.value_or(l.time.back()), l.between, study_.edges, take,
                      l.close_pulses ? std::span<const double>(l.value) : std::span<const double>{});
      return;
    }
    const std::vector<double>& edges = study_.edges;
    std::size_t period = 0;
    for (std::size_t i = 0; i < l.time.size(); ++i) {
      while (period + 1 < edges.size() &&
             l.time[i] >= edges[period + 1] - tolerance_at(edges, period + 1))
        ++period;
      if (period + 1 == edges.size()) return;
      if (l.time[i] >= edges.front() - tolerance_at(edges, 0)) take(i, period, 1.0);
    }
  }

  void add_samples() {
    std::size_t sample = location_->time.size();
    for_each_use([&](std::size_t i, std::size_t period, double weight) {
      const double value = location_->value[i];
      if (i != sample) {
        if (sample != location_->time.size()) end_measurement();
        calibrate(calibration_of(location_->time[i]));
        begin_measurement(value);
        sample = i;
      }
      use(period, sign(), weight);
      count(period, role(), weight * value);
    });
    if (sample != location_->time.size()) end_measurement();
  }

  /// What flows in a period, and in one calibration, as one measurement: of the mean rate, for the
  /// time; of the mean amount, for their number.
  void add_totals() {
    struct Total {
      numerics::CompensatedSum kg, weight;
    };
    std::map<std::pair<std::int64_t, std::size_t>, Total> totals;
    for_each_use([&](std::size_t i, std::size_t period, double weight) {
      Total& total = totals[{calibration_of(location_->time[i]), period}];
      total.kg.add(weight * location_->value[i]);
      total.weight.add(weight);
    });
    for (const auto& [of, total] : totals) {
      const double weight = total.weight.value();
      calibrate(of.first);
      begin_measurement(total.kg.value() / weight);
      use(of.second, sign(), weight);
      end_measurement();
      count(of.second, role(), total.kg.value());
    }
  }

  /// One sample may stand at several ends in a row: between them it is in both inventories.
  void add_inventories() {
    std::size_t edge = 0;
    while (edge <= out_.periods) {
      const std::size_t sample = inventory_sample(study_, *location_, edge);
      const std::size_t first = edge;
      while (edge <= out_.periods && inventory_sample(study_, *location_, edge) == sample) {
        if (edge > 0) count(edge - 1, 3, location_->value[sample]);
        if (edge < out_.periods) count(edge, 0, location_->value[sample]);
        ++edge;
      }
      calibrate(calibration_of(location_->time[sample]));
      begin_measurement(location_->value[sample]);
      if (first > 0) use(first - 1, -1, 1);
      if (edge <= out_.periods) use(edge - 1, 1, 1);
      end_measurement();
    }
  }
};

}  // namespace

PreparedStudy prepare(const Study& study) {
  PreparedStudy out;
  out.faults = check_study(study);
  const bool wrong = std::any_of(out.faults.begin(), out.faults.end(), [](const StudyFault& fault) {
    return fault.fault.severity == Severity::error;
  });
  if (wrong) return out;
  Prepared prepared;
  Builder(study, out, prepared).build();
  prepared.not_measured = find_gaps(study, out.faults);
  out.prepared = std::move(prepared);
  return out;
}

MadeStudyBalance balance_of(const Study& study, const Options& options) {
  PreparedStudy prepared = prepare(study);
  MadeStudyBalance out;
  out.faults = std::move(prepared.faults);
  if (prepared.prepared)
    out.balance = balance_of(*prepared.prepared, std::move(prepared.methods),
                             std::move(prepared.strata), options);
  return out;
}

std::vector<double> regular_edges(double start, double length, std::size_t count) {
  ACCORD_EXPECT(std::isfinite(start) && std::isfinite(length) && length > 0);
  std::vector<double> out{start};
  for (std::size_t i = 1; i <= count; ++i)
    out.push_back(as_decimal(start + static_cast<double>(i) * length));
  return out;
}

double whole_periods(const Study& study, double start, double length) {
  double known = INFINITY;
  for (const Location& l : study.locations) {
    if (l.time.empty()) return 0;
    const bool amounts = l.role != LocationRole::inventory && l.kind == FlowKind::discrete;
    if (!amounts) known = std::min(known, l.until.value_or(l.time.back()));
  }
  const double count = std::floor((known - start) / length + measurement::same_time);
  return std::isfinite(count) ? std::max(0.0, count) : 0;
}

}  // namespace accord::balance
