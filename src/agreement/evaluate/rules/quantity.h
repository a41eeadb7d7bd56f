#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/evaluate/context.h"
#include "agreement/model/interval.h"

/// What the records say about a measure: a figure, a range, or why there is none (chapter 5.3).
/// Internal to the evaluator.
namespace accord::agreement {

struct Quantity {
  enum class Kind : std::uint8_t {
    figure,     ///< `value`; `range` is the figure with its uncertainty
    range,      ///< `range` from an attestation
    contested,  ///< equal records that differ: `range` reaches over all of them
    at_least,  ///< a part is missing (`missing` says why): `range` is what is shown; of a part that
               ///< cannot be read it may also be “at most”
    none       ///< nothing to judge: `missing` says why
  };
  Kind kind = Kind::none;
  State missing = State::no_value;  ///< no_value, no_new_value or not_verifiable_no_access
  Rational value;
  Interval range;
  Rational uncertainty;               ///< 0 when none is given
  std::optional<Day> oldest, newest;  ///< valid days of the records used
  std::vector<const IndexedObservation*> used;
  std::vector<const IndexedObservation*> others;  ///< superseded, or of weaker evidence
  std::vector<Quantity> equals;  ///< contested records of one measure, each by itself
  std::string reason;            ///< why something is missing
  std::optional<Day> overtaken;  ///< by a record of this later day that was left out
};

/// What is asked of a measure.
struct MeasureQuery {
  Id measure = no_id;
  Id scope = no_id;
  Day from, to;               ///< flow: the days added up; amount: only `to` counts
  bool figures_only = false;  ///< look past statements without a figure (for `last known`)
  bool in_words = false;      ///< fill `reason`
};

/// In the unit of the measure.
[[nodiscard]] Quantity quantity_of(const Context& context, const MeasureQuery& query);

/// The state of a figure or range against what is allowed (chapter 4.1, 5.3).
[[nodiscard]] State judged(const Quantity& quantity, const Interval& allowed);

/// Chapter 5.1: of one source the latest known day; then the better grade; then the later known
/// day. What is left in `candidates` is equal; the rest goes to `others`.
void weigh(std::vector<const IndexedObservation*>& candidates,
           std::vector<const IndexedObservation*>& others);

/// Takes out what a later known record of the same row has replaced (all records are of one day).
void drop_corrected(std::vector<const IndexedObservation*>& records,
                    std::vector<const IndexedObservation*>& others);

// --- pieces
// -----------------------------------------------------------------------------------------

[[nodiscard]] Quantity nothing(State missing, std::string reason);
/// One record, converted into the unit of the measure.
[[nodiscard]] Quantity figure_of(const Context& context, const IndexedObservation& seen,
                                 const MeasureQuery& query);
/// A report without a figure, or without access.
[[nodiscard]] Quantity statement_of(const Context& context, const IndexedObservation& seen,
                                    const MeasureQuery& query);
/// Equal accounts of the same thing.
[[nodiscard]] Quantity contested(Quantity a, const Quantity& b);
/// The sum of the parts, each times its weight (1 when none are given). A part without a figure
/// never counts as zero: what is shown is then "at least".
[[nodiscard]] Quantity total(const std::vector<Quantity>& parts,
                             const std::vector<Rational>* weights = nullptr);
void take_records(Quantity& to, const Quantity& from);
/// A part that occurs twice rests on its records once.
void each_once(std::vector<const IndexedObservation*>& records);
/// Choices among equal records that are tried, one after the other.
inline constexpr std::size_t choices_max = 64;
/// The graver reason why nothing is shown stands for the whole.
void note_missing(std::optional<State>& missing, const Quantity& part);
/// Nothing to judge where the numbers are too large to be exact.
[[nodiscard]] Quantity checked(Quantity q);
/// What a flow adds up to over the days of the query.
[[nodiscard]] Quantity flow_of(const Context& context, const MeasureQuery& query);

/// Of a book that cannot be read as a whole.
[[nodiscard]] inline bool is_incomplete(const Observation& o) {
  return !o.unread.empty();
}
/// A row of a table that may be about the measure and does not say what: the place of what it does
/// not say has no column.
[[nodiscard]] inline bool is_unsure(const Context& context, const Observation& o) {
  return is_incomplete(o) && context.index.records.unread[o.unread.front()].column == 0;
}
/// Why: what cannot be read, or the row that may be about it.
[[nodiscard]] std::string incomplete_words(const Context& context, const Observation& o);
[[nodiscard]] inline bool is_statement(Relation r) {
  return r == Relation::no_figure || r == Relation::no_access;
}
/// Index of the first record of the series with a valid day after `day`.
[[nodiscard]] std::size_t first_after(const Context& context, const Index::Series& series, Day day);
/// "“enriched uranium, all forms”": the title of the measure.
[[nodiscard]] inline std::string measure_title(const Context& context, Id measure) {
  const Heading& head = context.compiled.measures[measure].text->head;
  return in_quotes(head.title.empty() ? head.name.text : head.title);
}

}  // namespace accord::agreement
