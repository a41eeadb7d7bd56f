#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "balance/study/sample_weights.h"
#include "balance/study/study.h"
#include "balance/study/study_check.h"
#include "base/stop_point.h"
#include "numerics/sum.h"

/// What each sample of a study counts for, location by location.
namespace accord::balance {

/// A place for all samples with the same method, stratum, period and sign.
struct SampleRun {
  std::uint32_t period;
  std::int8_t sign;
  numerics::CompensatedSum& kg;  ///< Σ weight·value
};

/// Gives the measurements of a study to a sink, in order, and writes the rest into `out`: methods,
/// sources, strata, sums. The sink has
///
/// - stratum(number), first of each location, and method(terms): of the measurements that follow;
///   methods are numbered as they come;
/// - begin(value, sample), use(period, sign, weight) …, end(): a measurement;
/// - run(values, first, last, weight_of, SampleRun): one measurement of each sample from first to
///   before last, each with the one use weight_of(sample).
///
/// Contract: the study has no errors.
template <class Sink>
class StudyBuilder {
 public:
  StudyBuilder(const measurement::Study& study, PreparedStudy& names, Prepared& out, Sink& sink)
      : study_(study), names_(names), out_(out), sink_(sink) {}

  void build() {
    out_.periods = study_.edges.size() - 1;
    sums_.resize(out_.periods);
    for (const measurement::Location& location : study_.locations) {
      stop_point();
      add(location);
    }
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
  const measurement::Study& study_;
  PreparedStudy& names_;
  Prepared& out_;
  Sink& sink_;
  std::vector<Sums> sums_;
  const measurement::Location* location_ = nullptr;
  std::span<const double> time_, value_;  // of the location
  std::int64_t calibration_ = 0;          // of the method that is used now

  void add(const measurement::Location& location) {
    location_ = &location;
    time_ = location.times();
    value_ = location.values();
    sink_.stratum(stratum());
    new_method(calibration_of(time_.front()));
    if (location.role == measurement::LocationRole::inventory)
      add_inventories();
    else if (study_.flow_errors == measurement::FlowErrors::total)
      add_totals();
    else
      add_samples();
  }

  std::uint32_t stratum() {
    const measurement::Location& l = *location_;
    const std::string name =
        l.stratum.empty()
            ? std::string(measurement::location_role_words[static_cast<std::size_t>(l.role)])
            : l.stratum;
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
    const measurement::Location& l = *location_;
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
    sink_.method(terms);
  }

  void calibrate(std::int64_t calibration) {
    if (calibration != calibration_) new_method(calibration);
  }

  void count(std::size_t period, std::size_t role, double kg) {
    sums_[period].kg[role].add(kg);
    ++sums_[period].rows;
  }
  [[nodiscard]] std::int8_t sign() const {
    return location_->role == measurement::LocationRole::input ? 1 : -1;
  }
  [[nodiscard]] std::size_t role() const {
    return location_->role == measurement::LocationRole::input ? 1 : 2;
  }

  /// take(sample, period, weight) for each sample that counts in a period; run(first, last, period,
  /// weight_of) for samples that count in this one alone.
  template <class Take, class Run>
  void for_each_use(Take take, Run run) const {
    const measurement::Location& l = *location_;
    if (l.kind == measurement::FlowKind::continuous) {
      for_each_weight(time_, l.until.value_or(time_.back()), l.between, study_.edges, take, run,
                      l.close_pulses ? value_ : std::span<const double>{});
      return;
    }
    const std::vector<double>& edges = study_.edges;
    const auto first_at = [&](std::size_t from, std::size_t edge) {
      const double least = edges[edge] - tolerance_at(edges, edge);
      const auto begin = time_.begin() + static_cast<std::ptrdiff_t>(from);
      return static_cast<std::size_t>(std::lower_bound(begin, time_.end(), least) - time_.begin());
    };
    std::size_t first = first_at(0, 0);
    for (std::size_t period = 0; period + 1 < edges.size() && first < time_.size(); ++period) {
      const std::size_t last = first_at(first, period + 1);
      if (first < last) run(first, last, period, [](std::size_t) { return 1.0; });
      first = last;
    }
  }

  void add_samples() {
    const std::size_t none = time_.size();
    std::size_t sample = none;  // the measurement that was begun
    const auto finish = [&] {
      if (sample != none) sink_.end();
      sample = none;
    };
    for_each_use(
        [&](std::size_t i, std::size_t period, double weight) {
          if (i != sample) {
            finish();
            calibrate(calibration_of(time_[i]));
            sink_.begin(value_[i], i);
            sample = i;
          }
          sink_.use(period, sign(), weight);
          count(period, role(), weight * value_[i]);
        },
        [&](std::size_t first, std::size_t last, std::size_t period, auto weight_of) {
          finish();
          Sums& sums = sums_[period];
          sums.rows += last - first;
          while (first < last) {
            calibrate(calibration_of(time_[first]));
            const std::size_t end = location_->calibration ? same_calibration(first, last) : last;
            sink_.run(value_, first, end, weight_of,
                      SampleRun{static_cast<std::uint32_t>(period), sign(), sums.kg[role()]});
            first = end;
          }
        });
    finish();
  }

  /// The first sample from `first` on that is of another calibration than it.
  [[nodiscard]] std::size_t same_calibration(std::size_t first, std::size_t last) const {
    const auto begin = time_.begin();
    const auto found = std::partition_point(
        begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
        [&](double time) { return calibration_of(time) == calibration_; });
    return static_cast<std::size_t>(found - begin);
  }

  /// What flows in a period, and in one calibration, as one measurement: of the mean rate, for the
  /// time; of the mean amount, for their number.
  void add_totals() {
    struct Total {
      numerics::CompensatedSum kg, weight;
    };
    std::map<std::pair<std::int64_t, std::size_t>, Total> totals;
    const auto take = [&](std::size_t i, std::size_t period, double weight) {
      Total& total = totals[{calibration_of(time_[i]), period}];
      total.kg.add(weight * value_[i]);
      total.weight.add(weight);
    };
    for_each_use(take,
                 [&](std::size_t first, std::size_t last, std::size_t period, auto weight_of) {
                   for (; first < last; ++first) take(first, period, weight_of(first));
                 });
    for (const auto& [of, total] : totals) {
      const double weight = total.weight.value();
      calibrate(of.first);
      sink_.begin(total.kg.value() / weight, of.second);
      sink_.use(of.second, sign(), weight);
      sink_.end();
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
        if (edge > 0) count(edge - 1, 3, value_[sample]);
        if (edge < out_.periods) count(edge, 0, value_[sample]);
        ++edge;
      }
      calibrate(calibration_of(time_[sample]));
      sink_.begin(value_[sample], sample);
      if (first > 0) sink_.use(first - 1, -1, 1);
      if (edge <= out_.periods) sink_.use(edge - 1, 1, 1);
      sink_.end();
    }
  }
};

}  // namespace accord::balance
