#include "report/run_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace accord::report {

int mass_digits(const balance::Balance& balance) {
  double least = INFINITY;
  for (const balance::PeriodBalance& p : balance.periods)
    if (p.sigma_kg > 0) least = std::min(least, p.sigma_kg);
  if (!std::isfinite(least)) return 3;
  return static_cast<int>(std::clamp(2 - std::floor(std::log10(least)), 3.0, 9.0));
}

std::string fixed(double value, int digits) {
  std::string out = fmt::format("{:.{}f}", value, digits);
  if (out.starts_with('-') && out.find_first_not_of("-0.") == std::string::npos) out.erase(0, 1);
  return out;
}

std::string with_sigma(double kg, double sigma_kg, int digits) {
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

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return out;
}

}  // namespace accord::report
