#pragma once

#include <optional>
#include <vector>

#include "balance/muf/balance.h"
#include "base/result.h"
#include "measurement/criteria.h"

/// What follows from each balance by itself, and from all together. Statistics chapter, 2.4.
namespace accord::balance {

struct DecisionChoice {
  double false_alarm = 0.05;      ///< of the test of one period
  double detection = 0.95;        ///< of the loss that is asked for
  std::optional<double> goal_kg;  ///< a loss whose detection is asked for; above 0
};

/// The test MUF > limit, one-sided.
struct Decision {
  double limit_kg = 0;           ///< z(1 − α)·σ
  bool alarm = false;            ///< never for a period without variance: there is nothing to test
  bool does_not_add_up = false;  ///< without variance, and not 0: no measurement error explains it
  double found_kg = 0;           ///< the loss found with the probability of the choice
  std::optional<double> goal_probability;  ///< of an alarm when the goal quantity is missing
};

/// A criterion in one period.
struct CriterionAnswer {
  double value_kg = 0;  ///< of the statistic
  double limit_kg = 0;  ///< the largest of the bounds
  bool exceeded = false;
};

struct Decisions {
  std::vector<Decision> periods;  ///< NaN, and no alarm, for a period that was not measured
  Decision together;  ///< the sum of all MUFs: the test of a loss spread in the worst way
  std::vector<std::vector<CriterionAnswer>> criteria;  ///< [criterion][period]

  [[nodiscard]] bool exceeded() const;
};

/// @error B020: a probability that is not between 0 and 1; B013: a goal quantity that is not finite
/// and above 0, or none where a criterion needs it.
[[nodiscard]] Result<Decisions> decide(const Balance& balance, const DecisionChoice& choice,
                                       const measurement::Criteria& criteria = {});

}  // namespace accord::balance
