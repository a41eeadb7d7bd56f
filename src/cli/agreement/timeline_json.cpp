#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "agreement/explain/figure_words.h"
#include "agreement/history/timeline.h"
#include "base/text.h"
#include "cli/agreement/drawings.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/use.h"
#include "cli/print/data_table.h"
#include "cli/print/workbook.h"
#include "report/sections/finding_json.h"

namespace accord::cli {

using agreement::TimelineEntry;
using Entries = std::vector<TimelineEntry>;

namespace {

std::string what(const TimelineEntry& e) {
  const bool is_period = e.kind == TimelineEntry::Kind::period;
  if (e.kind != TimelineEntry::Kind::state && !is_period) return e.title;
  std::string out = e.state ? plain(*e.state) : "";
  if (e.before && !is_period) out = fmt::format("{} → {}", plain(*e.before), out);
  if (!e.value.empty()) out += fmt::format("; {}", e.value);
  if (!e.limit.empty()) out += fmt::format(" against {}", e.limit);
  return is_period ? fmt::format("last period, {}: {}", e.note, out) : out;
}

/// A declaration about many terms names them in its own words.
std::string term(const TimelineEntry& e) {
  return e.term.empty() && e.terms.size() == 1 ? e.terms.front() : e.term;
}

Table short_table(const Entries& entries) {
  Table table;
  table.columns = {"day", "known", "party", "term", "what happened, or how the state changed"};
  for (const TimelineEntry& e : entries) {
    std::string text = what(e);
    if (e.grade) text += fmt::format("; {}", word(*e.grade));
    if (e.kind == TimelineEntry::Kind::declaration) text += "; declared";
    if (e.supposed) text += "; SUPPOSED, not on record";
    const bool is_record =
        e.kind != TimelineEntry::Kind::state && e.kind != TimelineEntry::Kind::period;
    if (is_record && !e.note.empty()) text += fmt::format("; disputed or noted: {}", e.note);
    table.rows.push_back({to_string(e.day), e.known ? to_string(*e.known) : "",
                          join(e.parties, ", "), term(e), text});
  }
  return table;
}

/// What was found, with its limit, in words.
std::string figure_of(const TimelineEntry& e) {
  return e.limit.empty() || e.value.empty() ? e.value
                                            : fmt::format("{} against {}", e.value, e.limit);
}

DataTable full_table(const Entries& entries) {
  constexpr std::array kinds{"event", "declaration", "state", "period"};
  DataTable table = DataTable("timeline")
                        .day("day")
                        .day("known")
                        .text("kind")
                        .text("parties")
                        .text("term")
                        .text("before")
                        .text("state")
                        .figure("value")
                        .number("limit")
                        .text("unit")
                        .text("shown")
                        .text("grade")
                        .text("title")
                        .text("note")
                        .text("source")
                        .text("supposed");
  for (const TimelineEntry& e : entries) {
    const agreement::ComparedWords compared = agreement::compared_in(e.value, e.limit);
    table.add({to_string(e.day), e.known ? to_string(*e.known) : "",
               kinds.at(static_cast<std::size_t>(e.kind)), join(e.parties, " "),
               e.term.empty() ? join(e.terms, " ") : e.term, e.before ? word(*e.before) : "",
               e.state ? word(*e.state) : "", compared.value, compared.bound, compared.limit,
               compared.unit, figure_of(e), e.grade ? word(*e.grade) : "", e.title, e.note,
               e.source, e.supposed ? "yes" : ""});
  }
  return table;
}

Json data_of(const assessment::Assessment& assessment, const Request& request,
             const Entries& entries) {
  Json data = query_json(assessment, query_of(request));
  Json list = Json::array();
  for (const TimelineEntry& e : entries)
    list.push_back(report::timeline_json(e, assessment.records()));
  data["entries"] = std::move(list);
  return data;
}

agreement::TimelineQuery query_for(const assessment::Assessment& assessment,
                                   const Request& request) {
  return {request.from, assessment.on(), assessment.known(), request.party, request.term};
}

/// The last day asked for: --to, which is --on under another name here.
Request with_last_day(Request request) {
  if (request.to) request.on = request.to;
  return request;
}

/// Without --to the last day is that of the record, which --from may be after.
Error begins_too_late(Day from, Day last) {
  return {"U006",
          fmt::format("--from {} is after {}, the last day asked about", to_string(from),
                      to_string(last)),
          {},
          "take an earlier day, or name a later --to"};
}

Answer run(const Request& asked) {
  Request request = with_last_day(asked);
  const Assessed assessed = assess(timeline_command, request);
  if (!assessed) return assessed.refusal;
  if (request.from && assessed->on() < *request.from)
    return refuse(timeline_command, request, begins_too_late(*request.from, assessed->on()));
  if (!request.party.empty())
    if (auto refused =
            refuse_party(timeline_command, request, assessed->workspace().agreement, request.party))
      return *refused;
  if (!request.term.empty() && assessed->find(request.term) == nullptr)
    return no_such_finding(timeline_command, request, *assessed, request.term);
  const Entries entries = agreement::timeline(assessed->evaluator(), query_for(*assessed, request));
  Answer answer;
  answer.messages = assessed.notes;
  if (const assessment::KnownBooks* books = assessed->books())
    for (const accounting::Gap& gap : books->ledger.books.gaps())
      if (gap.from <= assessed->on()) answer.exit = Exit::input;
  switch (request.format.value_or(Format::text)) {
    case Format::json:
      answer.body = envelope(timeline_command.name, data_of(*assessed, request, entries));
      break;
    case Format::csv:
      answer.messages += remark_notes(*assessed, request);
      answer.body = as_csv(full_table(entries).table(), request.exact);
      break;
    case Format::xlsx: {
      Answer made = workbook(timeline_command, request, {full_table(entries).table()},
                             lines_about(heading(*assessed, query_of(request), Look{})));
      if (made.refused) return made;
      answer.body = std::move(made.body);
      break;
    }
    case Format::md:
      answer.messages += remark_notes(*assessed, request);
      answer.body = as_markdown(short_table(entries));
      break;
    case Format::svg:
      answer.messages += remark_notes(*assessed, request);
      answer.body = timeline_svg(*assessed, entries, request.from);
      break;
    default:
      answer.body = heading(*assessed, query_of(request), request.look) + "\n" +
                    as_text(short_table(entries), request.look);
  }
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::from,      Flag::to,     Flag::known,
                           Flag::party,     Flag::term,      Flag::assume, Flag::suppose,
                           Flag::min_grade, Flag::found_only};
constexpr std::array formats{Format::text, Format::json, Format::csv,
                             Format::xlsx, Format::md,   Format::svg};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["workspace", "on", "known", "remarks", "entries"],
  "properties": {"remarks": {"$ref": "#/$defs/remarks"},
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "entries": {"type": "array", "items": {"$ref": "#/$defs/timeline_entry"}}}
})";

}  // namespace

const Command timeline_command{.name = "timeline",
                               .group = Group::judge,
                               .arguments = "[DIR]",
                               .arguments_max = 1,
                               .summary = "Events, declarations and changes of state, day by day",
                               .flags = flags,
                               .formats = formats,
                               .schema = schema_text,
                               .run = run,
                               .arguments_are = Words::workspaces};

}  // namespace accord::cli
