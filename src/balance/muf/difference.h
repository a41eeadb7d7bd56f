#pragma once

#include <optional>

#include "base/result.h"

/// One item measured by shipper and receiver. Statistics chapter, 2.2.
namespace accord::balance {

/// Values and standard uncertainties in kg; the covariance in kg² of what both measurements share.
struct Transfer {
  double shipped_kg = 0, received_kg = 0;
  double u_shipper_kg = 0, u_receiver_kg = 0;
  double covariance_kg2 = 0;
};

struct ShipperReceiver {
  double difference_kg = 0;     ///< shipped − received
  double u_kg = 0;              ///< √(u_S² + u_R² − 2 cov)
  std::optional<double> ratio;  ///< none when u is 0: then a difference is an item discrepancy
  /// Least-squares mean of both values; none for an item discrepancy.
  std::optional<double> best_kg, u_best_kg;
};

/// @error B013: a value that is not finite; B001: an uncertainty that is negative or not finite, or
/// a covariance beyond what two such uncertainties can have.
[[nodiscard]] Result<ShipperReceiver> shipper_receiver(const Transfer& transfer);

}  // namespace accord::balance
