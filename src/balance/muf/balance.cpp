#include "balance/muf/balance.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/contract.h"
#include "numerics/distributions.h"

namespace accord::balance {

namespace {

/// Values are the doubles nearest to decimals, so a balance that closes in decimals is within half
/// a unit in the last place of each value of 0, and within one more of rounding the sum.
bool is_zero(double muf_kg, double magnitude_kg) {
  return std::abs(muf_kg) <= magnitude_kg * std::numeric_limits<double>::epsilon();
}

PeriodBalance period_of(const Muf& muf, std::size_t t, const PeriodSums& sums,
                        const Options& options) {
  PeriodBalance out;
  out.sums = sums;
  out.muf_kg = muf.muf_kg[t];
  out.sigma_kg = muf.sigma_kg(t);
  out.limit_kg = options.limit_factor * out.sigma_kg;
  out.active_kg = muf.active_kg[t];
  out.measurements = muf.used[t];
  if (out.active_kg > 0) out.active_share = out.sigma_kg / out.active_kg;
  if (out.sigma_kg > 0) {
    out.status = Status::measured;
    out.ratio = out.muf_kg / out.sigma_kg;
    out.probability = numerics::normal_sf(*out.ratio);
  } else if (out.measurements == 0) {
    out.status = Status::empty;
  } else {
    out.status =
        is_zero(out.muf_kg, muf.magnitude_kg[t]) ? Status::closed : Status::item_discrepancy;
    if (out.status == Status::closed) out.muf_kg = 0;
  }
  return out;
}

/// A period with a gap: unknown is never zero.
void forget(Balance& balance, std::size_t t) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  PeriodBalance& p = balance.periods[t];
  const std::size_t measurements = p.measurements;
  p = {};
  p.measurements = measurements;
  p.status = Status::not_measured;
  p.muf_kg = p.sigma_kg = p.limit_kg = p.active_kg = unknown;
  p.sums.opening_kg = p.sums.increases_kg = p.sums.decreases_kg = p.sums.closing_kg = unknown;
  balance.muf.muf_kg[t] = balance.muf.active_kg[t] = unknown;
  for (std::size_t u = 0; u < balance.periods.size(); ++u)
    balance.muf.covariance_kg2(t, u) = balance.muf.covariance_kg2(u, t) = unknown;
}

void add(std::vector<Share>& shares, std::string name, double variance) {
  if (variance != 0) shares.push_back({std::move(name), variance, 0});
}

}  // namespace

std::vector<Share> Balance::shares(Division division, std::size_t period) const {
  std::vector<Share> out;
  if (periods[period].status == Status::not_measured) return out;
  const Contributions& c = muf.contributions;
  const auto rows = [&](const std::vector<VariancePart>& parts, auto name) {
    std::vector<std::pair<std::string, double>> named;
    for (const VariancePart& part : of_period(parts, period))
      if (!named.empty() && named.back().first == name(part.row))
        named.back().second += part.variance_kg2;
      else
        named.emplace_back(name(part.row), part.variance_kg2);
    for (auto& [word, variance] : named) add(out, std::move(word), variance);
  };
  switch (division) {
    case Division::source:
      rows(c.own, [&](std::size_t i) { return "random:" + methods[i]; });
      for (const SourceLoad& load : c.sources)
        if (load.period == period) add(out, sources[load.source], load.load_kg * load.load_kg);
      break;
    case Division::method:
      rows(c.method, [&](std::size_t i) { return methods[i]; });
      break;
    case Division::stratum:
      rows(c.stratum, [&](std::size_t i) { return strata[i]; });
      break;
    case Division::nature:
      add(out, "random", c.nature(0, period));
      add(out, "systematic", c.nature(1, period));
      break;
  }
  const double variance = muf.covariance_kg2(period, period);
  for (Share& share : out) share.fraction = variance > 0 ? share.variance_kg2 / variance : 0;
  std::sort(out.begin(), out.end(), [](const Share& a, const Share& b) {
    return a.variance_kg2 != b.variance_kg2 ? a.variance_kg2 > b.variance_kg2 : a.name < b.name;
  });
  return out;
}

bool Balance::is_measured() const {
  return std::none_of(periods.begin(), periods.end(),
                      [](const PeriodBalance& p) { return p.status == Status::not_measured; });
}

std::string Balance::largest_realisation(std::size_t period) const {
  const PeriodValidity& p = validity.periods[period];
  if (p.largest_share == 0 || periods[period].status == Status::not_measured) return {};
  return p.is_shared ? sources[p.source_or_method] : "one value of " + methods[p.source_or_method];
}

Balance balance_of(const Prepared& prepared, std::vector<std::string> methods,
                   std::vector<std::string> strata, const Options& options) {
  Muf of_columns = muf(prepared.view());
  Validity its = validity(prepared.view(), of_columns);
  return balance_of(std::move(of_columns), std::move(its), prepared, std::move(methods),
                    std::move(strata), options);
}

Balance balance_of(Muf muf, Validity validity, const Prepared& prepared,
                   std::vector<std::string> methods, std::vector<std::string> strata,
                   const Options& options) {
  ACCORD_EXPECT(std::isfinite(options.limit_factor) && options.limit_factor > 0);
  Balance out;
  out.muf = std::move(muf);
  out.validity = std::move(validity);
  for (std::size_t t = 0; t < prepared.periods; ++t)
    out.periods.push_back(period_of(out.muf, t, prepared.sums[t], options));
  for (std::size_t t = 0; t < prepared.not_measured.size(); ++t)
    if (prepared.not_measured[t] != 0) forget(out, t);
  for (std::size_t i = 0; i < prepared.sources.size(); ++i)
    out.sources.push_back(prepared.sources[i]);
  out.methods = std::move(methods);
  out.strata = std::move(strata);
  return out;
}

MadeBalance balance_of(const measurement::Items& items,
                       std::span<const measurement::Method> methods, const Options& options) {
  ACCORD_EXPECT(std::isfinite(options.limit_factor) && options.limit_factor > 0);
  MadeBalance out;
  PreparedItems prepared = prepare(items, methods);
  out.faults = std::move(prepared.faults);
  out.method_faults = std::move(prepared.method_faults);
  if (!prepared.prepared) return out;
  std::vector<std::string> method_names, strata;
  for (const measurement::Method& method : methods) method_names.push_back(method.name);
  for (std::size_t i = 0; i < items.strata.size(); ++i) strata.push_back(items.strata[i]);
  out.balance = balance_of(*prepared.prepared, std::move(method_names), std::move(strata), options);
  return out;
}

}  // namespace accord::balance
