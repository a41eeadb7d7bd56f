#include "measurement/budget.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "numerics/sum.h"

namespace accord::measurement {

namespace {

Result<void> check(std::span<const BudgetLine> lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BudgetLine& line = lines[i];
    const std::string where = fmt::format("line {} ({})", i, line.name);
    if (!std::isfinite(line.u) || line.u < 0)
      return fail("B001", fmt::format("{} is not a standard uncertainty", line.u), where,
                  "write a number of 0 or more");
    if (!std::isfinite(line.sensitivity))
      return fail("B001", fmt::format("{} is not a sensitivity", line.sensitivity), where,
                  "write a finite number");
    if (std::isnan(line.degrees_of_freedom) || line.degrees_of_freedom <= 0)
      return fail("B001", fmt::format("{} are not degrees of freedom", line.degrees_of_freedom),
                  where, "write a number above 0, or leave it out when it is known well");
  }
  return {};
}

}  // namespace

Result<Budget> budget(std::span<const BudgetLine> lines) {
  if (auto checked = check(lines); !checked) return tl::make_unexpected(checked.error());
  Budget out;
  numerics::CompensatedSum variance;
  for (const BudgetLine& line : lines) {
    const double contribution = std::abs(line.sensitivity) * line.u;
    variance.add(contribution * contribution);
    out.shares.push_back({line.name, contribution, 0});
  }
  out.combined = std::sqrt(variance.value());
  double limits = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (out.combined == 0) break;
    const double share = out.shares[i].contribution / out.combined;
    out.shares[i].variance_share = share * share;
    limits += share * share * share * share / lines[i].degrees_of_freedom;
  }
  out.degrees_of_freedom = 1 / limits;  // infinite when nothing limits it
  std::stable_sort(
      out.shares.begin(), out.shares.end(),
      [](const BudgetShare& a, const BudgetShare& b) { return a.contribution > b.contribution; });
  return out;
}

bool agrees_with_printed(const Budget& budget, double printed, double last_place) {
  return std::abs(printed - budget.combined) <= last_place / 2 * (1 + 1e-9);
}

}  // namespace accord::measurement
