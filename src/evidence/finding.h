#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/rational.h"
#include "evidence/record.h"

/// The result of an evaluation (chapter, sections 4 and 6): ordinary values with their evidence.
namespace accord::evidence {

/// Chapter 4.1. The order is that of severity (5.1 step 5) for states that rules can have, worst
/// first; after `not_due` come the states that only a whole term has.
enum class State : std::uint8_t {
  exceeded,
  overdue,
  not_performed,
  performed_late,
  partly_performed,
  undetermined,
  not_verifiable_no_access,
  exceeded_within_uncertainty,
  no_value,
  no_new_value,
  met_within_uncertainty,
  met_attested,
  met,
  performed,
  not_due,
  not_in_force,
  waived,
  sunset,
  terminated
};

enum class Outcome : std::uint8_t { met, not_met, not_shown, out_of_count };

[[nodiscard]] Outcome outcome_of(State state);
[[nodiscard]] const char* word(State state);  ///< "exceeded_within_uncertainty"
[[nodiscard]] const char* word(
    Outcome outcome);  ///< "met", "not met", "not shown", "out of the count"
[[nodiscard]] std::optional<State> state_of(std::string_view word);
/// For sentences: "exceeded within uncertainty", "not verifiable, no access".
[[nodiscard]] std::string plain(State state);

/// One record a finding rests on. `says` is a sentence part: "205 kg", "below 120 t", "seen at
/// bridge".
struct Evidence {
  std::uint32_t origin = 0;  ///< index into Records::origins
  Day valid;
  Day known;
  Grade grade = Grade::verified;
  Trace trace = Trace::found;
  std::string says;
  bool names_one = true;  ///< false: the record names no single party of the text
};

/// One call of a duty and its answer.
struct Call {
  std::string name;  ///< the period ("2021-Q3"), or the id of the row that calls; may be ""
  std::string what;  ///< in words: "2021-Q3", "call DN-2 of 2025-01-25", "after 2020-01-08"
  Day day;           ///< day of the call (or end of the period)
  Day deadline;      ///< last day on which the answer is in time
  std::vector<Day> stage_ends;  ///< of `within` with several stages; the last is the deadline
  std::optional<Day> answered;
  std::optional<std::int32_t> late_days;  ///< from the deadline to the answer, if it came after
  State state = State::not_due;
  std::vector<Evidence> evidence;
};

/// How often a duty was called for, and what became of it. The total is the sum of the others.
struct CallCounts {
  std::int32_t total = 0;
  std::int32_t in_time = 0, late = 0, in_part = 0;
  std::int32_t open = 0;    ///< can still be answered in time
  std::int32_t missed = 0;  ///< past the deadline without an answer
  std::optional<std::int32_t> longest_late_days;
};

/// A figure compared with its bound.
struct Comparison {
  std::optional<Rational>
      value;                ///< in `unit`; the lower end of "at least"; none for a pure attestation
  std::string value_shown;  ///< as on record: "205.0 kg", "at least 17.6 kg", "below 120 t"
  std::string limit_shown;  ///< "100 crates", with the equivalent where units differ: "100 crates
                            ///< (2.5 t)"
  std::string unit;  ///< of the record (of the measure for a sum or share), for value and margin
  std::optional<Rational>
      limit;  ///< the bound of the day in `unit` (the violated or nearer one of `between`)
  std::optional<Rational> ratio;  ///< value / limit; none when attested, without access, or limit 0
  std::optional<Rational>
      margin;  ///< limit − value for an upper bound, value − limit for a lower one
  std::optional<Rational> uncertainty;
  bool minimum = false;  ///< `limit` is one to reach, not one to stay within
  /// Of a figure of which a part is missing or cannot be read: what it is at least, or at most.
  std::optional<Rational> at_least, at_most;
};

/// Days over which a flow is added up, both inside.
struct JudgedPeriod {
  Day first, last;
};

/// The period before the running one (agreement-2.md 8). It counts in no total.
struct LastPeriod {
  std::string name;  ///< "2015-02", or its two days
  JudgedPeriod days;
  State state = State::no_value;
  std::optional<Comparison> comparison;
};

/// What one rule of a term gave.
struct RuleFinding {
  std::string rule;  ///< as printed: "limit stock <= 100 crates"
  State state = State::no_value;
  std::string reason;  ///< plain sentence part when the state needs one: "no record about stock"
  std::optional<Comparison> comparison;
  std::optional<JudgedPeriod> period;     ///< of a flow: the one that the state is about
  std::optional<LastPeriod> last_period;  ///< of a limit `per` period, from the second one on
  std::vector<Call> calls;
  std::optional<CallCounts> counts;  ///< none without calls
  std::optional<std::size_t> deciding_call;
  std::vector<Evidence> evidence;         ///< records used
  std::vector<std::uint32_t> incomplete;  ///< what cannot be read: indexes into Records::unread
  std::vector<Evidence> other_figures;    ///< records of the same day not used, and superseded ones
};

/// The last thing that was shown, when the state itself shows nothing (4.3).
struct LastKnown {
  State state = State::no_value;
  Day valid;
  std::int32_t age_days = 0;
  std::optional<Comparison> comparison;
  std::vector<Evidence> evidence;
};

/// The result under one assumed answer of an open question.
struct UnderAnswer {
  std::string question;
  std::string answer;
  std::string text;             ///< text of the answer
  std::vector<std::string> by;  ///< who holds it
  State state = State::undetermined;
};

/// What can be said of all who are obliged, where the record does not say which of them it was.
struct Together {
  State state = State::undetermined;
  std::string says;  ///< "12 times not attributed; 0 times left under the limits of all"
};

/// Records that may be the party's own and name nobody (agreement-2, 9).
struct NotAttributed {
  std::string says;  ///< "12 times recorded; the record does not say by whom"
  std::vector<Evidence> records;
  std::optional<State> if_attributed, if_not;  ///< where they differ: the finding is undetermined
  std::optional<Together> together;            ///< of `each`
};

/// The latest declaration of the kind that is in effect, and the first of the unbroken run that it
/// ends.
struct DeclarationShown {
  struct First {
    Day day;
    std::string title;
    std::uint32_t origin = 0;
  };
  Declaration::Kind kind = Declaration::Kind::suspends;
  std::string party;
  Day day;
  std::string title;  ///< in the words of the table, not of the party
  std::uint32_t origin = 0;
  std::optional<First> first;  ///< none: the latest is the only one
};

/// How far a figure is above its limit; of shares in percentage points.
struct Excess {
  Rational value;
  std::string unit;
};

struct ReadingShown {
  std::string text;
  std::vector<std::string> by;
};

struct Finding {
  std::string id;  ///< stable: "F-T-STOCK", "F-O-EU-TRANS@fr" for `each`
  std::string term;
  std::string title;
  std::string ref;
  std::vector<std::string>
      party;  ///< the obliged party (one for `each`), or the members of `jointly`
  std::vector<std::string> owed;
  std::vector<std::string> verifier;
  Day valid_day;
  Day known_day;
  State state = State::no_value;
  std::string reason;  ///< why, when the state alone does not say it (condition, start unknown)
  std::optional<Day>
      since;  ///< first day of the unbroken run of this state up to valid_day (timeline)
  std::optional<Day> in_force_from;
  std::optional<Day> in_force_until;  ///< the sunset; none without end, and while it is not known
  std::optional<Day> end_not_before;  ///< an end that is not known does not come before this day
  std::vector<std::string> end_waits_for;  ///< titles of the events that it waits for
  std::vector<Evidence> basis;  ///< records that the days and conditions of the term rest on
  std::vector<RuleFinding> rules;
  std::size_t deciding_rule = 0;  ///< index into rules; meaningless when rules is empty
  std::optional<LastKnown> last_known;
  std::optional<std::int32_t>
      age_days;  ///< of the evidence of the deciding rule; of the oldest part of a sum
  std::optional<Grade> grade;  ///< weakest grade used by the deciding rule
  std::optional<Trace> trace;  ///< weakest trace used
  std::vector<DeclarationShown>
      declarations;  ///< suspends / ceases in effect on valid_day, of the obliged party
  std::vector<ReadingShown> readings;
  std::vector<std::string> provisions;  ///< names of provisions `about` the term
  std::vector<UnderAnswer> answers;     ///< when it depends on open questions
  std::optional<NotAttributed> not_attributed;
  bool supposed = false;  ///< rests on a hypothetical record

  [[nodiscard]] Outcome outcome() const { return outcome_of(state); }
  /// Of the rule that decides; nothing where no figure is above an upper limit.
  [[nodiscard]] std::optional<Excess> excess() const;
};

/// The unit of a difference: that of shares in % is told in percentage points.
[[nodiscard]] std::string difference_unit(std::string_view unit);

[[nodiscard]] std::string finding_id(std::string_view term, std::string_view party);

}  // namespace accord::evidence
