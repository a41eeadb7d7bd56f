#pragma once

#include <cstdint>

#include "agreement/model/model.h"

namespace accord::agreement {

/// A random agreement that the grammar can write: every item, clause and fact of the language
/// occurs over a few hundred seeds. Names do not resolve; comments stand in every place that can
/// hold one.
[[nodiscard]] Agreement random_agreement(std::uint64_t seed);

[[nodiscard]] Fact random_fact(std::uint64_t seed);

}  // namespace accord::agreement
