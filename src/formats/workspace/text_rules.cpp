#include "formats/workspace/text_rules.h"

#include <algorithm>
#include <set>
#include <variant>

namespace accord::formats {

namespace {

using agreement::ActivityRule;
using agreement::Amendment;
using agreement::Clauses;
using agreement::Duty;
using agreement::Item;
using agreement::Limit;
using agreement::Measure;
using agreement::Term;

constexpr int prohibited = 1, required = 2;

void add_once(std::vector<std::string_view>& names, std::string_view name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

TextRules::TextRules(const agreement::Agreement& agreement) {
  for (const Item& item : agreement.items) {
    if (const auto* measure = std::get_if<Measure>(&item))
      measures_.emplace(measure->head.name.text, measure);
    if (const auto* party = std::get_if<agreement::Party>(&item))
      groups_.emplace(party->head.name.text, party->members.has_value());
  }
  for (const Item& item : agreement.items) {
    if (const auto* term = std::get_if<Term>(&item)) add(term->head.name.text, term->clauses);
    const auto* amendment = std::get_if<Amendment>(&item);
    if (amendment == nullptr) continue;
    for (const agreement::Change& change : amendment->changes) {
      if (const auto* term = std::get_if<Term>(&change)) add(term->head.name.text, term->clauses);
      if (const auto* replace = std::get_if<agreement::Replace>(&change))
        add(replace->term.text, replace->clauses);
    }
  }
}

void TextRules::add(std::string_view term, const Clauses& clauses) {
  TermRules& rules = terms_[term];
  if (clauses.obliges) {
    for (const agreement::Name& who : clauses.obliges->who) {
      add_once(rules.obliged, who.text);
      const auto group = groups_.find(who.text);
      rules.several = rules.several || (group != groups_.end() && group->second);
    }
    rules.several = rules.several || clauses.obliges->how != agreement::Obliges::How::one;
  }
  for (const agreement::Rule& rule : clauses.rules) {
    if (const auto* limit = std::get_if<Limit>(&rule.what)) add_measure(rules, limit->measure.text);
    if (const auto* activity = std::get_if<ActivityRule>(&rule.what)) {
      add_measure(rules, activity->activity.text);
      uses_[activity->activity.text] |= activity->require ? required : prohibited;
    }
    if (const auto* duty = std::get_if<Duty>(&rule.what)) add_once(rules.events, duty->event.text);
  }
  for (const auto* names : {&rules.measures, &rules.events})
    for (const std::string_view name : *names)
      if (auto& terms = asking_[name]; terms.empty() || terms.back() != term) terms.push_back(term);
}

/// The measure, or those that it is computed from, through any number of steps.
void TextRules::add_measure(TermRules& to, std::string_view root) const {
  std::vector<std::string_view> pending{root};
  std::set<std::string_view> met{root};
  while (!pending.empty()) {
    const auto found = measures_.find(pending.back());
    pending.pop_back();
    if (found == measures_.end()) continue;
    if (!found->second->formula) {
      add_once(to.measures, found->first);
      continue;
    }
    for (const agreement::Part& part : found->second->formula->parts)
      if (met.insert(part.measure.text).second) pending.push_back(part.measure.text);
  }
}

const TermRules* TextRules::term(std::string_view name) const {
  const auto found = terms_.find(name);
  return found == terms_.end() ? nullptr : &found->second;
}

std::string TextRules::obliged(const std::vector<std::string>& names,
                               std::string_view asked_about) const {
  std::vector<std::string_view> terms(names.begin(), names.end());
  if (terms.empty())
    if (const auto asking = asking_.find(asked_about); asking != asking_.end())
      terms = asking->second;
  std::string_view only;
  for (const std::string_view name : terms) {
    const TermRules* rules = term(name);
    if (rules == nullptr) continue;
    if (rules->several || rules->obliged.size() != 1) return {};
    if (!only.empty() && only != rules->obliged.front()) return {};
    only = rules->obliged.front();
  }
  return std::string(only);
}

const Measure* TextRules::measure(std::string_view name) const {
  const auto found = measures_.find(name);
  return found == measures_.end() ? nullptr : found->second;
}

bool TextRules::is_prohibited(std::string_view activity) const {
  const auto found = uses_.find(activity);
  return found != uses_.end() && (found->second & prohibited) != 0;
}

bool TextRules::is_required(std::string_view activity) const {
  const auto found = uses_.find(activity);
  return found != uses_.end() && (found->second & required) != 0;
}

}  // namespace accord::formats
