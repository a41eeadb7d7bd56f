#include "answers/accounts/explain_rule.h"
#include "cli/frame/all_commands.h"
#include "described/json.h"

namespace accord::cli {

namespace {

Answer run(const Call&) {
  std::vector<answers::ExplainRuleAnswer> rules;
  for (const accounting::RuleText& rule : accounting::rule_texts())
    rules.push_back(answers::rule_answer(rule));
  Answer answer;
  answer.body = described::json(described::view(rules)) + "\n";
  return answer;
}

}  // namespace

const Command rules_data{
    .name = "__rules",
    .group = Group::hidden,
    .summary = "The rules of accountancy as JSON; tools/rules_page.py makes a page of it",
    .run = run};

}  // namespace accord::cli
