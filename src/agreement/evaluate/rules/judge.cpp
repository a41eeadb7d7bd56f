#include "agreement/evaluate/rules/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "agreement/evaluate/rules/record_words.h"
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
      : context_(context),
        compiled_(context.compiled),
        subject_(compiled_.subjects[subject]),
        term_(compiled_.terms[subject_.term]),
        finding_(finding) {}

  Judgement run() {
    version_ = version_of(context_, subject_.term, subject_.party, grounds_);
    scope_ = scope_in(compiled_, version_, subject_.party);
    if (finding_ != nullptr) head();
    Verdict& out = made_.verdict;
    out.state = state();
    if (out.state == State::undetermined) out.open_questions = open_questions_;
    if (finding_ != nullptr) {
      finding_->state = out.state;
      rest();
      out.supposed = finding_->supposed;
    }
    return std::move(made_);
  }

 private:
  const CompiledClauses& of(ClauseKind kind) const { return version_.of(compiled_, kind); }

  template <class... Args>
  State because(State state, fmt::format_string<Args...> format, Args&&... args) {
    if (finding_ != nullptr) finding_->reason = fmt::format(format, std::forward<Args>(args)...);
    return state;
  }

  // --- steps 1 to 5 of chapter 5.1
  // --------------------------------------------------------------------

  State state() {
    if (!version_.added)
      return because(State::not_in_force, "added by {}, which has no effect yet",
                     compiled_.words.term(compiled_.amendments[term_.added_by].text->head.name));
    if (scope_ == no_id)
      return because(State::not_in_force, "the version in force does not oblige this party");
    const Scope& own = compiled_.scopes[scope_];
    const auto& from = of(ClauseKind::from).from;
    if (!from) return State::not_in_force;
    const auto start = day_of(context_, from->from, &own, grounds_);
    if (!start)
      return because(
          State::not_in_force, "start day not known: {}",
          finding_ != nullptr ? unknown_because(context_, from->from, &own) : std::string());
    start_ = *start;
    const auto end = end_of(context_, *from, start_, &own, grounds_);
    if (finding_ != nullptr) finding_->in_force_from = start, finding_->in_force_until = end;
    const bool is_open = !end && open_end_is_past(*from, own);
    if (context_.valid < start_)
      return because(State::not_in_force, "in force from {}", to_string(start_));
    if (version_.repealed_by != no_id) return terminated();
    if (end && *end <= context_.valid)
      return because(State::sunset, "ended on {}", to_string(*end));
    if (is_open)
      return because(State::undetermined,
                     "whether it still applies is not known: its end waits for {}", waits_for());
    if (const Waiver* waiver = waived())
      return because(State::waived, "waived by {}, decided on {}: {}",
                     compiled_.words.title(waiver->by), to_string(waiver->decided),
                     compiled_.words.term(waiver->head.name));
    if (open_waiver_ != nullptr)
      return because(State::undetermined,
                     "whether {} still applies is not known: its end waits for an event",
                     compiled_.words.term(open_waiver_->head.name));
    const State held = conditions();
    return held == State::met ? rules() : held;
  }

  /// The end is not known, and the days before which it does not come are over.
  bool open_end_is_past(const CompiledPeriod& period, const Scope& own) {
    const OpenEnd open = open_end(context_, period, &own);
    if (finding_ != nullptr) {
      finding_->end_not_before = open.not_before;
      for (const Id event : open.waits_for)
        finding_->end_waits_for.push_back(compiled_.events[event]->head.title);
    }
    return open.not_before && *open.not_before <= context_.valid;
  }

  [[nodiscard]] std::string waits_for() const {
    return finding_ == nullptr ? "" : "“" + join(finding_->end_waits_for, "”, “") + "”";
  }

  State terminated() {
    const Amendment& amendment = *compiled_.amendments[version_.repealed_by].text;
    return because(State::terminated, "ended by {}, decided on {}",
                   compiled_.words.term(amendment.head.name), to_string(amendment.decided));
  }

  const Waiver* waived() {
    const std::vector<Id>& parties = compiled_.scopes[scope_].parties;
    for (const Id id : term_.waivers) {
      const WaiverInfo& waiver = compiled_.waivers[id];
      if (waiver.text->decided > context_.known) continue;
      const auto& whom = waiver.for_parties;
      const bool all = std::all_of(parties.begin(), parties.end(), [&](Id party) {
        return std::find(whom.begin(), whom.end(), party) != whom.end();
      });
      if (!whom.empty() && !all) continue;
      const Scope& own = compiled_.scopes[scope_];
      const auto from = day_of(context_, waiver.from.from, &own, grounds_);
      if (!from || context_.valid < *from) continue;
      const auto end = end_of(context_, waiver.from, *from, &own, grounds_);
      const auto bound = end ? std::nullopt : open_end(context_, waiver.from, &own).not_before;
      if (bound && *bound <= context_.valid)
        open_waiver_ = waiver.text;
      else if (!end || context_.valid < *end)
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
        Truth truth = truth_of(context_, c.conditions[i], subject_.party, grounds);
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
    if (finding_ == nullptr) return State::not_in_force;
    std::optional<Day> since;
    if (condition.kind == Condition::Kind::performing)
      if (const Declared* d = ceased(context_, condition.index)) since = d->head().valid;
    if (condition.kind == Condition::Kind::event)
      if (const Happened* h = first_seen(context_, condition.index)) since = h->head().valid;
    return because(State::not_in_force, "{}{}",
                   unless ? compiled_.words.condition(*condition.text)
                          : compiled_.words.negated(*condition.text),
                   since ? fmt::format(" ({})", to_string(*since)) : std::string());
  }

  /// The state under every answer of every question that the conditions leave open.
  State undetermined() {
    if (finding_ == nullptr) return State::undetermined;
    for (const Id id : open_questions_) {
      const auto& answers = compiled_.questions[id].text->answers;
      for (Id answer = 0; answer < answers.size(); ++answer) {
        const Id subject = compiled_.subject(subject_.term, subject_.party);
        finding_->answers.push_back(
            {compiled_.questions[id].text->head.name.text, answers[answer].name.text,
             answers[answer].text, texts(answers[answer].by),
             judge(under_answer(context_, id, answer), subject, nullptr).state});
      }
    }
    return because(State::undetermined, "it is {} whether {}",
                   open_questions_.empty() ? "not shown" : "an open question",
                   compiled_.words.condition(*unknown_->text));
  }

  State rules() {
    const auto& stale = of(ClauseKind::stale).text->stale_after;
    const RuleQuery query{subject_.term,      scope_, start_, stale ? &*stale : nullptr, &grounds_,
                          finding_ != nullptr};
    std::optional<State> worst;
    RuleResult deciding;
    for (const CompiledRule* rule : rules_of(compiled_, version_)) {
      RuleResult result = std::visit(
          [&](const auto& what) { return judge_rule(context_, what, query); }, rule->what);
      if (const auto* duty = std::get_if<CompiledDuty>(&rule->what))
        allow_for_left_out(*duty, result);
      const bool decides = !worst || result.state < *worst;
      if (decides) worst = result.state, made_.side = result.side;
      made_.rules.push_back({rule, result.state, result.side, result.room});
      if (finding_ == nullptr) continue;
      result.finding.rule = print(*rule->text);
      result.finding.state = result.state;
      if (decides) finding_->deciding_rule = finding_->rules.size();
      finding_->rules.push_back(std::move(result.finding));
      if (decides) deciding = std::move(result);
    }
    if (finding_ != nullptr) weigh_evidence(deciding);
    return worst.value_or(State::no_value);
  }

  /// What may have been done is not missing: a record of it was left out.
  void allow_for_left_out(const CompiledDuty& duty, RuleResult& result) const {
    const auto blames = [](State state) {
      return state == State::overdue || state == State::performed_late ||
             state == State::partly_performed;
    };
    const auto left_out = [&](Id event) {
      return event != no_id &&
             context_.index.left_out.event_seen(event, context_.valid, context_.known);
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
    if (finding_ != nullptr) result.finding.reason = context_.index.left_out.words(event.text);
  }

  static bool is_against(State state) { return outcome_of(state) == Outcome::not_met; }

  /// The finding carries the weakest grade and trace of what decides it.
  void weigh_evidence(RuleResult& deciding) {
    if (finding_->rules.empty()) return;
    finding_->last_known = std::move(deciding.last_known);
    if (deciding.oldest) finding_->age_days = context_.valid - *deciding.oldest;
    for (const Evidence& e : finding_->rules[finding_->deciding_rule].evidence) {
      finding_->grade = std::max(finding_->grade.value_or(e.grade), e.grade);
      finding_->trace = std::max(finding_->trace.value_or(e.trace), e.trace);
    }
  }

  // --- step 6 and the frame of the finding
  // -------------------------------------------------------------

  void head() {
    const Heading& heading = *term_.head;
    const std::string party = subject_.party == no_id ? "" : compiled_.parties[subject_.party].name;
    finding_->id = finding_id(heading.name.text, party);
    finding_->term = heading.name.text;
    finding_->title = heading.title;
    finding_->ref = heading.ref.value_or("");
    finding_->valid_day = context_.valid;
    finding_->known_day = context_.known;
    const auto& obliges = of(ClauseKind::obliges).obliges;
    if (!party.empty())
      finding_->party = {party};
    else if (obliges)
      for (const Id id : obliges->parties) finding_->party.push_back(compiled_.parties[id].name);
    finding_->owed = texts(of(ClauseKind::owed).text->owed.value_or(Names{}));
    finding_->verifier = texts(of(ClauseKind::verifier).text->verifier.value_or(Names{}));
    for (const Reading& reading : of(ClauseKind::reading).text->words.readings)
      finding_->readings.push_back({reading.text, texts(reading.by)});
    finding_->provisions = term_.provisions;
  }

  void rest() {
    if (scope_ != no_id)
      for (const Id party : compiled_.scopes[scope_].parties) declarations(party);
    for (const Happened* h : grounds_.events()) add_basis(evidence_of(context_, *h));
    for (const Declared* d : grounds_.declarations) add_basis(evidence_of(context_, *d));
    const auto supposed = [&](std::uint32_t origin) {
      return context_.index.records.origins[origin].supposed;
    };
    const auto any = [&](const auto& list) {
      return std::any_of(list.begin(), list.end(),
                         [&](const auto& e) { return supposed(e.origin); });
    };
    finding_->supposed = grounds_.supposed || any(finding_->basis) || any(finding_->declarations);
    for (const RuleFinding& rule : finding_->rules) {
      finding_->supposed = finding_->supposed || any(rule.evidence);
      for (const Call& call : rule.calls)
        finding_->supposed = finding_->supposed || any(call.evidence);
    }
  }

  void declarations(Id party) {
    const Declared* all[] = {
        declared_about(context_, party, Declaration::Kind::suspends, term_.head->name.text),
        ceased(context_, party)};
    for (const Declared* d : all) {
      if (d == nullptr) continue;
      finding_->declarations.push_back({d->record->kind,
                                        compiled_.parties[party].name,
                                        d->head().valid,
                                        d->record->title,
                                        d->head().origin,
                                        {}});
      const Declared* first = first_of_run(context_, party, *d, term_.head->name.text);
      if (first->head().valid < d->head().valid)
        finding_->declarations.back().first = {first->head().valid, first->record->title,
                                               first->head().origin};
    }
  }

  void add_basis(Evidence evidence) {
    if (in_basis_.emplace(evidence.origin, evidence.says).second)
      finding_->basis.push_back(std::move(evidence));
  }

  Judgement made_;
  Context& context_;
  const CompiledAgreement& compiled_;
  const SubjectInfo& subject_;
  const TermInfo& term_;
  Finding* finding_;
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
