#pragma once

#include "agreement/model/model.h"
#include "described/described.h"

/// What every struct of the model says of itself, as tables: uses and renames of names, canonical
/// form, JSON and its schema, and comparison are walks over them. Only files that walk include
/// this; `model.h` is all that others need. The tables stand in described_*.cpp.
namespace accord::described {

template <>
struct Words<agreement::CalendarUnit> {
  static constexpr auto last = agreement::CalendarUnit::year;
  static constexpr std::string_view name = "calendar_unit", words[] = {"month", "quarter", "year"};
};
template <>
struct Words<agreement::DurationUnit> {
  static constexpr auto last = agreement::DurationUnit::working_days;
  static constexpr std::string_view name = "duration_unit",
                                    words[] = {"days", "weeks", "months", "years", "working days"};
};
template <>
struct Words<agreement::DayExpression::Kind> {
  static constexpr auto last = agreement::DayExpression::Kind::end_of;
  static constexpr std::string_view name = "day_kind",
                                    words[] = {"date",     "day",    "event", "own_event",
                                               "earliest", "latest", "end_of"};
};
template <>
struct Words<agreement::Period::Kind> {
  static constexpr auto last = agreement::Period::Kind::without_end;
  static constexpr std::string_view name = "period_kind",
                                    words[] = {"span", "until", "without_end"};
};
template <>
struct Words<agreement::Bound::Kind> {
  static constexpr auto last = agreement::Bound::Kind::between;
  static constexpr std::string_view name = "relation",
                                    words[] = {"<=", "<", ">=", ">", "==", "between"};
};
template <>
struct Words<agreement::Condition::Kind> {
  static constexpr auto last = agreement::Condition::Kind::is;
  static constexpr std::string_view name = "condition_kind",
                                    words[] = {"all",   "any",        "negation",
                                               "event", "performing", "is"};
};
template <>
struct Words<agreement::ActivityRule::Where> {
  static constexpr auto last = agreement::ActivityRule::Where::outside;
  static constexpr std::string_view name = "where", words[] = {"anywhere", "at", "outside"};
};
template <>
struct Words<agreement::Trigger::Kind> {
  static constexpr auto last = agreement::Trigger::Kind::end_of_each_span;
  static constexpr std::string_view name = "trigger_kind",
                                    words[] = {"each_event", "end_of_unit_of_event",
                                               "end_of_each_unit", "end_of_each_span"};
};
template <>
struct Words<agreement::Duty::Kind> {
  static constexpr auto last = agreement::Duty::Kind::every;
  static constexpr std::string_view name = "duty_kind",
                                    words[] = {"by", "within", "before", "every"};
};
template <>
struct Words<agreement::Obliges::How> {
  static constexpr auto last = agreement::Obliges::How::jointly;
  static constexpr std::string_view name = "how", words[] = {"one", "each", "jointly"};
};
template <>
struct Words<agreement::Measure::Kind> {
  static constexpr auto last = agreement::Measure::Kind::activity;
  static constexpr std::string_view name = "measure_kind", words[] = {"amount", "flow", "activity"};
};
template <>
struct Words<agreement::Fact::Kind> {
  static constexpr auto last = agreement::Fact::Kind::refuses;
  static constexpr std::string_view name = "fact_kind",
                                    words[] = {"event",  "no_access", "figure",  "seen",   "answer",
                                               "ceases", "suspends",  "resumes", "refuses"};
};

#define ACCORD_OF_MODEL(T)         \
  template <>                      \
  struct Described<agreement::T> { \
    static const Type type;        \
  }
ACCORD_OF_MODEL(At);        // a place in a text: no part of what is said
ACCORD_OF_MODEL(Damage);    // the same
ACCORD_OF_MODEL(Comments);  // the list of its lines
ACCORD_OF_MODEL(Name);      // its text
ACCORD_OF_MODEL(Duration);
ACCORD_OF_MODEL(Shift);
ACCORD_OF_MODEL(DayExpression);
ACCORD_OF_MODEL(Period);
ACCORD_OF_MODEL(Value);
ACCORD_OF_MODEL(Bound);
ACCORD_OF_MODEL(Part);
ACCORD_OF_MODEL(Formula);
ACCORD_OF_MODEL(Condition);
ACCORD_OF_MODEL(Step);
ACCORD_OF_MODEL(Limit);
ACCORD_OF_MODEL(ActivityRule);
ACCORD_OF_MODEL(Stage);
ACCORD_OF_MODEL(Trigger);
ACCORD_OF_MODEL(Duty);
ACCORD_OF_MODEL(Rule);
ACCORD_OF_MODEL(Reading);
ACCORD_OF_MODEL(Quote);
ACCORD_OF_MODEL(Note);
ACCORD_OF_MODEL(Words);
ACCORD_OF_MODEL(Obliges);
ACCORD_OF_MODEL(ConditionClause);
ACCORD_OF_MODEL(Clauses);
ACCORD_OF_MODEL(Heading);
ACCORD_OF_MODEL(Term);
ACCORD_OF_MODEL(Source);
ACCORD_OF_MODEL(Languages);
ACCORD_OF_MODEL(Party);
ACCORD_OF_MODEL(Site);
ACCORD_OF_MODEL(Unit);
ACCORD_OF_MODEL(Measure);
ACCORD_OF_MODEL(Event);
ACCORD_OF_MODEL(NamedDay);
ACCORD_OF_MODEL(Holidays);
ACCORD_OF_MODEL(Provision);
ACCORD_OF_MODEL(ProcedureStage);
ACCORD_OF_MODEL(Procedure);
ACCORD_OF_MODEL(Answer);
ACCORD_OF_MODEL(Question);
ACCORD_OF_MODEL(Replace);
ACCORD_OF_MODEL(Repeal);
ACCORD_OF_MODEL(Amendment);
ACCORD_OF_MODEL(Waiver);
ACCORD_OF_MODEL(When);
ACCORD_OF_MODEL(Fact);
ACCORD_OF_MODEL(Expectation);
ACCORD_OF_MODEL(Example);
ACCORD_OF_MODEL(Agreement);
#undef ACCORD_OF_MODEL

}  // namespace accord::described

namespace accord::agreement {

/// Members that many structs have.
template <auto P>
consteval auto place_of(std::string_view name = "at") {
  return described::member<P>(name, "where it stands in the text").in(described::Use::nowhere);
}
template <auto P>
consteval auto comments_of(std::string_view name = "comments") {
  return described::member<P>(name, "comment lines, without their mark").left_out();
}

}  // namespace accord::agreement
