#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agreement/evaluate/evaluate.h"

namespace accord::agreement {

/// One line of the compliance timeline (chapter 8.1): an event, a declaration, a change of state,
/// or a change in what the last complete period of a limit showed.
struct TimelineEntry {
  enum class Kind : std::uint8_t { event, declaration, state, period };
  Kind kind = Kind::state;
  Day day;
  std::optional<Day> known;          ///< of the record that made it known
  std::vector<std::string> parties;  ///< actor, or obliged party
  std::string term;                  ///< state: the term; events: "" (see terms)
  std::vector<std::string> terms;    ///< events and declarations: related terms
  std::optional<State> state;
  std::optional<State> before;
  std::string value;  ///< as on record
  std::string limit;
  std::optional<Grade> grade;
  std::string title;  ///< event: its title; state: the term's title
  std::string note;   ///< dispute note of the record; the name of a period
  std::string source;
  std::optional<std::uint32_t> origin;
  bool supposed = false;
};

struct TimelineQuery {
  std::optional<Day> from;  ///< both ends included
  std::optional<Day> to;    ///< needed: the last valid day
  Day known;                ///< as known on this day
  std::string party;        ///< "" for all; a group with its members
  std::string term;  ///< "" for all; a term, or the id of one of its findings ("O-EU-TRANS@fr")
};

/// Events, declarations and changes of state, ordered by day, then kind, then term. Looks only at
/// days on which something can change: O(R log R) plus one evaluation for each such day of each
/// term.
[[nodiscard]] std::vector<TimelineEntry> timeline(const Evaluator& evaluator,
                                                  const TimelineQuery& query);

/// A maximal run of breaking observations of one rule (chapter 5.2).
struct Episode {
  enum class Kind : std::uint8_t {
    beyond,
    below,
    seen,
    not_held
  };  ///< a maximum, a minimum, prohibit, require
  Kind kind = Kind::beyond;
  std::string term;
  std::string party;
  std::string rule;
  Day first_observed;                 ///< valid day of the first observation that breaks the rule
  Day first_known;                    ///< known day of that observation
  std::optional<Day> last_satisfied;  ///< crossing interval is (last_satisfied, first_observed]
  std::optional<Day> first_within;  ///< the satisfying observation that ended it; none: it goes on
  std::optional<std::int32_t> duration_days;  ///< first_observed to first_within
  std::string first_value, limit;             ///< as on record / as printed
  std::string extreme;                        ///< the largest value; of a minimum the smallest
  Day extreme_day;
  std::optional<Day>
      announced;             ///< the obliged party's own announcement (suspends, refuses, ceases)
  std::string announcement;  ///< its title
  std::vector<std::uint32_t>
      origins;  ///< records: last satisfying, first breaking, extreme, first within
};

[[nodiscard]] const char* word(Episode::Kind kind);  ///< "beyond", "below", "seen", "not held"

/// Terms with a rule that can be broken on a day. Duties are never beyond a limit, and not
/// performed only where somebody refuses: of a term that has nothing else no day need be looked at.
[[nodiscard]] std::set<std::string, std::less<>> breakable_terms(const Evaluator& evaluator);
/// Of one subject; looks through the text.
[[nodiscard]] std::vector<Episode> episodes(const Evaluator& evaluator, const Subject& subject,
                                            Day to, Day known);
/// The same of a subject whose term is among the breakable ones: where many are asked about.
[[nodiscard]] std::vector<Episode> episodes_of(const Evaluator& evaluator, const Subject& subject,
                                               Day to, Day known);

/// First day of the unbroken run of the state that the subject has on `valid`, as known on `known`.
[[nodiscard]] std::optional<Day> state_since(const Evaluator& evaluator, const Subject& subject,
                                             Day valid, Day known);

}  // namespace accord::agreement
