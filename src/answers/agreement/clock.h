#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/history/clock.h"
#include "answers/agreement/judged.h"

namespace accord::answers {

struct ClockQuestion {
  std::vector<std::string> procedures;
  std::optional<Day> opened;
  std::vector<std::string> stage_end;

  /// U004: an end that is not a stage with its day.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "clock_question", "The dates of a procedure: stages, deadlines, the shortest path",
      member<&ClockQuestion::procedures>("procedures",
                                         "one after the other, each opened on the day on which the "
                                         "one before runs out; otherwise all of the text")
          .argument()
          .shown_as("PROCEDURE")
          .completed_by("procedures"),
      member<&ClockQuestion::opened>(
          "opened", "the day on which the procedure opens; otherwise those opened on record")
          .as_flag("--open"),
      member<&ClockQuestion::stage_end>(
          "stage_end", "a stage that was extended ends on this day (may be given several times)")
          .shown_as("NAME=DAY"));
};

struct ClockAnswer {
  Judged judged;
  std::vector<agreement::ClockDates> clocks;
  std::vector<std::string> notes;

  static constexpr auto described =
      object("clock", "The dates of procedures", judged_member<&ClockAnswer::judged>(),
             member<&ClockAnswer::clocks>(
                 "clocks", "in the order asked about, or in which they were opened on record"),
             notes_member<&ClockAnswer::notes>());
};

/// A080: no such procedure; A081 to A083: ends that cannot be.
[[nodiscard]] Answered<ClockAnswer> clock(const Assessment& assessment, const ClockQuestion& asked);

extern const Question clock_question;

}  // namespace accord::answers
