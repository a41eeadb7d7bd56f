#include "numerics/solve.h"

#include <Eigen/Core>
#include <Eigen/LU>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

#include "base/contract.h"

namespace accord::numerics {

std::vector<double> solve(const Matrix& a, std::span<const double> b) {
  ACCORD_EXPECT(a.rows == a.columns && a.rows == b.size());
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const auto size = static_cast<Eigen::Index>(b.size());
  const Eigen::Map<const Rows> left(a.values.data(), size, size);
  const Eigen::Map<const Eigen::VectorXd> right(b.data(), size);
  const Eigen::VectorXd x = left.partialPivLu().solve(right);
  return {x.data(), x.data() + size};
}

double find_root(const std::function<double(double)>& f, double lower, double upper,
                 double tolerance) {
  const double at_lower = f(lower);
  const double at_upper = f(upper);
  if (at_lower == 0) return lower;
  if (at_upper == 0) return upper;
  ACCORD_EXPECT((at_lower < 0) != (at_upper < 0));
  std::uintmax_t steps = 200;
  const auto close = [tolerance](double a, double b) { return std::abs(b - a) <= tolerance; };
  const auto [left, right] =
      boost::math::tools::toms748_solve(f, lower, upper, at_lower, at_upper, close, steps);
  return 0.5 * (left + right);
}

}  // namespace accord::numerics
