#pragma once

#include <string>
#include <string_view>

/// Figures out of the words in which findings and timelines show them: a table for programs wants a
/// number, a unit, and how the number stands to the true one, each for itself.
namespace accord::agreement {

struct FigureWords {
  std::string number;  ///< as shown, "205.0"; empty: the words are no figure, or have no one number
  /// "at least", "at most", "below", "above", "about"; "between" and "one of" without a number;
  /// empty: it is the figure.
  std::string bound;
  std::string unit;
};

/// "at least 17.6 kg_u", "4.5 %", "≈ 2.1429 t", "1 item" (of the unit items), "from 40 to 60 t",
/// "5 kg or 6 kg". Everything else is no figure: "seen at Bridge".
[[nodiscard]] FigureWords figure_in(std::string_view words);

/// The number of a limit, in the unit of what is compared with it: "100 crates (2.5 t)",
/// "60 t, with a tolerance of 5 %". "40 to 60 t" has none.
[[nodiscard]] FigureWords limit_in(std::string_view words);

/// A figure beside its limit, both in one unit.
struct ComparedWords {
  std::string value, bound;
  std::string limit;  ///< empty where it has no one number, or is in another unit
  std::string unit;
};
[[nodiscard]] ComparedWords compared_in(std::string_view value, std::string_view limit);

}  // namespace accord::agreement
