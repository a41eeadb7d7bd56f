#include "balance/muf/validity.h"

#include <algorithm>

namespace accord::balance {

ValidityPass::ValidityPass(std::size_t periods) : squares_(periods), largest_(periods) {
  out_.periods.resize(periods);
}

void ValidityPass::add_method(const std::vector<ErrorTerm>& terms) {
  Method out;
  for (const ErrorTerm& term : terms) {
    const double square = term.sigma * term.sigma;
    (term.relative ? out.relative : out.absolute) += square;
    if (term.source != own_source || term.column != no_column) continue;
    (term.relative ? out.own_relative : out.own_absolute) += square * square;
    double& largest = term.relative ? out.largest_relative : out.largest_absolute;
    largest = std::max(largest, square);
  }
  methods_.push_back(out);
}

void ValidityPass::add(const Measured& m) {
  if (m.period.empty()) return;
  Method& method = methods_[m.method];
  method.used = true;
  const double x = m.value_kg, square = x * x;
  if (method.may_be_negative(x)) ++out_.may_be_negative;
  const double fourth = method.own_relative * square * square + method.own_absolute;
  if (fourth == 0) return;
  const double most = std::max(method.largest_relative * square, method.largest_absolute);
  for (std::size_t i = 0; i < m.period.size(); ++i) {
    const double c = m.coefficient(i);
    add_variance(m.period[i], c * c * most, c * c * c * c * fourth, false, m.method);
  }
}

void ValidityPass::add_variance(std::uint32_t period, double variance, double squares, bool shared,
                                std::uint32_t id) {
  squares_[period].add(squares);
  if (variance <= largest_[period]) return;
  largest_[period] = variance;
  out_.periods[period].is_shared = shared;
  out_.periods[period].source_or_method = id;
}

Validity ValidityPass::finish(std::span<const std::vector<ErrorTerm>> methods, const Muf& muf) {
  for (std::uint32_t method = 0; method < methods_.size(); ++method) {
    if (!methods_[method].used) continue;
    for (const ErrorTerm& term : methods[method])
      if (term.relative && !term.is_product() && term.sigma > out_.largest_relative) {
        out_.largest_relative = term.sigma;
        out_.largest_method = method;
      }
  }
  for (const SourceLoad& load : muf.contributions.sources) {
    const double variance = load.load_kg * load.load_kg;
    add_variance(load.period, variance, variance * variance, true, load.source);
  }
  for (std::size_t t = 0; t < out_.periods.size(); ++t) {
    const double variance = muf.covariance_kg2(t, t);
    if (variance <= 0) continue;
    out_.periods[t].largest_share = std::min(1.0, largest_[t] / variance);
    out_.periods[t].effective = variance * variance / squares_[t].value();
  }
  return std::move(out_);
}

Validity validity(const Measurements& in, const Muf& muf) {
  ValidityPass pass(in.periods);
  for (const auto& terms : in.methods) pass.add_method(terms);
  for (std::size_t m = 0; m < in.value_kg.size(); ++m) pass.add(measured(in, m));
  return pass.finish(in.methods, muf);
}

}  // namespace accord::balance
