#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "agreement/evaluate/rules/judge.h"

/// What can be said of all who owe a term, where a record does not say which of them it was
/// (agreement-2, 9, the line *together*).
namespace accord::agreement {

namespace {

/// One rule of the term over all who owe it.
struct RuleOfAll {
  Id measure = no_id;
  bool is_prohibited = false;
  bool exceeded = false;  ///< by one party, from the records that name it
  bool seen = false;      ///< something prohibited, by one of them
  bool open = false;
  std::size_t parties = 0;
  Rational room;
  std::optional<Rational> unnamed;  ///< the least that is not attributed to any of them
};

/// The same rule, also where versions of the parties differ in their bounds.
using Key = std::pair<Id, std::string>;

Key key_of(const CompiledRule& rule) {
  if (const auto* limit = std::get_if<CompiledLimit>(&rule.what))
    return {limit->measure,
            limit->text->per ? std::to_string(static_cast<int>(*limit->text->per)) : "all"};
  return {std::get<CompiledActivity>(rule.what).measure, "activity"};
}

bool is_prohibition(const CompiledRule& rule) {
  const auto* activity = std::get_if<CompiledActivity>(&rule.what);
  return activity != nullptr && !activity->text->require;
}

void add(RuleOfAll& all, const RuleJudged& with, const RuleJudged& named) {
  ++all.parties;
  all.exceeded = all.exceeded || named.state == State::exceeded;
  if (all.is_prohibited) {
    all.seen = all.seen || with.state == State::exceeded;
    return;
  }
  all.open = all.open || named.room->open;
  if (named.room->lowest < named.room->cap)
    all.room = all.room + (named.room->cap - named.room->lowest);
  const Rational more = with.room ? with.room->lowest - named.room->lowest : Rational::of(0);
  if (more > Rational::of(0) && (!all.unnamed || more < *all.unnamed)) all.unnamed = more;
}

Together verdict_on(const CompiledAgreement& compiled, const RuleOfAll& all, std::size_t parties) {
  if (all.is_prohibited) {
    if (all.exceeded || all.seen) return {State::exceeded, "seen, by one of them"};
    return {State::undetermined, "seen, at a place that may lie outside the rule"};
  }
  const std::string& unit = compiled.measures[all.measure].text->unit.text;
  const bool all_bound = all.parties == parties && all.room.is_valid();
  const bool too_much = all.unnamed && all_bound &&
                        (*all.unnamed > all.room || (all.open && *all.unnamed == all.room));
  std::string says = all.unnamed
                         ? fmt::format("{} {} not attributed", to_exact_string(*all.unnamed), unit)
                         : std::string("an amount is not attributed");
  if (all_bound)
    says += fmt::format("; {} {} left under the limits of all", to_exact_string(all.room), unit);
  if (all.exceeded) says += "; one of them is beyond its limit by its own records";
  return {all.exceeded || too_much ? State::exceeded : State::undetermined, std::move(says)};
}

}  // namespace

std::optional<Together> together_of(Context& context, Id term) {
  std::map<Key, RuleOfAll> rules;
  std::map<Key, bool> differs;
  std::size_t parties = 0;
  for (const Id subject : context.compiled.terms[term].subjects) {
    if (context.compiled.subjects[subject].party == no_id) continue;
    ++parties;
    Finding unused, unused_too;
    const Judgement with = judge_once(context, subject, &unused);
    const Judgement named = judge_once(with_named(context), subject, &unused_too);
    if (with.rules.size() != named.rules.size()) continue;
    for (std::size_t i = 0; i < named.rules.size(); ++i) {
      const RuleJudged& rule = named.rules[i];
      const bool prohibited = is_prohibition(*rule.rule);
      if (with.rules[i].rule != rule.rule || (!prohibited && !rule.room)) continue;
      const Key key = key_of(*rule.rule);
      RuleOfAll& all = rules[key];
      all.measure = key.first;
      all.is_prohibited = prohibited;
      add(all, with.rules[i], rule);
      if (with.rules[i].state != rule.state) differs[key] = true;
    }
  }
  std::optional<Together> out;
  for (const auto& [key, all] : rules) {
    if (!differs.contains(key)) continue;
    Together made = verdict_on(context.compiled, all, parties);
    if (!out || made.state < out->state) out = std::move(made);
  }
  return out;
}

}  // namespace accord::agreement
