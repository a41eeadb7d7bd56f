#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "evidence/finding.h"
#include "evidence/record.h"

/// The rows behind an answer, so that a reader can check that the same data were used (agreement
/// chapter, section 6).
namespace accord::assessment {

/// Indices of every origin the findings rest on: records used, records not used of the same day,
/// last known ones, declarations, and those that days and conditions rest on.
[[nodiscard]] std::set<std::uint32_t> origins_of(const std::vector<evidence::Finding>& findings);
[[nodiscard]] std::set<std::uint32_t> origins_of(const evidence::Finding& finding);

/// Content hashes of these rows, sorted, each once. Supposed facts have none and are left out.
[[nodiscard]] std::vector<std::string> row_hashes(const evidence::Records& records,
                                                  const std::set<std::uint32_t>& origins);

/// SHA-256 (hex) of the hashes, sorted, one a line, without a line end behind the last.
[[nodiscard]] std::string data_hash(const std::vector<std::string>& sorted_hashes);

}  // namespace accord::assessment
