#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "agreement/evaluate/rules/quantity.h"

namespace accord::agreement {

namespace {

/// What one table says about one party on one day.
struct Account {
  Id provider = no_id;
  Id party = no_id;
  Grade grade = Grade::unverified;
  Day known;
  std::vector<const IndexedObservation*> records;

  [[nodiscard]] bool better_than(const Account& other) const {
    return grade != other.grade ? grade < other.grade : other.known < known;
  }
};

std::vector<Account> accounts_of(const std::vector<const IndexedObservation*>& records) {
  std::vector<Account> out;
  for (const IndexedObservation* s : records) {
    auto same = std::find_if(out.begin(), out.end(), [&](const Account& a) {
      return a.provider == s->provider && a.party == s->party;
    });
    if (same == out.end()) {
      out.push_back({s->provider, s->party, s->head().grade, s->head().known, {}});
      same = out.end() - 1;
    }
    same->grade = std::min(same->grade, s->head().grade);
    same->known = std::max(same->known, s->head().known);
    same->records.push_back(s);
  }
  return out;
}

/// Records without an origin have no row to be corrected: the last known of them stand.
void keep_last_word(Account& account, std::vector<const IndexedObservation*>& others) {
  const auto gone = std::stable_partition(
      account.records.begin(), account.records.end(), [&](const IndexedObservation* s) {
        return !s->anonymous || s->head().known == account.known;
      });
  others.insert(others.end(), gone, account.records.end());
  account.records.erase(gone, account.records.end());
}

/// Told by one and known on one day.
bool is_of_one_source(const Context& context, const Account& account) {
  const auto told = [&](const IndexedObservation* s) {
    return std::tie(context.index.records.origins[s->head().origin].by, s->head().known);
  };
  const IndexedObservation* first = account.records.front();
  return std::all_of(account.records.begin(), account.records.end(),
                     [&](const IndexedObservation* s) { return told(s) == told(first); });
}

/// Rows of one source add up. Otherwise one may correct the other, be a further amount, or tell of
/// the same: then it is between the smallest and their sum (agreement-2, 3.3).
Quantity added_up(const Context& context, const Account& account, const MeasureQuery& query) {
  std::vector<Quantity> parts;
  for (const IndexedObservation* s : account.records)
    parts.push_back(figure_of(context, *s, query));
  Quantity out = total(parts);
  const bool known = out.kind == Quantity::Kind::figure || out.kind == Quantity::Kind::range;
  if (parts.size() < 2 || !known || is_of_one_source(context, account)) return out;
  for (const Quantity& part : parts)
    if (!out.range.low || (part.range.low && part.range.low->at < out.range.low->at))
      out.range.low = part.range.low;
  out.kind = Quantity::Kind::range;
  return out;
}

/// Figures of one day add up, after corrections of the same row. Where several tables give an
/// account of one party's day, it is one amount told twice: the better grade stands, then the later
/// known day.
Quantity day_of_flow(const Context& context, std::vector<const IndexedObservation*> records,
                     const MeasureQuery& query) {
  std::vector<const IndexedObservation*> others;
  drop_corrected(records, others);
  std::vector<Account> accounts = accounts_of(records);
  for (Account& account : accounts) keep_last_word(account, others);
  std::vector<Quantity> parties;
  for (const Account& account : accounts) {
    const auto rival = [&](const Account& a) {
      return a.party == account.party && a.provider != account.provider;
    };
    bool stands = true, first_of_equals = true;
    Quantity q = added_up(context, account, query);
    for (const Account& a : accounts) {
      if (!rival(a)) continue;
      if (a.better_than(account)) stands = false;
      if (a.better_than(account) || account.better_than(a)) continue;
      first_of_equals = first_of_equals && &account < &a;
      const Quantity same = added_up(context, a, query);
      const bool differs = same.kind != q.kind || !(same.value == q.value);
      if (differs) q = contested(std::move(q), same);
    }
    if (stands && first_of_equals) parties.push_back(std::move(q));
    if (!stands) others.insert(others.end(), account.records.begin(), account.records.end());
  }
  Quantity out = total(parties);
  out.others = std::move(others);
  return out;
}

/// The same, computed once for all sums that the day is part of. Words are made for one answer
/// only.
Quantity day_of_flow(const Context& context, Day valid,
                     std::vector<const IndexedObservation*> records, const MeasureQuery& query) {
  if (query.in_words) return day_of_flow(context, std::move(records), query);
  const MeasureOn key{query.measure, query.scope, context.which, valid, valid};
  std::shared_ptr<const Quantity>& kept = context.found->flows[key];
  if (!kept)
    kept = std::make_shared<const Quantity>(day_of_flow(context, std::move(records), query));
  return *kept;
}

}  // namespace

Quantity flow_of(const Context& context, const MeasureQuery& query) {
  const Index::Series& series = context.index.series(query.measure, query.scope, context.which);
  const std::size_t end = first_after(context, series, query.to);
  std::vector<Quantity> days;
  std::vector<const IndexedObservation*> unsure;  // rows that may add to the sum
  const IndexedObservation* said =
      nullptr;  // a statement without a figure, newer than every figure
  for (std::size_t at = first_after(context, series, query.from - 1); at < end;) {
    std::vector<const IndexedObservation*> day;
    const IndexedObservation* statement = nullptr;
    const Day valid = context.index.seen(series[at]).head().valid;
    for (; at < end && context.index.seen(series[at]).head().valid == valid; ++at) {
      const IndexedObservation& seen = context.index.seen(series[at]);
      if (!seen.stands(context.known)) continue;
      if (!is_statement(seen.record->relation))
        day.push_back(&seen);
      else if (is_unsure(context, *seen.record))
        unsure.push_back(&seen);
      else if (statement == nullptr || seen.record->relation == Relation::no_access)
        statement = &seen;
    }
    if (!day.empty()) {
      days.push_back(day_of_flow(context, valid, std::move(day), query));
      said = nullptr;
    } else if (statement != nullptr) {
      said = statement;
    }
  }
  if (query.figures_only) said = nullptr;
  if (!query.figures_only)
    for (const IndexedObservation* s : unsure) days.push_back(statement_of(context, *s, query));
  if (const auto later = context.index.left_out.newest(context.compiled, query.measure, query.scope,
                                                       query.from - 1, query.to, context.known);
      later && !query.figures_only) {
    Quantity missing = nothing(
        State::no_value, query.in_words ? context.index.left_out.words(*later) : std::string());
    missing.overtaken = later;
    days.push_back(std::move(missing));
  }
  if (days.empty() && said != nullptr) return statement_of(context, *said, query);
  if (days.empty())
    return nothing(State::no_value, query.in_words
                                        ? fmt::format("no record about {} from {} to {}",
                                                      measure_title(context, query.measure),
                                                      to_string(query.from), to_string(query.to))
                                        : std::string());
  if (said != nullptr && said->record->relation == Relation::no_access)
    days.push_back(statement_of(context, *said, query));
  return total(days);
}

}  // namespace accord::agreement
