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

/// What the items of an agreement text (model.h) are made of: names, days, bounds, clauses. The
/// model holds names, not pointers; `agreement/check.h` guarantees that they resolve. Equality is
/// equality of meaning *as written*: places and comments do not count (property 8 of the chapter).
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

}  // namespace accord::agreement
