#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "balance/tests/page.h"
#include "base/result.h"
#include "numerics/cholesky.h"
#include "numerics/matrix.h"

/// Tests as the simulation runs them. Statistics chapter, 3.2 and 3.5.
namespace accord::simulation {

/// A statistic for each period, computed from SITMUF, and one limit. It alarms in the first period
/// whose statistic × scale is above the limit.
struct Rule {
  enum class Form : std::uint8_t {
    linear,   ///< left · sitmuf
    page,     ///< max(0, S + sitmuf − k)
    squares,  ///< sum of squares so far
    bilinear  ///< (left · sitmuf) · (right · sitmuf), at the end
  };
  std::string name;
  Form form = Form::linear;
  bool two_sided = false;        ///< linear: of the size
  double sign = 1;               ///< page: −1 for the lower side
  double k = 0, headstart = 0;   ///< page
  numerics::Matrix left, right;  ///< linear: one row for each period
  std::vector<double> scale;     ///< one for each period; 0: not looked at
  double limit = 0;
};

/// Makers of rules for a sequence of periods with Σ = L Lᵀ, all pivots above 0. Limits are in the
/// unit of the statistic. They return B102 for alpha, k, h or headstart out of range.
[[nodiscard]] Result<Rule> single_period_rule(const numerics::Cholesky& factor, double alpha);
[[nodiscard]] Result<Rule> cumuf_end_rule(const numerics::Cholesky& factor, double alpha);
/// CUMUF/σ looked at in every period, one-sided, with this limit.
[[nodiscard]] Rule cumuf_each_rule(const numerics::Cholesky& factor, double limit);
[[nodiscard]] Result<Rule> gemuf_rule(const numerics::Cholesky& factor, double alpha);
/// With the pattern smoothed over five periods; at least 5 periods (contract).
[[nodiscard]] Rule gemuf_v5b3_rule(const numerics::Cholesky& factor, double limit);
[[nodiscard]] Result<Rule> page_rule(const numerics::Cholesky& factor,
                                     const balance::PageTest& test);
/// The same of −SITMUF: unexplained gains.
[[nodiscard]] Result<Rule> page_lower_rule(const numerics::Cholesky& factor,
                                           const balance::PageTest& test);
/// @error also B101, B103 for the loss
[[nodiscard]] Result<Rule> known_loss_rule(const numerics::Cholesky& factor,
                                           std::span<const double> loss, double alpha);
[[nodiscard]] Result<Rule> anytime_rule(const numerics::Cholesky& factor, double alpha, double m);

}  // namespace accord::simulation
