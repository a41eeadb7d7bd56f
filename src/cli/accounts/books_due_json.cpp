#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "accounting/rules/due_list.h"
#include "cli/accounts/accounts.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/unread.h"
#include "cli/print/text.h"

namespace accord::cli {

using accounting::DueReport;
using accounting::DueState;

namespace {

bool is_asked(const DueReport& row, const Request& request) {
  if (!request.mba.empty() && row.mba != request.mba) return false;
  const std::optional<Day> day = row.due ? row.due : row.day;
  if (request.still_open && !accounting::is_open(row)) return false;
  return (!request.from || (day && *request.from <= *day)) &&
         (!request.to || (day && *day <= *request.to));
}

std::string day_or_dash(const std::optional<Day>& day) {
  return day ? to_string(*day) : "-";
}

/// "INFCIRC/153, 63(a) (A)": the text with how far it was read.
std::string source_of(const DueReport& row) {
  return fmt::format("{} ({})", row.time->source, static_cast<char>(row.time->trust));
}

Table table_of(const std::vector<DueReport>& rows) {
  Table out{{"due", "mba", "report", "for", "sent", "state", "days", "file"}, {}, {}};
  for (const DueReport& row : rows)
    out.rows.push_back(
        {day_or_dash(row.due), std::string(row.mba), std::string(accounting::in_words(row.kind)),
         accounting::event_in_words(row), day_or_dash(row.sent),
         std::string(accounting::in_words(row.state)), row.days ? std::to_string(*row.days) : "-",
         row.sent ? row.report->file : "-"});
  return out;
}

DataTable cells_of(const std::vector<DueReport>& rows) {
  DataTable out = DataTable("due")
                      .day("due")
                      .text("mba")
                      .text("report")
                      .text("for")
                      .day("day")
                      .day("sent")
                      .text("state")
                      .number("days")
                      .number("number")
                      .text("file")
                      .text("source")
                      .text("trust");
  const auto day = [](const std::optional<Day>& d) { return d ? to_string(*d) : std::string(); };
  for (const DueReport& row : rows)
    out.add({day(row.due), std::string(row.mba), std::string(accounting::in_words(row.kind)),
             accounting::event_in_words(row), day(row.day), day(row.sent),
             std::string(accounting::in_words(row.state)),
             row.days ? std::to_string(*row.days) : "",
             row.sent ? std::to_string(row.report->header.number) : "",
             row.sent ? row.report->file : "", row.time->source,
             std::string(1, static_cast<char>(row.time->trust))});
  return out;
}

/// What the due days rest on, a line for each kind of report; and how many rows each state has.
std::string closing_lines(const std::vector<DueReport>& rows, Day on) {
  std::map<std::string, std::string> sources;
  std::map<DueState, std::size_t> states;
  for (const DueReport& row : rows) {
    sources.emplace(accounting::in_words(row.kind), source_of(row));
    ++states[row.state];
  }
  std::string out;
  for (const auto& [kind, source] : sources)
    out += fmt::format("due day of {}: {}\n", kind, source);
  std::string counts;
  for (const auto& [state, count] : states)
    counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count, in_words(state));
  return out + fmt::format("as of {}: {}\n", to_string(on), counts.empty() ? "none" : counts);
}

Json json_of(const DueReport& row) {
  const auto day = [](const std::optional<Day>& d) { return d ? Json(to_string(*d)) : Json(); };
  return {{"mba", row.mba},
          {"report", accounting::in_words(row.kind)},
          {"for", accounting::event_in_words(row)},
          {"day", day(row.day)},
          {"due", day(row.due)},
          {"sent", day(row.sent)},
          {"state", accounting::in_words(row.state)},
          {"days", row.days ? Json(*row.days) : Json()},
          {"number", row.sent ? Json(row.report->header.number) : Json()},
          {"file", row.sent ? Json(row.report->file) : Json()},
          {"source", row.time->source},
          {"trust", std::string(1, static_cast<char>(row.time->trust))}};
}

Answer run(const Request& request) {
  const OpenedLedger opened = open_ledger(books_due, request);
  if (!opened) return opened.refusal;
  const std::vector<std::string_view> areas = known_areas(*opened.ledger);
  if (!request.mba.empty() && std::find(areas.begin(), areas.end(), request.mba) == areas.end())
    return refuse(books_due, request, no_such_area(request.mba, areas));
  assessment::DueReports due = due_of(*opened.ledger, request.on);
  std::erase_if(due.rows, [&](const DueReport& row) { return !is_asked(row, request); });
  std::vector<std::string_view> asked = areas;
  if (!request.mba.empty()) asked = {request.mba};
  const Gaps gaps = gaps_of(*opened.ledger, asked);
  Json data{{"on", to_string(due.on)},
            {"known", request.known ? Json(to_string(*request.known)) : Json()},
            {"reports", Json::array()},
            {"incomplete", unread_json(gaps)}};
  for (const DueReport& row : due.rows) data["reports"].push_back(json_of(row));
  Answer answer =
      printed(request, books_due, table_of(due.rows), cells_of(due.rows), std::move(data), gaps);
  if (request.format.value_or(Format::text) == Format::text)
    answer.body += closing_lines(due.rows, due.on);
  if (request.on && due.on < *request.on)
    answer.messages = fmt::format("asked as of {}: nothing later can be said with --known {}\n",
                                  to_string(due.on), to_string(*request.known));
  const bool overdue = std::any_of(due.rows.begin(), due.rows.end(), [](const DueReport& row) {
    return row.state == DueState::overdue;
  });
  if (overdue) answer.exit = Exit::no;
  const bool unread = std::any_of(due.rows.begin(), due.rows.end(),
                                  [](const DueReport& row) { return row.unread; });
  // What cannot be read of an amount makes no report late.
  name_unread(answer, request, *opened.ledger, unread ? gaps : Gaps());
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::on, Flag::known,     Flag::mba,
                           Flag::from,      Flag::to, Flag::still_open};
constexpr std::array formats{Format::text, Format::json, Format::csv, Format::xlsx};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["on", "known", "reports", "incomplete"],
  "properties": {"incomplete": {"$ref": "#/$defs/unread"}, "on": {"$ref": "#/$defs/day"},
    "reports": {"type": "array", "items": {"type": "object",
    "required": ["mba", "report", "for", "day", "due", "sent", "state", "days", "number", "file", "source", "trust"],
    "properties": {"report": {"enum": ["ICR", "PIL", "MBR", "general ledger"]},
      "state": {"enum": ["early", "on time", "late", "due", "overdue", "not shown"]},
      "days": {"type": ["integer", "null"]}, "trust": {"enum": ["A", "C", "K"]}}}}}
})";

}  // namespace

const Command books_due{
    .name = "books due",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary =
        "The reports that are due: what makes them due, until when, and whether they were sent",
    .text =
        "One row for each report of changes (ICR), list (PIL) and balance (MBR) that is there, and "
        "for each that is missing as far as the accounts can show it: the list or balance of an "
        "inventory that another report or state.json names, a month of a form that reports every "
        "month, the general ledger of a month with changes. Sent early, on time or late; not sent "
        "and due, or overdue. Not shown: no source states the time, something cannot be read, or "
        "the "
        "accounts cannot hold the report (general ledgers). Days are counted from the due day: "
        "below zero before it. A row that something "
        "unreadable may touch is not shown: the place is named, and the exit status is 3. The day "
        "asked is --on, else the assessment day of state.json, else "
        "the last day that a report speaks of, and never later than --known; --from and --to "
        "choose due days, and --open what is still open: what is due or overdue, and what cannot "
        "be "
        "told to have been sent, which is not shown. Exit status 1 when a report is overdue. A "
        "change that was never "
        "reported cannot be seen.",
    .flags = flags,
    .formats = formats,
    .example =
        "accord books due examples/state/clean --on 2024-10-15 --mba ZZC1\n"
        "accord books due examples/state/clean --on 2024-10-15 --open\n"
        "accord books due examples/state/errors --format csv",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
