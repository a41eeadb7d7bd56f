#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "agreement/evaluate/compiled.h"
#include "agreement/evaluate/index.h"
#include "evidence/finding.h"

/// What one call of the evaluator knows: the two days, the assumed answers, and what it has
/// computed so far. Made anew for every call, so that an `Evaluator` can be shared by threads.
/// Internal.
namespace accord::agreement {

using namespace evidence;

class DutyHistories;

enum class Truth : std::uint8_t { no, unknown, yes };

[[nodiscard]] Truth negation(Truth a);
[[nodiscard]] Truth both(Truth a, Truth b);    ///< Kleene's `and`
[[nodiscard]] Truth either(Truth a, Truth b);  ///< Kleene's `or`

struct NamedDayFound;

/// Days, conditions and states rest on records too; this carries them along.
struct Grounds {
  /// An event, or a named day with what it rests on: many may rest on one day, and it on many.
  struct Source {
    const Happened* event = nullptr;
    const NamedDayFound* day = nullptr;
  };
  std::vector<Source> sources;
  std::vector<const Declared*> declarations;
  std::vector<Id> open_questions;  ///< reached without an answer, each once
  bool supposed = false;           ///< a term looked at rests on a supposed record
  void add(const Grounds& other);
  void add(const Happened& event) { sources.push_back({&event, nullptr}); }
  void add(const NamedDayFound& day) { sources.push_back({nullptr, &day}); }
  void add_question(Id question);
  /// In the order in which they were added, each once.
  [[nodiscard]] std::vector<const Happened*> events() const;
};

/// A named day as it is known on the days of a call.
struct NamedDayFound {
  bool entered = false, computed = false;
  std::optional<Day> day;
  std::optional<Day> not_before;  ///< not known: no day before this one
  Grounds grounds;
  // Made when asked for.
  std::optional<std::vector<std::string>> missing;             ///< why it is not known, each once
  mutable std::optional<std::vector<const Happened*>> events;  ///< of the grounds, each once
};

struct Quantity;

/// A measure of someone by the records of one attribution, on a day or over days up to it.
struct MeasureOn {
  Id measure = no_id, scope = no_id;
  Attribution which = Attribution::all;
  Day from, to;
  bool figures_only = false, in_words = false;
  friend auto operator<=>(const MeasureOn&, const MeasureOn&) = default;
};
using Quantities = std::map<MeasureOn, std::shared_ptr<const Quantity>>;

/// The named days of a known day: the valid day has no influence on them, so that contexts of many
/// valid days share them.
struct DaysFound {
  std::vector<NamedDayFound> days;  ///< sized on first use
  Quantities flows;                 ///< what each day adds to a sum
  std::map<std::pair<const Scope*, Id>, NamedDayFound> own_days;
  std::shared_ptr<DaysFound> named;  ///< by the records that name the party
};

/// `entered` and not `computed`: on the way, or in a circle, which a checked text does not have.
struct Verdict {
  bool entered = false, computed = false;
  State state = State::undetermined;
  std::vector<Id> open_questions;
  bool supposed = false;
};

struct Context {
  const CompiledAgreement& compiled;
  const Index& index;
  Day valid, known;
  std::vector<std::pair<Id, Id>> assumed;  ///< question, answer

  using NamedDay = NamedDayFound;
  std::shared_ptr<DaysFound> found = std::make_shared<DaysFound>();
  std::unordered_map<Id, Verdict> verdicts = {};
  std::map<std::pair<Id, Id>, std::shared_ptr<Context>> under =
      {};  ///< with one more answer assumed
  Attribution which = Attribution::all;
  Context* whole = nullptr;  ///< of one with the named records: that with all of them
  std::shared_ptr<Context> named_records = nullptr;     ///< made when first asked for
  std::map<Id, std::optional<Together>> together = {};  ///< by term
  DutyHistories* duties = nullptr;                      ///< of the evaluator
  mutable Quantities formulas = {};                     ///< computed already; see quantity.cpp
};

/// Question and answer of each assumption that the text has.
[[nodiscard]] std::vector<std::pair<Id, Id>> assumed_in(const CompiledAgreement& compiled,
                                                        const std::vector<Assumption>& assume);

/// The same question from the records that name the party.
[[nodiscard]] Context& with_named(Context& context);
/// The same question with one more answer assumed.
[[nodiscard]] Context& under_answer(Context& context, Id question, Id answer);

/// Whether what happened is an act of those in the scope, by the records that count.
[[nodiscard]] bool is_act(const Context& context, const Scope& scope, Id event, const Happened& h);
/// The same for an own event: who only reports does not act.
[[nodiscard]] bool is_own(const Context& context, const Scope& scope, Id event, const Happened& h);

// --- days and versions
// ------------------------------------------------------------------------------

/// The day of an expression as known on `context.known`; `own` is whose own events count (may be
/// null).
[[nodiscard]] std::optional<Day> day_of(Context& context, const CompiledDay& day, const Scope* own,
                                        Grounds& grounds);
/// First end of the period that is known; nothing when it has none or it is not known.
[[nodiscard]] std::optional<Day> end_of(Context& context, const CompiledPeriod& period, Day start,
                                        const Scope* own, Grounds& grounds);
/// A named day with what it rests on.
[[nodiscard]] const Context::NamedDay& named_day(Context& context, Id index, const Scope* own);
/// A day moved by the steps behind an expression.
[[nodiscard]] Day shifted(const Context& context, Day day, const CompiledDay& expression);

/// No day before this one can be that of the expression, as far as known; nothing when any can.
[[nodiscard]] std::optional<Day> not_before(Context& context, const CompiledDay& day,
                                            const Scope* own);
/// What an end that is not known waits for. It has no bound when it waits for an event alone.
struct OpenEnd {
  std::optional<Day> not_before;
  std::vector<Id> waits_for;  ///< events
};
[[nodiscard]] OpenEnd open_end(Context& context, const CompiledPeriod& period, const Scope* own);
/// Why an expression is not known: "event x is not on record".
[[nodiscard]] std::string unknown_because(Context& context, const CompiledDay& day,
                                          const Scope* own);

/// The clauses of a term that hold on a day: for each kind, the block that provides it.
struct Version {
  bool added = true;       ///< false: by an amendment that has no effect yet
  Id repealed_by = no_id;  ///< amendment
  std::vector<Id> blocks;  ///< clauses: the base, then those of replacements that hold, in order
  std::array<Id, clause_kinds> from{};  ///< which block provides the kind

  [[nodiscard]] const CompiledClauses& of(const CompiledAgreement& compiled,
                                          ClauseKind kind) const {
    return compiled.clauses[from[static_cast<std::size_t>(kind)]];
  }
};
/// `party` is judged, of a term that obliges each; else `no_id`.
[[nodiscard]] Version version_of(Context& context, Id term, Id party, Grounds& grounds);
/// Whose records count for the party; `no_id` when the version does not oblige it.
[[nodiscard]] Id scope_in(const CompiledAgreement& compiled, const Version& version, Id party);
[[nodiscard]] std::vector<const CompiledRule*> rules_of(const CompiledAgreement& compiled,
                                                        const Version& version);

// --- conditions
// -------------------------------------------------------------------------------------

[[nodiscard]] Truth truth_of(Context& context, const CompiledCondition& condition, Id asking_party,
                             Grounds& grounds);
/// First day on which the event is on record, among those seen on the valid day.
[[nodiscard]] const Happened* first_seen(const Context& context, Id event);
/// The declaration that has the party cease as a whole on the valid day; null while it performs.
[[nodiscard]] const Declared* ceased(const Context& context, Id party);
/// The declaration of the kind that holds for the term on the valid day; null when there is none.
[[nodiscard]] const Declared* declared_about(const Context& context, Id party,
                                             Declaration::Kind kind, std::string_view term);
/// The first of the unbroken run of declarations that `last` ends; itself when it is the only one.
[[nodiscard]] const Declared* first_of_run(const Context& context, Id party, const Declared& last,
                                           std::string_view term);

// --- terms
// ------------------------------------------------------------------------------------------

/// Steps 1 to 5 of chapter 5.1, and agreement-2, 9. Fills the finding only when one is given.
Verdict judge(Context& context, Id subject, Finding* finding);
/// The same, from what the context has computed already.
[[nodiscard]] Verdict verdict_of(Context& context, Id subject);

}  // namespace accord::agreement
