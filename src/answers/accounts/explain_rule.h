#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounting/rules/rule_texts.h"
#include "answers/message.h"
#include "answers/question.h"

namespace accord::answers {

/// "V061": also of a rule that there is not.
struct RuleName {
  std::string rule;
};

}  // namespace accord::answers

namespace accord::described {

template <>
struct Described<answers::RuleName> {
  static const Type type;
};

}  // namespace accord::described

namespace accord::answers {

struct ExplainRuleQuestion {
  RuleName rule;

  static constexpr auto described =
      object("explain_rule_question", "A rule of accountancy: what it compares and rests on",
             member<&ExplainRuleQuestion::rule>("rule", "its id, as V061")
                 .shown_as("ID")
                 .argument()
                 .required());
};

struct RuleSeverity {
  std::string profile;
  std::optional<Severity> severity;

  static constexpr auto described =
      object("rule_severity", "How a form of reporting takes a rule",
             member<&RuleSeverity::profile>("profile", "form of reporting"),
             member<&RuleSeverity::severity>("severity", "none: it has no use for the rule"));
};

struct RulePartRow {
  std::string meaning;
  std::vector<RuleSeverity> severities;

  static constexpr auto described =
      object("rule_part", "A case of a rule that a form of reporting may treat by itself",
             member<&RulePartRow::meaning>("meaning", "what it is about"),
             member<&RulePartRow::severities>("severities", "of each form of reporting"));
};

struct ExplainRuleAnswer {
  std::string rule, meaning, compares, remedy, source;
  std::vector<RuleSeverity> severities;
  std::vector<RulePartRow> parts;

  static constexpr auto described = object(
      "explain_rule", "A rule of accountancy", member<&ExplainRuleAnswer::rule>("rule", "its id"),
      member<&ExplainRuleAnswer::meaning>("meaning", "what a finding says"),
      member<&ExplainRuleAnswer::compares>("compares", "what is compared with what"),
      member<&ExplainRuleAnswer::remedy>("remedy", "what the author of the report can do"),
      member<&ExplainRuleAnswer::source>("source", "the text that it rests on"),
      member<&ExplainRuleAnswer::severities>("severities", "of each form of reporting"),
      member<&ExplainRuleAnswer::parts>("parts", "cases that a form may treat by themselves"));
};

[[nodiscard]] ExplainRuleAnswer rule_answer(const accounting::RuleText& rule);
/// C010: there is no such rule.
[[nodiscard]] Answered<ExplainRuleAnswer> explain_rule(const Nothing& nothing,
                                                       const ExplainRuleQuestion& asked);

extern const Question explain_rule_question;

}  // namespace accord::answers
