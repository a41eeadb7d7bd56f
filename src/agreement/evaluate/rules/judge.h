#pragma once

#include <vector>

#include "agreement/evaluate/rules/rules.h"

/// One judgement of a term from the records that the context lets count. Internal to the evaluator.
namespace accord::agreement {

struct RuleJudged {
  const CompiledRule* rule = nullptr;
  State state = State::no_value;
  Side side = Side::none;
  std::optional<CapRoom> room;  ///< in words
};

struct Judgement {
  Verdict verdict;
  std::vector<RuleJudged> rules;  ///< empty when the term is not in force
  Side side = Side::none;         ///< of the rule that decides
};

[[nodiscard]] Judgement judge_once(Context& context, Id subject, Finding* finding);

/// What can be said of all who owe a term that obliges each: a cap on a flow, or something
/// prohibited; nothing for other rules. In words.
[[nodiscard]] std::optional<Together> together_of(Context& context, Id term);

}  // namespace accord::agreement
