#pragma once

#include <span>
#include <string_view>

/// What each rule means, in words for people (reporting chapter, section 10).
namespace accord::accounting {

struct RuleText {
  std::string_view rule;     ///< "V001" to "V093"
  std::string_view meaning;  ///< what a finding says, one line
  std::string_view remedy;   ///< what the author of the report can do
  std::string_view source;   ///< the text it rests on; "accord" for rules of this program
};

/// All rules, by id; also those of profiles that are not read yet.
[[nodiscard]] std::span<const RuleText> rule_texts();

/// Null for an id that is no rule.
[[nodiscard]] const RuleText* rule_text(std::string_view rule);

}  // namespace accord::accounting
