#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "agreement/model/model.h"
#include "evidence/record.h"

namespace accord::agreement {

using namespace evidence;

/// What an event names as answered, and no duty has (I025).
struct AnswerFault {
  std::uint32_t origin = 0;  ///< index into Records::origins
  std::string message, help;
};

/// Looks at every event that names a call or period: some duty that asks for it must have that
/// period, or a record with that id must call for it, and it must have begun. One fault for each
/// row, in the order of their origins. The agreement must have passed `check` without errors.
[[nodiscard]] std::vector<AnswerFault> check_answers(const Agreement& agreement,
                                                     const Records& records);

}  // namespace accord::agreement
