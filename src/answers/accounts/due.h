#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounting/rules/due_list.h"
#include "answers/accounts/parts.h"

namespace accord::described {

template <>
struct Words<accounting::DueKind> {
  static constexpr auto last = accounting::DueKind::ledger;
  static constexpr std::string_view name = "due_kind",
                                    words[] = {"ICR", "PIL", "MBR", "general ledger"};
};
template <>
struct Words<accounting::DueState> {
  static constexpr auto last = accounting::DueState::not_shown;
  static constexpr std::string_view name = "due_state", words[] = {"early", "on time", "late",
                                                                   "due",   "overdue", "not shown"};
};

}  // namespace accord::described

namespace accord::answers {

struct DueQuestion {
  std::optional<std::string> mba;
  std::optional<Day> on, from_day, to_day;
  bool open = false;

  [[nodiscard]] std::optional<Error> fault() const { return turned_period(from_day, to_day); }

  static constexpr auto described = object(
      "due_question",
      "The reports that are due: what makes them due, until when, and whether they were sent",
      mba_flag<&DueQuestion::mba>(),
      member<&DueQuestion::on>("on",
                               "as of the end of this day; otherwise the assessment day of "
                               "state.json, else the last day that a report speaks of")
          .setting(),
      from_flag<&DueQuestion::from_day>(), to_flag<&DueQuestion::to_day>(),
      member<&DueQuestion::open>(
          "open", "only what is still open: due, overdue, or not known to have been sent"));
};

struct DueRow {
  std::optional<Day> due;
  std::string mba;
  accounting::DueKind kind{};
  std::string event;
  std::optional<Day> day, sent;
  accounting::DueState state{};
  std::optional<std::int32_t> days;
  std::optional<std::uint32_t> report;
  std::optional<std::string> file;
  std::string source, trust;

  static constexpr auto described = object(
      "due_report", "A report that is due, or was sent",
      member<&DueRow::due>("due", "the last day to send it; none: no source states the time"),
      mba_member<&DueRow::mba>(), member<&DueRow::kind>("kind", "kind of the report"),
      member<&DueRow::event>("event", "what makes it due, in words"),
      member<&DueRow::day>("day", "day of that; none: it cannot be read").detail(),
      member<&DueRow::sent>("sent", "date of the report; none: it was not sent"),
      member<&DueRow::state>("state", "whether it was sent in time"),
      member<&DueRow::days>("days",
                            "from the due day to the day it was sent, or asked about; below "
                            "zero before it"),
      member<&DueRow::report>("report", "number of the report in its area").detail(),
      member<&DueRow::file>("file", "file of the report"),
      member<&DueRow::source>("source", "what the due day rests on").detail(),
      member<&DueRow::trust>("trust", "how that source was read: A in full, C cited, K recalled")
          .detail());
};

struct DueAnswer {
  Day on;
  std::vector<DueRow> due_reports;
  bool is_overdue = false, rests_on_unread = false;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes, closing;

  static constexpr auto described =
      object("due", "The reports that are due, and whether they were sent",
             member<&DueAnswer::on>("on", "the day as of whose end this is said"),
             member<&DueAnswer::due_reports>("due_reports", "by due day, area, kind and report"),
             member<&DueAnswer::is_overdue>("is_overdue", "whether a report is overdue").deciding(),
             rests_on_unread_member<&DueAnswer::rests_on_unread>(),
             incomplete_member<&DueAnswer::incomplete>(), not_read_member<&DueAnswer::not_read>(),
             notes_member<&DueAnswer::notes>(), closing_member<&DueAnswer::closing>());
};

[[nodiscard]] Answered<DueAnswer> due(const Ledger& ledger, const DueQuestion& asked);

extern const Question due_question;

}  // namespace accord::answers
