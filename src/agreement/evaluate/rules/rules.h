#pragma once

#include <optional>

#include "agreement/evaluate/context.h"
#include "agreement/evaluate/rules/quantity.h"

/// One rule of a term that is in force: chapter 5.4. Internal to the evaluator.
namespace accord::agreement {

struct RuleQuery {
  Id term = no_id;
  Id scope = no_id;
  Day start;  ///< first day of the term
  const Span* stale = nullptr;
  Grounds* grounds = nullptr;  ///< takes the records that days of the rule rest on
  bool in_words = false;       ///< build the finding, not only the state
};

/// Of a cap on a flow: what is shown, and what is allowed, in the unit of the measure.
struct CapRoom {
  Rational lowest, cap;
  bool open = false;  ///< the cap itself is too much
};

/// On which side of a range a figure lies that is outside of it.
enum class Side : std::uint8_t { none, below, above };

struct RuleResult {
  State state = State::no_value;
  Side side = Side::none;       ///< of `between` and `==`
  std::optional<CapRoom> room;  ///< in words
  RuleFinding finding;          ///< empty unless in words
  std::optional<Day> oldest;    ///< valid day of the oldest record used
  std::optional<LastKnown> last_known;
};

RuleResult judge_rule(Context& context, const CompiledLimit& limit, const RuleQuery& query);
RuleResult judge_rule(Context& context, const CompiledActivity& activity, const RuleQuery& query);
RuleResult judge_rule(Context& context, const CompiledDuty& duty, const RuleQuery& query);

/// The step that holds on a day: of those whose day has come the latest, the later written on a
/// tie.
[[nodiscard]] const CompiledStep* step_on(Context& context, const CompiledLimit& limit,
                                          const RuleQuery& query, Day day);

/// A period over which a flow is added up, both ends included.
struct FlowPeriod {
  Day first, last;
};
/// The period of the day; nothing when the periods have not begun, or their first day is not known.
[[nodiscard]] std::optional<FlowPeriod> flow_period(Context& context, const CompiledLimit& limit,
                                                    const RuleQuery& query, Day day);

/// A day on which something is called for, and the last day on which the answer is in time.
struct DutyCall {
  Day opens;  ///< of the (first) event, or first day of the period: nothing before it answers
  Day day;    ///< counted from
  std::vector<Day> stage_ends;         ///< the last is the deadline; one at least
  std::vector<const Happened*> calls;  ///< none for the end of a period
  const Happened* answer = nullptr;
  const Happened* part = nullptr;  ///< answered in part
  [[nodiscard]] Day deadline() const { return stage_ends.back(); }
};
/// Whether a duty has periods; others have calls.
[[nodiscard]] bool has_periods(const Duty& duty);
/// Calls up to the valid day (for the change of days: also those whose day is still to come).
[[nodiscard]] std::vector<DutyCall> calls_of(Context& context, const CompiledDuty& duty,
                                             const RuleQuery& query);
[[nodiscard]] bool is_stale(const Context& context, const RuleQuery& query, Day oldest);

}  // namespace accord::agreement
