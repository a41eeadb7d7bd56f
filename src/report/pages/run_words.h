#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "balance/muf/balance.h"
#include "measurement/target_value.h"
#include "report/forms/content.h"
#include "simulation/campaign.h"

/// Numbers and phrases that the pages of a balance and of a simulation share.
namespace accord::report {

/// A row of plain cells.
[[nodiscard]] Row row_of(std::vector<std::string> texts);

/// Digits after the point that show σ with three significant digits; the same for all masses.
[[nodiscard]] int mass_digits(const balance::Balance& balance);

/// A probability with four digits, "<0.0001" below that; "–" without one.
[[nodiscard]] std::string probability(const std::optional<double>& p);
/// With so many digits after the point; never "-0.000".
[[nodiscard]] std::string fixed(double value, int digits);
/// "2.488 ± 1.261 kg (k = 1)"
[[nodiscard]] std::string with_sigma(double kg, double sigma_kg, int digits);
/// "0.6312 ± 0.0015": two digits of the standard error; "no sequence", "all sequences" without one.
[[nodiscard]] std::string with_error(const simulation::Estimate& share);
/// The same with its coverage, where there is a standard error: "0.6312 ± 0.0015 (k = 1)".
[[nodiscard]] std::string with_coverage(const simulation::Estimate& share);
/// "74.2 %"
[[nodiscard]] std::string per_cent(double fraction);
/// "TITR, uranium, element; EDITION"
[[nodiscard]] std::string target_name(const measurement::TargetValue& target);
/// Statistics chapter, 3.4: said when errors that all periods have in common outweigh the others.
inline constexpr std::string_view common_errors =
    "Errors that all periods have in common outweigh the others. A constant loss cannot be told "
    "from "
    "them, and need not be found sooner than a false alarm comes.";

inline constexpr std::string_view near_singular =
    "The covariance of the periods is near a singular one: the SITMUF of a period marked near "
    "singular, and what is "
    "computed from it, carries the rounding of the covariance (up to some 1e-4 of it).";

/// What speaks against linear normal theory in this balance (statistics chapter, 6.4); empty:
/// nothing does.
[[nodiscard]] std::vector<std::string> doubts(const balance::Balance& balance);
}  // namespace accord::report
