#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Criteria that a regulation has for each balance, as data. Statistics chapter, 2.4.
namespace accord::measurement {

enum class Statistic : unsigned char {
  muf,         ///< MUF: an apparent loss
  either_muf,  ///< |MUF|: an apparent loss or gain
  seid,        ///< the standard error of MUF
  cumuf,       ///< CUMUF: the sum of MUF from the first period to this one
  either_cumuf
};
inline constexpr std::string_view statistic_words[] = {"MUF", "|MUF|", "SEID", "CUMUF", "|CUMUF|"};

[[nodiscard]] constexpr bool is_cumulative(Statistic statistic) {
  return statistic == Statistic::cumuf || statistic == Statistic::either_cumuf;
}

/// Exceeded when the statistic is above every bound that is given; one is, at least.
struct Criterion {
  std::string name;
  Statistic statistic = Statistic::muf;
  std::optional<double> above_sigma{};  ///< times SEID, or the standard error of CUMUF
  std::optional<double> above_kg{};
  std::optional<double> above_active{};  ///< fraction of the active inventory
  std::optional<double> above_goal{};    ///< times the goal quantity
  std::string action{}, source{}, note{};
  bool confirmed = false;  ///< the bounds were read in the source
};

/// A word of the rule, as the rule explains it.
struct Definition {
  std::string name, text, source;
  bool confirmed = false;  ///< the text was read in the source
};

struct Criteria {
  std::string id, title;
  std::vector<Criterion> list;
  std::vector<Definition> definitions{};

  [[nodiscard]] bool needs_goal() const {
    return std::any_of(list.begin(), list.end(),
                       [](const Criterion& c) { return c.above_goal.has_value(); });
  }
};

}  // namespace accord::measurement
