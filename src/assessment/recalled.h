#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "evidence/finding.h"

/// How far an answer rests on records that were recalled and not found.
namespace accord::assessment {

/// A finding that is met or not met, and would not be without its recalled records: for *met*, one
/// of its rules has no other record; for *not met*, no rule that is not met has one.
[[nodiscard]] bool rests_on_recalled_only(const evidence::Finding& finding);

/// The findings of which that is so, in their order.
[[nodiscard]] std::vector<const evidence::Finding*> resting_on_recalled(
    const std::vector<evidence::Finding>& findings);

/// “12 of the 29 commitments that are met or not met rest on recalled records only”; "" when there
/// are none.
[[nodiscard]] std::string recalled_sentence(const std::vector<evidence::Finding>& findings);

}  // namespace accord::assessment
