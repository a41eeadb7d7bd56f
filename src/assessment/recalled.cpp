#include "assessment/recalled.h"

#include <fmt/format.h>

#include <algorithm>

namespace accord::assessment {

namespace {

using evidence::Evidence;
using evidence::Finding;
using evidence::Outcome;
using evidence::RuleFinding;

bool is_recalled(const std::vector<Evidence>& list) {
  return std::all_of(list.begin(), list.end(),
                     [](const Evidence& e) { return e.trace == evidence::Trace::recalled; });
}

/// A rule without any record, such as a duty that nothing has called for, rests on none.
bool is_recalled_only(const RuleFinding& rule) {
  bool any = !rule.evidence.empty(), all = is_recalled(rule.evidence);
  for (const evidence::Call& call : rule.calls) {
    any = any || !call.evidence.empty();
    all = all && is_recalled(call.evidence);
  }
  return any && all;
}

}  // namespace

bool rests_on_recalled_only(const Finding& finding) {
  const Outcome outcome = finding.outcome();
  if (outcome != Outcome::met && outcome != Outcome::not_met) return false;
  std::size_t decisive = 0, recalled = 0;
  for (const RuleFinding& rule : finding.rules) {
    if (outcome_of(rule.state) != outcome) continue;
    ++decisive;
    if (is_recalled_only(rule)) ++recalled;
  }
  return outcome == Outcome::met ? recalled > 0 : decisive > 0 && recalled == decisive;
}

std::vector<const Finding*> resting_on_recalled(const std::vector<Finding>& findings) {
  std::vector<const Finding*> out;
  for (const Finding& finding : findings)
    if (rests_on_recalled_only(finding)) out.push_back(&finding);
  return out;
}

std::string recalled_sentence(const std::vector<Finding>& findings) {
  const std::size_t count = resting_on_recalled(findings).size();
  if (count == 0) return {};
  const auto shown = std::count_if(findings.begin(), findings.end(), [](const Finding& f) {
    return f.outcome() == Outcome::met || f.outcome() == Outcome::not_met;
  });
  if (shown == 1) return "the one commitment that is met or not met rests on recalled records only";
  return fmt::format("{} of the {} commitments that are met or not met {} on recalled records only",
                     count, shown, count == 1 ? "rests" : "rest");
}

}  // namespace accord::assessment
