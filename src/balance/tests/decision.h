#pragma once

#include "base/result.h"

/// The test of one period: alarm when MUF > z(1 − α)·σ. Statistics chapter, 2.4; one-sided, normal,
/// σ known.
namespace accord::balance {

/// σ of a MUF in kg and the chance of an alarm without loss.
struct PeriodTest {
  double sigma_kg = 0;
  double alpha = 0.05;
};

/// The limit in kg; 0 when σ is 0.
/// @error B001: σ negative or not finite; B020: α not between 0 and 1.
[[nodiscard]] Result<double> alarm_limit_kg(const PeriodTest& test);

/// Φ(M/σ − z(1 − α)): the chance of an alarm when `loss_kg` is missing. With σ = 0 any loss is
/// seen: 1 for a loss above 0, else 0.
/// @error as above; B013: a loss that is not finite.
[[nodiscard]] Result<double> detection_probability(const PeriodTest& test, double loss_kg);

/// (z(1 − α) + z(1 − β))·σ: the loss in kg found with probability 1 − β.
/// @error as above; B020: β not between 0 and 1.
[[nodiscard]] Result<double> detectable_loss_kg(const PeriodTest& test, double beta);

/// Two-sided reporting limit: |MUF| > factor·σ.
[[nodiscard]] bool exceeds_two_sided(double muf_kg, double sigma_kg, double factor);

}  // namespace accord::balance
