#pragma once

#include <functional>
#include <span>
#include <vector>

#include "numerics/matrix.h"

namespace accord::numerics {

/// x with A x = b, by LU with partial pivoting. Contract: A square, of b's size, regular.
[[nodiscard]] std::vector<double> solve(const Matrix& a, std::span<const double> b);

/// The root of a continuous function between two places where its signs differ, to about
/// `tolerance` in x. Contract: f(lower) and f(upper) have different signs or one is 0.
[[nodiscard]] double find_root(const std::function<double(double)>& f, double lower, double upper,
                               double tolerance);

}  // namespace accord::numerics
