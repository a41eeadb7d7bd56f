#include "balance/muf/decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "balance/tests/decision.h"

namespace accord::balance {

using measurement::Criteria;
using measurement::Criterion;
using measurement::Statistic;

namespace {

/// A sum of MUFs and its standard error.
struct Sum {
  double kg = 0, sigma_kg = 0;
};

/// The sums from the first period to each.
std::vector<Sum> cumulated(const Muf& muf) {
  std::vector<Sum> out;
  double kg = 0, variance_kg2 = 0;
  for (std::size_t t = 0; t < muf.muf_kg.size(); ++t) {
    kg += muf.muf_kg[t];
    variance_kg2 += muf.covariance_kg2(t, t);
    for (std::size_t i = 0; i < t; ++i) variance_kg2 += 2 * muf.covariance_kg2(t, i);
    out.push_back({kg, variance_kg2 < 0 ? 0 : std::sqrt(variance_kg2)});
  }
  return out;
}

double value_of(Statistic statistic, const Sum& sum) {
  switch (statistic) {
    case Statistic::muf:
    case Statistic::cumuf:
      return sum.kg;
    case Statistic::either_muf:
    case Statistic::either_cumuf:
      return std::abs(sum.kg);
    case Statistic::seid:
      return sum.sigma_kg;
  }
  return 0;
}

/// `sum`: of the period, or of all up to it.
CriterionAnswer answer_of(const Criterion& criterion, const PeriodBalance& period, const Sum& sum,
                          std::optional<double> goal_kg) {
  CriterionAnswer out;
  out.value_kg = value_of(criterion.statistic, sum);
  const auto bound = [&](const std::optional<double>& times, double kg) {
    if (times) out.limit_kg = std::max(out.limit_kg, *times * kg);
  };
  bound(criterion.above_sigma, sum.sigma_kg);
  bound(criterion.above_kg, 1);
  bound(criterion.above_active, period.active_kg);
  bound(criterion.above_goal, goal_kg.value_or(0));
  if (std::isnan(sum.sigma_kg)) out.value_kg = out.limit_kg = sum.sigma_kg;
  out.exceeded = out.value_kg > out.limit_kg;
  return out;
}

Result<Decision> decision_of(double muf_kg, double sigma_kg, const DecisionChoice& choice) {
  const PeriodTest test{std::isnan(sigma_kg) ? 0 : sigma_kg, choice.false_alarm};
  Decision out;
  const auto limit = alarm_limit_kg(test);
  if (!limit) return tl::make_unexpected(limit.error());
  const auto found = detectable_loss_kg(test, 1 - choice.detection);
  if (!found) return tl::make_unexpected(found.error());
  out.limit_kg = *limit;
  out.found_kg = *found;
  out.alarm = sigma_kg > 0 && muf_kg > *limit;
  if (std::isnan(sigma_kg)) {  // not measured; the choice was looked at all the same
    out.limit_kg = out.found_kg = sigma_kg;
    return out;
  }
  if (!choice.goal_kg) return out;
  const auto probability = detection_probability(test, *choice.goal_kg);
  if (!probability) return tl::make_unexpected(probability.error());
  out.goal_probability = *probability;
  return out;
}

Result<void> check(const DecisionChoice& choice, const Criteria& criteria) {
  if (!(choice.detection > 0 && choice.detection < 1))
    return fail(
        "B020",
        fmt::format("detection = {} is not a probability between 0 and 1", choice.detection),
        "detection", "write a fraction, such as 0.95 for 95 per cent");
  if (choice.goal_kg && !(std::isfinite(*choice.goal_kg) && *choice.goal_kg > 0))
    return fail("B013", fmt::format("{} is not a goal quantity", *choice.goal_kg), "goal",
                "write a mass above 0, in kg of what the balance is of");
  if (criteria.needs_goal() && !choice.goal_kg)
    return fail(
        "B013",
        fmt::format("the criteria “{}” count in goal quantities, and none is given", criteria.id),
        "goal", "say how many kg the goal quantity of this material is");
  return {};
}

}  // namespace

bool Decisions::exceeded() const {
  for (const auto& answers : criteria)
    for (const CriterionAnswer& answer : answers)
      if (answer.exceeded) return true;
  return false;
}

Result<Decisions> decide(const Balance& balance, const DecisionChoice& choice,
                         const Criteria& criteria) {
  if (auto checked = check(choice, criteria); !checked) return tl::make_unexpected(checked.error());
  Decisions out;
  for (const PeriodBalance& period : balance.periods) {
    auto decision = decision_of(period.muf_kg, period.sigma_kg, choice);
    if (!decision) return tl::make_unexpected(decision.error());
    decision->does_not_add_up = period.status == Status::item_discrepancy;
    out.periods.push_back(*decision);
  }
  auto together = decision_of(balance.muf.cumulated_kg(), balance.muf.cumulated_sigma_kg(), choice);
  if (!together) return tl::make_unexpected(together.error());
  out.together = *together;
  // Periods without variance are the only ones whose sum has none.
  out.together.does_not_add_up =
      balance.muf.cumulated_sigma_kg() == 0 && balance.muf.cumulated_kg() != 0 &&
      std::any_of(out.periods.begin(), out.periods.end(),
                  [](const Decision& decision) { return decision.does_not_add_up; });
  const std::vector<Sum> sums = cumulated(balance.muf);
  for (const Criterion& criterion : criteria.list) {
    auto& answers = out.criteria.emplace_back();
    for (std::size_t t = 0; t < balance.periods.size(); ++t) {
      const PeriodBalance& period = balance.periods[t];
      const Sum own{period.muf_kg, period.sigma_kg};
      answers.push_back(answer_of(
          criterion, period, is_cumulative(criterion.statistic) ? sums[t] : own, choice.goal_kg));
    }
  }
  return out;
}

}  // namespace accord::balance
