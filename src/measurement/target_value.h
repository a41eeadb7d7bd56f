#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "measurement/component.h"
#include "measurement/fault.h"

/// Published figures of what a method reaches, with the edition they are from and who compared them
/// with it. Statistics chapter, 1.4.
namespace accord::measurement {

struct TargetValue {
  std::string edition;  ///< the table it belongs to, with its version
  std::string method;   ///< code of the method, such as HKED
  std::string material, quantity;
  std::optional<double> u_random, u_systematic;  ///< in `unit`; empty: not stated
  std::string unit;                              ///< "fraction" or "kg"
  std::string source_page;
  std::string verified_by, verified_on;  ///< empty: nobody compared the row with its source
  std::size_t row = 0;                   ///< of its table, for messages

  [[nodiscard]] bool is_verified() const { return !verified_by.empty() && !verified_on.empty(); }
};

enum class Purpose : unsigned char { evaluation, demonstration };

/// Codes of methods that tables of target values use; others are taken too.
[[nodiscard]] std::span<const std::string_view> known_method_codes();

/// The rows that may be used. For an evaluation a row that nobody verified is refused (B012); a
/// demonstration takes it. Uncertainties that are negative or not finite, or none at all, are
/// refused always (B001).
struct UsableValues {
  std::vector<TargetValue> values;
  std::vector<Fault> faults;
};
[[nodiscard]] UsableValues usable(std::span<const TargetValue> table, Purpose purpose);

/// What is declared beside the target, of the kinds of error that the target states: u_r, u_s, or
/// both together as √(u_r² + u_s²).
struct AgainstTarget {
  TargetValue target;
  double declared = 0;  ///< in the unit of the target
  double target_total = 0;
  std::optional<double> ratio;  ///< declared / target; none when the target is 0
  bool meets = false;           ///< declared is at most the target
};

/// Contract: the target states u_r, u_s or both; uncertainties in its unit.
[[nodiscard]] AgainstTarget against_target(const TargetValue& target, double u_random,
                                           double u_systematic);

/// A method, or one factor of it, beside the target value that its components name.
struct DeclaredAgainst {
  std::string method, factor;  ///< factor: empty for errors of the whole
  AgainstTarget against;
};

struct TargetReport {
  std::vector<DeclaredAgainst> rows;        ///< in the order of the methods
  std::vector<std::string> without_target;  ///< methods with errors that name none
  std::vector<Fault> table_faults, method_faults;
};

/// The declared errors of methods against the rows of a table that they name. Relative errors are
/// compared with targets in fractions, absolute ones with targets in kg; random and systematic ones
/// add by their squares. What is wrong with a row that nobody names is not reported.
/// table_faults: as `usable`. method_faults, B026: a name that is not "METHOD; MATERIAL; QUANTITY",
/// no row of this name, several, or two names for one factor.
[[nodiscard]] TargetReport against_targets(std::span<const Method> methods,
                                           std::span<const TargetValue> table, Purpose purpose);

}  // namespace accord::measurement
