#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "balance/tests/page.h"
#include "base/result.h"
#include "numerics/cholesky.h"

/// Checks of arguments that several functions of this module take, and what only they share.
namespace accord::balance {

/// B101 with the first period whose value is not finite.
[[nodiscard]] std::optional<Error> not_finite_fault(const char* name,
                                                    std::span<const double> values);
/// Smaller probabilities are no question of a normal model, and no formula here keeps its digits
/// there.
inline constexpr double alpha_min = 1e-100;

/// B102 unless alpha_min ≤ alpha < 1.
[[nodiscard]] std::optional<Error> alpha_fault(double alpha);
/// B102 with the first of k, h, headstart that is out of range.
[[nodiscard]] std::optional<Error> page_fault(const PageTest& test);

/// The pattern M ≥ 0 with sum 1 that has the least MᵀΣ⁻¹M.
[[nodiscard]] std::vector<double> least_information_share(const numerics::Cholesky& factor);

}  // namespace accord::balance
