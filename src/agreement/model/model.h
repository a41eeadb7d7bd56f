#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/problem.h"

/// The model of an agreement text: what the parser makes, the printer prints and the evaluator
/// judges. It holds names, not pointers; `agreement/check.h` guarantees that they resolve. Equality
/// is equality of meaning *as written*: places and comments do not count (property 8 of the
/// chapter).
namespace accord::agreement {

/// A place in the text that takes no part in equality.
struct At {
  Place place;
  friend bool operator==(const At&, const At&) { return true; }
};

/// Comment lines (without "#") that stood before an item or clause, inside it, or behind it on its
/// last line; no part in equality.
struct Comments {
  std::vector<std::string> lines;
  bool gap = false;  ///< an empty line stood before; the printer keeps it between items of one line
  friend bool operator==(const Comments&, const Comments&) { return true; }
};

/// Set when a part of an item could not be read: what was read is kept (its name is declared), and
/// checks stay silent about what is missing, so that one fault gives one message. No part in
/// equality.
struct Damage {
  bool is = false;
  friend bool operator==(const Damage&, const Damage&) { return true; }
};

/// A declared or used name, or a quoted text, with its place.
struct Name {
  std::string text;
  At at;
  friend bool operator==(const Name&, const Name&) = default;
  [[nodiscard]] bool empty() const { return text.empty(); }
};

using Names = std::vector<Name>;

// --- days
// -----------------------------------------------------------------------------------------

enum class CalendarUnit : std::uint8_t { month, quarter, year };
enum class DurationUnit : std::uint8_t { days, weeks, months, years, working_days };

struct Duration {
  std::int32_t count = 0;
  DurationUnit unit = DurationUnit::days;
  At at;
  friend bool operator==(const Duration&, const Duration&) = default;
};

using Span = std::vector<Duration>;  ///< added one after the other, left to right

struct Shift {
  bool minus = false;
  Duration by;
  friend bool operator==(const Shift&, const Shift&) = default;
};

/// `2016-01-16 + 90 days`, `earliest(a, event b)`, `end of month of event c + 30 days`.
struct DayExpression {
  enum class Kind : std::uint8_t { date, day, event, own_event, earliest, latest, end_of };
  Kind kind = Kind::date;
  Day date;                          ///< date
  Name name;                         ///< day, event, own_event
  CalendarUnit unit{};               ///< end_of
  std::vector<DayExpression> parts;  ///< earliest, latest: one or more; end_of: exactly one
  std::vector<Shift> shifts;         ///< applied left to right
  At at;
  friend bool operator==(const DayExpression&, const DayExpression&) = default;
};

/// From a day for a span, until a day, or without end. In force on [from, end).
struct Period {
  enum class Kind : std::uint8_t { span, until, without_end };
  DayExpression from;
  Kind kind = Kind::without_end;
  Span span;            ///< span
  DayExpression until;  ///< until
  At at;                ///< the word before it: from
  friend bool operator==(const Period&, const Period&) = default;
};

// --- figures
// --------------------------------------------------------------------------------------

struct Value {
  Decimal number;  ///< its scale is the one written, so 205.0 prints as 205.0; equality is by value
  Name unit;       ///< "%" for per cent
  At at;
  friend bool operator==(const Value&, const Value&) = default;
};

struct Bound {
  enum class Kind : std::uint8_t { le, lt, ge, gt, eq, between };
  Kind kind = Kind::le;
  Value value;  ///< the lower end for `between`
  Value upper;  ///< `between` only; same unit
  At at;
  friend bool operator==(const Bound&, const Bound&) = default;
};

/// One part of a formula: weight × measure; `minus` for a part that is taken off.
struct Part {
  bool minus = false;
  std::optional<Decimal> weight;
  Name measure;
  friend bool operator==(const Part&, const Part&) = default;
};

/// A weighted sum of measures, or one share a / b (exactly two parts) in %.
struct Formula {
  bool is_share = false;
  std::vector<Part> parts;
  friend bool operator==(const Formula&, const Formula&) = default;
};

// --- conditions
// -----------------------------------------------------------------------------------

struct Condition {
  enum class Kind : std::uint8_t { all, any, negation, event, performing, is };
  Kind kind = Kind::event;
  std::vector<Condition> parts;  ///< all, any: two or more; negation: exactly one
  Name name;                     ///< event, performing; the term or question of `is`
  Name answer;                   ///< `is`: met, not_met, not_shown, or an answer of the question
  At at;
  friend bool operator==(const Condition&, const Condition&) = default;
};

// --- rules
// ----------------------------------------------------------------------------------------

/// One bound and the day from which it holds (none: from the start of the term).
struct Step {
  Bound bound;
  std::optional<DayExpression> as_of;
  friend bool operator==(const Step&, const Step&) = default;
};

struct Limit {
  Name measure;
  std::optional<CalendarUnit> per;
  std::optional<DayExpression> per_from;
  std::vector<Step> steps;  ///< one or more
  std::optional<Value> tolerance;
  friend bool operator==(const Limit&, const Limit&) = default;
};

/// `prohibit A at S`, `prohibit A outside S`, `require A at S`.
struct ActivityRule {
  enum class Where : std::uint8_t { anywhere, at, outside };
  bool require = false;
  Name activity;
  Where where = Where::anywhere;
  Names sites;
  friend bool operator==(const ActivityRule&, const ActivityRule&) = default;
};

struct Stage {
  Duration duration;
  std::optional<std::string> label;
  friend bool operator==(const Stage&, const Stage&) = default;
};

/// What a duty is counted from.
struct Trigger {
  enum class Kind : std::uint8_t {
    each_event,            ///< of each T
    end_of_unit_of_event,  ///< of the end of the month of each T
    end_of_each_unit,      ///< of the end of each month
    end_of_each_span       ///< of the end of each 6 months from D
  };
  Kind kind = Kind::each_event;
  bool own = false;
  Name event;
  CalendarUnit unit{};
  Span span;
  DayExpression from;
  friend bool operator==(const Trigger&, const Trigger&) = default;
};

struct Duty {
  enum class Kind : std::uint8_t { by, within, before, every };
  Name event;
  Kind kind = Kind::by;
  DayExpression by;           ///< by
  std::vector<Stage> stages;  ///< within: one or more
  Trigger trigger;            ///< within; before (each_event)
  Span span;                  ///< before: at least; every
  Span grace;                 ///< every; may be empty
  friend bool operator==(const Duty&, const Duty&) = default;
};

struct Rule {
  std::variant<Limit, ActivityRule, Duty> what;
  At at;
  Comments comments;
  friend bool operator==(const Rule&, const Rule&) = default;
};

// --- words
// ----------------------------------------------------------------------------------------

struct Reading {
  std::string text;
  Names by;
  At at;
  Comments comments;
  friend bool operator==(const Reading&, const Reading&) = default;
};

struct Quote {
  Name language;
  std::string text;
  bool block = false;  ///< written in """…"""
  At at;
  Comments comments;
  friend bool operator==(const Quote& a, const Quote& b) {
    return a.language == b.language && a.text == b.text;
  }
};

struct Note {
  std::string text;
  At at;
  Comments comments;
  friend bool operator==(const Note&, const Note&) = default;
};

struct Words {
  std::vector<Reading> readings;
  std::vector<Quote> quotes;
  std::vector<Note> notes;
  friend bool operator==(const Words&, const Words&) = default;
};

// --- terms
// ----------------------------------------------------------------------------------------

struct Obliges {
  enum class How : std::uint8_t { one, each, jointly };
  How how = How::one;
  Names who;
  At at;
  Comments comments;
  friend bool operator==(const Obliges&, const Obliges&) = default;
};

struct ConditionClause {
  bool unless = false;
  Condition condition;
  At at;
  Comments comments;
  friend bool operator==(const ConditionClause&, const ConditionClause&) = default;
};

/// The clauses of a term, or of the block of a `replace`. Which were written is in the optionals
/// and in the lists; a checked term has `obliges`, `from` and at least one rule.
struct Clauses {
  std::optional<Obliges> obliges;
  std::optional<Names> owed;
  std::optional<Names> verifier;  ///< empty list: `verifier none`
  std::optional<Period> from;
  std::vector<Rule> rules;
  std::vector<ConditionClause> conditions;  ///< every while, then every unless
  std::optional<Span> stale_after;
  std::optional<Names> reciprocal;
  std::optional<Names> about;
  Words words;
  /// Comments before owed, verifier, from, stale, reciprocal, about, and before the closing brace.
  Comments owed_comments, verifier_comments, from_comments, stale_comments, reciprocal_comments,
      about_comments, closing_comments;
  Damage damage;  ///< a clause is missing because it could not be read
  friend bool operator==(const Clauses&, const Clauses&) = default;
};

/// Name, title in quotes, optional `ref`; every item with a body starts so.
struct Heading {
  Name name;
  std::string title;
  std::optional<std::string> ref;
  At at;  ///< the whole item's first word
  Comments comments;
  Damage damage;
  friend bool operator==(const Heading&, const Heading&) = default;
};

struct Term {
  Heading head;
  Clauses clauses;
  friend bool operator==(const Term&, const Term&) = default;
};

// --- other items
// ----------------------------------------------------------------------------------

struct Source {
  std::string text;
  At at;
  Comments comments;
  friend bool operator==(const Source&, const Source&) = default;
};

struct Languages {
  Names names;
  At at;
  Comments comments;
  friend bool operator==(const Languages&, const Languages&) = default;
};

/// A word of the treaty and what the treaty means by it.
struct Definition {
  Name word;
  std::string meaning;
  std::optional<std::string> ref;
  At at;
  Comments comments;
  friend bool operator==(const Definition&, const Definition&) = default;
};

struct Party {
  Heading head;
  bool is_body = false;
  std::optional<Names> members;  ///< a group
  friend bool operator==(const Party&, const Party&) = default;
};

struct Site {
  Heading head;
  std::optional<Name> parent;
  friend bool operator==(const Site&, const Site&) = default;
};

/// `unit crates "…" with 100 crates = 2.5 t`
struct Unit {
  Heading head;
  std::optional<Value> left, right;  ///< both or none
  friend bool operator==(const Unit&, const Unit&) = default;
};

struct Measure {
  enum class Kind : std::uint8_t { amount, flow, activity };
  Heading head;
  Kind kind = Kind::amount;
  Name unit;  ///< amount, flow
  std::optional<Formula> formula;
  std::optional<Names> data;
  friend bool operator==(const Measure&, const Measure&) = default;
};

struct Event {
  Heading head;
  std::optional<Names> data;
  friend bool operator==(const Event&, const Event&) = default;
};

/// A named day of the calendar (title empty).
struct NamedDay {
  Heading head;
  DayExpression expression;
  friend bool operator==(const NamedDay&, const NamedDay&) = default;
};

struct Holidays {
  std::vector<Day> days;
  At at;
  Comments comments;
  friend bool operator==(const Holidays&, const Holidays&) = default;
};

struct Provision {
  Heading head;
  std::optional<Names> about;
  std::optional<Period> from;
  Words words;
  Comments about_comments, from_comments, closing_comments;
  friend bool operator==(const Provision&, const Provision&) = default;
};

struct ProcedureStage {
  Name name;
  Duration duration;
  bool extendable = false;
  std::optional<std::string> label;
  Comments comments;
  friend bool operator==(const ProcedureStage&, const ProcedureStage&) = default;
};

struct Procedure {
  Heading head;
  std::optional<Names> opens_by;
  Name opens_with;
  std::vector<ProcedureStage> stages;
  Names stops_on;  ///< one a `stops on` step
  std::optional<std::string> leads_to;
  std::optional<DayExpression> available_until;
  Words words;
  Comments opens_comments, stops_comments, leads_comments, available_comments, closing_comments;
  friend bool operator==(const Procedure&, const Procedure&) = default;
};

struct Answer {
  Name name;
  std::string text;
  Names by;
  Comments comments;
  friend bool operator==(const Answer&, const Answer&) = default;
};

struct Question {
  Heading head;
  Name arises_from;
  std::vector<Answer> answers;
  Words words;
  Comments arises_comments, closing_comments;
  friend bool operator==(const Question&, const Question&) = default;
};

/// One change of an amendment, in the order written.
struct Replace {
  Name term;
  Clauses clauses;
  Comments comments;
  friend bool operator==(const Replace&, const Replace&) = default;
};
struct Repeal {
  Name term;
  Comments comments;
  friend bool operator==(const Repeal&, const Repeal&) = default;
};
using Change = std::variant<Replace, Repeal, Term>;

struct Amendment {
  Heading head;
  Day decided;
  DayExpression effective;
  std::vector<Change> changes;
  Words words;
  Comments decided_comments, closing_comments;
  friend bool operator==(const Amendment&, const Amendment&) = default;
};

struct Waiver {
  Heading head;
  Names of;
  std::optional<Names> for_parties;
  Name by;
  Day decided;
  Period from;
  Words words;
  Comments body_comments, closing_comments;
  friend bool operator==(const Waiver&, const Waiver&) = default;
};

// --- examples
// -------------------------------------------------------------------------------------

struct When {
  Day on;
  std::optional<Day> known;  ///< the same day when left out
  Name by;                   ///< empty: no party named
  Name grade;                ///< empty: verified
  At at;
  friend bool operator==(const When&, const When&) = default;
};

/// One fact of an example, of `--suppose`, or of any test: everything a record can say.
struct Fact {
  enum class Kind : std::uint8_t {
    event,      ///< event ID
    no_access,  ///< no access to ID (a measure)
    figure,     ///< ID = value, an attestation with <=, <, >=, >
    seen,       ///< ID yes | no [at | outside sites]
    answer,     ///< ID is ID (assumed)
    ceases,     ///< ID ceases (a party, as a whole)
    suspends,
    resumes,
    refuses  ///< ID … terms; `resumes` with no terms ends `ceases`
  };
  Kind kind = Kind::event;
  Name subject;  ///< event, measure, question or party
  Bound::Kind relation = Bound::Kind::eq;
  Value value;                        ///< figure
  std::optional<Decimal> plus_minus;  ///< figure: expanded uncertainty, same unit
  bool yes = false;                   ///< seen
  ActivityRule::Where where = ActivityRule::Where::anywhere;
  Names sites;  ///< seen
  Name answer;  ///< answer
  Names terms;  ///< suspends, resumes, refuses
  When when;    ///< not for answer
  At at;
  Comments comments;
  friend bool operator==(const Fact&, const Fact&) = default;
};

struct Expectation {
  Name term;
  Name state;
  Day on;
  std::optional<Day> known;
  Name by;  ///< the obliged party, for `each`
  At at;
  Comments comments;
  friend bool operator==(const Expectation&, const Expectation&) = default;
};

struct Example {
  std::string title;
  std::vector<std::variant<Fact, Expectation>> lines;  ///< every fact, then every expectation
  At at;
  Comments comments, closing_comments;
  friend bool operator==(const Example&, const Example&) = default;
};

// --- the agreement
// --------------------------------------------------------------------------------

using Item =
    std::variant<Source, Languages, Definition, Party, Site, Unit, Measure, Event, NamedDay,
                 Holidays, Term, Provision, Procedure, Question, Amendment, Waiver, Example>;

/// The words that begin them, in their order; a party that is a body begins with `body`.
inline constexpr auto item_words = std::to_array<std::string_view>(
    {"source", "languages", "define", "party", "site", "unit", "measure", "event", "day",
     "holidays", "term", "provision", "procedure", "question", "amendment", "waiver", "example"});
static_assert(item_words.size() == std::variant_size_v<Item>);

struct Agreement {
  std::uint32_t version = 1;
  Name name;
  std::string title;
  std::vector<Item> items;    ///< in the order written
  Comments comments;          ///< before `accord`
  Comments closing_comments;  ///< before the closing brace
  Comments end_comments;      ///< after it
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

}  // namespace accord::agreement
