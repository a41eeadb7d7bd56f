#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "agreement/model/parts.h"

/// The items of an agreement text: what the parser makes, the printer prints and the evaluator
/// judges.
namespace accord::agreement {

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
