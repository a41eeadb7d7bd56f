#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/english.h"
#include "chart/lane_chart.h"
#include "report/figures/figures.h"
#include "report/sections/writer.h"

namespace accord::report {

namespace {

using chart::Colour;
using chart::Lane;
using chart::LaneChart;
using chart::LaneGroup;
using evidence::Declaration;
using evidence::EventRecord;
using evidence::Finding;
using evidence::Outcome;
using evidence::State;

constexpr std::size_t labels_max = 6;  // a lane with more events shows marks alone

enum Style : std::size_t { met, not_met, not_shown };

std::optional<Style> style_of(State state) {
  switch (evidence::outcome_of(state)) {
    case Outcome::met:
      return met;
    case Outcome::not_met:
      return not_met;
    case Outcome::not_shown:
      return not_shown;
    case Outcome::out_of_count:
      break;
  }
  return std::nullopt;
}

const char* word_of(Style style) {
  return evidence::word(style == met       ? Outcome::met
                        : style == not_met ? Outcome::not_met
                                           : Outcome::not_shown);
}

chart::Mark mark_of(const Declaration& d) {
  return d.kind == Declaration::Kind::resumes ? chart::Mark::event : chart::Mark::declaration;
}

/// The outcomes of one commitment over time; days out of the count stay empty.
Lane lane_of(const Writer& w, const Finding& f, const agreement::Subject& subject) {
  Lane lane{.name = fmt::format("{} {}", f.id.substr(2), f.title),
            .anchor = {"lane-" + f.id, "#" + f.id, f.title}};
  const agreement::Evaluator& evaluator = w.assessed.evaluator();
  const Day last = w.assessed.on();
  const Day known = w.assessed.known();
  std::optional<Style> open;
  Day since{};
  const auto close = [&](Day end) {
    if (!open) return;
    lane.spans.push_back({since,
                          end,
                          *open,
                          {fmt::format("lane-{}-{}", f.id, to_string(since)), "#" + f.id,
                           fmt::format("{}: {} from {} to {}", f.id.substr(2), word_of(*open),
                                       to_string(since), to_string(end - 1))}});
  };
  for (const Day day : evaluator.change_days(subject, day_min - 1, last, known)) {
    const std::optional<Style> style = style_of(evaluator.state(subject, day, known));
    if (style == open) continue;
    close(day);
    open = style;
    since = day;
  }
  close(last + 1);
  return lane;
}

bool was_judged(const Lane& lane) {
  return std::any_of(lane.spans.begin(), lane.spans.end(),
                     [](const chart::Span& span) { return span.style != not_shown; });
}

/// Commitments by who owes them, in the order of the text; counts those of which nothing was ever
/// shown.
std::size_t add_commitments(const Writer& w, LaneChart& chart) {
  const auto& findings = w.assessed.findings();
  const auto& subjects = w.assessed.evaluator().subjects();
  std::size_t left_out = 0;
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    Lane lane = lane_of(w, findings[i], subjects[i]);
    if (!was_judged(lane)) {
      ++left_out;
      continue;
    }
    std::string title = "Owed by " + w.parties(findings[i].party);
    const auto [place, is_new] = places.try_emplace(title, chart.groups.size());
    if (is_new) chart.groups.push_back({std::move(title), {}});
    chart.groups[place->second].lanes.push_back(std::move(lane));
  }
  return left_out;
}

chart::LaneMark mark_at(Writer& w, const std::string& figure, const evidence::Header& head,
                        chart::Mark mark, const std::string& title) {
  const bool supposed = w.assessed.records().origins[head.origin].supposed;
  const std::string text = (supposed ? "supposed: " : "") + title;
  return {head.valid,
          supposed ? chart::Mark::supposed : mark,
          Colour::black,
          text,
          {fmt::format("{}-{}", figure, head.origin), w.cite(head.origin, figure),
           fmt::format("{}: {}", to_string(head.valid), text)}};
}

bool is_past(const Writer& w, const evidence::Header& head) {
  return head.valid <= w.assessed.on() && head.known <= w.assessed.known();
}

/// Those of the past in order of day, row and party: the order of the records has no influence.
template <class Record>
std::vector<const Record*> past(const Writer& w, const std::vector<Record>& records) {
  std::vector<const Record*> out;
  for (const Record& r : records)
    if (is_past(w, r.head)) out.push_back(&r);
  std::sort(out.begin(), out.end(), [](const Record* a, const Record* b) {
    return std::tie(a->head.valid, a->head.origin, a->head.party) <
           std::tie(b->head.valid, b->head.origin, b->head.party);
  });
  return out;
}

/// A lane for each party that declared something, or for several that one record names together.
void add_declarations(Writer& w, LaneChart& chart) {
  std::set<std::uint32_t> drawn;
  const auto declared = past(w, w.assessed.records().declarations);
  std::map<std::uint32_t, std::vector<std::string>> named;
  for (const Declaration* d : declared) named[d->head.origin].push_back(d->head.party);
  std::map<std::vector<std::string>, Lane> lanes;
  for (const Declaration* d : declared) {
    if (!drawn.insert(d->head.origin).second) continue;
    const std::vector<std::string>& parties = named[d->head.origin];
    Lane& lane = lanes[parties];
    lane.name = w.parties(parties);
    lane.marks.push_back(mark_at(w, "fig-sides", d->head, mark_of(*d), d->title));
  }
  LaneGroup group{"Declarations", {}};
  for (auto& [parties, lane] : lanes) group.lanes.push_back(std::move(lane));
  if (!group.lanes.empty()) chart.groups.push_back(std::move(group));
}

/// A lane for each category of event that the tables name, in order of its first day.
void add_events(Writer& w, LaneChart& chart) {
  std::set<std::uint32_t> drawn;
  for (const Declaration& d : w.assessed.records().declarations) drawn.insert(d.head.origin);
  LaneGroup group{"", {}};
  std::unordered_map<std::string_view, std::size_t> places;
  for (const EventRecord* e : past(w, w.assessed.records().events)) {
    if (e->category.empty() || e->title.empty()) continue;
    if (!drawn.insert(e->head.origin).second) continue;
    const auto [place, is_new] = places.try_emplace(e->category, group.lanes.size());
    if (is_new) group.lanes.push_back({.name = e->category});
    group.lanes[place->second].marks.push_back(
        mark_at(w, "fig-events", e->head, chart::Mark::event, e->title));
  }
  for (Lane& lane : group.lanes)
    if (lane.marks.size() > labels_max)
      for (chart::LaneMark& mark : lane.marks) mark.label.clear();
  if (!group.lanes.empty()) chart.groups.push_back(std::move(group));
}

/// Named days of the text that have come.
void add_days(const Writer& w, LaneChart& chart) {
  for (const agreement::Item& item : w.workspace.agreement.items) {
    const auto* named = std::get_if<agreement::NamedDay>(&item);
    if (named == nullptr) continue;
    const std::string& name = named->head.name.text;
    const auto day = w.assessed.evaluator().day(name, w.assessed.known());
    if (day && *day <= w.assessed.on()) chart.days.push_back({*day, name});
  }
}

}  // namespace

std::vector<Drawing> sides_drawings(Writer& w, const std::string& title) {
  LaneChart chart;
  chart.styles = {{word_of(met), Colour::blue, chart::Fill::solid, 0.7},
                  {word_of(not_met), Colour::vermilion, chart::Fill::hatched, 1.0},
                  {word_of(not_shown), Colour::grey, chart::Fill::hollow, 0.4}};
  add_declarations(w, chart);
  const std::size_t before = chart.groups.size();
  const std::size_t left_out = add_commitments(w, chart);
  if (chart.groups.size() == before) return {};
  add_days(w, chart);
  chart.to = w.assessed.on() + 30;
  const std::size_t groups = chart.groups.size() - before;
  const char* usual = groups == 1   ? "Commitments over time"
                      : groups == 2 ? "Both sides over time"
                                    : "All sides over time";
  const bool declared = before > 0;
  chart.head = {
      "fig-sides", title.empty() ? usual : title,
      fmt::format("What was shown of each commitment, by who owes it{}; nothing follows from the "
                  "order.",
                  declared ? ", with what the sides declared" : "")};
  if (left_out > 0)
    chart.head.statement += fmt::format(" {} never shown as met or not met {} left out.",
                                        counted(left_out, "commitment"), is_or_are(left_out));
  std::vector<Drawing> all;
  all.push_back({chart.head.id, chart.head.title, chart.head.statement, chart::draw(chart)});
  return all;
}

std::vector<Drawing> events_drawings(Writer& w) {
  LaneChart chart;
  add_events(w, chart);
  if (chart.groups.empty()) return {};
  add_days(w, chart);
  chart.to = w.assessed.on() + 30;
  const bool declared = !past(w, w.assessed.records().declarations).empty();
  chart.head = {
      "fig-events", "Events on record",
      fmt::format("By the categories of the tables{}.",
                  declared ? "; what a side declared is in the picture of the summary" : "")};
  std::vector<Drawing> all;
  all.push_back({chart.head.id, chart.head.title, chart.head.statement, chart::draw(chart)});
  return all;
}

}  // namespace accord::report
