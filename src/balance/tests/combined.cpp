#include "balance/tests/combined.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "balance/tests/decision.h"
#include "base/stop_point.h"
#include "numerics/distributions.h"
#include "numerics/hypergeometric.h"

namespace accord::balance {

namespace {

constexpr std::uint64_t hidden_max = 100'000;

Result<void> check_mass(double kg, const char* name) {
  if (std::isfinite(kg) && kg >= 0) return {};
  return fail("B013", fmt::format("{} is not a mass of 0 kg or more", kg), name,
              "write a mass in kg");
}

Result<void> check_above_zero(double sigma_kg, const char* name) {
  if (std::isfinite(sigma_kg) && sigma_kg > 0) return {};
  return fail("B001", fmt::format("{} is not a standard deviation above 0", sigma_kg), name,
              "write it in kg");
}

Result<void> check_plan(const ItemsAndBalance& plan, double goal_kg) {
  if (auto checked = check_mass(goal_kg, "goal_kg"); !checked) return checked;
  if (!(std::isfinite(plan.item_kg) && plan.item_kg > 0))
    return fail("B013", fmt::format("{} is not a mass of an item", plan.item_kg), "item_kg",
                "write a mass above 0, in kg");
  if (!(plan.recognition >= 0 && plan.recognition <= 1))
    return fail("B020", fmt::format("recognition = {} is not a probability", plan.recognition),
                "recognition", "write a fraction from 0 to 1");
  if (plan.selected > plan.items)
    return fail("B027", fmt::format("{} items are selected of {}", plan.selected, plan.items),
                "selected", "select at most as many items as there are");
  return {};
}

/// ⌊goal/item⌋ with the slack of the chapter's sample sizes, at most the items there are.
std::uint64_t most_hidden(const ItemsAndBalance& plan, double goal_kg) {
  const double ratio = std::floor(goal_kg / plan.item_kg + 1e-9);
  return ratio >= static_cast<double>(plan.items) ? plan.items : static_cast<std::uint64_t>(ratio);
}

/// 1 − the chance that one of two independent tests alarms.
double both_silent(double a, double b) {
  return (1 - a) * (1 - b);
}

}  // namespace

Result<PairAnswer> pair_detection(const PairTest& test, double missing_kg, double falsified_kg) {
  for (const auto& checked :
       {check_above_zero(test.sigma_muf_kg, "sigma_muf_kg"),
        check_above_zero(test.sigma_difference_kg, "sigma_difference_kg"),
        check_mass(missing_kg, "missing_kg"), check_mass(falsified_kg, "falsified_kg")})
    if (!checked) return tl::make_unexpected(checked.error());
  const auto muf = detection_probability({test.sigma_muf_kg, test.alpha_muf}, missing_kg);
  const auto difference = detection_probability({test.sigma_difference_kg, test.alpha_difference},
                                                missing_kg + falsified_kg);
  for (const auto* probability : {&muf, &difference})
    if (!*probability) return tl::make_unexpected(probability->error());
  return PairAnswer{1 - both_silent(test.alpha_muf, test.alpha_difference),
                    1 - both_silent(*muf, *difference), *muf, *difference};
}

Result<double> miss_probability(const ItemsAndBalance& plan, double goal_kg, std::uint64_t hidden) {
  if (auto checked = check_plan(plan, goal_kg); !checked)
    return tl::make_unexpected(checked.error());
  if (hidden > most_hidden(plan, goal_kg))
    return fail(
        "B027",
        fmt::format("{} items of {} kg cannot be hidden: there are {}, and the goal is {} kg",
                    hidden, plan.item_kg, plan.items, goal_kg),
        "hidden", "hide at most the goal, and at most the items there are");
  const double rest = std::max(0.0, goal_kg - static_cast<double>(hidden) * plan.item_kg);
  const auto bulk = detection_probability({plan.sigma_kg, plan.alpha}, rest);
  if (!bulk) return tl::make_unexpected(bulk.error());
  const double items =
      numerics::none_recognised({plan.items, hidden, plan.selected}, 1 - plan.recognition);
  return items * (1 - *bulk);
}

Result<WorstHiding> worst_hiding(const ItemsAndBalance& plan, double goal_kg) {
  if (auto checked = check_plan(plan, goal_kg); !checked)
    return tl::make_unexpected(checked.error());
  const std::uint64_t most = most_hidden(plan, goal_kg);
  if (most > hidden_max)
    return fail("B027",
                fmt::format("up to {} items may be hidden, more than the {} that are looked at",
                            most, hidden_max),
                "goal_kg", "take items together into larger ones");
  WorstHiding out;
  out.miss = -1;
  for (std::uint64_t hidden = 0; hidden <= most; ++hidden) {
    stop_point();
    const auto miss = miss_probability(plan, goal_kg, hidden);
    if (!miss) return tl::make_unexpected(miss.error());
    if (*miss > out.miss) out = {hidden, *miss, 1 - *miss};
  }
  return out;
}

}  // namespace accord::balance
