#include "cli/agreement/drawings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "chart/lane_chart.h"
#include "cli/agreement/finding_text.h"

namespace accord::cli {

using agreement::TimelineEntry;
using chart::Colour;
using chart::Fill;
using evidence::Finding;
using evidence::Outcome;
using evidence::State;
using Entries = std::vector<TimelineEntry>;

namespace {

bool is_about(const TimelineEntry& entry, const Finding& finding) {
  if (entry.kind == TimelineEntry::Kind::state)
    return entry.term == finding.term && entry.parties == finding.party;
  const auto is_in = [](const std::string& name, const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  // What one party declares about a term of several stands at its own lane only.
  return entry.kind == TimelineEntry::Kind::declaration && is_in(finding.term, entry.terms) &&
         std::any_of(entry.parties.begin(), entry.parties.end(),
                     [&](const std::string& party) { return is_in(party, finding.party); });
}

/// The lane of one commitment; a state that is out of the count leaves a gap.
chart::Lane lane_of(const Finding& finding, const Entries& entries, std::optional<Day> from,
                    Day to) {
  chart::Lane lane{.name = answers::short_id(finding.id),
                   .anchor = {"lane-" + finding.id, "", finding.title}};
  std::optional<State> state;
  std::optional<Day> since = from;
  const auto close = [&](Day end) {
    if (!state || !since || *since >= end) return;
    const Outcome outcome = evidence::outcome_of(*state);
    if (outcome == Outcome::out_of_count) return;
    const std::string id = fmt::format("span-{}-{}", finding.id, to_string(*since));
    lane.spans.push_back({*since,
                          end,
                          static_cast<std::size_t>(outcome),
                          {id, "", fmt::format("{} from {}", word(*state), to_string(*since))}});
  };
  for (const TimelineEntry& entry : entries) {
    if (!is_about(entry, finding)) continue;
    if (entry.kind == TimelineEntry::Kind::declaration) {
      lane.marks.push_back(
          {entry.day,
           chart::Mark::declaration,
           Colour::black,
           "",
           {fmt::format("mark-{}-{}", finding.id, to_string(entry.day)), "", entry.title}});
      continue;
    }
    if (!state) state = entry.before;
    close(entry.day);
    state = entry.state;
    since = entry.day;
  }
  // Without a change in the window the state of its last day held all the time.
  if (!state) state = finding.state;
  close(to + 1);
  return lane;
}

}  // namespace

std::string timeline_svg(const assessment::Assessment& assessment, const Entries& entries,
                         std::optional<Day> from) {
  chart::LaneChart drawing;
  drawing.head = {
      "timeline", assessment.workspace().name,
      fmt::format("States up to {}, as known on {}; nothing follows from the order of the lanes.",
                  to_string(assessment.on()), to_string(assessment.known()))};
  if (std::any_of(entries.begin(), entries.end(),
                  [](const TimelineEntry& e) { return e.supposed; }))
    drawing.head.statement += " Some of it rests on supposed records, which are not on record.";
  drawing.from = from;
  drawing.to = assessment.on();
  drawing.styles = {{"met", Colour::blue, Fill::solid, 0.7},
                    {"not met", Colour::vermilion, Fill::hatched, 1.0},
                    {"not shown", Colour::grey, Fill::hollow, 0.4}};
  for (const Finding& finding : assessment.findings()) {
    if (std::none_of(entries.begin(), entries.end(),
                     [&](const TimelineEntry& entry) { return is_about(entry, finding); }))
      continue;
    chart::Lane lane = lane_of(finding, entries, from, assessment.on());
    const std::string party = party_words(assessment.workspace().agreement, finding.party);
    auto group = std::find_if(drawing.groups.begin(), drawing.groups.end(),
                              [&](const chart::LaneGroup& g) { return g.title == party; });
    if (group == drawing.groups.end()) group = drawing.groups.insert(group, {party, {}});
    group->lanes.push_back(std::move(lane));
  }
  for (const TimelineEntry& entry : entries)
    if (entry.kind == TimelineEntry::Kind::declaration && entry.terms.empty())
      drawing.days.push_back({entry.day, join(entry.parties, ", ") + ": " + entry.title});
  return chart::draw(drawing);
}

}  // namespace accord::cli
