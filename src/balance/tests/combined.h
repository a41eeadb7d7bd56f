#pragma once

#include <cstdint>

#include "base/result.h"

/// How a goal quantity is found when a balance is not the only test: statistics chapter, 6.1.
/// Layers may be multiplied only when they share no measurement errors; MUF and MUF − D do not,
/// MUF and D do.
namespace accord::balance {

/// MUF, and MUF − D where D is what the inspector's measurements say was falsified: independent.
struct PairTest {
  double sigma_muf_kg = 0, sigma_difference_kg = 0;  ///< of MUF and of MUF − D; above 0
  double alpha_muf = 0.025, alpha_difference = 0.025;
};

struct PairAnswer {
  double false_alarm = 0;  ///< 1 − (1 − α₁)(1 − α₂)
  double detection = 0;    ///< by one of the two at least
  double muf_alone = 0, difference_alone = 0;
};

/// `missing_kg` shows in MUF, `falsified_kg` is hidden by falsified data. For a given sum the
/// detection is least when nothing shows in MUF.
/// @error B001: a standard deviation that is not finite and above 0; B020: a probability that is
/// not between 0 and 1; B013: a mass that is not finite or negative.
[[nodiscard]] Result<PairAnswer> pair_detection(const PairTest& test, double missing_kg,
                                                double falsified_kg);

/// A stratum of equal items of which some are counted and measured, beside a balance.
struct ItemsAndBalance {
  std::uint64_t items = 0, selected = 0;
  double item_kg = 0;
  double recognition = 1;  ///< the chance that a selected item that is missing is recognised
  double sigma_kg = 0;     ///< of the balance; 0: it finds any loss
  double alpha = 0.05;     ///< of its test
};

/// The chance that neither finds anything when `hidden` items are missing under false records and
/// the rest of the goal from the bulk; independent layers.
/// @error as above; B027: more items hidden or selected than there are, or more than the goal.
[[nodiscard]] Result<double> miss_probability(const ItemsAndBalance& plan, double goal_kg,
                                              std::uint64_t hidden);

struct WorstHiding {
  std::uint64_t hidden = 0;  ///< the smallest number of items with the largest miss
  double miss = 0;
  double detection = 0;  ///< 1 − miss: what the plan guarantees for the goal
};

/// Over 0 to ⌊goal/item⌋ hidden items, not more than there are.
/// @error as above; B027: more than 100 000 numbers to look at.
[[nodiscard]] Result<WorstHiding> worst_hiding(const ItemsAndBalance& plan, double goal_kg);

}  // namespace accord::balance
