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
  seid         ///< the standard error of MUF
};
inline constexpr std::string_view statistic_words[] = {"MUF", "|MUF|", "SEID"};

/// Exceeded when the statistic is above every bound that is given; one is, at least.
struct Criterion {
  std::string name;
  Statistic statistic = Statistic::muf;
  std::optional<double> above_sigma{};  ///< times SEID
  std::optional<double> above_kg{};
  std::optional<double> above_active{};  ///< fraction of the active inventory
  std::optional<double> above_goal{};    ///< times the goal quantity
  std::string action{}, source{}, note{};
  bool confirmed = false;  ///< the bounds were read in the source
};

struct Criteria {
  std::string id, title;
  std::vector<Criterion> list;

  [[nodiscard]] bool needs_goal() const {
    return std::any_of(list.begin(), list.end(),
                       [](const Criterion& c) { return c.above_goal.has_value(); });
  }
};

}  // namespace accord::measurement
