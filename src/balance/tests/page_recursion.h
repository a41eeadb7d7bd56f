#pragma once

#include <vector>

#include "balance/tests/page.h"
#include "numerics/matrix.h"
#include "numerics/quadrature.h"

namespace accord::balance {

/// Nodes on (0, h): forty up to h = 10, where they give 12 digits, and four for each unit beyond.
[[nodiscard]] numerics::Quadrature page_nodes(double h);

/// The distribution of Page's statistic among the sequences without an alarm so far: an atom at
/// zero and a density on the nodes; in the first step all of it at the headstart.
class PageRecursion {
 public:
  explicit PageRecursion(const PageTest& test);
  /// One period with y ~ N(mean, 1): the probability that the first alarm is in it. Sums of
  /// positive terms, so small ones keep their digits.
  [[nodiscard]] double step(double mean);

 private:
  void set_kernel(double mean);

  PageTest test_;
  numerics::Quadrature nodes_;
  numerics::Matrix kernel_;  ///< φ(x_i + k − mean − x_j) w_j
  double kernel_mean_ = 0;
  bool started_ = false;
  double atom_ = 0;
  std::vector<double> density_;
  std::vector<double> next_;
};

}  // namespace accord::balance
