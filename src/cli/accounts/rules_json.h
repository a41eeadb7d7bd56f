#pragma once

#include <string>

#include "accounting/rules/rule_texts.h"
#include "cli/frame/envelope_json.h"

namespace accord::cli {

/// Everything the program knows of a rule of accountancy, with its severity in each profile that
/// comes with the program; null where the profile has no use for it.
[[nodiscard]] Json rule_json(const accounting::RuleText& rule);

/// The same for reading: a line for each.
[[nodiscard]] std::string rule_lines(const accounting::RuleText& rule);

}  // namespace accord::cli
