#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "agreement/evaluate/compiled.h"
#include "agreement/evaluate/left_out.h"
#include "evidence/record.h"

/// The records that count under the options, looked up by measure, event and party. Internal to the
/// evaluator. Everything is in an order that rests on what the records say, never on their place in
/// the input.
namespace accord::agreement {

using namespace evidence;

/// Which records count: all, or only those that name the party (agreement-2, 9). One that says
/// *none* counts in both.
enum class Attribution : std::uint8_t { all, named };

struct IndexedObservation {
  const Observation* record = nullptr;
  Id party = no_id;
  Id row = 0;       ///< equal for a record and its corrections
  Id source = 0;    ///< equal for records of one source (chapter 5.1)
  Id provider = 0;  ///< equal for records of one table: two of them are two accounts of a flow
  bool anonymous = false;  ///< without any origin, as the facts of an example
  bool names_one = false;  ///< a single party of the text, not a group, a body or an outsider
  Day replaced;            ///< known day from which another row stands in its place
  [[nodiscard]] const Header& head() const { return record->head; }
  [[nodiscard]] bool stands(Day known) const {
    return record->head.known <= known && known < replaced;
  }
};

template <class Record>
struct IndexedAct {
  const Record* record = nullptr;
  Id party = no_id;
  Id identity = 0;         ///< equal for records of one row
  Day replaced;            ///< known day from which a correction, or another row, stands instead
  bool names_one = false;  ///< a single party of the text
  bool is_told =
      false;  ///< of a body or outsider, in a row that names a party of the text: its own
  [[nodiscard]] const Header& head() const { return record->head; }
  [[nodiscard]] bool stands(Day known) const {
    return record->head.known <= known && known < replaced;
  }
};
/// A row that may be an event and does not say so.
struct Unsure {
  const Observation* record = nullptr;
  Id party = no_id;
  [[nodiscard]] const Header& head() const { return record->head; }
};
using Happened = IndexedAct<EventRecord>;
using Declared = IndexedAct<Declaration>;

class Index {
 public:
  Index(const CompiledAgreement& compiled, const Records& records, const Options& options);

  /// Records about a measure that count for a scope, by valid day.
  using Series = std::vector<Id>;  ///< indexes into `seen`
  [[nodiscard]] const Series& series(Id measure, Id scope, Attribution which) const;
  [[nodiscard]] const IndexedObservation& seen(Id id) const { return seen_[id]; }

  /// Records of an event, by valid day.
  [[nodiscard]] const std::vector<Happened>& happened(Id event) const;
  /// Rows that may be the event, by valid day: no act, and no silence either.
  [[nodiscard]] const std::vector<Unsure>& unsure(Id event) const;
  /// Declarations of a party, by valid day.
  [[nodiscard]] const std::vector<Declared>& declared(Id party) const;
  /// Those that name the term; for an empty name, those about all that the party owes.
  using Declarations = std::vector<const Declared*>;
  [[nodiscard]] const Declarations& declared_about(Id party, std::string_view term) const;

  /// Whether the subject has to be judged twice: some record that may be its own names nobody.
  [[nodiscard]] bool may_differ(Id subject) const { return may_differ_[subject]; }
  [[nodiscard]] bool any_differs() const { return any_differs_; }

  [[nodiscard]] bool any_supposed() const { return any_supposed_; }

  const Records& records;
  const LeftOut left_out;

 private:
  friend class Indexer;
  bool any_supposed_ = false, any_differs_ = false;
  std::vector<IndexedObservation> seen_;
  std::vector<Series> of_measure_;
  std::unordered_map<std::uint64_t, Series> scoped_;  ///< only where the scope leaves records out
  std::unordered_map<std::uint64_t, Series> named_;   ///< only where some of these name nobody
  std::vector<bool> unnamed_events_, may_differ_;
  std::vector<std::vector<Happened>> happened_;
  std::unordered_map<Id, std::vector<Unsure>> unsure_;
  std::vector<std::vector<Declared>> declared_;
  std::vector<std::unordered_map<std::string_view, Declarations>> about_;  ///< by party and term
};

}  // namespace accord::agreement
