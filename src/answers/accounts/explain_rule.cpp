#include "answers/accounts/explain_rule.h"

#include <fmt/format.h>

#include "answers/accounts/names.h"
#include "formats/profiles/profile.h"

namespace accord::answers {

namespace {

std::vector<RuleSeverity> severities_of(std::string_view rule) {
  std::vector<RuleSeverity> out;
  for (const std::string_view id : formats::profile_ids())
    out.push_back({std::string(id), accounting::severity_in(rule, *formats::find_profile(id))});
  return out;
}

}  // namespace

ExplainRuleAnswer rule_answer(const accounting::RuleText& rule) {
  ExplainRuleAnswer out{std::string(rule.rule),
                        std::string(rule.meaning),
                        std::string(rule.compares),
                        std::string(rule.remedy),
                        std::string(rule.source),
                        severities_of(rule.rule),
                        {}};
  for (const accounting::RulePart& part : accounting::rule_parts())
    if (part.rule.starts_with(rule.rule))
      out.parts.push_back({std::string(part.meaning), severities_of(part.rule)});
  return out;
}

Answered<ExplainRuleAnswer> explain_rule(const Nothing& /*nothing*/,
                                         const ExplainRuleQuestion& asked) {
  const accounting::RuleText* text = accounting::rule_text(asked.rule.rule);
  if (text != nullptr) return rule_answer(*text);
  return refused({"C010",
                  fmt::format("there is no rule {}", asked.rule.rule),
                  {},
                  "the rules are V001 to V093; the manual lists them"});
}

constinit const Question explain_rule_question =
    Asked<explain_rule>::named("explain rule", "explain_rule");

}  // namespace accord::answers

namespace accord::described {

namespace {

std::string& rule_of(void* value) {
  return static_cast<answers::RuleName*>(value)->rule;
}

void print_rule(const void* value, std::string& out) {
  out += static_cast<const answers::RuleName*>(value)->rule;
}

bool parse_rule(std::string_view text, void* value) {
  if (text.size() != 4 || text[0] != 'V' || answers::counting_number(text.substr(1)) == 0)
    return false;
  rule_of(value) = text;
  return true;
}

}  // namespace

constinit const Type Described<answers::RuleName>::type{
    .kind = Kind::text, .print = print_rule, .parse = parse_rule, .expected = "a rule, as V061"};

}  // namespace accord::described
