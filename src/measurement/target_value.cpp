#include "measurement/target_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "base/contract.h"
#include "base/text.h"

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
    if (!value.u_random && !value.u_systematic) {
      out.faults.push_back(
          {Severity::error, "B001",
           fmt::format("the row of {} for {} states no uncertainty", value.method, value.material),
           "write u_r, u_s or both, as the source has them", value.row, "u_r"});
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

AgainstTarget against_target(const TargetValue& target, double u_random, double u_systematic) {
  ACCORD_EXPECT(target.u_random || target.u_systematic);
  AgainstTarget out;
  out.target = target;
  out.declared = std::hypot(target.u_random ? u_random : 0, target.u_systematic ? u_systematic : 0);
  out.target_total = std::hypot(target.u_random.value_or(0), target.u_systematic.value_or(0));
  if (out.target_total > 0) out.ratio = out.declared / out.target_total;
  out.meets = out.declared <= out.target_total;
  return out;
}

namespace {

/// The components of one factor of a method.
struct Declared {
  std::string_view factor, target;
  std::size_t row = 0;                     // that names the target
  double square[2][2] = {{0, 0}, {0, 0}};  // [relative, absolute][random, systematic]
};

class Comparison {
 public:
  Comparison(std::span<const TargetValue> table, Purpose purpose, TargetReport& out)
      : table_(table), purpose_(purpose), out_(out) {}

  void add(const Method& method) {
    std::vector<Declared> factors;
    for (const Component& component : method.components) take(component, factors);
    bool named = false;
    for (const Declared& declared : factors) {
      if (declared.target.empty()) continue;
      named = true;
      if (const TargetValue* target = find(declared)) compare(method, declared, *target);
    }
    if (!named && !method.components.empty()) out_.without_target.push_back(method.name);
  }

 private:
  std::span<const TargetValue> table_;
  Purpose purpose_;
  TargetReport& out_;
  std::set<std::size_t> refused_;  // rows of the table that were reported

  void fault(std::size_t row, std::string message, std::string help) {
    out_.method_faults.push_back(
        {Severity::error, "B026", std::move(message), std::move(help), row, "target"});
  }

  void take(const Component& component, std::vector<Declared>& factors) {
    auto at = std::find_if(factors.begin(), factors.end(), [&](const Declared& declared) {
      return declared.factor == component.factor;
    });
    if (at == factors.end()) {
      factors.push_back({component.factor, {}});
      at = factors.end() - 1;
    }
    const std::size_t kind = component.kind == Kind::absolute ? 1 : 0;
    at->square[kind][component.systematic ? 1 : 0] += component.sigma * component.sigma;
    if (component.target.empty()) return;
    if (!at->target.empty() && at->target != component.target)
      fault(component.row,
            fmt::format("one factor is compared with “{}” and with “{}”", at->target,
                        component.target),
            "name one target for all components of a factor");
    at->target = component.target;
    at->row = component.row;
  }

  const TargetValue* find(const Declared& declared) {
    const std::vector<std::string> parts = parts_of(declared.target);
    if (parts.size() != 3) {
      fault(declared.row, fmt::format("“{}” names no target value", declared.target),
            "write METHOD; MATERIAL; QUANTITY, as in the table of target values");
      return nullptr;
    }
    const TargetValue* found = nullptr;
    for (const TargetValue& value : table_) {
      if (value.method != parts[0] || value.material != parts[1] || value.quantity != parts[2])
        continue;
      if (found != nullptr) {
        fault(declared.row,
              fmt::format("the table has “{}” of two editions: {} and {}", declared.target,
                          found->edition, value.edition),
              "keep one edition in the table");
        return nullptr;
      }
      found = &value;
    }
    if (found == nullptr)
      fault(declared.row, fmt::format("the table has no target value “{}”", declared.target),
            "write the method, material and quantity of a row");
    return found;
  }

  void compare(const Method& method, const Declared& declared, const TargetValue& target) {
    UsableValues use = usable({&target, 1}, purpose_);
    if (use.values.empty()) {
      if (refused_.insert(target.row).second)
        std::move(use.faults.begin(), use.faults.end(), std::back_inserter(out_.table_faults));
      return;
    }
    const auto& square = declared.square[target.unit == "kg" ? 1 : 0];
    out_.rows.push_back({method.name, std::string(declared.factor),
                         against_target(target, std::sqrt(square[0]), std::sqrt(square[1]))});
  }

  static std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> out;
    for (const std::string_view part : split(name, ";")) out.emplace_back(trim(part));
    return out;
  }
};

}  // namespace

TargetReport against_targets(std::span<const Method> methods, std::span<const TargetValue> table,
                             Purpose purpose) {
  TargetReport out;
  Comparison comparison(table, purpose, out);
  for (const Method& method : methods) comparison.add(method);
  return out;
}

}  // namespace accord::measurement
