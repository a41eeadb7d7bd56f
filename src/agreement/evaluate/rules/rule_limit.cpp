#include <fmt/format.h>

#include <algorithm>

#include "agreement/evaluate/rules/record_words.h"
#include "agreement/evaluate/rules/rules.h"
#include "agreement/model/period_name.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {

namespace {

using Kind = Quantity::Kind;

const Rational zero = Rational::of(0);

/// The end of the allowed figures that is broken, or the nearer one.
const Interval::End* nearer_end(const Interval& allowed, const Rational& value) {
  const auto* low = allowed.low ? &*allowed.low : nullptr;
  const auto* high = allowed.high ? &*allowed.high : nullptr;
  if (low == nullptr || high == nullptr) return low != nullptr ? low : high;
  return high->at - value < value - low->at ? high : low;
}

std::string range_words(const Interval& range, const std::string& unit) {
  const auto end = [&](const Interval::End& e) {
    return amount_words(to_exact_string(e.at), unit);
  };
  if (range.low && range.high) {
    if (range.low->at.is_zero())
      return (range.high->open ? "below " : "at most ") + end(*range.high);
    return fmt::format("from {} to {}", to_exact_string(range.low->at), end(*range.high));
  }
  if (range.low) return (range.low->open ? "above " : "at least ") + end(*range.low);
  return range.high ? (range.high->open ? "below " : "at most ") + end(*range.high) : "no figure";
}

std::string amount(const Value& value) {
  return amount_words(to_string(value.number), value.unit.text);
}

std::string bound_words(const CompiledStep& step, const CompiledLimit& limit,
                        const std::string& unit, const Rational& into_unit) {
  const Bound& bound = *step.text;
  const bool between = bound.kind == Bound::Kind::between;
  std::string out =
      between ? fmt::format("{} to {}", to_string(bound.value.number), amount(bound.upper))
              : amount(bound.value);
  if (bound.value.unit.text != unit) {
    const auto low = step.allowed.low ? step.allowed.low : step.allowed.high;
    const auto high = step.allowed.high ? step.allowed.high : step.allowed.low;
    const std::string end = amount_words(to_exact_string(high->at * into_unit), unit);
    out += between ? fmt::format(" ({} to {})", to_exact_string(low->at * into_unit), end)
                   : fmt::format(" ({})", end);
  }
  if (limit.text->tolerance)
    out += fmt::format(", with a tolerance of {}", amount(*limit.text->tolerance));
  return out;
}

/// Of one of several equal records.
std::string shown_words(const Context& context, const Quantity& q, const std::string& unit) {
  if (q.used.size() == 1 && q.kind != Kind::at_least && q.used.front()->record->unit == unit)
    return says(context, *q.used.front()->record);
  return q.kind == Kind::figure ? amount_words(to_exact_string(q.value), unit)
                                : range_words(q.range, unit);
}

Comparison compared(const Context& context, const CompiledLimit& limit, const CompiledStep& step,
                    const Quantity& q) {
  const MeasureInfo& measure = context.compiled.measures[limit.measure];
  // One record of a sum of which a part is missing is not the sum.
  const bool is_part =
      q.kind == Kind::at_least && !q.used.empty() && !is_incomplete(*q.used.front()->record);
  const bool is_record = q.used.size() == 1 && !measure.text->formula && !is_part;
  const bool is_share = measure.text->formula && measure.text->formula->is_share;
  Comparison out;
  out.unit = is_record ? q.used.front()->record->unit : measure.text->unit.text;
  const Rational into_unit = is_share
                                 ? Rational::of(1)
                                 : context.compiled.units.factor(measure.text->unit.text, out.unit)
                                       .value_or(Rational::of(1));
  out.limit_shown = bound_words(step, limit, out.unit, into_unit);
  out.minimum = step.allowed.low && !step.allowed.high;
  const Quantity& shown = q.equals.empty() ? q : q.equals.front();
  const bool is_equal_record = !q.equals.empty() && shown.used.size() == 1 &&
                               shown.kind != Kind::at_least && !measure.text->formula;
  if (is_record || is_equal_record)
    out.value_shown = says(context, *q.used.front()->record);
  else if (shown.kind == Kind::figure)
    out.value_shown = amount_words(to_exact_string(shown.value), out.unit);
  else
    out.value_shown = range_words(shown.range, out.unit);
  const bool is_open = !q.equals.empty() && judged(q, step.allowed) == State::undetermined;
  if (is_open) {
    for (std::size_t i = 1; i < q.equals.size(); ++i)
      out.value_shown += " or " + shown_words(context, q.equals[i], out.unit);
    return out;  // which of them it is is not known
  }
  if (shown.kind != Kind::figure && shown.kind != Kind::at_least) return out;
  if (shown.kind == Kind::at_least) {
    // Nothing is below zero: that alone is no figure.
    const auto& [low, high] = shown.range;
    if (low && (!high || !low->at.is_zero())) out.at_least = low->at * into_unit;
    if (high) out.at_most = high->at * into_unit;
  }
  const Rational value = shown.value * into_unit;
  out.value = value;
  if (!shown.uncertainty.is_zero()) out.uncertainty = shown.uncertainty * into_unit;
  const Interval::End* end = nearer_end(step.allowed, shown.value);
  if (end == nullptr || !end->at.is_valid()) return out;
  out.limit = end->at * into_unit;
  const bool upper = step.allowed.high && end == &*step.allowed.high;
  // How far the figure is from the limit shows only where the end that is known decides.
  const bool decides = upper ? *out.limit < value : !(value < *out.limit);
  if (shown.kind == Kind::at_least && !decides) return out;
  out.margin = upper ? *out.limit - value : value - *out.limit;
  out.minimum = !upper && (out.minimum || out.margin->is_negative());
  if (!out.limit->is_zero()) out.ratio = value / *out.limit;
  return out;
}

std::string day_words(const std::optional<Day>& day) {
  return day ? to_string(*day) : "an unknown day";
}

/// A sum is never below 0, so what asks for 0 or more is no minimum to reach: `== 0` is a cap of 0.
bool is_floor(const CompiledStep& step) {
  if (!step.allowed.low) return false;
  return !step.allowed.high || zero < step.allowed.low->at;
}

/// One judgement of a rule: on a day with a step, over a period for a flow.
struct Judgement {
  State state = State::no_value;
  Quantity quantity;
  const CompiledStep* step = nullptr;
  std::optional<FlowPeriod> period;
};

class LimitRule {
 public:
  LimitRule(Context& context, const CompiledLimit& limit, const RuleQuery& query)
      : context_(context), limit_(limit), query_(query) {}

  RuleResult run() {
    if (limit_.measure == no_id) return {};
    const CompiledStep* step = step_on(context_, limit_, query_, context_.valid);
    if (step == nullptr) return not_due(first_step_words());
    return is_flow() ? flow(*step) : finish(amount(*step, false));
  }

 private:
  RuleResult not_due(std::string reason) const {
    RuleResult out;
    out.state = State::not_due;
    out.finding.reason = std::move(reason);
    return out;
  }

  std::string first_step_words() {
    if (!query_.in_words || limit_.steps.empty() || !limit_.steps.front().as_of) return {};
    const CompiledDay& as_of = *limit_.steps.front().as_of;
    const auto day = day_of(context_, as_of, scope(), *query_.grounds);
    if (day) return fmt::format("the limit holds from {}", to_string(*day));
    return "day of the first limit not known: " + unknown_because(context_, as_of, scope());
  }

  [[nodiscard]] const Scope* scope() const { return &context_.compiled.scopes[query_.scope]; }

  Quantity ask(Day from, Day to, bool figures_only) const {
    return quantity_of(context_,
                       {limit_.measure, query_.scope, from, to, figures_only, query_.in_words});
  }

  Judgement amount(const CompiledStep& step, bool figures_only) const {
    Judgement out{State::no_value, ask(context_.valid, context_.valid, figures_only), &step, {}};
    out.state = judged(out.quantity, step.allowed);
    return out;
  }

  // --- flows
  // ------------------------------------------------------------------------------------------

  /// What came before the term began is not of it.
  Judgement over(const FlowPeriod& period, const CompiledStep& step) const {
    const Day first = std::max(period.first, query_.start);
    Judgement out{State::no_value, ask(first, std::min(period.last, context_.valid), false), &step,
                  FlowPeriod{first, period.last}};
    out.state = judged(out.quantity, step.allowed);
    // What has been reached stays so, whatever else there may be.
    if (out.quantity.kind == Kind::at_least && contains(step.allowed, out.quantity.range))
      out.state = rests_on_range(out.quantity) ? State::met_attested : State::met;
    return out;
  }

  static bool rests_on_range(const Quantity& q) {
    return std::any_of(q.used.begin(), q.used.end(), [](const IndexedObservation* s) {
      const Observation& o = *s->record;
      return o.relation != Relation::equal && !is_statement(o.relation) && !is_incomplete(o);
    });
  }

  RuleResult flow(const CompiledStep& step) {
    const auto period = flow_period(context_, limit_, query_, context_.valid);
    if (!period) return not_due(query_.in_words ? "the first period has not begun" : "");
    RuleResult out = judged_flow(*period, step);
    if (query_.in_words && limit_.text->per) out.finding.last_period = last_period(*period);
    return out;
  }

  RuleResult judged_flow(const FlowPeriod& period, const CompiledStep& step) {
    Judgement now = over(period, step);
    const bool cumulative = !limit_.text->per;
    if (!is_floor(step) || (cumulative && step.as_of)) return finish(std::move(now));
    const Interval above_only{std::nullopt, step.allowed.high};
    if (outcome_of(now.state) == Outcome::met ||
        (now.quantity.kind != Kind::none && judged(now.quantity, above_only) == State::exceeded))
      return finish(std::move(now));
    return last_complete(period);
  }

  /// Judged against the limit of its last day.
  std::optional<LastPeriod> last_period(const FlowPeriod& current) {
    const auto before = flow_period(context_, limit_, query_, current.first - 1);
    const CompiledStep* step = before ? step_on(context_, limit_, query_, before->last) : nullptr;
    if (step == nullptr || before->last < query_.start) return std::nullopt;
    const Judgement j = over(*before, *step);
    LastPeriod out{limit_.per_from ? period_name(before->first, before->last)
                                   : period_name(*limit_.text->per, before->last),
                   {j.period->first, j.period->last},
                   j.state,
                   {}};
    if (j.quantity.kind != Kind::none && step->allowed.is_valid())
      out.comparison = compared(context_, limit_, *step, j.quantity);
    return out;
  }

  /// A floor that is not reached yet is judged on the last period that was wholly in force.
  RuleResult last_complete(const FlowPeriod& current) {
    const auto before =
        limit_.text->per ? flow_period(context_, limit_, query_, current.first - 1) : std::nullopt;
    const CompiledStep* step = before ? step_on(context_, limit_, query_, before->last) : nullptr;
    if (!before || before->first < query_.start || step == nullptr)
      return not_due(query_.in_words ? "the first period is not complete" : "");
    Judgement last = over(*before, *step);
    RuleResult out = finish(std::move(last));
    if (query_.in_words && out.finding.reason.empty())
      out.finding.reason = fmt::format("judged on the last complete period, {} to {}",
                                       to_string(before->first), to_string(before->last));
    return out;
  }

  // --- what is said
  // -----------------------------------------------------------------------------------

  RuleResult finish(Judgement j) const {
    RuleResult out;
    out.state = j.state;
    out.oldest = j.quantity.oldest;
    const std::optional<Day> decides = is_flow() ? j.quantity.newest : j.quantity.oldest;
    // What a flow has added up to stays so; only "met so far" grows old.
    const bool lasts = is_flow() && (is_floor(*j.step) || outcome_of(j.state) != Outcome::met);
    const bool stale = decides && !lasts && is_stale(context_, query_, *decides);
    if (stale) out.state = State::no_value;
    const Interval& allowed = j.step->allowed;
    if (out.state == State::exceeded && allowed.low && allowed.high)
      out.side = j.quantity.range.low && !(j.quantity.range.low->at < allowed.high->at)
                     ? Side::above
                     : Side::below;
    if (!query_.in_words) return out;
    if (is_flow() && allowed.high && !allowed.low)
      out.room = CapRoom{
          j.quantity.kind != Kind::none && j.quantity.range.low ? j.quantity.range.low->at : zero,
          allowed.high->at, allowed.high->open};
    RuleFinding& f = out.finding;
    f.reason = reason(j, stale, decides);
    const bool shows = j.quantity.kind != Kind::none;
    if (shows && !stale && j.step->allowed.is_valid())
      f.comparison = compared(context_, limit_, *j.step, j.quantity);
    if (j.period) f.period = JudgedPeriod{j.period->first, j.period->last};
    for (const IndexedObservation* s : j.quantity.used)
      f.evidence.push_back(evidence_of(context_, *s));
    for (const IndexedObservation* s : j.quantity.others)
      f.other_figures.push_back(evidence_of(context_, *s));
    bool unread = false;
    for (const IndexedObservation* s : j.quantity.used) {
      unread = unread || (out.state == State::no_value && is_incomplete(*s->record));
      if (is_unsure(context_, *s->record)) continue;  // it can be read
      for (const std::uint32_t index : s->record->unread)
        if (std::find(f.incomplete.begin(), f.incomplete.end(), index) == f.incomplete.end())
          f.incomplete.push_back(index);
    }
    const bool silent = stale || unread || j.quantity.overtaken ||
                        out.state == State::no_new_value ||
                        out.state == State::not_verifiable_no_access;
    if (silent && !is_flow()) out.last_known = last_known(*j.step);
    return out;
  }

  [[nodiscard]] bool is_flow() const {
    return context_.compiled.measures[limit_.measure].text->kind == Measure::Kind::flow;
  }

  std::string reason(const Judgement& j, bool stale, const std::optional<Day>& decides) const {
    if (stale)
      return fmt::format("the last record, of {}, is older than {}", day_words(decides),
                         print(*query_.stale));
    if (!j.step->allowed.is_valid()) return "the units of limit and measure cannot be compared";
    if (j.state == State::undetermined)
      return "records of equal weight differ and lead to different states";
    const auto& used = j.quantity.used;
    const bool unread = std::any_of(used.begin(), used.end(), [](const IndexedObservation* s) {
      return is_incomplete(*s->record);
    });
    if (j.quantity.kind == Kind::at_least && j.state != State::exceeded && !unread)
      return "a part of the sum is missing: " + j.quantity.reason;
    if (j.quantity.kind == Kind::range && j.state == State::no_value)
      return "the statement does not decide against the limit";
    return j.quantity.reason;
  }

  std::optional<LastKnown> last_known(const CompiledStep& step) const {
    const Judgement j = amount(step, true);
    if (j.quantity.kind == Kind::none || !j.quantity.oldest) return std::nullopt;
    LastKnown out;
    out.state = j.state;
    out.valid = *j.quantity.newest;  // before it a part of a sum was missing
    out.age_days = context_.valid - out.valid;
    out.comparison = compared(context_, limit_, step, j.quantity);
    for (const IndexedObservation* s : j.quantity.used)
      out.evidence.push_back(evidence_of(context_, *s));
    return out;
  }

  Context& context_;
  const CompiledLimit& limit_;
  const RuleQuery& query_;
};

}  // namespace

const CompiledStep* step_on(Context& context, const CompiledLimit& limit, const RuleQuery& query,
                            Day day) {
  const CompiledStep* best = nullptr;
  Day best_day;
  for (const CompiledStep& step : limit.steps) {
    const Scope* scope = &context.compiled.scopes[query.scope];
    // A bound without a day holds from the beginning: any later step that has come stands before
    // it.
    const auto as_of = step.as_of ? day_of(context, *step.as_of, scope, *query.grounds)
                                  : std::optional(Day{day_min});
    if (!as_of || *as_of > day) continue;
    if (best == nullptr || best_day <= *as_of) {
      best = &step;
      best_day = *as_of;
    }
  }
  return best;
}

std::optional<FlowPeriod> flow_period(Context& context, const CompiledLimit& limit,
                                      const RuleQuery& query, Day day) {
  if (!limit.text->per)
    return day < query.start ? std::nullopt : std::optional(FlowPeriod{query.start, day});
  const CalendarUnit unit = *limit.text->per;
  if (!limit.per_from) return FlowPeriod{start_of(unit, day), end_of(unit, day)};
  const Scope* scope = &context.compiled.scopes[query.scope];
  const auto from = day_of(context, *limit.per_from, scope, *query.grounds);
  if (!from || day < *from) return std::nullopt;
  const std::int32_t months = months_in(unit);
  const std::int32_t count = whole_months(*from, day) / months;
  return FlowPeriod{add_months(*from, count * months), add_months(*from, (count + 1) * months) - 1};
}

bool is_stale(const Context& context, const RuleQuery& query, Day oldest) {
  return query.stale != nullptr &&
         context.compiled.calendar.add(oldest, *query.stale) < context.valid;
}

RuleResult judge_rule(Context& context, const CompiledLimit& limit, const RuleQuery& query) {
  return LimitRule(context, limit, query).run();
}

}  // namespace accord::agreement
