#pragma once

#include <limits>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

/// An uncertainty budget in the words of the GUM (JCGM 100:2008). Statistics chapter, 0 and 1.5.
namespace accord::measurement {

struct BudgetLine {
  std::string name;
  double u = 0;            ///< standard uncertainty, in the unit of its quantity
  double sensitivity = 1;  ///< change of the result for a change of the quantity by one unit
  double degrees_of_freedom = std::numeric_limits<double>::infinity();
};

struct BudgetShare {
  std::string name;
  double contribution = 0;    ///< |sensitivity|·u, in the unit of the result
  double variance_share = 0;  ///< of u_c², 0 to 1; 0 when u_c is 0
};

struct Budget {
  double combined = 0;              ///< u_c = √Σ contribution²
  double degrees_of_freedom = 0;    ///< Welch–Satterthwaite; infinite when no line limits it
  std::vector<BudgetShare> shares;  ///< in descending order, equal ones as given

  /// U = k·u_c
  [[nodiscard]] double expanded(double coverage_factor) const { return coverage_factor * combined; }
};

/// Independent lines. Empty gives 0. ν = u_c⁴ / Σ(uᵢ⁴/νᵢ).
/// @error B001: an uncertainty or sensitivity that is not finite, a negative uncertainty, degrees
/// of freedom of 0 or less or NaN — the first, by its index in `where`.
[[nodiscard]] Result<Budget> budget(std::span<const BudgetLine> lines);

/// Whether a printed combined uncertainty is that of its lines: |printed − u_c| is at most half a
/// unit in the last printed place. Imported budgets are computed again before they are used.
[[nodiscard]] bool agrees_with_printed(const Budget& budget, double printed, double last_place);

}  // namespace accord::measurement
