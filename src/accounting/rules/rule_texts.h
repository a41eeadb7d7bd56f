#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "accounting/reports/profile.h"

/// What each rule means, in words for people (reporting chapter, section 10).
namespace accord::accounting {

struct RuleText {
  std::string_view rule;      ///< "V001" to "V093"
  std::string_view meaning;   ///< what a finding says, one line
  std::string_view compares;  ///< what is compared with what
  std::string_view remedy;    ///< what the author of the report can do
  std::string_view source;    ///< the text it rests on; "accord" for rules of this program
};

/// A case of a rule that a profile may treat by itself.
struct RulePart {
  std::string_view rule;     ///< "V005 gap"
  std::string_view meaning;  ///< what it is about
};

/// All rules, by id; also those of profiles that are not read yet.
[[nodiscard]] std::span<const RuleText> rule_texts();

/// By rule.
[[nodiscard]] std::span<const RulePart> rule_parts();

/// How a profile takes a rule, or a part of one; nothing when it has no use for it: the profile
/// switches it off, or its form has nothing that the rule could look at.
[[nodiscard]] std::optional<Severity> severity_in(std::string_view rule, const Profile& profile);

/// Null for an id that is no rule.
[[nodiscard]] const RuleText* rule_text(std::string_view rule);

}  // namespace accord::accounting
