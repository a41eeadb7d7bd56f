#include "agreement/evaluate/rules/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace accord::agreement {

using Kind = Quantity::Kind;

namespace {

/// A figure that rests on more records is computed again rather than kept.
constexpr std::size_t records_kept_max = 64;

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
    if (b.kind == Kind::figure && !(below > Rational::of(0))) {
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

}  // namespace accord::agreement
