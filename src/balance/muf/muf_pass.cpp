#include "balance/muf/muf_pass.h"

#include <algorithm>
#include <cmath>

#include "balance/muf/sum_table.h"
#include "base/stop_point.h"

namespace accord::balance {

using numerics::CompensatedSum;
using numerics::Matrix;

namespace {

/// A matrix whose entries are compensated sums until they are asked for.
class SumMatrix {
 public:
  SumMatrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), sums_(rows * columns) {}
  CompensatedSum& operator()(std::size_t row, std::size_t column) {
    return sums_[row * columns_ + column];
  }
  [[nodiscard]] Matrix values() const {
    Matrix out(rows_, columns_);
    for (std::size_t i = 0; i < sums_.size(); ++i) out.values[i] = sums_[i].value();
    return out;
  }

 private:
  std::size_t rows_, columns_;
  std::vector<CompensatedSum> sums_;
};

/// Covariance and contributions from the loads; the private errors first, then source by source.
class Assembly {
 public:
  explicit Assembly(const Measurements& in)
      : covariance_(in.periods, in.periods),
        own_(in.methods.size(), in.periods),
        method_(in.methods.size(), in.periods),
        stratum_(in.strata, in.periods),
        nature_(2, in.periods),
        of_period_(in.periods, 0) {}

  void add_own(const OwnPart& part) {
    covariance_(part.first, part.second).add(part.random_kg2 + part.systematic_kg2);
    if (part.first != part.second) return;
    const std::uint32_t period = part.first;
    own_(part.method, period).add(part.random_kg2 + part.systematic_kg2);
    nature_(0, period).add(part.random_kg2);
    nature_(1, period).add(part.systematic_kg2);
    method_(part.method, period).add(part.random_kg2 + part.systematic_kg2);
    stratum_(part.stratum, period).add(part.random_kg2 + part.systematic_kg2);
  }

  /// A measurement that counts in many periods: the covariances of the errors of its own.
  void add_wide(const Measurements& in, const WideMeasurement& m) {
    const double x = m.value_kg;
    double variance = 0;
    for (const ErrorTerm& term : in.methods[m.method])
      if (term.source == own_source && term.column == no_column)
        variance += term.sigma * term.sigma * (term.relative ? x * x : 1);
    if (variance == 0) return;
    for (std::size_t i = 0; i < m.uses.size(); ++i)
      for (std::size_t j = i + 1; j < m.uses.size(); ++j) {
        const auto [first, second] = std::minmax(m.uses[i].first, m.uses[j].first);
        covariance_(first, second).add(m.uses[i].second * m.uses[j].second * variance);
      }
  }

  /// All parts of one source.
  void add_source(std::span<const LoadPart> parts, std::vector<SourceLoad>& loads) {
    touched_.clear();
    for (const LoadPart& part : parts) {
      if (of_period_[part.period] == 0) {
        touched_.push_back({part.period, {}});
        of_period_[part.period] = touched_.size();
      }
      touched_[of_period_[part.period] - 1].load.add(part.load_kg);
    }
    for (const LoadPart& part : parts)
      divide(part, touched_[of_period_[part.period] - 1].load.value());
    for (const Touched& t : touched_) of_period_[t.period] = 0;
    std::sort(touched_.begin(), touched_.end(),
              [](const Touched& a, const Touched& b) { return a.period < b.period; });
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      const double load = touched_[i].load.value();
      if (load == 0) continue;
      loads.push_back({parts.front().source, touched_[i].period, load});
      for (std::size_t j = i; j < touched_.size(); ++j)
        covariance_(touched_[i].period, touched_[j].period).add(load * touched_[j].load.value());
    }
  }

  void finish(Muf& out) const {
    out.covariance_kg2 = covariance_.values();
    for (std::size_t t = 0; t < out.covariance_kg2.rows; ++t)
      for (std::size_t u = 0; u < t; ++u) out.covariance_kg2(t, u) = out.covariance_kg2(u, t);
    out.contributions.own = own_.parts();
    out.contributions.method = method_.parts();
    out.contributions.stratum = stratum_.parts();
    out.contributions.nature = nature_.values();
  }

 private:
  struct Touched {
    std::uint32_t period;
    CompensatedSum load;
  };
  SumMatrix covariance_;  // upper half
  SumTable own_, method_, stratum_;
  SumMatrix nature_;
  std::vector<Touched> touched_;        // periods of the source at hand
  std::vector<std::size_t> of_period_;  // 1 + place in touched_; 0: not touched

  void divide(const LoadPart& part, double load) {
    const double share = part.load_kg * load;
    method_(part.method, part.period).add(share);
    stratum_(part.stratum, part.period).add(share);
    nature_(part.systematic ? 1 : 0, part.period).add(share);
  }
};

void add_loads(const Measurements& in, const Loads& loads, Muf& out) {
  Assembly assembly(in);
  for (const OwnPart& part : loads.own_parts(in.methods)) assembly.add_own(part);
  for (const WideMeasurement& m : loads.wide()) {
    stop_point();
    assembly.add_wide(in, m);
  }
  const std::vector<LoadPart> parts = loads.parts(in.methods, in.sources);
  const TiedLoads tied(in);
  std::vector<LoadPart> of_source;
  std::size_t at = 0;
  for (std::uint32_t source = 0; source < in.sources; ++source) {
    of_source.clear();
    for (; at < parts.size() && parts[at].source == source; ++at) of_source.push_back(parts[at]);
    tied.append(source, of_source);
    if (source % 256 == 0) stop_point();
    if (!of_source.empty()) assembly.add_source(of_source, out.contributions.sources);
  }
  assembly.finish(out);
}

}  // namespace

MufPass::MufPass(std::size_t periods, bool tares)
    : tares_(tares),
      muf_(periods),
      active_(tares ? periods : 0),  // without them the active inventory is the magnitude
      magnitude_(periods),
      used_(periods) {}

void MufPass::add(const Measured& m) {
  for (std::size_t i = 0; i < m.period.size(); ++i) {
    const std::uint32_t period = m.period[i];
    const double signed_kg = m.coefficient(i) * m.value_kg;
    muf_[period].add(signed_kg);
    const double kg = std::abs(signed_kg);
    if (tares_) active_[period].add(m.tare ? -kg : kg);
    magnitude_[period].add(kg);
    ++used_[period];
  }
  loads_.add(m);
}

Muf MufPass::finish(const Measurements& in) {
  Muf out;
  for (std::size_t t = 0; t < in.periods; ++t) {
    out.muf_kg.push_back(muf_[t].value());
    out.active_kg.push_back((tares_ ? active_ : magnitude_)[t].value());
    out.magnitude_kg.push_back(magnitude_[t].value());
  }
  out.used = std::move(used_);
  add_loads(in, loads_, out);
  return out;
}

}  // namespace accord::balance
