#include <fmt/format.h>

#include "talks/files/read.h"
#include "talks/files/reader.h"

namespace accord::talks {

namespace {

JsonTree fraction(const Number& value) {
  return json_text(value.text());
}

JsonTree rule_tree(const Domain& domain, const Rule& rule) {
  std::vector<std::pair<std::string, JsonTree>> out;
  const auto add = [&](std::string name, JsonTree value) {
    out.emplace_back(std::move(name), std::move(value));
  };
  const auto parts = [&] {
    std::vector<JsonTree> list;
    for (const Rule& part : rule.parts) list.push_back(rule_tree(domain, part));
    return list;
  };
  switch (rule.form) {
    case Rule::Form::bounds:
      add("issue", json_text(domain.issues[rule.issue].id));
      break;
    case Rule::Form::in:
    case Rule::Form::not_in: {
      add("issue", json_text(domain.issues[rule.issue].id));
      std::vector<JsonTree> values;
      for (const auto value : rule.values)
        values.push_back(json_text(domain.issues[rule.issue].label(value)));
      add(rule.form == Rule::Form::in ? "in" : "not_in", json_list(std::move(values)));
      break;
    }
    case Rule::Form::sum: {
      std::vector<std::pair<std::string, JsonTree>> sum;
      for (const auto& [issue, coefficient] : rule.terms)
        sum.emplace_back(domain.issues[issue].id, fraction(coefficient));
      add("sum", json_object(std::move(sum)));
      break;
    }
    case Rule::Form::all:
      add("all", json_list(parts()));
      break;
    case Rule::Form::any:
      add("any", json_list(parts()));
      break;
    case Rule::Form::negation:
      add("not", parts().front());
      break;
    case Rule::Form::implication:
      add("if", rule_tree(domain, rule.parts.front()));
      add("then", rule_tree(domain, rule.parts.back()));
      break;
  }
  if (rule.min) add("min", fraction(*rule.min));
  if (rule.max) add("max", fraction(*rule.max));
  return json_object(std::move(out));
}

JsonTree issue_tree(const Issue& issue) {
  std::vector<std::pair<std::string, JsonTree>> out;
  out.emplace_back("id", json_text(issue.id));
  constexpr const char* kinds[] = {"discrete", "integer", "real"};
  out.emplace_back("kind", json_text(kinds[static_cast<std::size_t>(issue.kind)]));
  if (!issue.is_numeric()) {
    std::vector<JsonTree> values;
    for (const std::string& value : issue.values) values.push_back(json_text(value));
    out.emplace_back("values", json_list(std::move(values)));
    return json_object(std::move(out));
  }
  out.emplace_back("low", fraction(issue.low));
  out.emplace_back("high", fraction(issue.high));
  if (issue.kind == IssueKind::integer) out.emplace_back("step", fraction(issue.step));
  if (issue.points) out.emplace_back("points", json_number(fmt::format("{}", *issue.points)));
  if (issue.is_continuous()) out.emplace_back("continuous", json_yes_no(true));
  return json_object(std::move(out));
}

}  // namespace

JsonTree named_rules_tree(const Domain& domain, const std::vector<NamedRule>& rules) {
  std::vector<JsonTree> out;
  for (const NamedRule& rule : rules)
    out.push_back(json_object({{"id", json_text(rule.id)},
                               {"text", json_text(rule.text)},
                               {"rule", rule_tree(domain, rule.rule)}}));
  return json_list(std::move(out));
}

std::string write_domain(const Domain& domain) {
  std::vector<JsonTree> issues, parties;
  for (const Issue& issue : domain.issues) issues.push_back(issue_tree(issue));
  for (const std::string& party : domain.parties) parties.push_back(json_text(party));
  std::vector<std::pair<std::string, JsonTree>> out{{"format", json_text("accord-talks-domain/1")},
                                                    {"name", json_text(domain.name)},
                                                    {"issues", json_list(std::move(issues))}};
  if (!domain.parties.empty()) out.emplace_back("parties", json_list(std::move(parties)));
  if (!domain.rules.empty()) out.emplace_back("rules", named_rules_tree(domain, domain.rules));
  return canonical(json_object(std::move(out)));
}

}  // namespace accord::talks
