#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "assessment/measured_balance.h"
#include "numerics/matrix.h"
#include "simulation/measured.h"

namespace accord::assessment {

/// What a simulation takes of measured items: the covariance of their MUFs, and the errors
/// themselves for drawing them one by one.
struct MeasuredSource {
  std::optional<numerics::Matrix> covariance_kg2;  ///< none when a table has an error
  std::optional<double> common_share;              ///< balance::common_share
  std::shared_ptr<const simulation::MeasuredErrors> errors;
  std::vector<Problem> problems;
};

[[nodiscard]] MeasuredSource measured_source(
    const NamedText& items, const NamedText& methods,
    measurement::MassKind kind = measurement::MassKind::declared);

}  // namespace accord::assessment
