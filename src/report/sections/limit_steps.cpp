#include <algorithm>

#include "agreement/model/units.h"
#include "report/figures/figures.h"
#include "report/sections/writer.h"

namespace accord::report {

namespace {

using evidence::Comparison;
using evidence::Finding;
using evidence::State;

/// Whether the text sets one and the same bound for all days: of the rule, or of all rules of the
/// term.
bool has_one_bound(const agreement::Agreement& agreement, std::string_view name,
                   std::optional<std::size_t> of) {
  std::size_t bounds = 0;
  for (const agreement::Item& item : agreement.items) {
    if (std::holds_alternative<agreement::Amendment>(item)) return false;
    const auto* term = std::get_if<agreement::Term>(&item);
    if (term == nullptr || term->head.name.text != name) continue;
    for (std::size_t i = 0; i < term->clauses.rules.size(); ++i)
      if (const auto* limit = std::get_if<agreement::Limit>(&term->clauses.rules[i].what))
        if (!of || *of == i) bounds += limit->steps.size();
  }
  return bounds == 1;
}

bool sets_no_limit(State state) {
  return evidence::outcome_of(state) == evidence::Outcome::out_of_count && state != State::not_due;
}

const Comparison* limit_of(const Finding& finding, std::optional<std::size_t> of) {
  const auto sets = [](const evidence::RuleFinding& rule) {
    return rule.comparison && rule.comparison->limit;
  };
  if (of)
    return *of < finding.rules.size() && sets(finding.rules[*of]) ? &*finding.rules[*of].comparison
                                                                  : nullptr;
  for (const evidence::RuleFinding& rule : finding.rules)
    if (sets(rule)) return &*rule.comparison;
  // The figure last known is compared with the bound of the day itself.
  const auto& last = finding.last_known;
  return last && last->comparison && last->comparison->limit ? &*last->comparison : nullptr;
}

/// What holds from one day on: in force or not, and the bound when a finding gives it.
struct Known {
  Day day;
  bool in_force = false;
  std::optional<Rational> value;
  std::string shown;
};

/// A constant bound is known on every day in force as soon as one finding gives it.
void fill_gaps(std::vector<Known>& days) {
  const auto first = std::find_if(days.begin(), days.end(), [](const Known& k) { return k.value; });
  if (first == days.end()) return;
  const Known constant = *first;
  for (Known& known : days)
    if (known.in_force && !known.value) {
      known.value = constant.value;
      known.shown = constant.shown;
    }
}

std::vector<LimitStep> steps_of(const std::vector<Known>& days) {
  std::vector<LimitStep> out;
  for (const Known& known : days) {
    const bool open = !out.empty() && !out.back().to;
    if (open && known.value && out.back().value == *known.value) continue;
    if (open) out.back().to = known.day;
    if (known.value) out.push_back({known.day, std::nullopt, *known.value, known.shown});
  }
  return out;
}

}  // namespace

std::vector<LimitStep> limit_steps(const Writer& w, const agreement::Subject& subject,
                                   std::optional<std::size_t> rule, std::string_view unit) {
  const agreement::Evaluator& evaluator = w.assessed.evaluator();
  const agreement::Units units(w.workspace.agreement);
  const Day known = w.assessed.known();
  std::vector<Known> days;
  for (const Day day : evaluator.change_days(subject, day_min - 1, w.assessed.on(), known)) {
    const Finding finding = evaluator.evaluate(subject, day, known);
    Known now{.day = day, .in_force = !sets_no_limit(finding.state), .value = {}, .shown = {}};
    const Comparison* c = now.in_force ? limit_of(finding, rule) : nullptr;
    const auto factor = c == nullptr ? std::nullopt : units.factor(c->unit, unit);
    if (factor) {
      now.value = *c->limit * *factor;
      now.shown = w.in_words(c->limit_shown);
    }
    days.push_back(std::move(now));
  }
  if (has_one_bound(w.workspace.agreement, subject.term, rule)) fill_gaps(days);
  return steps_of(days);
}

std::vector<LimitStep> limit_steps(const Writer& w, std::string_view term, std::string_view unit) {
  const auto& subjects = w.assessed.evaluator().subjects();
  const auto subject =
      std::find_if(subjects.begin(), subjects.end(), [&](const auto& s) { return s.term == term; });
  if (subject == subjects.end()) return {};
  return limit_steps(w, *subject, std::nullopt, unit);
}

}  // namespace accord::report
