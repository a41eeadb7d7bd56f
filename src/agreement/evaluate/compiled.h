#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/evaluate/place.h"
#include "agreement/evaluate/plain_words.h"
#include "agreement/model/calendar.h"
#include "agreement/model/clause_kinds.h"
#include "agreement/model/interval.h"
#include "agreement/model/model.h"
#include "agreement/model/units.h"

/// The agreement with its names resolved to numbers, made once for an `Evaluator`. Internal to the
/// evaluator; it points into the model, which must outlive it. A name that does not resolve (the
/// text was not checked) becomes `no_id` and shows nothing.
namespace accord::agreement {

using Id = std::uint32_t;
inline constexpr Id no_id = ~Id{0};
[[nodiscard]] inline bool has(const std::vector<Id>& sorted, Id id) {
  return std::binary_search(sorted.begin(), sorted.end(), id);
}

struct CompiledDay {
  DayExpression::Kind kind = DayExpression::Kind::date;
  Day date;
  Id index = no_id;  ///< named day, or event
  CalendarUnit unit{};
  std::vector<CompiledDay> parts;
  const DayExpression* text = nullptr;
};

struct CompiledPeriod {
  CompiledDay from, until;
  const Period* text = nullptr;
};

struct CompiledStep {
  Interval allowed;  ///< in the unit of the measure, with the tolerance
  const Bound* text = nullptr;
  std::optional<CompiledDay> as_of;
};

struct CompiledLimit {
  Id measure = no_id;
  std::optional<CompiledDay> per_from;
  std::vector<CompiledStep> steps;
  const Limit* text = nullptr;
};

struct CompiledActivity {
  Id measure = no_id;
  Area area;                  ///< prohibit
  std::vector<Area> targets;  ///< require: each must be covered
  const ActivityRule* text = nullptr;
};

struct CompiledDuty {
  Id event = no_id;
  Id trigger = no_id;
  CompiledDay by, from;
  const Duty* text = nullptr;
};

struct CompiledRule {
  std::variant<CompiledLimit, CompiledActivity, CompiledDuty> what;
  const Rule* text = nullptr;
};

struct CompiledCondition {
  Condition::Kind kind = Condition::Kind::event;
  std::vector<CompiledCondition> parts;
  Id index = no_id;  ///< event, party, question or term
  bool of_question = false;
  Id answer = no_id;              ///< of the question
  std::optional<Outcome> wanted;  ///< of the term
  const Condition* text = nullptr;
};

/// Whose records count for a finding (chapter 5.1: a record that names a party counts for that
/// party; agreement-2, 9: one that names nobody).
struct Scope {
  enum class Kind : std::uint8_t {
    each,     ///< records of the party, and those that name nobody
    one,      ///< and those of bodies and outsiders, who only report
    jointly,  ///< acts of any member, or of the group
    member,   ///< figures of one member of a jointly obliged group
    whole     ///< figures of that group as such
  };
  Kind kind = Kind::one;
  std::vector<Id> parties;  ///< sorted; exactly one for each, one, member
  std::vector<Id>
      groups;  ///< sorted; those with one of the parties inside: what it does, each does
  std::vector<Id> wholes;   ///< sorted; whole: the groups that are just these parties
  std::vector<Id> members;  ///< jointly: a `member` scope for each party
  Id whole = no_id;         ///< jointly: its `whole` scope
  bool of_body = false;     ///< one: the party is itself a body
  friend bool operator==(const Scope&, const Scope&) = default;
};

/// How a record stands to a scope.
enum class Standing : std::uint8_t {
  apart,    ///< it does not count
  unnamed,  ///< it counts, but does not name the party
  named
};

struct CompiledObliges {
  Obliges::How how = Obliges::How::one;
  std::vector<Id> parties;  ///< groups replaced by their members
  std::vector<Id> scopes;   ///< each: one for every party; else exactly one
};

struct CompiledClauses {
  const Clauses* text = nullptr;
  ClauseKinds kinds;  ///< those of which there is a clause
  std::optional<CompiledObliges> obliges;
  std::optional<CompiledPeriod> from;
  std::vector<CompiledRule> rules;
  std::vector<CompiledCondition> conditions;  ///< as text->conditions
};

struct PartyInfo {
  std::string name;
  bool is_body = false;
  bool is_declared = false;
  std::vector<Id> members;  ///< without groups; empty for a single party
};

struct MeasureInfo {
  const Measure* text = nullptr;
  struct Part {
    Id measure = no_id;
    Rational weight;  ///< with its sign, into the unit of the sum (of the first part of a share)
  };
  std::vector<Part> parts;  ///< of the formula
  bool has_minus = false;
  std::optional<std::vector<Id>> leaves =
      {};  ///< measures with records behind the formula, when they are few
};

struct TermInfo {
  const Heading* head = nullptr;
  Id base = no_id;      ///< clauses
  Id added_by = no_id;  ///< amendment; none when it was there from the start
  struct Change {
    Id amendment = no_id;
    Id clauses = no_id;  ///< none: repeal
  };
  std::vector<Change> changes;
  std::vector<Id> subjects;
  std::vector<Id> needs;  ///< terms whose outcome a condition looks at, in any version
  std::vector<Id> waivers;
  std::vector<Id> own_events;  ///< that a day, a step or a call of it rests on, in any version
  std::vector<std::string> provisions;  ///< those `about` it
};

struct AmendmentInfo {
  const Amendment* text = nullptr;
  CompiledDay effective;
  bool is_own = false;  ///< each party has its own effective day
};

struct WaiverInfo {
  const Waiver* text = nullptr;
  std::vector<Id> for_parties;  ///< groups replaced by their members; empty: for all
  CompiledPeriod from;
};

struct QuestionInfo {
  const Question* text = nullptr;
  Id arises_from = no_id;
};

struct SubjectInfo {
  Id term = no_id;
  Id party = no_id;  ///< `each`
};

class CompiledAgreement {
 public:
  CompiledAgreement(const Agreement& agreement, const Records& records);

  const Agreement& agreement;
  Units units;
  Calendar calendar;
  Places places;
  PlainWords words;  ///< titles and conditions in sentences; days stay expressions
  std::vector<PartyInfo> parties;
  std::vector<MeasureInfo> measures;
  std::vector<const Event*> events;
  std::vector<CompiledDay> days;
  std::vector<std::vector<Id>> day_needs;  ///< named days that each one names
  std::vector<bool> day_is_own;            ///< rests on an own event, perhaps through other days
  std::vector<QuestionInfo> questions;
  std::vector<TermInfo> terms;
  std::vector<AmendmentInfo> amendments;
  std::vector<WaiverInfo> waivers;
  std::vector<CompiledClauses> clauses;
  std::vector<Scope> scopes;
  /// For whom a measure is judged, by a rule about it or about what is computed from it.
  struct Use {
    Id scope = no_id;
    bool activity = false;  ///< what the party is seen to do, not a figure of it
  };
  std::vector<std::vector<Use>> measure_uses;
  /// The party that rules about a measure or event oblige: `no_id` for none, `several` for more.
  static constexpr Id several = no_id - 1;
  std::vector<Id> measure_owner, event_owner;
  std::vector<SubjectInfo> subjects;
  std::vector<Subject> subject_names;

  enum class Kind : std::uint8_t { party, measure, event, day, question, term };
  /// The number of a declared name; `no_id` when there is none of that kind.
  [[nodiscard]] Id find(Kind kind, std::string_view name) const;
  /// Also for parties that only records name; `no_id` for the empty name.
  [[nodiscard]] Id party(std::string_view name) const;
  /// `text` must outlive what is made of it.
  [[nodiscard]] CompiledDay compile(const DayExpression& text) const;
  [[nodiscard]] Id subject(Id term, Id party) const;  ///< `no_id` when there is none

  /// Of a figure of the party, and of what it does or is seen to do.
  /// A body or an outsider only reports about others, unless the record `names_subject`.
  [[nodiscard]] Standing figure_standing(const Scope& scope, Id party, bool names_subject) const;
  [[nodiscard]] Standing act_standing(const Scope& scope, Id party, bool names_subject) const;
  /// Whether a rule of any term that obliges another party has it as its subject.
  [[nodiscard]] bool concerns_others(Id measure, Id party) const;
  [[nodiscard]] bool event_concerns_others(Id event, Id party) const;

 private:
  friend class Compiler;
  struct Ref {
    Kind kind;
    Id id;
  };
  std::unordered_map<std::string_view, Ref> names_;
  std::unordered_map<std::string, Id> outsiders_;
};

/// Fills in own events and owners, once everything else is there.
void note_whose(CompiledAgreement& compiled);

/// Fills in the leaves of formulas.
void note_leaves(CompiledAgreement& compiled);

}  // namespace accord::agreement
