#include "agreement/evaluate/left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>

namespace accord::agreement {

namespace {

using Ids = std::unordered_map<std::string_view, std::vector<Id>>;

template <class Named>
void add_names(Ids& ids, const Named& item, Id id) {
  ids[item.head.name.text].push_back(id);
  if (item.data)
    for (const Name& name : *item.data) ids[name.text].push_back(id);
}

void sort_each(std::unordered_map<Id, LeftOut::List>& lists) {
  const auto key = [](const LeftOut::Record& r) {
    return std::tuple(r.valid.number, r.known.number, r.party);
  };
  for (auto& [id, list] : lists)
    std::sort(list.begin(), list.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

const LeftOut::List& list_of(const std::unordered_map<Id, LeftOut::List>& lists, Id id) {
  static const LeftOut::List none;
  const auto found = lists.find(id);
  return found == lists.end() ? none : found->second;
}

}  // namespace

LeftOut::LeftOut(const CompiledAgreement& compiled, const Records& records,
                 const Options& options) {
  const bool graded = options.min_grade < Grade::unverified;
  if (!options.found_only && !graded) return;
  why_ = !graded              ? "derived or recalled"
         : options.found_only ? "derived, recalled or weaker than asked for"
                              : "weaker than asked for";
  Ids measures, events;
  for (Id id = 0; id < compiled.measures.size(); ++id)
    if (!compiled.measures[id].text->formula) add_names(measures, *compiled.measures[id].text, id);
  for (Id id = 0; id < compiled.events.size(); ++id) add_names(events, *compiled.events[id], id);
  const auto add = [&](std::unordered_map<Id, List>& lists, const Ids& ids, const Header& head,
                       std::string_view name) {
    const bool traced = !options.found_only || head.trace == Trace::found;
    if (traced && head.grade <= options.min_grade) return;
    if (const auto found = ids.find(name); found != ids.end())
      for (const Id id : found->second)
        lists[id].push_back({head.valid, head.known, compiled.party(head.party),
                             records.origins[head.origin].names_subject});
  };
  for (const Observation& o : records.observations) add(measures_, measures, o.head, o.metric);
  for (const EventRecord& e : records.events)
    for (const std::string& name : e.names) add(events_, events, e.head, name);
  sort_each(measures_);
  sort_each(events_);
}

const LeftOut::List& LeftOut::about(Id measure) const {
  return list_of(measures_, measure);
}
const LeftOut::List& LeftOut::of_event(Id event) const {
  return list_of(events_, event);
}

std::optional<Day> LeftOut::newest(const CompiledAgreement& compiled, Id measure, Id scope,
                                   Day after, Day valid, Day known) const {
  const List& list = about(measure);
  if (list.empty()) return std::nullopt;
  const Scope& who = compiled.scopes[scope];
  const bool activity = compiled.measures[measure].text->kind == Measure::Kind::activity;
  const auto end = std::upper_bound(list.begin(), list.end(), valid,
                                    [](Day day, const Record& r) { return day < r.valid; });
  for (auto at = end; at != list.begin();) {
    --at;
    if (at->valid <= after) break;
    // One that names nobody may be the party's own.
    const Standing standing = activity
                                  ? compiled.act_standing(who, at->party, at->names_subject)
                                  : compiled.figure_standing(who, at->party, at->names_subject);
    if (at->known <= known && standing != Standing::apart) return at->valid;
  }
  return std::nullopt;
}

std::string LeftOut::words(Day day) const {
  return fmt::format("what is recorded of {} is {}, and left out", to_string(day), why_);
}
std::string LeftOut::words(std::string_view event) const {
  return fmt::format("a record of {} is {}, and left out", event, why_);
}

bool LeftOut::event_seen(Id event, Day valid, Day known) const {
  const List& list = of_event(event);
  return std::any_of(list.begin(), list.end(),
                     [&](const Record& r) { return r.valid <= valid && r.known <= known; });
}

}  // namespace accord::agreement
