#pragma once

#include <cstddef>

#include "base/result.h"

/// A boundary that may be looked at after every period without end. Statistics chapter, 3.2;
/// Robbins 1970.
namespace accord::balance {

/// √((n + m)(2 ln(1/α) + ln((n + m)/m))): |Σ of n independent N(0, 1)| ever exceeds it with
/// probability at most α. m > 0 sets where it is tightest.
/// @param n  from 1
/// @error B102 alpha not within (0, 1), m not above 0, n = 0.
[[nodiscard]] Result<double> anytime_boundary(std::size_t n, double alpha, double m = 1);

}  // namespace accord::balance
