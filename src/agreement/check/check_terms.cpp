#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "agreement/check/checks.h"

namespace accord::agreement {

namespace {

/// What a term must have; silent when a part of it could not be read.
void check_complete(Checks& checks, const Term& term) {
  const Clauses& c = term.clauses;
  const Name& name = term.head.name;
  if (c.damage.is || term.head.damage.is) return;
  if (!c.obliges)
    checks.error("A046", name.at, fmt::format("term “{}” does not say who is obliged", name.text),
                 "add obliges and the party");
  if (!c.from)
    checks.error("A047", name.at,
                 fmt::format("term “{}” does not say from when and how long it holds", name.text),
                 "add for example: from 2016-01-16 for 15 years, or: from 2016-01-16 without end");
  if (c.rules.empty())
    checks.error("A048", name.at,
                 fmt::format("term “{}” has no rule: limit, prohibit, require or duty", name.text),
                 "a paragraph that is not judged is a provision");
  if (!c.verifier)
    checks.warning("A061", name.at, fmt::format("term “{}” does not say who verifies", name.text),
                   "add verifier and the body, or openly: verifier none");
}

void check_obliges(Checks& checks, const Obliges& obliges) {
  check_listed_once(checks, obliges.who);
  if (obliges.how != Obliges::How::one || obliges.who.empty()) return;
  const auto* party = checks.names.find<Party>(obliges.who.front().text);
  if (obliges.who.size() > 1 || (party != nullptr && party->members))
    checks.error(
        "A040", obliges.who.front().at, "several parties are obliged: say “each” or “jointly”",
        "obliges each … = one finding for every party; obliges jointly … = one finding for "
        "the sum");
}

void check_condition(Checks& checks, const Condition& condition) {
  for (const Condition& part : condition.parts) check_condition(checks, part);
  if (condition.kind != Condition::Kind::is || condition.answer.empty()) return;
  if (const auto* question = checks.names.find<Question>(condition.name.text))
    return check_answer(checks, *question, condition.answer);
  static constexpr std::array<std::string_view, 3> outcomes{"met", "not_met", "not_shown"};
  if (checks.names.find<Term>(condition.name.text) == nullptr ||
      std::find(outcomes.begin(), outcomes.end(), condition.answer.text) != outcomes.end())
    return;
  checks.error("A039", condition.answer.at, fmt::format("no outcome “{}”", condition.answer.text),
               "a term is met, not_met or not_shown");
}

void check_rule(Checks& checks, const Limit& limit) {
  check_limit(checks, limit);
}
void check_rule(Checks& checks, const ActivityRule& rule) {
  check_activity(checks, rule);
}
void check_rule(Checks&, const Duty&) {}

}  // namespace

void check_answer(Checks& checks, const Question& question, const Name& answer) {
  std::vector<std::string_view> names;
  for (const Answer& a : question.answers) names.push_back(a.name.text);
  if (question.head.damage.is || std::find(names.begin(), names.end(), answer.text) != names.end())
    return;
  checks.error(
      "A039", answer.at,
      fmt::format("question “{}” has no answer “{}”", question.head.name.text, answer.text),
      checks.did_you_mean(answer.text, names,
                          fmt::format("its answers are {}", fmt::join(names, ", "))));
}

void check_clauses(Checks& checks, const Clauses& clauses) {
  if (clauses.obliges) check_obliges(checks, *clauses.obliges);
  for (const Rule& rule : clauses.rules)
    std::visit([&](const auto& what) { check_rule(checks, what); }, rule.what);
  for (const ConditionClause& clause : clauses.conditions)
    check_condition(checks, clause.condition);
  check_quotes(checks, clauses);
}

void check_listed_once(Checks& checks, const Names& names) {
  std::unordered_set<std::string_view> seen;
  for (const Name& name : names)
    if (!seen.insert(name.text).second)
      checks.error("A030", name.at,
                   fmt::format("the name “{}” appears twice in one list", name.text),
                   "leave one of them out");
}

void check_terms(Checks& checks) {
  for (const NamedItem& item : checks.names.all())
    if (const auto* term = std::get_if<const Term*>(&item)) check_complete(checks, **term);
  each_clauses(checks.agreement, [&](const Clauses& clauses) { check_clauses(checks, clauses); });
}

}  // namespace accord::agreement
