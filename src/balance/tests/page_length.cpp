#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "balance/tests/arguments.h"
#include "balance/tests/page.h"
#include "balance/tests/page_recursion.h"
#include "base/english.h"
#include "numerics/distributions.h"
#include "numerics/matrix.h"
#include "numerics/solve.h"

/// Run lengths: averages by Nyström's method, thresholds by root finding.
namespace accord::balance {

namespace {

using numerics::normal_cdf;
using numerics::normal_pdf;

/// A(s) at several headstarts, from the solution of the integral equation on the nodes. The states
/// are a Markov chain with the alarm as its end; they are eliminated one by one without a
/// subtraction (Grassmann, Taksar, Heyman 1985), so that run lengths of 10²⁰ keep their digits.
class Averages {
 public:
  Averages(double k, double h, double mean)
      : shift_(k - mean), nodes_(page_nodes(h)), averages_(nodes_.nodes.size() + 1, 1.0) {
    const std::size_t states = averages_.size();
    numerics::Matrix step(states, states);
    std::vector<double> alarm(states);
    for (std::size_t i = 0; i < states; ++i) {
      const double from = i == 0 ? 0 : nodes_.nodes[i - 1];
      alarm[i] = numerics::normal_sf(h + shift_ - from);
      step(i, 0) = normal_cdf(shift_ - from);
      for (std::size_t j = 1; j < states; ++j)
        step(i, j) = nodes_.weights[j - 1] * normal_pdf(nodes_.nodes[j - 1] + shift_ - from);
    }
    eliminate(step, alarm);
  }
  /// Infinite where no alarm ever comes.
  [[nodiscard]] double at(double headstart) const {
    if (!std::isfinite(averages_[0])) return averages_[0];
    double sum = 1 + averages_[0] * normal_cdf(shift_ - headstart);
    for (std::size_t j = 0; j < nodes_.nodes.size(); ++j)
      sum +=
          averages_[j + 1] * nodes_.weights[j] * normal_pdf(nodes_.nodes[j] + shift_ - headstart);
    return sum;
  }

 private:
  void eliminate(numerics::Matrix& step, std::vector<double>& alarm) {
    const std::size_t states = averages_.size();
    std::vector<double> leaving(states);  // the probability to leave a state
    for (std::size_t k = states; k-- > 0;) {
      leaving[k] = alarm[k];
      for (std::size_t j = 0; j < k; ++j) leaving[k] += step(k, j);
      for (std::size_t i = 0; i < k; ++i) {
        const double share = step(i, k) / leaving[k];
        alarm[i] += share * alarm[k];
        averages_[i] += share * averages_[k];
        for (std::size_t j = 0; j < k; ++j) step(i, j) += share * step(k, j);
      }
    }
    for (std::size_t k = 0; k < states; ++k) {
      for (std::size_t j = 0; j < k; ++j) averages_[k] += step(k, j) * averages_[j];
      averages_[k] /= leaving[k];
    }
  }

  double shift_;
  numerics::Quadrature nodes_;
  std::vector<double> averages_;
};

Result<double> finite_length(double length) {
  if (std::isfinite(length)) return length;
  return fail("B106", "the average run length is beyond 1e300 periods", "mean",
              "the test practically never alarms");
}

double false_alarm(std::size_t periods, const PageTest& test) {
  PageRecursion recursion(test);
  double sum = 0;
  for (std::size_t t = 0; t < periods; ++t) sum += recursion.step(0);
  return sum;
}

}  // namespace

Result<double> page_arl(const PageTest& test, double mean) {
  if (auto error = page_fault(test)) return tl::make_unexpected(*std::move(error));
  if (auto error = not_finite_fault("the mean", {&mean, 1}))
    return tl::make_unexpected(*std::move(error));
  return finite_length(Averages(test.k, test.h, mean).at(test.headstart));
}

Result<double> page_arl_two_sided(const PageTest& test, double mean) {
  if (auto error = page_fault(test)) return tl::make_unexpected(*std::move(error));
  if (auto error = not_finite_fault("the mean", {&mean, 1}))
    return tl::make_unexpected(*std::move(error));
  // Beyond this one chart can alarm while the other is not at 0, and the formula does not hold:
  // with both above 0, S⁺ + S⁻ = 2·headstart − 2·k·t.
  if (const double most = test.h / 2 + test.k; test.headstart > most)
    return fail("B102",
                fmt::format("headstart is {}, expected at most h/2 + k = {} with two charts",
                            test.headstart, most),
                "headstart", "take a smaller headstart: h/2 is usual");
  const Averages up(test.k, test.h, mean);
  const Averages down(test.k, test.h, -mean);
  const double up_zero = up.at(0);
  const double down_zero = down.at(0);
  // A = (A⁺(s)A⁻(0) + A⁻(s)A⁺(0) − A⁺(0)A⁻(0)) / (A⁺(0) + A⁻(0)), over the average of the side that
  // is slower to alarm: it may be beyond the range of double.
  const bool up_is_faster = up_zero <= down_zero;
  const Averages& fast = up_is_faster ? up : down;
  const double fast_zero = up_is_faster ? up_zero : down_zero;
  const double slow_zero = up_is_faster ? down_zero : up_zero;
  const double slow = (up_is_faster ? down : up).at(test.headstart);
  const double kept = std::isfinite(slow_zero) ? slow / slow_zero : 1;
  return finite_length((fast.at(test.headstart) + fast_zero * (kept - 1)) /
                       (1 + fast_zero / slow_zero));
}

Result<double> page_threshold(std::size_t periods, double alpha, double k, double headstart) {
  if (!(k >= 0 && std::isfinite(k)))
    return fail("B102", fmt::format("k is {}, expected a number from 0", k), "k");
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (!(headstart >= 0 && headstart < page_h_max))
    return fail("B102",
                fmt::format("headstart is {}, expected from 0 to below {}", headstart, page_h_max),
                "headstart");
  if (periods == 0 || periods > page_periods_max)
    return fail("B102",
                fmt::format("periods is {}, expected a whole number from 1 to {}", periods,
                            page_periods_max),
                "periods");
  // With h at zero any y above k is an alarm.
  const double most =
      headstart > 0
          ? false_alarm(periods, {k, headstart, headstart})
          : -std::expm1(static_cast<double>(periods) * std::log1p(-numerics::normal_sf(k)));
  if (most <= alpha)
    return fail("B105",
                fmt::format("with k = {}{} the false-alarm probability over {} stays below {:.4g}, "
                            "whatever h",
                            k, headstart > 0 ? fmt::format(" and headstart = {}", headstart) : "",
                            counted(periods, "period"), most > 0 ? most : alpha),
                "k",
                headstart > 0
                    ? "take a smaller headstart, a smaller k or a smaller false-alarm probability"
                    : "take a smaller k or a smaller false-alarm probability");
  // Far out the probability is below the smallest number: there a root finder needs a finite value.
  constexpr double least_probability = 1e-300;
  const auto excess = [&](double h) {
    return std::log(std::max(false_alarm(periods, {k, h, headstart}), least_probability) / alpha);
  };
  double upper =
      headstart + std::max(1.0, numerics::normal_upper_quantile(std::min(alpha, 0.5)) + 1);
  while (upper < page_h_max && excess(upper) > 0) upper = std::min(2 * upper, page_h_max);
  if (excess(upper) > 0)
    return fail("B107", fmt::format("h would be above {}", page_h_max), "periods",
                "test fewer periods at once, or take a larger k");
  return numerics::find_root(excess, std::max(1e-9, headstart), upper, 1e-12);
}

}  // namespace accord::balance
