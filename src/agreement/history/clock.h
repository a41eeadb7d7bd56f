#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "base/result.h"

/// The dates of a procedure (chapter, section 5.7): stages one after the other from the opening,
/// what may stop it, what it leads to, and whether it could still be completed. Standing and effect
/// are claims.
namespace accord::agreement {

struct StageDates {
  std::string name;
  std::string label;     ///< who acts, in the words of the text; may be empty
  std::string duration;  ///< as written: "15 days"
  bool extendable = false;
  bool extended = false;  ///< its end was given
  Day from, until;        ///< the stage ends on `until`; the act can still be done that day
};

struct ClockDates {
  std::string procedure, title, ref;
  Day opened;
  std::vector<std::string> openers;  ///< of the record that opened it; empty when only asked about
  bool opener_named = true;          ///< false: none of the openers is among `opens by`
  std::vector<StageDates> stages;
  Day runs_out;                        ///< end of the last stage
  std::int32_t shortest_days = 0;      ///< from the opening to `runs_out`
  std::optional<Day> available_until;  ///< nothing: no such bound, or its day is unknown
  bool opened_in_time = true;          ///< the opening is before `available until`
  bool completes_in_time = true;       ///< `runs_out` is not after `available until`
  std::string stopped_by;              ///< event that stopped it, on record by the known day
  std::string stopped_title;           ///< its title
  std::optional<Day> stopped_on;
  std::string leads_to;
  std::optional<std::uint32_t> origin;  ///< of the record that opened it
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
