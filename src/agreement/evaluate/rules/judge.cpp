#include "agreement/evaluate/rules/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "agreement/evaluate/rules/shown.h"
#include "agreement/syntax/print.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

std::vector<std::string> texts(const Names& names) {
  std::vector<std::string> out;
  for (const Name& name : names) out.push_back(name.text);
  return out;
}

class Judge {
 public:
  Judge(Context& context, Id subject, Finding* finding)
      : c_(context),
        w_(context.compiled),
        subject_(w_.subjects[subject]),
        term_(w_.terms[subject_.term]),
        f_(finding) {}

  Judgement run() {
    version_ = version_of(c_, subject_.term, subject_.party, grounds_);
    scope_ = scope_in(w_, version_, subject_.party);
    if (f_ != nullptr) head();
    Verdict& out = made_.verdict;
    out.state = state();
    if (out.state == State::undetermined) out.open_questions = open_questions_;
    if (f_ != nullptr) {
      f_->state = out.state;
      rest();
      out.supposed = f_->supposed;
    }
    return std::move(made_);
  }

 private:
  const CompiledClauses& of(ClauseKind kind) const { return version_.of(w_, kind); }

  template <class... Args>
  State because(State state, fmt::format_string<Args...> format, Args&&... args) {
    if (f_ != nullptr) f_->reason = fmt::format(format, std::forward<Args>(args)...);
    return state;
  }

  // --- steps 1 to 5 of chapter 5.1
  // --------------------------------------------------------------------

  State state() {
    if (!version_.added)
      return because(State::not_in_force, "added by {}, which has no effect yet",
                     w_.words.term(w_.amendments[term_.added_by].text->head.name));
    if (scope_ == no_id)
      return because(State::not_in_force, "the version in force does not oblige this party");
    const Scope& own = w_.scopes[scope_];
    const auto& from = of(ClauseKind::from).from;
    if (!from) return State::not_in_force;
    const auto start = day_of(c_, from->from, &own, grounds_);
    if (!start)
      return because(State::not_in_force, "start day not known: {}",
                     f_ != nullptr ? unknown_because(c_, from->from, &own) : std::string());
    start_ = *start;
    const auto end = end_of(c_, *from, start_, &own, grounds_);
    if (f_ != nullptr) f_->in_force_from = start, f_->in_force_until = end;
    const bool is_open = !end && open_end_is_past(*from, own);
    if (c_.valid < start_)
      return because(State::not_in_force, "in force from {}", to_string(start_));
    if (version_.repealed_by != no_id) return terminated();
    if (end && *end <= c_.valid) return because(State::sunset, "ended on {}", to_string(*end));
    if (is_open)
      return because(State::undetermined,
                     "whether it still applies is not known: its end waits for {}", waits_for());
    if (const Waiver* waiver = waived())
      return because(State::waived, "waived by {}, decided on {}: {}", w_.words.title(waiver->by),
                     to_string(waiver->decided), w_.words.term(waiver->head.name));
    if (open_waiver_ != nullptr)
      return because(State::undetermined,
                     "whether {} still applies is not known: its end waits for an event",
                     w_.words.term(open_waiver_->head.name));
    const State held = conditions();
    return held == State::met ? rules() : held;
  }

  /// The end is not known, and the days before which it does not come are over.
  bool open_end_is_past(const CompiledPeriod& period, const Scope& own) {
    const OpenEnd open = open_end(c_, period, &own);
    if (f_ != nullptr) {
      f_->end_not_before = open.not_before;
      for (const Id event : open.waits_for)
        f_->end_waits_for.push_back(w_.events[event]->head.title);
    }
    return open.not_before && *open.not_before <= c_.valid;
  }

  [[nodiscard]] std::string waits_for() const {
    return f_ == nullptr ? "" : "“" + join(f_->end_waits_for, "”, “") + "”";
  }

  State terminated() {
    const Amendment& amendment = *w_.amendments[version_.repealed_by].text;
    return because(State::terminated, "ended by {}, decided on {}",
                   w_.words.term(amendment.head.name), to_string(amendment.decided));
  }

  const Waiver* waived() {
    const std::vector<Id>& parties = w_.scopes[scope_].parties;
    for (const Id id : term_.waivers) {
      const WaiverInfo& waiver = w_.waivers[id];
      if (waiver.text->decided > c_.known) continue;
      const auto& whom = waiver.for_parties;
      const bool all = std::all_of(parties.begin(), parties.end(), [&](Id party) {
        return std::find(whom.begin(), whom.end(), party) != whom.end();
      });
      if (!whom.empty() && !all) continue;
      const Scope& own = w_.scopes[scope_];
      const auto from = day_of(c_, waiver.from.from, &own, grounds_);
      if (!from || c_.valid < *from) continue;
      const auto end = end_of(c_, waiver.from, *from, &own, grounds_);
      const auto bound = end ? std::nullopt : open_end(c_, waiver.from, &own).not_before;
      if (bound && *bound <= c_.valid)
        open_waiver_ = waiver.text;
      else if (!end || c_.valid < *end)
        return waiver.text;
    }
    return nullptr;
  }

  /// `met`: go on with the rules.
  State conditions() {
    Truth all = Truth::yes;
    for (const bool unless : {false, true}) {
      const CompiledClauses& c = of(unless ? ClauseKind::unless_holds : ClauseKind::while_holds);
      for (std::size_t i = 0; i < c.conditions.size(); ++i) {
        if (c.text->conditions[i].unless != unless) continue;
        Grounds grounds;
        Truth truth = truth_of(c_, c.conditions[i], subject_.party, grounds);
        if (unless) truth = negation(truth);
        if (truth == Truth::unknown)
          for (const Id q : grounds.open_questions) note_open(q);
        grounds_.add(grounds);
        if (truth == Truth::no) return not_held(c.conditions[i], unless);
        if (truth == Truth::unknown && all == Truth::yes) unknown_ = &c.conditions[i];
        all = both(all, truth);
      }
    }
    return all == Truth::yes ? State::met : undetermined();
  }

  void note_open(Id question) {
    if (std::find(open_questions_.begin(), open_questions_.end(), question) ==
        open_questions_.end())
      open_questions_.push_back(question);
  }

  State not_held(const CompiledCondition& condition, bool unless) {
    if (f_ == nullptr) return State::not_in_force;
    std::optional<Day> since;
    if (condition.kind == Condition::Kind::performing)
      if (const Declared* d = ceased(c_, condition.index)) since = d->head().valid;
    if (condition.kind == Condition::Kind::event)
      if (const Happened* h = first_seen(c_, condition.index)) since = h->head().valid;
    return because(State::not_in_force, "{}{}",
                   unless ? w_.words.condition(*condition.text) : w_.words.negated(*condition.text),
                   since ? fmt::format(" ({})", to_string(*since)) : std::string());
  }

  /// The state under every answer of every question that the conditions leave open.
  State undetermined() {
    if (f_ == nullptr) return State::undetermined;
    for (const Id id : open_questions_) {
      const auto& answers = w_.questions[id].text->answers;
      for (Id answer = 0; answer < answers.size(); ++answer) {
        const Id subject = w_.subject(subject_.term, subject_.party);
        f_->answers.push_back({w_.questions[id].text->head.name.text, answers[answer].name.text,
                               answers[answer].text, texts(answers[answer].by),
                               judge(under_answer(c_, id, answer), subject, nullptr).state});
      }
    }
    return because(State::undetermined, "it is {} whether {}",
                   open_questions_.empty() ? "not shown" : "an open question",
                   w_.words.condition(*unknown_->text));
  }

  State rules() {
    const auto& stale = of(ClauseKind::stale).text->stale_after;
    const RuleQuery query{subject_.term, scope_,       start_, stale ? &*stale : nullptr,
                          &grounds_,     f_ != nullptr};
    std::optional<State> worst;
    RuleResult deciding;
    for (const CompiledRule* rule : rules_of(w_, version_)) {
      RuleResult result =
          std::visit([&](const auto& what) { return judge_rule(c_, what, query); }, rule->what);
      if (const auto* duty = std::get_if<CompiledDuty>(&rule->what))
        allow_for_left_out(*duty, result);
      const bool decides = !worst || result.state < *worst;
      if (decides) worst = result.state, made_.side = result.side;
      made_.rules.push_back({rule, result.state, result.side, result.room});
      if (f_ == nullptr) continue;
      result.finding.rule = print(*rule->text);
      result.finding.state = result.state;
      if (decides) f_->deciding_rule = f_->rules.size();
      f_->rules.push_back(std::move(result.finding));
      if (decides) deciding = std::move(result);
    }
    if (f_ != nullptr) weigh_evidence(deciding);
    return worst.value_or(State::no_value);
  }

  /// What may have been done is not missing: a record of it was left out.
  void allow_for_left_out(const CompiledDuty& duty, RuleResult& result) const {
    const auto blames = [](State state) {
      return state == State::overdue || state == State::performed_late ||
             state == State::partly_performed;
    };
    const auto left_out = [&](Id event) {
      return event != no_id && c_.index.left_out.event_seen(event, c_.valid, c_.known);
    };
    // A call that was left out may be unanswered.
    const bool call = duty.text->kind != Duty::Kind::by && duty.text->kind != Duty::Kind::every &&
                      !has_periods(*duty.text) && left_out(duty.trigger);
    if (!(call && !is_against(result.state)) && !(blames(result.state) && left_out(duty.event)))
      return;
    const bool is_act = blames(result.state) && left_out(duty.event);
    const Name& event = is_act ? duty.text->event : duty.text->trigger.event;
    result.state = State::no_value;
    result.finding.counts.reset();
    for (Call& made : result.finding.calls)
      if (blames(made.state)) made.state = State::no_value;
    if (f_ != nullptr) result.finding.reason = c_.index.left_out.words(event.text);
  }

  static bool is_against(State state) { return outcome_of(state) == Outcome::not_met; }

  /// The finding carries the weakest grade and trace of what decides it.
  void weigh_evidence(RuleResult& deciding) {
    if (f_->rules.empty()) return;
    f_->last_known = std::move(deciding.last_known);
    if (deciding.oldest) f_->age_days = c_.valid - *deciding.oldest;
    for (const Evidence& e : f_->rules[f_->deciding_rule].evidence) {
      f_->grade = std::max(f_->grade.value_or(e.grade), e.grade);
      f_->trace = std::max(f_->trace.value_or(e.trace), e.trace);
    }
  }

  // --- step 6 and the frame of the finding
  // -------------------------------------------------------------

  void head() {
    const Heading& heading = *term_.head;
    const std::string party = subject_.party == no_id ? "" : w_.parties[subject_.party].name;
    f_->id = finding_id(heading.name.text, party);
    f_->term = heading.name.text;
    f_->title = heading.title;
    f_->ref = heading.ref.value_or("");
    f_->valid_day = c_.valid;
    f_->known_day = c_.known;
    const auto& obliges = of(ClauseKind::obliges).obliges;
    if (!party.empty())
      f_->party = {party};
    else if (obliges)
      for (const Id id : obliges->parties) f_->party.push_back(w_.parties[id].name);
    f_->owed = texts(of(ClauseKind::owed).text->owed.value_or(Names{}));
    f_->verifier = texts(of(ClauseKind::verifier).text->verifier.value_or(Names{}));
    for (const Reading& reading : of(ClauseKind::reading).text->words.readings)
      f_->readings.push_back({reading.text, texts(reading.by)});
    f_->provisions = term_.provisions;
  }

  void rest() {
    if (scope_ != no_id)
      for (const Id party : w_.scopes[scope_].parties) declarations(party);
    for (const Happened* h : grounds_.events()) add_basis(evidence_of(c_, *h));
    for (const Declared* d : grounds_.declarations) add_basis(evidence_of(c_, *d));
    const auto supposed = [&](std::uint32_t origin) {
      return c_.index.records.origins[origin].supposed;
    };
    const auto any = [&](const auto& list) {
      return std::any_of(list.begin(), list.end(),
                         [&](const auto& e) { return supposed(e.origin); });
    };
    f_->supposed = grounds_.supposed || any(f_->basis) || any(f_->declarations);
    for (const RuleFinding& rule : f_->rules) {
      f_->supposed = f_->supposed || any(rule.evidence);
      for (const Call& call : rule.calls) f_->supposed = f_->supposed || any(call.evidence);
    }
  }

  void declarations(Id party) {
    const Declared* all[] = {
        declared_about(c_, party, Declaration::Kind::suspends, term_.head->name.text),
        ceased(c_, party)};
    for (const Declared* d : all) {
      if (d == nullptr) continue;
      f_->declarations.push_back({d->record->kind,
                                  w_.parties[party].name,
                                  d->head().valid,
                                  d->record->title,
                                  d->head().origin,
                                  {}});
      const Declared* first = first_of_run(c_, party, *d, term_.head->name.text);
      if (first->head().valid < d->head().valid)
        f_->declarations.back().first = {first->head().valid, first->record->title,
                                         first->head().origin};
    }
  }

  void add_basis(Evidence evidence) {
    if (in_basis_.emplace(evidence.origin, evidence.says).second)
      f_->basis.push_back(std::move(evidence));
  }

  Judgement made_;
  Context& c_;
  const CompiledAgreement& w_;
  const SubjectInfo& subject_;
  const TermInfo& term_;
  Finding* f_;
  Version version_;
  Id scope_ = no_id;
  Day start_;
  Grounds grounds_;
  std::set<std::pair<std::uint32_t, std::string>> in_basis_;  ///< origin and what it says
  std::vector<Id> open_questions_;
  const CompiledCondition* unknown_ = nullptr;
  const Waiver* open_waiver_ = nullptr;  ///< granted, and whether it has ended is not known
};

}  // namespace

Judgement judge_once(Context& context, Id subject, Finding* finding) {
  return Judge(context, subject, finding).run();
}

/// Conditions look at what is judged of another term, by whatever names somebody or nobody.
Verdict verdict_of(Context& context, Id root) {
  if (context.whole != nullptr) return verdict_of(*context.whole, root);
  const CompiledAgreement& compiled = context.compiled;
  std::vector<Id> pending{root};
  while (!pending.empty()) {
    const Id at = pending.back();
    Verdict& verdict = context.verdicts[at];
    if (!verdict.entered) {
      verdict.entered = true;
      const SubjectInfo& subject = compiled.subjects[at];
      for (const Id need : compiled.terms[subject.term].needs) {
        const Id own = compiled.subject(need, subject.party);
        for (const Id other : own != no_id ? std::vector<Id>{own} : compiled.terms[need].subjects)
          if (!context.verdicts[other].entered) pending.push_back(other);
      }
      continue;
    }
    pending.pop_back();
    if (verdict.computed) continue;
    verdict.computed = true;
    Finding finding;
    Verdict made = judge(context, at, context.index.any_supposed() ? &finding : nullptr);
    made.entered = made.computed = true;
    context.verdicts[at] = std::move(made);
  }
  return context.verdicts[root];
}

}  // namespace accord::agreement
