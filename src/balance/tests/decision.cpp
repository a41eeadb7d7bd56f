#include "balance/tests/decision.h"

#include <fmt/format.h>

#include <cmath>

#include "numerics/distributions.h"

namespace accord::balance {

namespace {

Result<void> check_probability(double p, const char* name) {
  if (p > 0 && p < 1) return {};
  return fail("B020", fmt::format("{} = {} is not a probability between 0 and 1", name, p), name,
              "write a fraction, such as 0.05 for 5 per cent");
}

Result<void> check(const PeriodTest& test) {
  if (!std::isfinite(test.sigma_kg) || test.sigma_kg < 0)
    return fail("B001", fmt::format("{} is not a standard deviation", test.sigma_kg), "sigma_kg",
                "write a number of 0 or more, in kg");
  return check_probability(test.alpha, "alpha");
}

}  // namespace

Result<double> alarm_limit_kg(const PeriodTest& test) {
  if (auto checked = check(test); !checked) return tl::make_unexpected(checked.error());
  return numerics::normal_upper_quantile(test.alpha) * test.sigma_kg;
}

Result<double> detection_probability(const PeriodTest& test, double loss_kg) {
  if (auto checked = check(test); !checked) return tl::make_unexpected(checked.error());
  if (!std::isfinite(loss_kg))
    return fail("B013", fmt::format("{} is not a mass", loss_kg), "loss_kg", "write a mass in kg");
  if (test.sigma_kg == 0) return loss_kg > 0 ? 1.0 : 0.0;
  return numerics::normal_cdf(loss_kg / test.sigma_kg -
                              numerics::normal_upper_quantile(test.alpha));
}

Result<double> detectable_loss_kg(const PeriodTest& test, double beta) {
  if (auto checked = check(test); !checked) return tl::make_unexpected(checked.error());
  if (auto checked = check_probability(beta, "beta"); !checked)
    return tl::make_unexpected(checked.error());
  return (numerics::normal_upper_quantile(test.alpha) + numerics::normal_upper_quantile(beta)) *
         test.sigma_kg;
}

bool exceeds_two_sided(double muf_kg, double sigma_kg, double factor) {
  return std::abs(muf_kg) > factor * sigma_kg;
}

}  // namespace accord::balance
