#include "measurement/target_value.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace accord::measurement {

namespace {

constexpr std::array<std::string_view, 20> codes{
    "EBAL", "LCBS", "DIPT",  "GRAV", "TITR", "IDMS", "COUL", "KED",  "HKED", "COMPUCEA",
    "TIMS", "GSMS", "ICPMS", "HRGS", "HLNC", "INVS", "PSMC", "UNCL", "CALR", "XRF"};

bool is_uncertainty(const std::optional<double>& u) {
  return !u || (std::isfinite(*u) && *u >= 0);
}

}  // namespace

std::span<const std::string_view> known_method_codes() {
  return codes;
}

UsableValues usable(std::span<const TargetValue> table, Purpose purpose) {
  UsableValues out;
  for (const TargetValue& value : table) {
    if (!is_uncertainty(value.u_random) || !is_uncertainty(value.u_systematic)) {
      out.faults.push_back(
          {Severity::error, "B001",
           fmt::format("an uncertainty of {} is negative or not finite", value.method),
           "write a number of 0 or more, or leave the cell empty", value.row,
           is_uncertainty(value.u_random) ? "u_s" : "u_r"});
      continue;
    }
    if (purpose == Purpose::evaluation && !value.is_verified()) {
      out.faults.push_back(
          {Severity::error, "B012",
           fmt::format("nobody verified the figure of {} for {}", value.method, value.material),
           "compare it with its source and fill in verified_by and verified_on; until then it may "
           "only be used in demonstrations",
           value.row, "verified_by"});
      continue;
    }
    out.values.push_back(value);
  }
  return out;
}

Result<AgainstTarget> against_target(std::span<const TargetValue> usable_values,
                                     std::string_view method, std::string_view material,
                                     std::string_view quantity, double u_random,
                                     double u_systematic) {
  for (const TargetValue& value : usable_values) {
    if (value.method != method || value.material != material || value.quantity != quantity)
      continue;
    AgainstTarget out;
    out.target = value;
    out.declared = std::hypot(u_random, u_systematic);
    out.target_total = std::hypot(value.u_random.value_or(0), value.u_systematic.value_or(0));
    out.ratio = out.declared / out.target_total;
    out.meets = out.declared <= out.target_total;
    return out;
  }
  return fail("B012", fmt::format("there is no usable target value of {} for {} of {}", method,
                                  quantity, material));
}

}  // namespace accord::measurement
