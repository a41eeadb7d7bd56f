#include "answers/agreement/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/codes/parameter.h"

namespace accord::answers {

namespace {

TimelineEntry entry_of(const agreement::TimelineEntry& e, const evidence::Records& records) {
  const ShownFigure figure = figure_of(e.value, e.limit);
  TimelineEntry out;
  out.day = e.day;
  out.known_day = e.known;
  out.kind = e.kind;
  out.parties = e.parties;
  out.term = text_or_none(e.term);
  out.terms = e.terms;
  out.before = e.before;
  out.state = e.state;
  out.value = figure.value;
  out.value_bound = figure.bound;
  out.limit = figure.limit;
  out.value_unit = figure.unit;
  out.value_shown = text_or_none(e.value);
  out.limit_shown = text_or_none(e.limit);
  out.grade = e.grade;
  out.title = e.title;
  out.note = text_or_none(e.note);
  out.source = text_or_none(e.source);
  out.supposed = e.supposed;
  out.record = where(e.origin, [&](std::uint32_t origin) { return record_of(records, origin); });
  return out;
}

}  // namespace

Answered<std::vector<agreement::TimelineEntry>> timeline_entries(const Assessment& assessment,
                                                                 const TimelineQuestion& asked) {
  if (asked.from_day && assessment.on() < *asked.from_day)
    return refused({"U006",
                    fmt::format("{} {} is after {}, the day asked about", parameter("from_day"),
                                to_string(*asked.from_day), to_string(assessment.on())),
                    {},
                    "take an earlier day, or name a later " + parameter("on")});
  if (const auto found = findings_asked(assessment, asked.term, asked.party); !found)
    return tl::make_unexpected(found.error());
  return agreement::timeline(assessment.evaluator(),
                             {asked.from_day, assessment.on(), assessment.known(),
                              asked.party.value_or(""), asked.term.value_or("")});
}

bool is_doubtful_timeline(const Assessment& assessment) {
  const assessment::KnownBooks* books = assessment.books();
  if (books == nullptr) return false;
  const auto& gaps = books->ledger.books.gaps();
  return std::any_of(gaps.begin(), gaps.end(),
                     [&](const accounting::Gap& gap) { return gap.from <= assessment.on(); });
}

Answered<TimelineAnswer> timeline(const Assessment& assessment, const TimelineQuestion& asked) {
  auto entries = timeline_entries(assessment, asked);
  if (!entries) return tl::make_unexpected(std::move(entries.error()));
  TimelineAnswer out;
  out.judged = judged_of(assessment);
  out.from_day = asked.from_day;
  out.timeline_entries = each<TimelineEntry>(
      *entries, [&](const auto& one) { return entry_of(one, assessment.records()); });
  out.notes = notes_of(assessment);
  out.rests_on_unread = is_doubtful_timeline(assessment);
  return out;
}

constinit const Question timeline_question = Asked<timeline>::named("timeline");

}  // namespace accord::answers
