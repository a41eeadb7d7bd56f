#include "balance/study/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "balance/study/series_pass.h"
#include "balance/study/study_builder.h"
#include "balance/study/study_check.h"
#include "balance/study/study_gaps.h"
#include "base/contract.h"
#include "base/memory.h"
#include "base/stop_point.h"

namespace accord::balance {

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

/// Keeps the measurements as columns.
class ColumnSink {
 public:
  ColumnSink(const Study& study, Prepared& out) : out_(out) {
    std::size_t count = 0;
    for (const Location& l : study.locations)
      count += (l.role == LocationRole::inventory ? 0 : l.times().size()) + study.edges.size();
    out_.first_row.reserve(count);
    reserve_populated(out_.value_kg, count);
    reserve_populated(out_.method, count);
    reserve_populated(out_.stratum, count);
    reserve_populated(out_.use_begin, count + 1);
    reserve_populated(out_.use_period, count);
    reserve_populated(out_.use_sign, count);
    reserve_populated(out_.use_weight, count);
    out_.use_begin.push_back(0);
  }

  /// Comes first of each location.
  void stratum(std::uint32_t number) {
    stratum_ = number;
    location_begin_.push_back(out_.value_kg.size());
  }
  void method(const std::vector<ErrorTerm>&) { method_ = methods_++; }

  void begin(double value, std::size_t sample) {
    out_.first_row.push_back(sample);
    out_.value_kg.push_back(value);
    out_.method.push_back(method_);
    out_.stratum.push_back(stratum_);
  }
  void use(std::size_t period, std::int8_t sign, double weight) {
    out_.use_period.push_back(static_cast<std::uint32_t>(period));
    out_.use_sign.push_back(sign);
    out_.use_weight.push_back(weight);
  }
  void end() { out_.use_begin.push_back(static_cast<std::uint32_t>(out_.use_period.size())); }

  template <class WeightOf>
  void run(std::span<const double> values, std::size_t first, std::size_t last, WeightOf weight_of,
           const SampleRun& of) {
    for (std::size_t i = first; i < last; ++i) {
      begin(values[i], i);
      use(of.period, of.sign, weight_of(i));
      end();
      of.kg.add(weight_of(i) * values[i]);
    }
  }

  [[nodiscard]] std::vector<std::size_t> location_begin() && {
    location_begin_.push_back(out_.value_kg.size());
    return std::move(location_begin_);
  }

 private:
  std::vector<std::size_t> location_begin_;
  Prepared& out_;
  std::uint32_t stratum_ = 0, method_ = 0, methods_ = 0;
};

}  // namespace

bool CheckedStudy::is_right() const {
  return std::none_of(faults.begin(), faults.end(), [](const StudyFault& fault) {
    return fault.fault.severity == Severity::error;
  });
}

CheckedStudy checked(const Study& study) {
  CheckedStudy out{check_study(study), {}};
  if (out.is_right()) out.not_measured = find_gaps(study, out.faults);
  return out;
}

PreparedStudy prepare(const Study& study) {
  CheckedStudy look = checked(study);
  PreparedStudy out;
  if (look.is_right()) {
    Prepared& prepared = out.prepared.emplace();
    ColumnSink sink(study, prepared);
    StudyBuilder(study, out, prepared, sink).build();
    out.location_begin = std::move(sink).location_begin();
    prepared.not_measured = std::move(look.not_measured);
  }
  out.faults = std::move(look.faults);
  return out;
}

std::vector<std::vector<LocationTotal>> location_totals(const Study& study) {
  std::vector<std::vector<LocationTotal>> out;
  Study one = study;
  for (const Location& location : study.locations) {
    stop_point();
    one.locations = {location};
    const CheckedStudy look = checked(one);
    ACCORD_EXPECT(look.is_right());
    std::vector<LocationTotal>& totals = out.emplace_back();
    for (const PeriodBalance& period : balance_of(one, look, {}).periods)
      totals.push_back({period.muf_kg, period.sigma_kg});
  }
  return out;
}

Balance balance_of(const Study& study, const CheckedStudy& look, const Options& options) {
  ACCORD_EXPECT(look.is_right());
  PreparedStudy names;
  Prepared prepared;
  SeriesPass pass(study.edges.size() - 1);
  StudyBuilder(study, names, prepared, pass).build();
  prepared.not_measured = look.not_measured;
  Muf muf = pass.muf().finish(prepared.view());
  Validity validity = pass.validity().finish(prepared.methods, muf);
  return balance_of(std::move(muf), std::move(validity), prepared, std::move(names.methods),
                    std::move(names.strata), options);
}

MadeStudyBalance balance_of(const Study& study, const Options& options) {
  CheckedStudy look = checked(study);
  MadeStudyBalance out;
  if (look.is_right()) out.balance = balance_of(study, look, options);
  out.faults = std::move(look.faults);
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
    if (l.times().empty()) return 0;
    const bool amounts = l.role != LocationRole::inventory && l.kind == FlowKind::discrete;
    if (!amounts) known = std::min(known, l.until.value_or(l.times().back()));
  }
  const double count = std::floor((known - start) / length + measurement::same_time);
  return std::isfinite(count) ? std::max(0.0, count) : 0;
}

}  // namespace accord::balance
