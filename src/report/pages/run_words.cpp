#include "report/pages/run_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/english.h"
#include "measurement/component.h"

namespace accord::report {

Row row_of(std::vector<std::string> texts) {
  Row out;
  for (std::string& text : texts) out.cells.push_back({.text = std::move(text)});
  return out;
}

int mass_digits(const balance::Balance& balance) {
  double least = INFINITY;
  for (const balance::PeriodBalance& p : balance.periods)
    if (p.sigma_kg > 0) least = std::min(least, p.sigma_kg);
  if (!std::isfinite(least)) return 3;
  return static_cast<int>(std::clamp(2 - std::floor(std::log10(least)), 3.0, 9.0));
}

std::string probability(const std::optional<double>& p) {
  return !p ? "–" : *p < 0.00005 ? "<0.0001" : fixed(*p, 4);
}

std::string fixed(double value, int digits) {
  if (std::isnan(value)) return "–";
  std::string out = fmt::format("{:.{}f}", value, digits);
  if (out.starts_with('-') && out.find_first_not_of("-0.") == std::string::npos) out.erase(0, 1);
  return out;
}

std::string with_sigma(double kg, double sigma_kg, int digits) {
  if (std::isnan(sigma_kg)) return "not measured";
  return fmt::format("{} ± {} kg (k = 1)", fixed(kg, digits), fixed(sigma_kg, digits));
}

std::string with_error(const simulation::Estimate& share) {
  if (share.standard_error <= 0) return share.value > 0 ? "all sequences" : "no sequence";
  const int digits =
      static_cast<int>(std::clamp(1 - std::floor(std::log10(share.standard_error)), 2.0, 9.0));
  return fmt::format("{} ± {}", fixed(share.value, digits), fixed(share.standard_error, digits));
}

std::string with_coverage(const simulation::Estimate& share) {
  return with_error(share) + (share.standard_error > 0 ? " (k = 1)" : "");
}

std::string per_cent(double fraction) {
  return fixed(fraction * 100, 1) + " %";
}

std::string target_name(const measurement::TargetValue& target) {
  return fmt::format("{}, {}, {}; {}", target.method, target.material, target.quantity,
                     target.edition);
}

std::vector<std::string> doubts(const balance::Balance& balance) {
  std::vector<std::string> out, dominated, few;
  const balance::Validity& v = balance.validity;
  if (v.largest_relative > measurement::linear_relative_max)
    out.push_back(fmt::format(
        "The largest relative standard deviation is {} ({}): above {} errors no longer simply add.",
        v.largest_relative, balance.methods[v.largest_method], measurement::linear_relative_max));
  for (std::size_t t = 0; t < v.periods.size(); ++t) {
    if (v.periods[t].largest_share > balance::dominating_share)
      dominated.push_back(fmt::format("{} ({})", t + 1, balance.largest_realisation(t)));
    else if (v.periods[t].effective > 0 && v.periods[t].effective < balance::effective_least)
      few.push_back(std::to_string(t + 1));
  }
  const auto periods = [](const std::vector<std::string>& names) {
    return noun_of(names.size() == 1, "period") + " " + enumerated(names);
  };
  if (!dominated.empty())
    out.push_back(fmt::format(
        "One error makes more than {:.0f} % of the variance of MUF in {}: its own "
        "distribution decides how often a limit is passed, and that need not be normal.",
        balance::dominating_share * 100, periods(dominated)));
  if (!few.empty())
    out.push_back(
        fmt::format("The variance of MUF in {} is that of fewer than {} errors of equal "
                    "size: the tails follow the largest of them.",
                    periods(few), balance::effective_least));
  if (v.may_be_negative > 0)
    out.push_back(fmt::format(
        "{} would be measured below zero once in 1000 times or more: the normal model is "
        "too wide there.",
        counted(v.may_be_negative, "value")));
  return out;
}

}  // namespace accord::report
