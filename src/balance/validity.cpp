#include "balance/validity.h"

#include <algorithm>
#include <cmath>

#include "numerics/sum.h"

namespace accord::balance {

namespace {

/// z(0.999): a normal value with x < z·σ is below 0 more than once in 1000.
constexpr double z_negative = 3.090232306167813;

/// Sums over the terms of a method, for a value x: relative ones times x², absolute ones.
struct MethodSums {
  double relative = 0, absolute = 0;                  // δ² and a² of all terms
  double own_relative = 0, own_absolute = 0;          // fourth powers of terms drawn for each value
  double largest_relative = 0, largest_absolute = 0;  // δ² and a² of the largest of them
};

MethodSums sums_of(const std::vector<ErrorTerm>& terms) {
  MethodSums out;
  for (const ErrorTerm& term : terms) {
    const double square = term.sigma * term.sigma;
    (term.relative ? out.relative : out.absolute) += square;
    if (term.source != own_source || term.column != no_column) continue;
    (term.relative ? out.own_relative : out.own_absolute) += square * square;
    double& largest = term.relative ? out.largest_relative : out.largest_absolute;
    largest = std::max(largest, square);
  }
  return out;
}

class Pass {
 public:
  Pass(const Measurements& in, Validity& out)
      : in_(in), out_(out), squares_(in.periods), largest_(in.periods) {
    out_.periods.resize(in.periods);
    for (const auto& terms : in.methods) methods_.push_back(sums_of(terms));
  }

  void measurements() {
    std::vector<bool> used(methods_.size());
    for (std::size_t m = 0; m < in_.value_kg.size(); ++m) {
      if (in_.use_begin[m] == in_.use_begin[m + 1]) continue;
      const MethodSums& sums = methods_[in_.method[m]];
      used[in_.method[m]] = true;
      const double x = in_.value_kg[m], square = x * x;
      if (x >= 0 && square < z_negative * z_negative * (sums.relative * square + sums.absolute))
        ++out_.may_be_negative;
      const double fourth = sums.own_relative * square * square + sums.own_absolute;
      if (fourth == 0) continue;
      const double most = std::max(sums.largest_relative * square, sums.largest_absolute);
      for (std::uint32_t u = in_.use_begin[m]; u < in_.use_begin[m + 1]; ++u) {
        const double c = in_.coefficient(u);
        add(in_.use_period[u], c * c * most, c * c * c * c * fourth, false, in_.method[m]);
      }
    }
    for (std::uint32_t method = 0; method < methods_.size(); ++method) {
      if (!used[method]) continue;
      for (const ErrorTerm& term : in_.methods[method])
        if (term.relative && !term.is_product() && term.sigma > out_.largest_relative) {
          out_.largest_relative = term.sigma;
          out_.largest_method = method;
        }
    }
  }

  void sources(const std::vector<SourceLoad>& loads) {
    for (const SourceLoad& load : loads) {
      const double variance = load.load_kg * load.load_kg;
      add(load.period, variance, variance * variance, true, load.source);
    }
  }

  void finish(const Muf& muf) {
    for (std::size_t t = 0; t < out_.periods.size(); ++t) {
      const double variance = muf.covariance_kg2(t, t);
      if (variance <= 0) continue;
      out_.periods[t].largest_share = std::min(1.0, largest_[t] / variance);
      out_.periods[t].effective = variance * variance / squares_[t].value();
    }
  }

 private:
  const Measurements& in_;
  Validity& out_;
  std::vector<MethodSums> methods_;
  std::vector<numerics::CompensatedSum> squares_;  // Σv² of each period
  std::vector<double> largest_;

  void add(std::uint32_t period, double variance, double squares, bool shared, std::uint32_t id) {
    squares_[period].add(squares);
    if (variance <= largest_[period]) return;
    largest_[period] = variance;
    out_.periods[period].is_shared = shared;
    out_.periods[period].source_or_method = id;
  }
};

}  // namespace

Validity validity(const Measurements& measurements, const Muf& muf) {
  Validity out;
  Pass pass(measurements, out);
  pass.measurements();
  pass.sources(muf.contributions.sources);
  pass.finish(muf);
  return out;
}

}  // namespace accord::balance
