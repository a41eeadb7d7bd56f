#include "agreement/evaluate/index.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "agreement/evaluate/corrections.h"

namespace accord::agreement {

namespace {

std::uint64_t key(Id measure, Id scope) {
  return (std::uint64_t{measure} << 32) | scope;
}

auto said(const Origin& o) {
  return std::tie(o.file, o.row, o.id, o.source, o.text, o.sha256, o.by, o.replaces);
}

auto said(const Observation& o) {
  return std::tie(o.head.valid.number, o.head.known.number, o.head.grade, o.head.trace, o.relation,
                  o.unit, o.head.party, o.metric, o.outside, o.sites);
}
auto said(const EventRecord& e) {
  return std::tie(e.head.valid.number, e.head.known.number, e.head.grade, e.head.trace, e.partly,
                  e.head.party, e.answers, e.title, e.names);
}
auto said(const Declaration& d) {
  return std::tie(d.head.valid.number, d.head.known.number, d.head.grade, d.head.trace, d.kind,
                  d.head.party, d.title, d.terms);
}

bool before(const Decimal& a, const Decimal& b) {
  return a != b ? a < b : a.scale < b.scale;
}

/// A total order by content: records that tie say the same in every respect.
template <class Record>
bool earlier(const Record& a, const Record& b, const Records& records) {
  if (said(a) != said(b)) return said(a) < said(b);
  if constexpr (std::is_same_v<Record, Observation>) {
    if (before(a.value, b.value) || before(b.value, a.value)) return before(a.value, b.value);
    const Rational none = Rational::of(-1);
    const Rational ua = a.uncertainty.value_or(none), ub = b.uncertainty.value_or(none);
    if (ua < ub || ub < ua) return ua < ub;
  }
  return said(records.origins[a.head.origin]) < said(records.origins[b.head.origin]);
}

/// Sets of numbers that only grow together.
class Unions {
 public:
  explicit Unions(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), Id{0});
  }
  Id find(Id id) {
    while (parent_[id] != id) id = parent_[id] = parent_[parent_[id]];
    return id;
  }
  void join(Id a, Id b) { parent_[find(a)] = find(b); }

 private:
  std::vector<Id> parent_;
};

/// The names under which a measure or event is on record: its own, which facts of the language use,
/// and those under `data`.
template <class Named, class See>
void for_each_name(const Named& item, See see) {
  see(item.head.name.text);
  if (item.data)
    for (const Name& name : *item.data) see(name.text);
}

void add(std::vector<Id>& ids, Id id) {
  if (ids.empty() || ids.back() != id) ids.push_back(id);
}

bool is_anonymous(const Origin& o) {
  return o.file.empty() && o.id.empty() && o.source.empty();
}

}  // namespace

class Indexer {
 public:
  Indexer(Index& index, const CompiledAgreement& compiled, const Options& options)
      : i_(index),
        compiled_(compiled),
        records_(index.records),
        options_(options),
        corrections_(records_),
        sources_(records_.origins.size()) {
    find_sources();
    observations();
    scope_series();
    names();
    events();
    unsure_events();
    declarations();
    note_differing();
  }

 private:
  [[nodiscard]] bool counts(const Header& head) const {
    return head.grade <= options_.min_grade && (!options_.found_only || head.trace == Trace::found);
  }

  /// One source: the same row of the same file, or the same published source.
  void find_sources() {
    std::map<std::pair<std::string_view, std::string_view>, Id> by_row;
    std::map<std::string_view, Id> by_text, by_file;
    const auto count = static_cast<Id>(records_.origins.size());
    row_.resize(count);
    provider_.resize(count);
    for (Id id = 0; id < count; ++id) {
      const Origin& origin = records_.origins[id];
      row_[id] = id;
      if (!origin.id.empty()) {
        row_[id] = by_row.try_emplace({origin.file, origin.id}, id).first->second;
        sources_.join(row_[id], id);
      }
      if (!origin.source.empty())
        sources_.join(by_text.try_emplace(origin.source, id).first->second, id);
      provider_[id] = by_file.try_emplace(origin.file, id).first->second;
    }
  }

  /// Records without any origin (facts of an example) are of one source when grade and party are
  /// equal.
  Id source_of(const Header& head, Id party) {
    if (!is_anonymous(records_.origins[head.origin])) return sources_.find(head.origin);
    const auto fresh = static_cast<Id>(records_.origins.size() + anonymous_.size());
    return anonymous_.try_emplace({head.grade, party}, fresh).first->second;
  }

  void observations() {
    std::vector<const Observation*> sorted;
    for (const Observation& o : records_.observations)
      if (counts(o.head)) sorted.push_back(&o);
    std::sort(sorted.begin(), sorted.end(),
              [&](const auto* a, const auto* b) { return earlier(*a, *b, records_); });
    std::unordered_map<std::string_view, std::vector<Id>> fed;  // metric → measures
    for (Id id = 0; id < compiled_.measures.size(); ++id) {
      const Measure& measure = *compiled_.measures[id].text;
      if (measure.formula) continue;
      for_each_name(measure, [&](const std::string& name) { add(fed[name], id); });
    }
    i_.of_measure_.resize(compiled_.measures.size());
    for (const Observation* o : sorted) {
      const auto measures = fed.find(o->metric);
      if (measures == fed.end()) continue;
      const Id party = compiled_.party(o->head.party);
      const bool anonymous = is_anonymous(records_.origins[o->head.origin]);
      const Id source = source_of(o->head, party);
      for (const Id measure : measures->second)
        i_.of_measure_[measure].push_back(static_cast<Id>(i_.seen_.size()));
      const Id origin = o->head.origin;
      i_.seen_.push_back({o, party, row_[origin], source, anonymous ? source : provider_[origin],
                          anonymous, names_one(party), corrections_.replaced_on(origin)});
    }
  }

  [[nodiscard]] bool names_one(Id party) const {
    if (party == no_id) return false;
    const PartyInfo& info = compiled_.parties[party];
    return info.is_declared && !info.is_body && info.members.empty();
  }

  // --- series: whose figures count for whom
  // --------------------------------------------------------

  void scope_series() {
    for (Id measure = 0; measure < compiled_.measures.size(); ++measure)
      if (!i_.of_measure_[measure].empty())
        for (const CompiledAgreement::Use& use : compiled_.measure_uses[measure])
          scope_leaf(measure, use.scope, use.activity);
  }

  void scope_leaf(Id measure, Id scope, bool activity) {
    const Index::Series& all = i_.of_measure_[measure];
    const Scope& who = compiled_.scopes[scope];
    Index::Series kept, named;
    for (const Id id : all) {
      const IndexedObservation& seen = i_.seen_[id];
      const bool subject = records_.origins[seen.head().origin].names_subject;
      const Standing standing = activity ? compiled_.act_standing(who, seen.party, subject)
                                         : compiled_.figure_standing(who, seen.party, subject);
      if (standing == Standing::apart) continue;
      kept.push_back(id);
      if (standing == Standing::named || stays(seen, measure, who)) named.push_back(id);
    }
    if (named.size() != kept.size()) i_.named_.emplace(key(measure, scope), std::move(named));
    if (kept.size() != all.size()) i_.scoped_.emplace(key(measure, scope), std::move(kept));
  }

  /// Whether a record that names nobody counts as the party's own: always for those who are obliged
  /// jointly; for a single one unless the measure concerns others too; *none* speaks for everyone.
  [[nodiscard]] bool stays(const IndexedObservation& seen, Id measure, const Scope& who) const {
    using Kind = Scope::Kind;
    if (who.kind != Kind::each && who.kind != Kind::one) return true;
    if (says_none(*seen.record)) return true;
    const bool of_group =
        seen.party != no_id && std::binary_search(who.groups.begin(), who.groups.end(), seen.party);
    return who.kind == Kind::one && !of_group &&
           !compiled_.concerns_others(measure, who.parties.front());
  }

  /// A no, a 0, no access, no figure.
  static bool says_none(const Observation& o) {
    if (o.relation == Relation::equal || o.relation == Relation::at_most)
      return o.value.mantissa == 0;
    return o.relation == Relation::not_seen || o.relation == Relation::no_access ||
           o.relation == Relation::no_figure;
  }

  // --- events and declarations
  // ----------------------------------------------------------------------

  void names() {
    for (Id id = 0; id < compiled_.events.size(); ++id) {
      const Event& event = *compiled_.events[id];
      for_each_name(event, [&](const std::string& name) { add(events_of_[name], id); });
    }
  }

  template <class Record>
  std::vector<IndexedAct<Record>> acted(const std::vector<Record>& records) {
    std::vector<IndexedAct<Record>> out;
    for (const Record& record : records)
      if (counts(record.head))
        out.push_back({&record, compiled_.party(record.head.party), row_[record.head.origin],
                       corrections_.replaced_on(record.head.origin), false, false});
    std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) {
      return earlier(*a.record, *b.record, records_);
    });
    return out;
  }

  /// In one list: a record of the same row and party with a later known day stands instead.
  template <class Record>
  static void mark_replaced(std::vector<IndexedAct<Record>>& list) {
    std::map<std::tuple<Id, Id>, std::set<Day>> known;
    for (const auto& a : list) known[{a.identity, a.party}].insert(a.head().known);
    for (auto& a : list) {
      const std::set<Day>& days = known[{a.identity, a.party}];
      const auto next = days.upper_bound(a.head().known);
      if (next != days.end()) a.replaced = std::min(a.replaced, *next);
    }
  }

  void events() {
    i_.happened_.resize(compiled_.events.size());
    for (const Happened& h : acted(records_.events)) {
      std::vector<Id> of;
      for (const std::string& name : h.record->names)
        if (const auto found = events_of_.find(name); found != events_of_.end())
          of.insert(of.end(), found->second.begin(), found->second.end());
      std::sort(of.begin(), of.end());
      of.erase(std::unique(of.begin(), of.end()), of.end());
      for (const Id event : of) i_.happened_[event].push_back(h);
    }
    for (auto& list : i_.happened_) mark_replaced(list);
    note_unnamed_events();
  }

  /// A body or an outsider that stands beside a party in one row reports about that party.
  void note_unnamed_events() {
    const auto names_party = [&](Id party) {
      return party != no_id && compiled_.parties[party].is_declared &&
             !compiled_.parties[party].is_body;
    };
    std::vector<bool> row_names_party(records_.origins.size());
    for (const EventRecord& e : records_.events)
      if (names_party(compiled_.party(e.head.party))) row_names_party[e.head.origin] = true;
    i_.unnamed_events_.resize(i_.happened_.size());
    for (Id event = 0; event < i_.happened_.size(); ++event)
      for (Happened& h : i_.happened_[event]) {
        h.names_one = names_one(h.party);
        if (names_party(h.party)) continue;
        i_.unnamed_events_[event] = true;
        h.is_told = h.party != no_id && row_names_party[h.head().origin];
      }
  }

  void unsure_events() {
    if (records_.unread.empty()) return;
    for (const Observation& o : records_.observations) {
      if (o.unread.empty() || !counts(o.head)) continue;
      const auto of = events_of_.find(o.metric);
      if (of == events_of_.end()) continue;
      for (const Id event : of->second)
        i_.unsure_[event].push_back({&o, compiled_.party(o.head.party)});
    }
    for (auto& [event, list] : i_.unsure_)
      std::sort(list.begin(), list.end(), [&](const Unsure& a, const Unsure& b) {
        return earlier(*a.record, *b.record, records_);
      });
  }

  void declarations() {
    i_.declared_.resize(compiled_.parties.size());
    for (const Declared& d : acted(records_.declarations))
      if (d.party != no_id) i_.declared_[d.party].push_back(d);
    i_.about_.resize(i_.declared_.size());
    for (Id party = 0; party < i_.declared_.size(); ++party)
      for (const Declared& d : i_.declared_[party]) note_about(i_.about_[party], d);
  }

  using About = std::unordered_map<std::string_view, Index::Declarations>;
  static void note_about(About& about, const Declared& d) {
    const auto note = [&](std::string_view term) {
      Index::Declarations& list = about[term];
      if (list.empty() || list.back() != &d) list.push_back(&d);
    };
    if (d.record->kind == Declaration::Kind::ceases || d.record->terms.empty()) note({});
    for (const std::string& term : d.record->terms)
      if (!term.empty()) note(term);
  }

  // --- who has to be judged twice
  // --------------------------------------------------------------------------

  void note_differing() {
    i_.may_differ_.resize(compiled_.subjects.size());
    const auto& unnamed = i_.unnamed_events_;
    if (i_.named_.empty() && std::find(unnamed.begin(), unnamed.end(), true) == unnamed.end())
      return;
    for (Id subject = 0; subject < compiled_.subjects.size(); ++subject) {
      i_.may_differ_[subject] = may_differ(compiled_.subjects[subject]);
      i_.any_differs_ = i_.any_differs_ || i_.may_differ_[subject];
    }
  }

  [[nodiscard]] bool may_differ(const SubjectInfo& subject) const {
    const TermInfo& term = compiled_.terms[subject.term];
    std::vector<Id> blocks{term.base};
    for (const TermInfo::Change& change : term.changes)
      if (change.clauses != no_id) blocks.push_back(change.clauses);
    for (const Id block : blocks) {
      const auto& obliges = compiled_.clauses[block].obliges;
      if (!obliges || obliges->how == Obliges::How::jointly) continue;
      for (std::size_t i = 0; i < obliges->scopes.size(); ++i) {
        if (obliges->how == Obliges::How::each && obliges->parties[i] != subject.party) continue;
        if (differs(term, blocks, obliges->scopes[i])) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool differs(const TermInfo& term, const std::vector<Id>& blocks, Id scope) const {
    const Scope& who = compiled_.scopes[scope];
    const auto drops_event = [&](Id event) {
      return event != no_id && i_.unnamed_events_[event] &&
             (who.kind == Scope::Kind::each ||
              compiled_.event_concerns_others(event, who.parties.front()));
    };
    if (std::any_of(term.own_events.begin(), term.own_events.end(), drops_event)) return true;
    for (const Id block : blocks)
      for (const CompiledRule& rule : compiled_.clauses[block].rules) {
        if (const auto* duty = std::get_if<CompiledDuty>(&rule.what)) {
          if (drops_event(duty->event)) return true;
        } else if (const auto* limit = std::get_if<CompiledLimit>(&rule.what)) {
          if (drops_figure(limit->measure, scope)) return true;
        } else if (drops_figure(std::get<CompiledActivity>(rule.what).measure, scope)) {
          return true;
        }
      }
    return false;
  }

  [[nodiscard]] bool drops_figure(Id root, Id scope) const {
    if (i_.named_.empty()) return false;
    std::set<Id> seen;
    std::vector<Id> pending{root};
    while (!pending.empty()) {
      const Id measure = pending.back();
      pending.pop_back();
      if (measure == no_id || !seen.insert(measure).second) continue;
      if (i_.named_.contains(key(measure, scope))) return true;
      for (const MeasureInfo::Part& part : compiled_.measures[measure].parts)
        pending.push_back(part.measure);
    }
    return false;
  }

  Index& i_;
  const CompiledAgreement& compiled_;
  const Records& records_;
  const Options& options_;
  Corrections corrections_;
  Unions sources_;
  std::vector<Id> row_, provider_;
  std::map<std::pair<Grade, Id>, Id> anonymous_;
  std::unordered_map<std::string_view, std::vector<Id>> events_of_;
};

Index::Index(const CompiledAgreement& compiled, const Records& all, const Options& options)
    : records(all), left_out(compiled, all, options) {
  any_supposed_ = std::any_of(all.origins.begin(), all.origins.end(),
                              [](const Origin& o) { return o.supposed; });
  Indexer(*this, compiled, options);
}

const Index::Series& Index::series(Id measure, Id scope, Attribution which) const {
  if (which == Attribution::named)
    if (const auto named = named_.find(key(measure, scope)); named != named_.end())
      return named->second;
  const auto found = scoped_.find(key(measure, scope));
  return found == scoped_.end() ? of_measure_[measure] : found->second;
}

const std::vector<Happened>& Index::happened(Id event) const {
  static const std::vector<Happened> none;
  return event < happened_.size() ? happened_[event] : none;
}

const std::vector<Unsure>& Index::unsure(Id event) const {
  static const std::vector<Unsure> none;
  const auto found = unsure_.find(event);
  return found == unsure_.end() ? none : found->second;
}

const Index::Declarations& Index::declared_about(Id party, std::string_view term) const {
  static const Declarations none;
  if (party >= about_.size()) return none;
  const auto found = about_[party].find(term);
  return found == about_[party].end() ? none : found->second;
}

const std::vector<Declared>& Index::declared(Id party) const {
  static const std::vector<Declared> none;
  return party < declared_.size() ? declared_[party] : none;
}

}  // namespace accord::agreement
