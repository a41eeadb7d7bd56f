#include "cli/accounts/rules_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/frame/all_commands.h"
#include "formats/profiles/profile.h"

namespace accord::cli {

using accounting::RulePart;
using accounting::RuleText;

namespace {

std::string_view word_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

Json severities(std::string_view rule) {
  Json out = Json::object();
  for (const std::string_view id : formats::profile_ids()) {
    const auto severity = accounting::severity_in(rule, *formats::find_profile(id));
    out[std::string(id)] = severity ? Json(word_of(*severity)) : Json();
  }
  return out;
}

/// "iaea-code10-labelled-2011 error, euratom-302-2005 error"
std::string severity_line(std::string_view rule) {
  std::string out;
  for (const std::string_view id : formats::profile_ids())
    if (const auto severity = accounting::severity_in(rule, *formats::find_profile(id)))
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", id, word_of(*severity));
  return out;
}

Answer run(const Request&) {
  Json rules = Json::array();
  for (const RuleText& rule : accounting::rule_texts()) rules.push_back(rule_json(rule));
  Answer answer;
  answer.body = rules.dump(1) + "\n";
  return answer;
}

}  // namespace

Json rule_json(const RuleText& rule) {
  Json parts = Json::array();
  for (const RulePart& part : accounting::rule_parts())
    if (part.rule.starts_with(rule.rule))
      parts.push_back({{"meaning", part.meaning}, {"severity", severities(part.rule)}});
  return {{"rule", rule.rule},         {"meaning", rule.meaning},
          {"compares", rule.compares}, {"remedy", rule.remedy},
          {"source", rule.source},     {"severity", severities(rule.rule)},
          {"parts", std::move(parts)}};
}

std::string rule_lines(const RuleText& rule) {
  std::string out =
      fmt::format("{}: {}\n  compares: {}\n  remedy: {}\n  source: {}\n  severity: {}\n", rule.rule,
                  rule.meaning, rule.compares, rule.remedy, rule.source, severity_line(rule.rule));
  for (const RulePart& part : accounting::rule_parts())
    if (part.rule.starts_with(rule.rule))
      out += fmt::format("    {}: {}\n", part.meaning, severity_line(part.rule));
  return out;
}

const Command rules_data{
    .name = "__rules",
    .group = Group::hidden,
    .summary = "The rules of accountancy as JSON; tools/rules_page.py makes a page of it",
    .run = run};

}  // namespace accord::cli
