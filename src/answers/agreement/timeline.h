#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/history/kinds.h"
#include "answers/agreement/finding.h"

namespace accord::answers {

struct TimelineQuestion {
  std::optional<Day> from_day;
  std::optional<std::string> party, term;

  static constexpr auto described = object(
      "timeline_question", "Events, declarations and changes of state, up to the day asked about",
      from_flag<&TimelineQuestion::from_day>(), party_flag<&TimelineQuestion::party>(),
      term_flag<&TimelineQuestion::term>());
};

struct TimelineEntry {
  Day day;
  std::optional<Day> known_day;
  agreement::TimelineEntry::Kind kind{};
  std::vector<std::string> parties;
  std::optional<std::string> term;
  std::vector<std::string> terms;
  std::optional<State> before, state;
  std::optional<Decimal> value;
  std::optional<FigureBound> value_bound;
  std::optional<Decimal> limit;
  std::optional<std::string> value_unit, value_shown, limit_shown;
  std::optional<Grade> grade;
  std::string title;
  std::optional<std::string> note, source;
  bool supposed = false;
  std::optional<Record> record;

  [[nodiscard]] std::optional<std::int32_t> known_after_days() const {
    return known_day ? std::optional(*known_day - day) : std::nullopt;
  }

  static constexpr auto described = object(
      "timeline_entry", "An event, a declaration, a change of state, or what a last period showed",
      member<&TimelineEntry::day>("day", "the day on which it happened"),
      member<&TimelineEntry::known_day>(
          "known_day", "the day on which it became known; none: nothing new became known"),
      member<&TimelineEntry::kind>("kind", "what it is"),
      member<&TimelineEntry::parties>("parties", "who acted, or is obliged"),
      member<&TimelineEntry::term>("term", "the commitment whose state it is; none: not of one"),
      member<&TimelineEntry::terms>("terms", "commitments that an event or declaration is about"),
      member<&TimelineEntry::before>("before", "the state before; none: there was none"),
      member<&TimelineEntry::state>("state", "the state from this day; none: not a state"),
      member<&TimelineEntry::value>("value", "number of the figure, as on record").detail(),
      member<&TimelineEntry::value_bound>(
          "value_bound", "how the figure compares with the number; none: it is the figure")
          .detail(),
      member<&TimelineEntry::limit>("limit", "number of the limit; none: no one number").detail(),
      member<&TimelineEntry::value_unit>("value_unit", "unit of value and limit").detail(),
      member<&TimelineEntry::value_shown>("value_shown",
                                          "the figure as on record; none: no figure"),
      member<&TimelineEntry::limit_shown>("limit_shown", "the limit in words; none: no limit"),
      member<&TimelineEntry::grade>("grade", "how good the evidence is"),
      member<&TimelineEntry::title>("title", "the event, or what the commitment is about"),
      member<&TimelineEntry::note>("note", "remark of the table, or name of the period").detail(),
      member<&TimelineEntry::source>("source", "where it is published; none: not stated").detail(),
      member<&TimelineEntry::supposed>("supposed", "whether it is supposed and not on record"),
      member<&TimelineEntry::record>("record", "the row; none: it is not of one row"),
      member<&TimelineEntry::known_after_days>(
          "known_after_days", "days from the day to known_day; none: nothing new became known")
          .detail());
};

struct TimelineAnswer {
  Judged judged;
  std::optional<Day> from_day;
  std::vector<TimelineEntry> timeline_entries;
  std::vector<std::string> notes;
  bool rests_on_unread = false;

  static constexpr auto described =
      object("timeline", "What happened, day by day", judged_member<&TimelineAnswer::judged>(),
             member<&TimelineAnswer::from_day>("from_day", "first day; none: from the beginning"),
             member<&TimelineAnswer::timeline_entries>("timeline_entries",
                                                       "by the day, the kind and the commitment"),
             notes_member<&TimelineAnswer::notes>(),
             rests_on_unread_member<&TimelineAnswer::rests_on_unread>());
};

/// As they are, for drawings. C001, C002; U006: the first day is after the day asked about.
[[nodiscard]] Answered<std::vector<agreement::TimelineEntry>> timeline_entries(
    const Assessment& assessment, const TimelineQuestion& asked);
/// Something in the books behind the figures cannot be read of a day that is asked about.
[[nodiscard]] bool is_doubtful_timeline(const Assessment& assessment);
[[nodiscard]] Answered<TimelineAnswer> timeline(const Assessment& assessment,
                                                const TimelineQuestion& asked);

extern const Question timeline_question;

}  // namespace accord::answers
