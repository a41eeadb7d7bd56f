#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "accounting/transit.h"

/// Rules of movements between areas and States (reporting chapter, V068, V080 to V083).
namespace accord::accounting {

/// Relative standard uncertainties of a shipper's and a receiver's weight: what is known of them
/// for a receiving area and a kind of weight, combined as √(u_S² + u_R²).
using TransferUncertainty =
    std::function<std::optional<double>(std::string_view mba, material::Kind kind)>;

struct TransitLimits {
  Day today;                    ///< day of the assessment
  std::int32_t open_days = 30;  ///< after the end of the month of the shipment
  double difference_sigma = 3;  ///< V083: a difference may be this many standard uncertainties
};

/// V080: receipts without their one shipment. V081: what differs within a pair. V082: receipts
/// before the shipment, shipments open for too long.
[[nodiscard]] std::vector<Finding> check_transit(const Transit& transit,
                                                 const TransitLimits& limits);

/// V068: a shipper/receiver difference without a receipt of the batch before it. V083: one beyond
/// the uncertainty of both measurements; not checked without an uncertainty.
[[nodiscard]] std::vector<Finding> check_differences(const Effective& effective,
                                                     const TransitLimits& limits,
                                                     const TransferUncertainty& uncertainty);

}  // namespace accord::accounting
