#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
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
/// demonstration takes it. Uncertainties that are negative or not finite are refused always (B001).
struct UsableValues {
  std::vector<TargetValue> values;
  std::vector<Fault> faults;
};
[[nodiscard]] UsableValues usable(std::span<const TargetValue> table, Purpose purpose);

/// What is declared beside the target: u of both kinds together, √(u_r² + u_s²).
struct AgainstTarget {
  TargetValue target;
  double declared = 0;
  double target_total = 0;
  double ratio = 0;    ///< declared / target
  bool meets = false;  ///< declared is at most the target
};

/// The declared relative uncertainty (fractions) of a method against the row of its table that has
/// this method, material and quantity.
/// @error B012: no such row among the usable ones.
[[nodiscard]] Result<AgainstTarget> against_target(std::span<const TargetValue> usable_values,
                                                   std::string_view method,
                                                   std::string_view material,
                                                   std::string_view quantity, double u_random,
                                                   double u_systematic);

}  // namespace accord::measurement
