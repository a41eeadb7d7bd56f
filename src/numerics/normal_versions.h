#pragma once

#include <vector>

#include "numerics/random.h"

/// For the test that compares the versions.
namespace accord::numerics {

using NormalBlockFunction = void (*)(const RandomStream&, std::uint64_t, std::uint32_t,
                                     NormalBlock&);

/// Those of `normal_block` that this processor can run, the one it uses last.
[[nodiscard]] std::vector<NormalBlockFunction> normal_block_versions();

}  // namespace accord::numerics
