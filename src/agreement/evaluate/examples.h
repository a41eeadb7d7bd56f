#pragma once

#include <string_view>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/model/model.h"
#include "base/problem.h"

namespace accord::agreement {

/// The records that facts stand for; `Fact::Kind::answer` becomes an assumption. Every origin has
/// the text of its fact, and is marked as supposed when told so.
struct FactRecords {
  Records records;
  std::vector<Assumption> assume;
};
[[nodiscard]] FactRecords records_of(const std::vector<Fact>& facts, bool supposed);

/// Runs every example of an agreement that passed `check`; one A070 for each expectation that
/// fails.
[[nodiscard]] std::vector<Problem> run_examples(const Agreement& agreement,
                                                std::string_view file = {});

}  // namespace accord::agreement
