#include <fmt/format.h>

#include <algorithm>

#include "agreement/evaluate/rules/judge.h"

/// Records that name nobody (agreement-2, 9): a party is judged with them and without them.
namespace accord::agreement {

namespace {

/// The same state; outside of a range also on the same side.
bool agree(const Judgement& a, const Judgement& b) {
  return a.verdict.state == b.verdict.state && a.side == b.side;
}

bool is_in(const std::vector<Evidence>& list, const Evidence& e) {
  return std::any_of(list.begin(), list.end(), [&](const Evidence& other) {
    return other.origin == e.origin && other.valid == e.valid && other.says == e.says;
  });
}

std::vector<Evidence> all_of(const Finding& f) {
  std::vector<Evidence> out = f.basis;
  const auto add = [&](const std::vector<Evidence>& more) {
    out.insert(out.end(), more.begin(), more.end());
  };
  for (const RuleFinding& rule : f.rules) {
    add(rule.evidence);
    for (const Call& call : rule.calls) add(call.evidence);
  }
  return out;
}

/// What the one judgement rests on and the other does not, as far as it names nobody.
std::vector<Evidence> unnamed_in(const Finding& with, const Finding& named) {
  const std::vector<Evidence> known = all_of(named);
  std::vector<Evidence> out;
  for (const Evidence& e : all_of(with))
    if (!e.names_one && !is_in(known, e) && !is_in(out, e)) out.push_back(e);
  return out;
}

/// "12 times": what a flow has more with the records that name nobody.
std::string amount(const Finding& with, const Finding& named) {
  for (std::size_t i = 0; i < with.rules.size(); ++i) {
    const auto& more = with.rules[i].comparison;
    if (!more || !more->value || !more->value->is_valid()) continue;
    const auto& less = i < named.rules.size() ? named.rules[i].comparison : std::nullopt;
    const bool known = less && less->value && less->value->is_valid();
    if (known && less->unit != more->unit) continue;
    const Rational size = known ? *more->value - *less->value : *more->value;
    if (size > Rational::of(0)) return to_exact_string(size) + " " + more->unit;
  }
  return {};
}

bool is_flow(const CompiledAgreement& compiled, const Judgement& with) {
  return std::any_of(with.rules.begin(), with.rules.end(), [&](const RuleJudged& r) {
    const auto* limit = std::get_if<CompiledLimit>(&r.rule->what);
    return limit != nullptr && limit->measure != no_id &&
           compiled.measures[limit->measure].text->kind == Measure::Kind::flow;
  });
}

std::string says(const CompiledAgreement& compiled, const Judgement& judged, const Finding& with,
                 const Finding& named, const std::vector<Evidence>& records) {
  std::string what = is_flow(compiled, judged) ? amount(with, named) : std::string();
  if (!what.empty())
    what += " recorded";
  else if (records.size() == 1)
    what = fmt::format("{} on {}", records.front().says, to_string(records.front().valid));
  else
    what = fmt::format("{} records", records.size());
  return what + "; the record does not say by whom";
}

/// Opens each rule of the named records that the other records would put in another state, and
/// gives the one of them that is worst; a finding on which both agree keeps its own state.
std::optional<std::size_t> open_rules(Finding& out, const Finding& with, const Judgement& all,
                                      const Judgement& named) {
  std::optional<std::size_t> worst;
  for (std::size_t i = 0; i < out.rules.size() && i < with.rules.size(); ++i) {
    RuleFinding& rule = out.rules[i];
    const bool open =
        rule.rule == with.rules[i].rule &&
        (all.rules[i].state != named.rules[i].state || all.rules[i].side != named.rules[i].side);
    if (!open) continue;
    rule.state = State::undetermined;
    for (const Evidence& e : with.rules[i].evidence)
      if (!is_in(rule.evidence, e)) rule.evidence.push_back(e);
    const auto worst_of = [&](std::size_t at) {
      return std::min(all.rules[at].state, named.rules[at].state);
    };
    if (!worst || worst_of(i) < worst_of(*worst)) worst = i;
  }
  return worst;
}

/// Where only the one judgement has rules, those are shown.
void take_rules(Finding& out, const Finding& with) {
  out.rules = with.rules;
  out.deciding_rule = with.deciding_rule;
  out.in_force_from = with.in_force_from;
  out.in_force_until = with.in_force_until;
}

void weigh(Finding& out) {
  const auto weigh_one = [&](const Evidence& e) {
    out.grade = std::max(out.grade.value_or(e.grade), e.grade);
    out.trace = std::max(out.trace.value_or(e.trace), e.trace);
  };
  if (out.deciding_rule < out.rules.size())
    for (const Evidence& e : out.rules[out.deciding_rule].evidence) weigh_one(e);
  for (const Evidence& e : out.not_attributed->records) weigh_one(e);
}

/// The finding of what names the party, with what names nobody beside it.
class Merge {
 public:
  Merge(Context& context, Id subject, const Judgement& all, const Judgement& named,
        const Finding& with)
      : context_(context), subject_(subject), all_(all), named_(named), with_(with) {}

  void into(Finding& out) const {
    std::vector<Evidence> records = unnamed_in(with_, out);
    out.supposed = out.supposed || with_.supposed;
    if (agree(all_, named_)) {
      open_rules(out, with_, all_, named_);
      if (!records.empty())
        out.not_attributed = NotAttributed{
            says(context_.compiled, all_, with_, out, records), std::move(records), {}, {}, {}};
      return;
    }
    NotAttributed beside;
    beside.says = says(context_.compiled, all_, with_, out, records);
    beside.records = std::move(records);
    beside.if_attributed = all_.verdict.state;
    beside.if_not = named_.verdict.state;
    out.reason = fmt::format("{}; if attributed: {}, if not: {}", beside.says,
                             plain(*beside.if_attributed), plain(*beside.if_not));
    for (const Evidence& e : with_.basis)
      if (!is_in(out.basis, e)) out.basis.push_back(e);
    if (out.rules.empty())
      take_rules(out, with_);
    else if (const auto worst = open_rules(out, with_, all_, named_))
      out.deciding_rule = *worst;
    out.state = State::undetermined;
    out.not_attributed = std::move(beside);
    weigh(out);
    if (context_.compiled.subjects[subject_].party != no_id)
      out.not_attributed->together = together();
  }

 private:
  /// The same for every party of the term: computed once for a call.
  std::optional<Together> together() const {
    const Id term = context_.compiled.subjects[subject_].term;
    const auto known = context_.together.find(term);
    if (known != context_.together.end()) return known->second;
    return context_.together.emplace(term, together_of(context_, term)).first->second;
  }

  Context& context_;
  Id subject_;
  const Judgement &all_, &named_;
  const Finding& with_;
};

}  // namespace

Verdict judge(Context& context, Id subject, Finding* finding) {
  if (context.which == Attribution::named || !context.index.may_differ(subject))
    return judge_once(context, subject, finding).verdict;
  Finding with;
  const Judgement all = judge_once(context, subject, finding != nullptr ? &with : nullptr);
  const Judgement named = judge_once(with_named(context), subject, finding);
  Verdict out = named.verdict;
  out.supposed = all.verdict.supposed || named.verdict.supposed;
  if (!agree(all, named)) {
    out.state = State::undetermined;
    for (const Id question : all.verdict.open_questions)
      if (std::find(out.open_questions.begin(), out.open_questions.end(), question) ==
          out.open_questions.end())
        out.open_questions.push_back(question);
  }
  if (finding != nullptr) Merge(context, subject, all, named, with).into(*finding);
  return out;
}

}  // namespace accord::agreement
