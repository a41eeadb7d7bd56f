#include "accounting/reports/profile.h"

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

bool Profile::is_off(std::string_view rule) const {
  return std::find(off.begin(), off.end(), rule) != off.end();
}

const Category* Profile::category(std::string_view letter) const {
  const auto at = std::find_if(categories.begin(), categories.end(),
                               [letter](const Category& c) { return c.letter == letter; });
  return at == categories.end() ? nullptr : &*at;
}

const std::string& Field::number(ReportKind kind) const {
  return kind == ReportKind::pil ? pil : kind == ReportKind::mbr ? mbr : icr;
}

Signs signs_of(const Profile& profile) {
  Signs out;
  for (const CodeRule& rule : profile.codes) {
    if (rule.group == Group::category_change && !rule.from_previous)
      out.add_category_change(rule.code);
    else if (rule.group != Group::balance && rule.group != Group::unaccounted)
      out.add(rule.code, rule.sign,
              rule.algebraic || rule.from_previous || rule.group == Group::difference);
  }
  return out;
}

}  // namespace accord::accounting
