#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "balance/arguments.h"
#include "balance/page.h"
#include "balance/page_recursion.h"
#include "numerics/distributions.h"
#include "numerics/solve.h"

/// Run lengths: averages by Nyström's method, thresholds by root finding.
namespace accord::balance {

namespace {

using numerics::normal_cdf;
using numerics::normal_pdf;

/// A(s) at several headstarts, from the solution of the integral equation on the nodes.
class Averages {
 public:
  Averages(double k, double h, double mean) : shift_(k - mean), nodes_(page_nodes(h)) {
    const std::size_t count = nodes_.nodes.size();
    numerics::Matrix system(count + 1, count + 1);
    for (std::size_t i = 0; i <= count; ++i) {
      const double from = i == 0 ? 0 : nodes_.nodes[i - 1];
      system(i, 0) = -normal_cdf(shift_ - from);
      for (std::size_t j = 0; j < count; ++j)
        system(i, j + 1) = -nodes_.weights[j] * normal_pdf(nodes_.nodes[j] + shift_ - from);
      system(i, i) += 1;
    }
    averages_ = numerics::solve(system, std::vector<double>(count + 1, 1.0));
  }
  [[nodiscard]] double at(double headstart) const {
    double sum = 1 + averages_[0] * normal_cdf(shift_ - headstart);
    for (std::size_t j = 0; j < nodes_.nodes.size(); ++j)
      sum +=
          averages_[j + 1] * nodes_.weights[j] * normal_pdf(nodes_.nodes[j] + shift_ - headstart);
    return sum;
  }

 private:
  double shift_;
  numerics::Quadrature nodes_;
  std::vector<double> averages_;
};

double false_alarm(std::size_t periods, double k, double h) {
  PageRecursion recursion({k, h, 0});
  double sum = 0;
  for (std::size_t t = 0; t < periods; ++t) sum += recursion.step(0);
  return sum;
}

}  // namespace

Result<double> page_arl(const PageTest& test, double mean) {
  if (auto error = page_fault(test)) return tl::make_unexpected(*std::move(error));
  if (auto error = not_finite_fault("the mean", {&mean, 1}))
    return tl::make_unexpected(*std::move(error));
  return Averages(test.k, test.h, mean).at(test.headstart);
}

Result<double> page_arl_two_sided(const PageTest& test, double mean) {
  if (auto error = page_fault(test)) return tl::make_unexpected(*std::move(error));
  if (auto error = not_finite_fault("the mean", {&mean, 1}))
    return tl::make_unexpected(*std::move(error));
  const Averages up(test.k, test.h, mean);
  const Averages down(test.k, test.h, -mean);
  const double up_zero = up.at(0);
  const double down_zero = down.at(0);
  return (up.at(test.headstart) * down_zero + down.at(test.headstart) * up_zero -
          up_zero * down_zero) /
         (up_zero + down_zero);
}

Result<double> page_threshold(std::size_t periods, double alpha, double k) {
  if (!(k >= 0 && std::isfinite(k)))
    return fail("B102", fmt::format("k is {}, expected a number from 0", k), "k");
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (periods == 0) return fail("B102", "periods is 0, expected a whole number from 1", "periods");
  // With h at zero any y above k is an alarm.
  const double most =
      -std::expm1(static_cast<double>(periods) * std::log1p(-numerics::normal_sf(k)));
  if (most <= alpha)
    return fail(
        "B105",
        fmt::format("with k = {} the false-alarm probability over {} periods stays below {:.4g}, "
                    "whatever h",
                    k, periods, most),
        "k", "take a smaller k or a smaller false-alarm probability");
  const auto excess = [&](double h) { return std::log(false_alarm(periods, k, h) / alpha); };
  double upper = std::max(1.0, numerics::normal_upper_quantile(std::min(alpha, 0.5)) + 1);
  while (upper < page_h_max && excess(upper) > 0) upper = std::min(2 * upper, page_h_max);
  if (excess(upper) > 0)
    return fail("B102", fmt::format("h would be above {}", page_h_max), "periods",
                "test fewer periods at once, or take a larger k");
  return numerics::find_root(excess, 1e-9, upper, 1e-12);
}

}  // namespace accord::balance
