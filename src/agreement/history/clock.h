#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "base/result.h"
#include "described/described.h"

/// The dates of a procedure (chapter, section 5.7): stages one after the other from the opening,
/// what may stop it, what it leads to, and whether it could still be completed. Standing and effect
/// are claims.
namespace accord::agreement {

struct StageDates {
  std::string name, label, duration;
  bool extendable = false, extended = false;
  Day from, until;
  static constexpr auto described = described::object(
      "stage_dates", "The dates of a stage of a procedure",
      described::member<&StageDates::name>("name", "its name"),
      described::member<&StageDates::label>("who_acts",
                                            "who acts, in the words of the text; none: not stated")
          .none_if_empty(),
      described::member<&StageDates::duration>("duration", "as written: 15 days"),
      described::member<&StageDates::extendable>("extendable", "whether it may be extended"),
      described::member<&StageDates::extended>("extended", "whether its end was given"),
      described::member<&StageDates::from>("from_day", "the day on which it begins"),
      described::member<&StageDates::until>("until",
                                            "its last day, on which the act can still be done"));
};

struct ClockDates {
  std::string procedure, title, ref;
  Day opened;
  std::vector<std::string> openers;
  bool opener_named = true;
  std::vector<StageDates> stages;
  Day runs_out;
  std::int32_t shortest_days = 0;
  std::optional<Day> available_until;
  bool opened_in_time = true, completes_in_time = true;
  std::string stopped_by, stopped_title;
  std::optional<Day> stopped_on;
  std::string leads_to;
  static constexpr auto described = described::object(
      "clock_dates", "The dates of a procedure that was opened on a day",
      described::member<&ClockDates::procedure>("procedure", "its name"),
      described::member<&ClockDates::title>("title", "what it is about"),
      described::member<&ClockDates::ref>("ref", "where it is in the treaty; none: not stated")
          .none_if_empty(),
      described::member<&ClockDates::opened>("opened", "the day on which it opens"),
      described::member<&ClockDates::openers>(
          "openers", "of the record that opened it; empty: it is only asked about"),
      described::member<&ClockDates::opener_named>(
          "opener_named", "whether one of them is among those the text names, or nobody opened it"),
      described::member<&ClockDates::stages>("stages", "one after the other"),
      described::member<&ClockDates::runs_out>("runs_out", "last day of the last stage"),
      described::member<&ClockDates::shortest_days>("shortest_days",
                                                    "days from the opening until it runs out"),
      described::member<&ClockDates::available_until>(
          "available_until", "the procedure is there until this day; none: no bound, or not known"),
      described::member<&ClockDates::opened_in_time>(
          "opened_in_time", "whether it opens before that day, where there is one"),
      described::member<&ClockDates::completes_in_time>(
          "completes_in_time", "whether it runs out by that day, where there is one"),
      described::member<&ClockDates::stopped_by>(
          "stopped_by", "event that stopped it, as known on the day; none: it is not stopped")
          .none_if_empty(),
      described::member<&ClockDates::stopped_title>("stopped_title", "title of that event")
          .none_if_empty(),
      described::member<&ClockDates::stopped_on>("stopped_on", "day of that event"),
      described::member<&ClockDates::leads_to>(
          "leads_to", "what it leads to, which is a claim; none: the text does not say")
          .none_if_empty());
};

struct StageEnd {
  std::string stage;
  Day end;
};

/// The clock of one procedure opened on a day, as known on `known`; `ends` replaces the ends of
/// named stages.
/// @error A080 no such procedure; A081 no such stage; A082 the stage cannot be extended; A083 an
/// end before its stage begins.
[[nodiscard]] Result<ClockDates> clock(const Evaluator& evaluator, std::string_view procedure,
                                       Day open, const std::vector<StageEnd>& ends, Day known);

/// Several procedures one after the other: each opens on the day the one before runs out. With none
/// named: every procedure of the text in its order. Same errors as `clock`.
[[nodiscard]] Result<std::vector<ClockDates>> clocks(const Evaluator& evaluator,
                                                     const std::vector<std::string>& procedures,
                                                     Day open, const std::vector<StageEnd>& ends,
                                                     Day known);

/// Every opening on record up to `valid`, as known on `known`, in order of day.
[[nodiscard]] std::vector<ClockDates> clocks_on_record(const Evaluator& evaluator, Day valid,
                                                       Day known);

/// Plain text of one clock: a line for each stage, then what follows. Ends with a line end.
[[nodiscard]] std::string clock_text(const ClockDates& dates);

}  // namespace accord::agreement
