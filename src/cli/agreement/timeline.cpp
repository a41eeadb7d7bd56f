#include "answers/agreement/timeline.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/agreement/drawings.h"
#include "cli/agreement/finding_text.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answered.h"

namespace accord::cli {

using answers::TimelineAnswer;
using answers::TimelineEntry;
using answers::TimelineQuestion;
using Kind = agreement::TimelineEntry::Kind;

namespace {

std::string what(const TimelineEntry& e) {
  const bool is_period = e.kind == Kind::period;
  if (e.kind != Kind::state && !is_period) return e.title;
  std::string out = e.state ? plain(*e.state) : "";
  if (e.before && !is_period) out = fmt::format("{} → {}", plain(*e.before), out);
  if (e.value_shown) out += fmt::format("; {}", *e.value_shown);
  if (e.limit_shown) out += fmt::format(" against {}", *e.limit_shown);
  return is_period ? fmt::format("last period, {}: {}", e.note.value_or(""), out) : out;
}

/// A declaration about many terms names them in its own words.
std::string term(const TimelineEntry& e) {
  return !e.term && e.terms.size() == 1 ? e.terms.front() : e.term.value_or("");
}

Table short_table(const std::vector<TimelineEntry>& entries) {
  Table table;
  table.columns = {"day", "known", "party", "term", "what happened, or how the state changed"};
  for (const TimelineEntry& e : entries) {
    std::string text = what(e);
    if (e.grade) text += fmt::format("; {}", word(*e.grade));
    if (e.kind == Kind::declaration) text += "; declared";
    if (e.supposed) text += "; SUPPOSED, not on record";
    const bool is_record = e.kind == Kind::event || e.kind == Kind::declaration;
    if (is_record && e.note) text += fmt::format("; disputed or noted: {}", *e.note);
    table.rows.push_back(
        {to_string(e.day), day_or_empty(e.known_day), join(e.parties, ", "), term(e), text});
  }
  return table;
}

std::string text_of(const void* at, const Request& request) {
  const auto& answer = *static_cast<const TimelineAnswer*>(at);
  return heading(answer.judged, answer.notes, request) + "\n" +
         as_text(short_table(answer.timeline_entries), request.look);
}

/// The drawing.
Answer run(const Request& request) {
  const Assessed assessed = assessed_by(timeline_command, request);
  if (!assessed) return assessed.refusal;
  const auto& asked = asked_of<TimelineQuestion>(request);
  auto entries = answers::timeline_entries(*assessed, asked);
  if (!entries) return refuse(timeline_command, request, std::move(entries.error()));
  Answer answer;
  answer.messages = assessed.notes + lines(answers::notes_of(*assessed));
  if (answers::is_doubtful_timeline(*assessed)) answer.exit = Exit::input;
  answer.body = timeline_svg(*assessed, *entries, asked.from_day);
  return answer;
}

constexpr std::array own_forms{Format::svg};

}  // namespace

const Command timeline_command{.name = "timeline",
                               .question = &answers::timeline_question,
                               .group = Group::judge,
                               .run = run,
                               .text_of = text_of,
                               .own_forms = own_forms};

}  // namespace accord::cli
