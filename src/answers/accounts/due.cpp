#include "answers/accounts/due.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace accord::answers {

using accounting::DueReport;
using accounting::DueState;

namespace {

bool is_asked(const DueReport& row, const DueQuestion& asked) {
  if (asked.mba && row.mba != *asked.mba) return false;
  if (asked.open && !accounting::is_open(row)) return false;
  const std::optional<Day> day = row.due ? row.due : row.day;
  return (!asked.from_day || (day && *asked.from_day <= *day)) &&
         (!asked.to_day || (day && *day <= *asked.to_day));
}

DueRow shown(const DueReport& row) {
  DueRow out{row.due,
             std::string(row.mba),
             row.kind,
             accounting::event_in_words(row),
             row.day,
             row.sent,
             row.state,
             row.days,
             {},
             {},
             row.time->source,
             {static_cast<char>(row.time->trust)}};
  if (row.sent) {
    out.report = row.report->header.number;
    out.file = row.report->file;
  }
  return out;
}

/// What the due days rest on, a line for each kind of report; and how many rows each state has.
std::vector<std::string> closing_lines(const std::vector<DueReport>& rows, Day on) {
  std::map<std::string_view, std::string> sources;
  std::map<DueState, std::size_t> states;
  for (const DueReport& row : rows) {
    sources.emplace(accounting::in_words(row.kind),
                    fmt::format("{} ({})", row.time->source, static_cast<char>(row.time->trust)));
    ++states[row.state];
  }
  std::vector<std::string> out;
  for (const auto& [kind, source] : sources)
    out.push_back(fmt::format("due day of {}: {}", kind, source));
  std::string counts;
  for (const auto& [state, count] : states)
    counts +=
        fmt::format("{}{} {}", counts.empty() ? "" : ", ", count, accounting::in_words(state));
  out.push_back(fmt::format("as of {}: {}", to_string(on), counts.empty() ? "none" : counts));
  return out;
}

}  // namespace

Answered<DueAnswer> due(const Ledger& ledger, const DueQuestion& asked) {
  std::vector<std::string_view> areas = assessment::known_areas(ledger);
  if (asked.mba) {
    if (std::find(areas.begin(), areas.end(), *asked.mba) == areas.end())
      return refused(no_such_area(*asked.mba, areas));
    areas = {*asked.mba};
  }
  assessment::DueReports found = assessment::due_of(ledger, asked.on);
  std::erase_if(found.rows, [&](const DueReport& row) { return !is_asked(row, asked); });
  DueAnswer out;
  out.on = found.on;
  for (const DueReport& row : found.rows) {
    out.due_reports.push_back(shown(row));
    out.is_overdue = out.is_overdue || row.state == DueState::overdue;
    // What cannot be read of an amount makes no report late.
    out.rests_on_unread = out.rests_on_unread || row.unread;
  }
  out.closing = closing_lines(found.rows, found.on);
  if (asked.on && found.on < *asked.on)
    out.notes.push_back(fmt::format("asked as of {}: nothing later can be said, as known on {}",
                                    to_string(found.on), to_string(ledger.known)));
  add_doubts(ledger, areas, out);
  return out;
}

constinit const Question due_question = Asked<due>::named("books due");

}  // namespace accord::answers
