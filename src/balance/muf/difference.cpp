#include "balance/muf/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace accord::balance {

namespace {

Result<void> check(const Transfer& t) {
  for (const auto& [value, name] :
       {std::pair(t.shipped_kg, "shipped"), {t.received_kg, "received"}})
    if (!std::isfinite(value))
      return fail("B013", fmt::format("{} is not a mass", value), name, "write a mass in kg");
  for (const auto& [u, name] :
       {std::pair(t.u_shipper_kg, "u_shipper"), {t.u_receiver_kg, "u_receiver"}})
    if (!std::isfinite(u) || u < 0)
      return fail("B001", fmt::format("{} is not a standard uncertainty", u), name,
                  "write a number of 0 or more, in kg");
  const double largest = t.u_shipper_kg * t.u_receiver_kg;
  if (!(std::abs(t.covariance_kg2) <= largest * (1 + 1e-12)))
    return fail("B001",
                fmt::format("a covariance of {} kg² is beyond ±{} kg²", t.covariance_kg2, largest),
                "covariance", "it is at most the product of both uncertainties");
  return {};
}

}  // namespace

Result<ShipperReceiver> shipper_receiver(const Transfer& t) {
  if (auto checked = check(t); !checked) return tl::make_unexpected(checked.error());
  const double s2 = t.u_shipper_kg * t.u_shipper_kg;
  const double r2 = t.u_receiver_kg * t.u_receiver_kg;
  const double variance = std::max(0.0, s2 + r2 - 2 * t.covariance_kg2);
  ShipperReceiver out;
  out.difference_kg = t.shipped_kg - t.received_kg;
  out.u_kg = std::sqrt(variance);
  if (variance == 0) {  // both exact, or wrong by the same error
    if (out.difference_kg != 0) return out;
    out.best_kg = t.shipped_kg;
    out.u_best_kg = t.u_shipper_kg;
    return out;
  }
  out.ratio = out.difference_kg / out.u_kg;
  const double shipper_weight = (r2 - t.covariance_kg2) / variance;
  out.best_kg = t.received_kg + shipper_weight * out.difference_kg;
  out.u_best_kg =
      std::sqrt(std::max(0.0, (s2 * r2 - t.covariance_kg2 * t.covariance_kg2) / variance));
  return out;
}

}  // namespace accord::balance
