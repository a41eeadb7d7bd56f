#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/accounts/accounts.h"

/// What a new folder of accounts begins with (docs/reference/state.md).
namespace accord::formats {

/// A state.json with every key: what the reports say, and null for what they do not say, which
/// means “not known”. `read_state` takes it as it is.
[[nodiscard]] std::string state_skeleton(const Accounts& accounts);

/// Names and header lines of the tables that may stand beside it. They are templates, for a folder
/// that is not read: an empty table beside the reports would say that there is no notice.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> table_templates();

}  // namespace accord::formats
