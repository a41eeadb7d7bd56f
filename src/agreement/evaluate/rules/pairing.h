#pragma once

#include <vector>

#include "agreement/evaluate/rules/rules.h"

/// Which act answers which call (agreement-2.md 4). Internal to the evaluator.
namespace accord::agreement {

/// Pairs every act with the call or period it names; then whole acts without a name by the rule for
/// their kind of call; parts last, in the same way, with calls that have no whole answer. `calls`
/// and `acts` are in order of day. An act whose name fits no call of the duty answers nothing.
void pair_answers(const Context& context, const Duty& duty,
                  const std::vector<const Happened*>& acts, std::vector<DutyCall>& calls);

}  // namespace accord::agreement
