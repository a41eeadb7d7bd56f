#include "accounting/profile.h"

#include <algorithm>

namespace accord::accounting {

namespace {

bool has(const std::vector<Label>& labels, Label label) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

}  // namespace

bool CodeRule::may_have(Label label) const {
  return has(allows, label) || has(needs, label);
}

bool CodeRule::must_have(Label label) const {
  return has(needs, label);
}

const CodeRule* Profile::find(Code code) const {
  const auto at = std::lower_bound(codes.begin(), codes.end(), code,
                                   [](const CodeRule& rule, Code c) { return rule.code < c; });
  return at != codes.end() && at->code == code ? &*at : nullptr;
}

Severity Profile::severity(std::string_view rule) const {
  const auto at =
      std::lower_bound(severities.begin(), severities.end(), rule,
                       [](const RuleSeverity& s, std::string_view name) { return s.rule < name; });
  return at != severities.end() && at->rule == rule ? at->severity : Severity::error;
}

Signs signs_of(const Profile& profile) {
  Signs out;
  for (const CodeRule& rule : profile.codes) {
    if (rule.group == Group::category_change)
      out.add_category_change(rule.code);
    else if (rule.group != Group::balance)
      out.add(rule.code, rule.sign);
  }
  return out;
}

}  // namespace accord::accounting
