#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "measurement/fault.h"

/// Error models of measurement methods. Statistics chapter, 1.1: a value x of a true mass μ is
/// μ·(1 + Σ relative errors) + Σ absolute errors, each normal with mean 0.
namespace accord::measurement {

enum class Kind : unsigned char {
  relative,  ///< standard deviation a fraction of the value
  absolute   ///< standard deviation in kg
};

/// One cause of error. Components with one key are one realisation (correlation 1), wherever they
/// stand; those with different keys are independent; without a key the error is drawn anew for each
/// measurement. A key may name columns of the items in braces, "TITR:{analysis}": one realisation
/// for each content of the column.
struct Component {
  std::string name;    ///< in words, "weighing"; may be empty
  std::string factor;  ///< of a product: "bulk", "concentration"; empty: of the whole
  Kind kind = Kind::relative;
  bool systematic = false;
  double sigma = 0;      ///< fraction, or kg
  std::string key;       ///< empty: of one measurement
  std::size_t row = 0;   ///< of its table, for messages
  std::string target{};  ///< "TITR; uranium; element": the target value it is compared with, if any
};

/// A method with no components measures without error: counted items.
struct Method {
  std::string name;
  std::vector<Component> components;
  /// The last components, one for each pair, are the products of two earlier ones (product.h);
  /// none in a method that was declared.
  std::vector<std::array<std::uint32_t, 2>> products{};
};

/// A row of a table of methods.
struct ComponentRow {
  std::string method;
  bool has_component = true;  ///< false: the row only says that there is such a method
  Component component;
};

struct Methods {
  std::vector<Method> methods;  ///< in the order in which the rows first name them
  std::vector<Fault> faults;
};

/// Puts the rows together by method. A faulty row is reported and left out: B001, B002, B003, B018,
/// B028.
[[nodiscard]] Methods methods_of(std::span<const ComponentRow> rows);

/// The columns that a key names in braces; empty for a plain key. A brace that never closes gives
/// the rest of the key with the brace.
[[nodiscard]] std::vector<std::string_view> columns_of_key(std::string_view key);

/// Standard deviation in kg of one value with these components: √(Σ a² + Σ (δ·x)²), where
/// components with one key add before they are squared. Linear in the relative errors.
[[nodiscard]] double sigma_kg(const Method& method, double value_kg);

/// Relative standard deviations up to here are propagated linearly, statistics chapter 1.2.
inline constexpr double linear_relative_max = 0.15;
/// Above this neither a linear nor an exact product of normal errors is a good model.
inline constexpr double normal_relative_max = 0.3;

}  // namespace accord::measurement
