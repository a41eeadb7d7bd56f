#include "balance/tests/page_recursion.h"

#include <algorithm>
#include <cmath>

#include "base/stop_point.h"
#include "numerics/distributions.h"

namespace accord::balance {

using numerics::normal_cdf;
using numerics::normal_pdf;
using numerics::normal_sf;

numerics::Quadrature page_nodes(double h) {
  const auto count = static_cast<std::size_t>(std::max(40.0, std::ceil(4 * h)));
  return numerics::gauss_legendre(count, 0, h);
}

PageRecursion::PageRecursion(const PageTest& test)
    : test_(test),
      nodes_(page_nodes(test.h)),
      density_(nodes_.nodes.size()),
      next_(nodes_.nodes.size()) {}

void PageRecursion::set_kernel(double mean) {
  const std::size_t count = nodes_.nodes.size();
  if (kernel_.rows == count && kernel_mean_ == mean) return;
  if (kernel_.rows != count) kernel_ = numerics::Matrix(count, count);
  kernel_mean_ = mean;
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < count; ++j)
      kernel_(i, j) =
          nodes_.weights[j] * normal_pdf(nodes_.nodes[i] + test_.k - mean - nodes_.nodes[j]);
}

double PageRecursion::step(double mean) {
  stop_point();
  const std::size_t count = nodes_.nodes.size();
  const double shift = test_.k - mean;  // y − k is at most x when N(0, 1) is at most x + shift
  const double from = started_ ? 0 : test_.headstart;
  const double mass = started_ ? atom_ : 1;
  double alarm = mass * normal_sf(test_.h + shift - from);
  double atom = mass * normal_cdf(shift - from);
  for (std::size_t i = 0; i < count; ++i)
    next_[i] = mass * normal_pdf(nodes_.nodes[i] + shift - from);
  if (started_) {
    set_kernel(mean);
    for (std::size_t j = 0; j < count; ++j) {
      const double weight = nodes_.weights[j] * density_[j];
      alarm += weight * normal_sf(test_.h + shift - nodes_.nodes[j]);
      atom += weight * normal_cdf(shift - nodes_.nodes[j]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < count; ++j) sum += kernel_(i, j) * density_[j];
      next_[i] += sum;
    }
  }
  started_ = true;
  atom_ = atom;
  density_.swap(next_);
  return alarm;
}

}  // namespace accord::balance
