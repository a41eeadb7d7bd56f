#include "agreement/index.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace accord::agreement {

namespace {

constexpr Day never{std::numeric_limits<std::int32_t>::max()};

std::uint64_t key(Id measure, Id scope) {
  return (std::uint64_t{measure} << 32) | scope;
}

auto said(const Origin& o) {
  return std::tie(o.file, o.row, o.id, o.source, o.text, o.sha256);
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
    const Decimal none{-1, 0};
    const Decimal ua = a.uncertainty.value_or(none), ub = b.uncertainty.value_or(none);
    if (before(ua, ub) || before(ub, ua)) return before(ua, ub);
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
  Indexer(Index& index, const World& world, const Options& options)
      : i_(index),
        w_(world),
        records_(index.records),
        options_(options),
        sources_(records_.origins.size()) {
    find_sources();
    observations();
    scope_series();
    names();
    events();
    declarations();
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
    for (Id id = 0; id < w_.measures.size(); ++id) {
      const Measure& measure = *w_.measures[id].text;
      if (measure.formula) continue;
      for_each_name(measure, [&](const std::string& name) { add(fed[name], id); });
    }
    i_.of_measure_.resize(w_.measures.size());
    for (const Observation* o : sorted) {
      const auto measures = fed.find(o->metric);
      if (measures == fed.end()) continue;
      const Id party = w_.party(o->head.party);
      const bool anonymous = is_anonymous(records_.origins[o->head.origin]);
      const Id source = source_of(o->head, party);
      for (const Id measure : measures->second)
        i_.of_measure_[measure].push_back(static_cast<Id>(i_.seen_.size()));
      const Id origin = o->head.origin;
      i_.seen_.push_back(
          {o, party, row_[origin], source, anonymous ? source : provider_[origin], anonymous});
    }
  }

  // --- series: whose figures count for whom
  // --------------------------------------------------------

  void scope_series() {
    for (const TermInfo& term : w_.terms) {
      std::vector<Id> all{term.base};
      for (const TermInfo::Change& change : term.changes) all.push_back(change.clauses);
      for (const Id with_obliges : all)
        for (const Id with_rules : all)
          if (with_obliges != no_id && with_rules != no_id && w_.clauses[with_obliges].obliges)
            for (const Id scope : w_.clauses[with_obliges].obliges->scopes)
              for (const CompiledRule& rule : w_.clauses[with_rules].rules) scope_rule(rule, scope);
    }
  }

  void scope_rule(const CompiledRule& rule, Id scope) {
    if (const auto* limit = std::get_if<CompiledLimit>(&rule.what)) {
      scope_measure(limit->measure, scope, false);
      for (const Id member : w_.scopes[scope].members) scope_measure(limit->measure, member, false);
      if (w_.scopes[scope].whole != no_id)
        scope_measure(limit->measure, w_.scopes[scope].whole, false);
    }
    if (const auto* activity = std::get_if<CompiledActivity>(&rule.what))
      scope_measure(activity->measure, scope, true);
  }

  void scope_measure(Id root, Id scope, bool activity) {
    std::vector<Id> pending{root};
    while (!pending.empty()) {
      const Id measure = pending.back();
      pending.pop_back();
      if (measure == no_id || !done_.insert(key(measure, scope)).second) continue;
      for (const MeasureInfo::Part& part : w_.measures[measure].parts) pending.push_back(part.measure);
      scope_leaf(measure, scope, activity);
    }
  }

  void scope_leaf(Id measure, Id scope, bool activity) {
    const Index::Series& all = i_.of_measure_[measure];
    const Scope& who = w_.scopes[scope];
    Index::Series kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept), [&](Id id) {
      const Id party = i_.seen_[id].party;
      return activity ? w_.act_counts(who, party) : w_.figure_counts(who, party);
    });
    if (kept.size() != all.size()) i_.scoped_.emplace(key(measure, scope), std::move(kept));
  }

  // --- events and declarations
  // ----------------------------------------------------------------------

  void names() {
    for (Id id = 0; id < w_.events.size(); ++id) {
      const Event& event = *w_.events[id];
      for_each_name(event, [&](const std::string& name) { add(events_of_[name], id); });
    }
  }

  template <class Record>
  std::vector<Acted<Record>> acted(const std::vector<Record>& records) {
    std::vector<Acted<Record>> out;
    for (const Record& record : records)
      if (counts(record.head))
        out.push_back({&record, w_.party(record.head.party), row_[record.head.origin], never});
    std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) {
      return earlier(*a.record, *b.record, records_);
    });
    return out;
  }

  /// In one list: a record of the same row and party with a later known day stands instead.
  template <class Record>
  static void mark_replaced(std::vector<Acted<Record>>& list) {
    std::map<std::tuple<Id, Id>, std::set<Day>> known;
    for (const auto& a : list) known[{a.identity, a.party}].insert(a.head().known);
    for (auto& a : list) {
      const std::set<Day>& days = known[{a.identity, a.party}];
      const auto next = days.upper_bound(a.head().known);
      if (next != days.end()) a.replaced = *next;
    }
  }

  void events() {
    i_.happened_.resize(w_.events.size());
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
  }

  void declarations() {
    i_.declared_.resize(w_.parties.size());
    for (const Declared& d : acted(records_.declarations))
      if (d.party != no_id) i_.declared_[d.party].push_back(d);
  }

  Index& i_;
  const World& w_;
  const Records& records_;
  const Options& options_;
  Unions sources_;
  std::vector<Id> row_, provider_;
  std::map<std::pair<Grade, Id>, Id> anonymous_;
  std::set<std::uint64_t> done_;
  std::unordered_map<std::string_view, std::vector<Id>> events_of_;
};

Index::Index(const World& world, const Records& all, const Options& options)
    : records(all), left_out(world, all, options) {
  any_supposed_ = std::any_of(all.origins.begin(), all.origins.end(),
                              [](const Origin& o) { return o.supposed; });
  Indexer(*this, world, options);
}

const Index::Series& Index::series(Id measure, Id scope) const {
  const auto found = scoped_.find(key(measure, scope));
  return found == scoped_.end() ? of_measure_[measure] : found->second;
}

const std::vector<Happened>& Index::happened(Id event) const {
  static const std::vector<Happened> none;
  return event < happened_.size() ? happened_[event] : none;
}

const std::vector<Declared>& Index::declared(Id party) const {
  static const std::vector<Declared> none;
  return party < declared_.size() ? declared_[party] : none;
}

}  // namespace accord::agreement
