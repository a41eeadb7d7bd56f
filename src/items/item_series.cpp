#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "items/item_book.h"

/// Counts over time, inspections and notices as records for the terms.
namespace accord::items {

namespace {

using Delta = ItemReplay::Delta;

/// The first full list of a party: before it, and before it is known, nobody knows a count.
struct Base {
  Day day, known;
  std::uint32_t origin = 0;
};

std::map<std::string, Base> bases(const ItemTables& tables) {
  std::map<std::string, Base> out;
  for (const ItemDeclaration& d : tables.declarations) {
    const auto [at, is_new] =
        out.try_emplace(tables.names.text(d.party), Base{d.day, d.known, d.origin});
    Base& base = at->second;
    if (is_new || d.day > base.day) continue;
    if (d.day < base.day) base = {d.day, d.known, d.origin};
    base.known = std::min(base.known, d.known);
    base.origin = std::min(base.origin, d.origin);
  }
  return out;
}

/// The count on each day, again for every day on which a change that became known late alters it.
void add_series(std::vector<Delta>::const_iterator first, std::vector<Delta>::const_iterator last,
                const std::string& metric, const std::string& party, Base base, Records& out) {
  std::map<Day, std::int64_t> counts;  ///< by valid day: the count at its end, as known so far
  while (first != last) {
    const Day known = first->known;
    std::map<Day, std::uint32_t> changed;  ///< valid day → row
    for (; first != last && first->known == known; ++first) {
      auto [at, is_new] = counts.try_emplace(first->valid, 0);
      if (is_new && at != counts.begin()) at->second = std::prev(at)->second;
      changed.try_emplace(first->valid, first->origin);
      if (first->by == 0) continue;
      for (; at != counts.end(); ++at) {
        at->second += first->by;
        changed.try_emplace(at->first, first->origin);
      }
    }
    if (known < base.known) continue;
    if (known == base.known)
      for (const auto& [valid, count] : counts) changed.try_emplace(valid, base.origin);
    for (const auto& [valid, origin] : changed) {
      // An item that goes before it is known to have come: no count to state yet.
      if (valid < base.day || counts.at(valid) < 0) continue;
      Observation o;
      o.head = {valid, known, Grade::declared, Trace::found, party, origin};
      o.metric = metric;
      o.value = {counts.at(valid), 0};
      o.unit = "items";
      out.observations.push_back(std::move(o));
    }
  }
}

void add_counts(const ItemTables& tables, const ItemSettings& settings, Records& out) {
  ItemReplay replay(tables, settings, day_max, day_max, true);
  replay.run();
  std::vector<Delta> deltas = replay.deltas();
  const auto party = [&](const Delta& d) -> const std::string& {
    return tables.names.text(d.party);
  };
  std::stable_sort(deltas.begin(), deltas.end(), [&](const Delta& a, const Delta& b) {
    return std::tie(a.metric, party(a), a.known, a.valid) <
           std::tie(b.metric, party(b), b.known, b.valid);
  });
  const std::map<std::string, Base> base = bases(tables);
  for (auto first = deltas.cbegin(); first != deltas.cend();) {
    const auto last = std::find_if(first, deltas.cend(), [&](const Delta& d) {
      return d.metric != first->metric || d.party != first->party;
    });
    if (const auto at = base.find(party(*first)); at != base.end())
      add_series(first, last, settings.metrics[first->metric].metric, at->first, at->second, out);
    first = last;
  }
}

EventRecord event(const ItemTables& tables, ItemWord party, ItemWord id, Day valid, Day known,
                  std::uint32_t origin, std::vector<std::string> names) {
  EventRecord out;
  out.head = {valid, known, Grade::declared, Trace::found, tables.names.text(party), origin};
  out.names = std::move(names);
  out.names.insert(out.names.begin(), tables.names.text(id));
  out.category = "items";
  return out;
}

void add_changes(const ItemTables& tables, Records& out) {
  const ItemNames& names = tables.names;
  for (const ItemChange& c : tables.changes) {
    out.events.push_back(event(tables, c.party, c.id, c.day, c.known, c.origin,
                               {"item_change", fmt::format("item_{}", word(c.kind))}));
    out.events.back().title = fmt::format("{}: {}", names.text(c.item), word(c.kind));
  }
  const auto matched = matched_changes(tables);
  for (std::size_t i = 0; i < tables.notices.size(); ++i) {
    const ItemNotice& n = tables.notices[i];
    EventRecord e = event(tables, n.party, n.id, n.day, n.day, n.origin,
                          {"item_notice", fmt::format("item_notice_{}", names.text(n.kind))});
    e.title = fmt::format("{}: notice of {}", names.text(n.item), names.text(n.kind));
    if (matched[i] != nullptr) e.answers = names.text(matched[i]->id);
    out.events.push_back(std::move(e));
  }
}

/// One event for each full declaration, on the day it was given.
void add_declarations(const ItemTables& tables, Records& out) {
  const ItemNames& names = tables.names;
  std::map<std::tuple<std::string, Day>, const ItemDeclaration*> first;
  for (const ItemDeclaration& d : tables.declarations) {
    const ItemDeclaration*& at = first.try_emplace({names.text(d.party), d.day}, &d).first->second;
    if (names.text(d.id) < names.text(at->id)) at = &d;
  }
  for (const auto& [key, d] : first) {
    out.events.push_back(
        event(tables, d->party, d->id, d->known, d->known, d->origin,
              {d->update ? "item_declaration_update" : "item_declaration_initial"}));
    out.events.back().title =
        fmt::format("{} as of {}", d->update ? "Updated data" : "Initial data", to_string(d->day));
  }
}

void add_inspections(const ItemTables& tables, Records& out) {
  const ItemNames& names = tables.names;
  std::map<std::string, const ItemInspection*> first;
  for (const ItemInspection& i : tables.inspections) {
    const ItemInspection*& at = first.try_emplace(names.text(i.id), &i).first->second;
    const auto key = [&](const ItemInspection& r) {
      return std::tie(names.text(r.type), names.text(r.status), names.text(r.site));
    };
    if (key(i) < key(*at)) at = &i;
  }
  for (const auto& [id, i] : first) {
    Observation o;
    o.head = {i->day, i->known, Grade::verified, Trace::found, names.text(i->party), i->origin};
    o.metric = "inspection_" + names.text(i->kind);
    o.value = {1, 0};
    o.unit = "times";
    out.observations.push_back(std::move(o));
    EventRecord e =
        event(tables, i->inspector, i->id, i->day, i->known, i->origin, {"item_inspection"});
    e.head.grade = Grade::verified;
    e.title = fmt::format("Inspection of {} at {}", names.text(i->party), names.text(i->site));
    out.events.push_back(std::move(e));
  }
}

}  // namespace

Records item_records(const ItemTables& tables, const ItemSettings& settings) {
  Records out;
  add_counts(tables, settings, out);
  add_changes(tables, out);
  add_declarations(tables, out);
  add_inspections(tables, out);
  return out;
}

}  // namespace accord::items
