#include "agreement/evaluate/rules/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace accord::agreement {

namespace {

using Kind = Quantity::Kind;

const Rational zero = Rational::of(0);
constexpr const char* too_large = "the numbers are too large to be compared exactly";

Interval range_of(const Observation& o) {
  const Rational value(o.value);
  switch (o.relation) {
    case Relation::equal:
      return o.uncertainty ? Interval::around(value, *o.uncertainty) : Interval::point(value);
    case Relation::at_most:  // what is measured is never negative
      return {Interval::End{zero}, Interval::End{value}};
    case Relation::below:
      return {Interval::End{zero}, Interval::End{value, true}};
    case Relation::above:
      return {Interval::End{value, true}, std::nullopt};
    default:
      return Interval::at_least(value);
  }
}

void note_days(Quantity& q, Day oldest, Day newest) {
  q.oldest = q.oldest ? std::min(*q.oldest, oldest) : oldest;
  q.newest = q.newest ? std::max(*q.newest, newest) : newest;
}

/// The graver reason why nothing is shown stands for the whole.
void note_missing(std::optional<State>& missing, const Quantity& part) {
  if (part.kind != Kind::none && part.kind != Kind::at_least) return;
  missing = std::min(missing.value_or(part.missing), part.missing);
}

Quantity checked(Quantity q) {
  if (q.kind == Kind::none || (q.range.is_valid() && q.value.is_valid())) return q;
  q.kind = Kind::none;
  q.missing = State::no_value;
  q.reason = too_large;
  return q;
}

}  // namespace

Quantity nothing(State missing, std::string reason) {
  Quantity q;
  q.missing = missing;
  q.reason = std::move(reason);
  return q;
}

namespace {

/// "the row DN-1 (data/ledger.csv:2) may be about it: its metric “delivered” feeds nothing"
std::string unsure_words(const Context& context, const Observation& o) {
  const Unread& unread = context.index.records.unread[o.unread.front()];
  const std::string row =
      fmt::format("the row {} ({}:{})", context.index.records.origins[o.head.origin].id,
                  unread.file, unread.line);
  if (unread.found.empty())
    return fmt::format("{} gives no figure: {} is empty", row, unread.label);
  return fmt::format("{} may be about it: its {} “{}” feeds nothing", row, unread.label,
                     unread.found);
}

}  // namespace

/// "the book is incomplete: accounts/reports/X.txt:1:15 “400 00G” (630) cannot be read, and 2 more"
std::string incomplete_words(const Context& context, const Observation& o) {
  const Unread& first = context.index.records.unread[o.unread.front()];
  if (first.column == 0) return unsure_words(context, o);
  std::string out =
      fmt::format("the book is incomplete: {}:{}:{}", first.file, first.line, first.column);
  if (!first.found.empty()) out += fmt::format(" “{}”", first.found);
  if (!first.label.empty()) out += fmt::format(" of label {}", first.label);
  out += " cannot be read";
  if (o.unread.size() > 1) out += fmt::format(", and {} more", o.unread.size() - 1);
  return out;
}

Quantity figure_of(const Context& context, const IndexedObservation& seen,
                   const MeasureQuery& query) {
  const Observation& o = *seen.record;
  const std::string& unit = context.compiled.measures[query.measure].text->unit.text;
  Quantity q;
  q.used = {&seen};
  note_days(q, o.head.valid, o.head.valid);
  const bool same = o.unit == unit;
  const auto factor = same ? Rational::of(1) : context.compiled.units.factor(o.unit, unit);
  if (!factor) {
    if (query.in_words)
      q.reason = fmt::format("the record of {} is in “{}”, which cannot be compared with {}",
                             to_string(o.head.valid), o.unit, unit);
    return q;
  }
  q.kind = o.relation == Relation::equal ? Kind::figure : Kind::range;
  q.range = same ? range_of(o) : scaled(range_of(o), *factor);
  if (is_incomplete(o)) {
    q.kind = Kind::at_least;
    q.reason = query.in_words ? incomplete_words(context, o) : std::string();
  }
  if (q.kind != Kind::range) q.value = Rational(o.value) * *factor;
  if (o.uncertainty) q.uncertainty = *o.uncertainty * *factor;
  return checked(std::move(q));
}

Quantity statement_of(const Context& context, const IndexedObservation& seen,
                      const MeasureQuery& query) {
  const bool access = seen.record->relation == Relation::no_access;
  const bool incomplete = is_incomplete(*seen.record);
  Quantity q = nothing(access       ? State::not_verifiable_no_access
                       : incomplete ? State::no_value
                                    : State::no_new_value,
                       {});
  const std::string day = query.in_words ? to_string(seen.head().valid) : std::string();
  if (query.in_words && incomplete)
    q.reason = incomplete_words(context, *seen.record);
  else if (query.in_words)
    q.reason =
        access ? fmt::format("no access to {} on {}", measure_title(context, query.measure), day)
               : fmt::format("the report of {} gives no new figure for {}", day,
                             measure_title(context, query.measure));
  q.used = {&seen};
  note_days(q, seen.head().valid, seen.head().valid);
  return q;
}

void take_records(Quantity& to, const Quantity& from) {
  to.used.insert(to.used.end(), from.used.begin(), from.used.end());
  to.others.insert(to.others.end(), from.others.begin(), from.others.end());
  if (from.oldest) note_days(to, *from.oldest, *from.newest);
  if (!from.reason.empty() && to.reason.find(from.reason) == std::string::npos)
    to.reason += (to.reason.empty() ? "" : "; ") + from.reason;
}

Quantity contested(Quantity a, const Quantity& b) {
  if (a.kind == Kind::none) return a;
  if (b.kind == Kind::none) return b;
  if (a.equals.empty()) a.equals = {a};
  a.equals.push_back(b);
  a.kind = Kind::contested;
  a.range = hull(a.range, b.range);
  take_records(a, b);
  return a;
}

namespace {

/// A part that occurs twice rests on its records once.
void each_once(std::vector<const IndexedObservation*>& records) {
  std::unordered_set<const IndexedObservation*> there;
  std::erase_if(records, [&](const IndexedObservation* s) { return !there.insert(s).second; });
}

constexpr std::size_t choices_max = 64;
/// A figure that rests on more records is computed again rather than kept.
constexpr std::size_t records_kept_max = 64;

/// The sum under every choice among equal records of the parts, as long as the choices are few.
std::optional<Quantity> total_of_choices(const std::vector<Quantity>& parts,
                                         const std::vector<Rational>* weights) {
  std::size_t choices = 1;
  for (const Quantity& part : parts)
    choices = std::min(choices * std::max<std::size_t>(part.equals.size(), 1), choices_max + 1);
  if (choices == 1 || choices > choices_max) return std::nullopt;
  const auto open =
      std::find_if(parts.begin(), parts.end(), [](const Quantity& q) { return !q.equals.empty(); });
  std::vector<Quantity> chosen = parts;
  std::optional<Quantity> out;
  for (const Quantity& one : open->equals) {
    chosen[static_cast<std::size_t>(open - parts.begin())] = one;
    Quantity sum = total(chosen, weights);
    out = out ? contested(std::move(*out), sum) : std::move(sum);
  }
  each_once(out->used);
  each_once(out->others);
  return out;
}

}  // namespace

Quantity total(const std::vector<Quantity>& parts, const std::vector<Rational>* weights) {
  if (auto open = total_of_choices(parts, weights)) return std::move(*open);
  Quantity q;
  q.range = Interval::point(zero);
  std::optional<State> missing;
  std::optional<Kind> kind;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Quantity& part = parts[i];
    note_missing(missing, part);
    take_records(q, part);
    q.overtaken = std::max(q.overtaken, part.overtaken);
    if (part.kind == Kind::none) continue;
    const Rational weight = weights == nullptr ? Rational::of(1) : (*weights)[i];
    const Rational size = weight.is_negative() ? zero - weight : weight;
    q.value = q.value + part.value * weight;
    q.range = q.range + scaled(part.range, weight);
    q.uncertainty = q.uncertainty + part.uncertainty * size;
    kind = std::max(kind.value_or(part.kind), part.kind);
  }
  q.kind = kind.value_or(Kind::none);
  q.missing = missing.value_or(State::no_value);
  if (kind && missing) {
    q.kind = Kind::at_least;
    const bool lacks_part = std::any_of(parts.begin(), parts.end(),
                                        [](const Quantity& p) { return p.kind == Kind::none; });
    if (lacks_part) q.range.high.reset();
    if (q.range.low) q.value = q.range.low->at;
  }
  return checked(std::move(q));
}

namespace {

/// Figure before attestation before no access before no figure (one day, one measure).
int precedence(Relation r) {
  return r == Relation::equal ? 0 : r == Relation::no_access ? 2 : r == Relation::no_figure ? 3 : 1;
}

class Reader {
 public:
  Reader(const Context& context, const MeasureQuery& query) : context_(context), query_(query) {}

  Quantity read(Id root, Id scope) {
    if (root == no_id || scope == no_id) return {};
    if (!context_.compiled.measures[root].text->formula) return leaf(root, scope);
    if (const Quantity* kept = computed_before(root, scope)) return *kept;
    find_leaves(root, scope);
    Quantity made = under_choices(root);
    if (may_be_kept(made))
      context_.formulas.emplace(key(root, scope), std::make_shared<const Quantity>(made));
    return made;
  }

 private:
  void find_leaves(Id root, Id scope) {
    std::unordered_set<Id> met{root};
    std::vector<Id> pending{root};
    while (!pending.empty()) {
      const MeasureInfo& info = context_.compiled.measures[pending.back()];
      pending.pop_back();
      for (const MeasureInfo::Part& part : info.parts) {
        if (part.measure == no_id || !met.insert(part.measure).second) continue;
        if (!context_.compiled.measures[part.measure].text->formula)
          leaves_.emplace(part.measure, leaf(part.measure, scope));
        else if (const Quantity* made = computed_before(part.measure, scope))
          leaves_.emplace(part.measure, *made);
        else
          pending.push_back(part.measure);
      }
    }
  }

  MeasureOn key(Id measure, Id scope) const {
    return {measure,        scope, context_.which, query_.from, query_.to, query_.figures_only,
            query_.in_words};
  }

  /// A formula that another one, or another term, asked for.
  const Quantity* computed_before(Id formula, Id scope) const {
    const auto found = context_.formulas.find(key(formula, scope));
    return found == context_.formulas.end() ? nullptr : found->second.get();
  }

  /// Not where equal records differ: the same choice among them has to hold in every part.
  bool may_be_kept(const Quantity& made) const {
    return made.used.size() + made.others.size() <= records_kept_max &&
           std::all_of(leaves_.begin(), leaves_.end(),
                       [](const auto& leaf) { return leaf.second.equals.empty(); });
  }

  /// What is computed under every choice among equal records, as long as the choices are few.
  Quantity under_choices(Id root) {
    std::size_t choices = 1;
    std::map<Id, std::vector<Quantity>> open;
    for (const auto& [id, q] : leaves_) {
      if (q.equals.empty()) continue;
      open.emplace(id, q.equals);
      choices = std::min(choices * q.equals.size(), choices_max + 1);
    }
    if (choices == 1 || choices > choices_max) return compute(root);
    std::optional<Quantity> out;
    for (std::size_t choice = 0; choice < choices; ++choice) {
      std::size_t rest = choice;
      for (const auto& [id, equals] : open) {
        leaves_[id] = equals[rest % equals.size()];
        rest /= equals.size();
      }
      Quantity one = compute(root);
      out = out ? contested(std::move(*out), one) : std::move(one);
    }
    each_once(out->used);
    each_once(out->others);
    return std::move(*out);
  }

  /// Parts before what is computed from them, each once.
  Quantity compute(Id root) {
    made_.clear();
    computed_.clear();
    std::vector<Id> pending{root};
    while (!pending.empty()) {
      const Id at = pending.back();
      const MeasureInfo& info = context_.compiled.measures[at];
      if (made_.try_emplace(at).second && !leaves_.contains(at)) {
        for (const MeasureInfo::Part& part : info.parts)
          if (part.measure != no_id && !made_.contains(part.measure))
            pending.push_back(part.measure);
        continue;
      }
      pending.pop_back();
      if (!computed_.insert(at).second) continue;
      const auto leaf = leaves_.find(at);
      Quantity made = leaf != leaves_.end()          ? leaf->second
                      : info.text->formula->is_share ? share(info)
                                                     : sum(info);
      made_[at] = std::move(made);
    }
    return std::move(made_[root]);
  }

  Quantity leaf(Id measure, Id scope) const {
    const bool jointly_owed = context_.compiled.scopes[scope].kind == Scope::Kind::jointly;
    return jointly_owed ? jointly(measure, scope) : single(measure, scope);
  }

  Quantity single(Id measure, Id scope) const {
    MeasureQuery query = query_;
    query.measure = measure;
    query.scope = scope;
    const bool is_flow = context_.compiled.measures[measure].text->kind == Measure::Kind::flow;
    return is_flow ? flow_of(context_, query) : amount(query);
  }

  /// Records of the last day up to `to`, as far as they are known and asked for.
  std::vector<const IndexedObservation*> last_day(const Index::Series& series) const {
    std::vector<const IndexedObservation*> out;
    for (std::size_t end = first_after(context_, series, query_.to); end > 0; --end) {
      const IndexedObservation& seen = context_.index.seen(series[end - 1]);
      if (!out.empty() && seen.head().valid != out.front()->head().valid) break;
      if (!seen.stands(context_.known)) continue;
      if (query_.figures_only &&
          (is_statement(seen.record->relation) || is_incomplete(*seen.record)))
        continue;
      out.push_back(&seen);
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  /// An end that a party's own books give, as far as they tell.
  static bool is_end_of_books(const Observation& o) {
    return o.head.trace == Trace::derived && o.head.grade == Grade::declared &&
           (o.relation == Relation::at_least || o.relation == Relation::at_most);
  }

  /// Where a source could not be read on a day, or its books tell an end only, what it said later
  /// stands, whether a figure or not.
  static void drop_superseded(std::vector<const IndexedObservation*>& day,
                              std::vector<const IndexedObservation*>& others) {
    if (std::none_of(day.begin(), day.end(), [](const IndexedObservation* s) {
          return is_incomplete(*s->record) || is_end_of_books(*s->record);
        }))
      return;
    std::unordered_map<Id, Day> newest;
    for (const IndexedObservation* s : day) {
      const auto [place, is_new] = newest.try_emplace(s->source, s->head().known);
      if (!is_new) place->second = std::max(place->second, s->head().known);
    }
    const auto gone = std::stable_partition(
        day.begin(), day.end(),
        [&](const IndexedObservation* s) { return s->head().known == newest[s->source]; });
    others.insert(others.end(), gone, day.end());
    day.erase(gone, day.end());
  }

  Quantity amount(const MeasureQuery& query) const {
    std::vector<const IndexedObservation*> day =
        last_day(context_.index.series(query.measure, query.scope, context_.which));
    if (day.empty()) {
      const auto later = left_out_after(query, day_min);
      return nothing(State::no_value,
                     !query_.in_words ? std::string()
                     : later          ? context_.index.left_out.words(*later)
                             : "no record about " + measure_title(context_, query.measure));
    }
    if (const auto later = left_out_after(query, day.front()->head().valid)) {
      Quantity out = nothing(
          State::no_value, query_.in_words ? context_.index.left_out.words(*later) : std::string());
      out.overtaken = later;
      return out;
    }
    int best = 3;
    std::vector<const IndexedObservation*> others;
    drop_superseded(day, others);
    // A row that may be about the figure of the day may stand in its place.
    for (const IndexedObservation* s : day)
      if (is_unsure(context_, *s->record)) return statement_of(context_, *s, query);
    for (const IndexedObservation* s : day) best = std::min(best, precedence(s->record->relation));
    const auto rest = std::stable_partition(
        day.begin(), day.end(),
        [&](const IndexedObservation* s) { return precedence(s->record->relation) == best; });
    if (best < 2)
      std::copy_if(rest, day.end(), std::back_inserter(others),
                   [](const IndexedObservation* s) { return !is_statement(s->record->relation); });
    day.erase(rest, day.end());
    weigh(day, others);
    Quantity q = best < 2 ? figure_of(context_, *day.front(), query)
                          : statement_of(context_, *day.front(), query);
    for (std::size_t i = 1; i < day.size() && best < 2; ++i)
      q = contested(std::move(q), figure_of(context_, *day[i], query));
    q.others = std::move(others);
    return q;
  }

  /// A later record that was left out; looking for what was shown last, none is.
  [[nodiscard]] std::optional<Day> left_out_after(const MeasureQuery& query, Day day) const {
    if (query_.figures_only) return std::nullopt;
    return context_.index.left_out.newest(context_.compiled, query.measure, query.scope, day,
                                          query_.to, context_.known);
  }

  Quantity sum(const MeasureInfo& info) {
    std::vector<Quantity> parts;
    std::vector<Rational> weights;
    for (const MeasureInfo::Part& part : info.parts) {
      parts.push_back(made_[part.measure]);
      weights.push_back(part.weight);
    }
    Quantity q = total(parts, &weights);
    if (info.has_minus && q.kind == Kind::at_least) q.kind = Kind::none;
    each_once(q.used);
    each_once(q.others);
    return q;
  }

  Quantity share(const MeasureInfo& info) {
    if (info.parts.size() != 2) return {};
    const Quantity& a = made_[info.parts[0].measure];
    const Quantity& b = made_[info.parts[1].measure];
    Quantity q;
    take_records(q, a);
    take_records(q, b);
    each_once(q.used);
    each_once(q.others);
    std::optional<State> missing;
    note_missing(missing, a);
    note_missing(missing, b);
    q.missing = missing.value_or(State::no_value);
    if (missing) return q;
    const Rational percent = Rational::of(100) * info.parts[0].weight;
    const Rational below = b.value * info.parts[1].weight;
    if (b.kind == Kind::figure && !(below > zero)) {
      if (query_.in_words)
        q.reason = fmt::format("no share can be computed: {} is 0",
                               measure_title(context_, info.parts[1].measure));
      return q;
    }
    q.kind = std::max(a.kind, b.kind);
    q.range = divided(scaled(a.range, percent), scaled(b.range, info.parts[1].weight));
    if (q.kind == Kind::figure) q.value = a.value * percent / below;
    if (q.kind == Kind::figure && q.range.low && q.range.high)
      q.uncertainty = std::max(q.value - q.range.low->at, q.range.high->at - q.value,
                               [](const Rational& x, const Rational& y) { return x < y; });
    return checked(std::move(q));
  }

  /// Figures of the members add up. A stock of the group as such, or one that names nobody, stands
  /// instead when it is newer.
  Quantity jointly(Id measure, Id scope) const {
    const Scope& who = context_.compiled.scopes[scope];
    Quantity whole = single(measure, who.whole);
    std::vector<Quantity> members;
    std::optional<Day> newest;  // also of what was left out: the whole is not newer than that
    for (const Id member : who.members) {
      const Quantity& made = members.emplace_back(single(measure, member));
      newest = std::max({newest, made.newest, made.overtaken});
    }
    if (whole.overtaken || !newest) return whole;
    if (context_.compiled.measures[measure].text->kind == Measure::Kind::flow)
      return all_flows(std::move(whole), std::move(members));
    if (whole.newest && *whole.newest > *newest) return whole;
    return total(members);
  }

  /// Deliveries of the group as such and of its members all add up. A member without any is missing
  /// unless those of the group may be his.
  static Quantity all_flows(Quantity whole, std::vector<Quantity> members) {
    if (whole.newest) {
      std::erase_if(members, [](const Quantity& q) { return !q.newest && !q.overtaken; });
      members.push_back(std::move(whole));
    }
    return total(members);
  }

  const Context& context_;
  const MeasureQuery& query_;
  std::unordered_map<Id, Quantity> leaves_;  ///< of the formula asked for
  std::unordered_map<Id, Quantity> made_;
  std::unordered_set<Id> computed_;
};

}  // namespace

Quantity quantity_of(const Context& context, const MeasureQuery& query) {
  return Reader(context, query).read(query.measure, query.scope);
}

State judged(const Quantity& q, const Interval& allowed) {
  if (q.kind == Kind::none) return q.missing;
  if (!allowed.is_valid()) return State::no_value;
  const bool inside = contains(allowed, q.range);
  const bool outside = !touch(allowed, q.range);
  if (q.kind == Kind::figure) {
    if (contains(allowed, Interval::point(q.value)))
      return inside ? State::met : State::met_within_uncertainty;
    return outside ? State::exceeded : State::exceeded_within_uncertainty;
  }
  if (q.kind == Kind::range)
    return inside ? State::met_attested : outside ? State::exceeded : State::no_value;
  if (q.kind == Kind::at_least) return outside ? State::exceeded : q.missing;
  if (q.equals.empty())  // a contested part of a sum
    return inside ? State::met : outside ? State::exceeded : State::undetermined;
  const State first = judged(q.equals.front(), allowed);
  const bool agree = std::all_of(q.equals.begin(), q.equals.end(),
                                 [&](const Quantity& e) { return judged(e, allowed) == first; });
  return agree ? first : State::undetermined;
}

}  // namespace accord::agreement
