#include "agreement/history/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "agreement/evaluate/corrections.h"
#include "agreement/model/groups.h"
#include "agreement/model/names.h"
#include "base/contract.h"

namespace accord::agreement {

namespace {

bool any_in(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  });
}

/// Whom and what a query asks for.
class Asked {
 public:
  Asked(const Evaluator& evaluator, const TimelineQuery& query) : query_(query) {
    if (!query.party.empty()) {
      parties_ = single_parties(evaluator.agreement(), query.party);
      parties_.push_back(query.party);
    }
    for (const Subject& subject : evaluator.subjects())
      if (is_named(subject)) subjects_.push_back(&subject);
  }

  [[nodiscard]] const std::vector<const Subject*>& subjects() const { return subjects_; }

  [[nodiscard]] bool party(const std::vector<std::string>& parties) const {
    return query_.party.empty() || any_in(parties, parties_);
  }

  /// An event or declaration about one of the terms, of the party that is asked for.
  [[nodiscard]] bool record(const TimelineEntry& entry) const {
    if (query_.term.empty()) return true;
    return std::any_of(subjects_.begin(), subjects_.end(), [&](const Subject* s) {
      const bool whole = s->party.empty() || query_.term == s->term;
      return any_in({s->term}, entry.terms) && (whole || any_in({s->party}, entry.parties));
    });
  }

 private:
  [[nodiscard]] bool is_named(const Subject& subject) const {
    if (query_.term.empty() || query_.term == subject.term) return true;
    const std::string id = finding_id(subject.term, subject.party);
    return query_.term == id || "F-" + query_.term == id;
  }

  const TimelineQuery& query_;
  std::vector<std::string> parties_;
  std::vector<const Subject*> subjects_;
};

bool in_window(const TimelineQuery& query, Day day) {
  return (!query.from || *query.from <= day) && (!query.to || day <= *query.to);
}

TimelineEntry entry_of(TimelineEntry::Kind kind, const Header& head, const Records& records) {
  ACCORD_EXPECT(head.origin < records.origins.size());
  const Origin& origin = records.origins[head.origin];
  TimelineEntry entry;
  entry.kind = kind;
  entry.day = head.valid;
  entry.known = head.known;
  if (!head.party.empty()) entry.parties.push_back(head.party);
  entry.grade = head.grade;
  entry.note = origin.note;
  entry.source = origin.source;
  entry.origin = head.origin;
  entry.supposed = origin.supposed;
  return entry;
}

/// The title of an event of the text; its name when the text has none.
std::string title_of(const NamedItems& names, const std::string& name) {
  const NamedItem* item = names.find_any(name);
  return item == nullptr || heading(*item).title.empty() ? name : heading(*item).title;
}

/// One row may name several actors and so give several records: they become one entry.
void add_records(const Evaluator& evaluator, const TimelineQuery& query, const Asked& asked,
                 std::vector<TimelineEntry>& out) {
  const Records& records = evaluator.records();
  const NamedItems names(evaluator.agreement());
  std::map<std::tuple<std::uint32_t, Day, std::string>, std::size_t> by_row;
  const Corrections corrections(records);
  const auto add = [&](TimelineEntry entry) {
    const Day corrected = corrections.replaced_on(*entry.origin);
    if (corrected <= query.known)
      entry.note += fmt::format("{}Corrected by a row known on {}.", entry.note.empty() ? "" : " ",
                                to_string(corrected));
    const auto key = std::tuple(*entry.origin, entry.day, entry.title);
    const auto [place, is_new] = by_row.try_emplace(key, out.size());
    if (is_new) {
      out.push_back(std::move(entry));
      return;
    }
    TimelineEntry& same = out[place->second];
    // A declaration says more than the bare event of the same row.
    if (entry.kind == TimelineEntry::Kind::declaration) same.kind = entry.kind;
    for (const std::string& party : entry.parties)
      if (std::find(same.parties.begin(), same.parties.end(), party) == same.parties.end())
        same.parties.push_back(party);
    for (const std::string& term : entry.terms)
      if (std::find(same.terms.begin(), same.terms.end(), term) == same.terms.end())
        same.terms.push_back(term);
  };
  for (const EventRecord& event : records.events) {
    if (event.head.known > query.known || !in_window(query, event.head.valid)) continue;
    TimelineEntry entry = entry_of(TimelineEntry::Kind::event, event.head, records);
    entry.title = event.title.empty() && !event.names.empty() ? title_of(names, event.names.front())
                                                              : event.title;
    add(std::move(entry));
  }
  for (const Declaration& declaration : records.declarations) {
    if (declaration.head.known > query.known || !in_window(query, declaration.head.valid)) continue;
    TimelineEntry entry = entry_of(TimelineEntry::Kind::declaration, declaration.head, records);
    entry.title = declaration.title;
    entry.terms = declaration.terms;
    add(std::move(entry));
  }
  for (TimelineEntry& entry : out) std::sort(entry.parties.begin(), entry.parties.end());
  std::erase_if(out, [&](const TimelineEntry& entry) {
    return !asked.record(entry) || !asked.party(entry.parties);
  });
}

TimelineEntry about(const Finding& finding, TimelineEntry::Kind kind, State before, State now) {
  TimelineEntry entry;
  entry.kind = kind;
  entry.day = finding.valid_day;
  entry.parties = finding.party;
  entry.term = finding.term;
  entry.title = finding.title;
  entry.state = now;
  entry.before = before;
  return entry;
}

TimelineEntry change_of(const Finding& finding, State before, const Records& records) {
  TimelineEntry entry = about(finding, TimelineEntry::Kind::state, before, finding.state);
  entry.grade = finding.grade;
  entry.supposed = finding.supposed;
  entry.note = finding.reason;
  if (finding.deciding_rule >= finding.rules.size()) return entry;
  const RuleFinding& rule = finding.rules[finding.deciding_rule];
  if (rule.comparison) {
    entry.value = rule.comparison->value_shown;
    entry.limit = rule.comparison->limit_shown;
  }
  if (entry.note.empty()) entry.note = rule.reason;
  if (!rule.evidence.empty()) {
    const Evidence& evidence = rule.evidence.front();
    entry.origin = evidence.origin;
    entry.known = evidence.known;
    entry.source = records.origins[evidence.origin].source;
    if (entry.value.empty()) entry.value = evidence.says;
  }
  return entry;
}

/// Terms with a limit `per` period in any version.
std::set<std::string_view> terms_with_periods(const Agreement& agreement) {
  std::set<std::string_view> out;
  const auto look = [&](const std::string& term, const Clauses& clauses) {
    for (const Rule& rule : clauses.rules)
      if (const auto* limit = std::get_if<Limit>(&rule.what); limit != nullptr && limit->per)
        out.insert(term);
  };
  for (const Item& item : agreement.items) {
    if (const auto* term = std::get_if<Term>(&item)) look(term->head.name.text, term->clauses);
    if (const auto* amendment = std::get_if<Amendment>(&item))
      for (const Change& change : amendment->changes) {
        if (const auto* term = std::get_if<Term>(&change))
          look(term->head.name.text, term->clauses);
        if (const auto* replace = std::get_if<Replace>(&change))
          look(replace->term.text, replace->clauses);
      }
  }
  return out;
}

/// Follows the last complete period of each rule: a line where its state differs from the one
/// before.
class Periods {
 public:
  void see(const Finding& finding, std::vector<TimelineEntry>* out) {
    for (const RuleFinding& rule : finding.rules) {
      if (!rule.last_period) continue;
      State& before = states_.try_emplace(rule.rule, State::no_value).first->second;
      const LastPeriod& now = *rule.last_period;
      if (before == now.state) continue;
      if (out != nullptr) out->push_back(entry(finding, now, before));
      before = now.state;
    }
  }

 private:
  static TimelineEntry entry(const Finding& finding, const LastPeriod& now, State before) {
    TimelineEntry out = about(finding, TimelineEntry::Kind::period, before, now.state);
    out.note = now.name;
    if (now.comparison)
      out.value = now.comparison->value_shown, out.limit = now.comparison->limit_shown;
    return out;
  }

  std::map<std::string, State> states_;  ///< by rule
};

void add_periods(const Evaluator& evaluator, const TimelineQuery& query, const Subject& subject,
                 std::vector<TimelineEntry>& out) {
  const Day to = std::min(query.to.value_or(query.known), query.known);
  Periods periods;
  for (const Day day : evaluator.change_days(subject, day_min - 1, to, query.known))
    periods.see(evaluator.evaluate(subject, day, query.known),
                in_window(query, day) ? &out : nullptr);
}

void add_changes(const Evaluator& evaluator, const TimelineQuery& query, const Subject& subject,
                 std::vector<TimelineEntry>& out) {
  const Day to = std::min(query.to.value_or(query.known), query.known);
  const Day from = query.from ? *query.from - 1 : day_min - 1;
  if (from >= to) return;
  State before = query.from ? evaluator.state(subject, from, query.known) : State::not_in_force;
  for (const Day day : evaluator.change_days(subject, from, to, query.known)) {
    const State now = evaluator.state(subject, day, query.known);
    if (now == before) continue;
    out.push_back(
        change_of(evaluator.evaluate(subject, day, query.known), before, evaluator.records()));
    before = now;
  }
}

}  // namespace

std::vector<TimelineEntry> timeline(const Evaluator& evaluator, const TimelineQuery& query) {
  const Asked asked(evaluator, query);
  std::vector<TimelineEntry> out;
  add_records(evaluator, query, asked, out);
  std::vector<TimelineEntry> changes;
  const auto with_periods = terms_with_periods(evaluator.agreement());
  for (const Subject* subject : asked.subjects()) {
    add_changes(evaluator, query, *subject, changes);
    if (with_periods.contains(subject->term)) add_periods(evaluator, query, *subject, changes);
  }
  std::erase_if(changes, [&](const TimelineEntry& e) { return !asked.party(e.parties); });
  out.insert(out.end(), std::make_move_iterator(changes.begin()),
             std::make_move_iterator(changes.end()));
  // Every field that distinguishes entries takes part, so that the order of input rows does not.
  std::stable_sort(out.begin(), out.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
    return std::tie(a.day, a.kind, a.term, a.parties, a.title, a.source, a.known, a.note) <
           std::tie(b.day, b.kind, b.term, b.parties, b.title, b.source, b.known, b.note);
  });
  return out;
}

std::optional<Day> state_since(const Evaluator& evaluator, const Subject& subject, Day valid,
                               Day known) {
  const State now = evaluator.state(subject, valid, known);
  const std::vector<Day> days = evaluator.change_days(subject, day_min - 1, valid, known);
  std::optional<Day> since;
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    if (evaluator.state(subject, *day, known) != now) return since;
    since = *day;
  }
  return since;
}

}  // namespace accord::agreement
