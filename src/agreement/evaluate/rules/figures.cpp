#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "agreement/evaluate/rules/quantity.h"

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

}  // namespace

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

void each_once(std::vector<const IndexedObservation*>& records) {
  std::unordered_set<const IndexedObservation*> there;
  std::erase_if(records, [&](const IndexedObservation* s) { return !there.insert(s).second; });
}

namespace {

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
