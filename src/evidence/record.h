#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/rational.h"

/// What happened: plain values that the evaluator weighs. Made by `formats` from tables, by the
/// ledger from signed entries, from the facts of an example, or from `--suppose`.
namespace accord::evidence {

/// From the strongest to the weakest: verified > attested > estimated > declared > reported >
/// unverified.
enum class Grade : std::uint8_t { verified, attested, estimated, declared, reported, unverified };

/// Whether the text of the record was found, computed from found figures, or is recalled from
/// memory.
enum class Trace : std::uint8_t { found, derived, recalled };

/// Where a record comes from, down to a row with its content hash.
struct Origin {
  std::string id;  ///< identifier in its table: "E015", "R-21"
  std::string
      file;  ///< relative to the workspace, e.g. "data/quarterly.csv"; "" for facts of an example
  std::uint32_t row = 0;  ///< line in the file, from 1 (the header is line 1)
  std::string sha256;     ///< hex hash of the row's bytes
  std::string source;     ///< published source, as in the table
  std::string text;       ///< what the record says, in the words of the table
  std::string note;       ///< remark or dispute note of the table
  bool supposed = false;  ///< hypothetical (`--suppose`); marked wherever it is shown
  std::string by;  ///< who says so, where the table tells it: ids of parties, ", " between them
  std::string replaces;        ///< id of the row of the same file that this one corrects, or ""
  bool names_subject = false;  ///< a column says whose conduct it is, whoever reports it

  friend bool operator==(const Origin&, const Origin&) = default;
};

/// What an observation says about its measure.
enum class Relation : std::uint8_t {
  equal,  ///< the figure
  at_most,
  below,
  at_least,
  above,  ///< attestations: a range, not a figure
  seen,
  not_seen,   ///< activities: yes, no
  no_figure,  ///< a report that could have carried the figure and does not
  no_access   ///< the verifier states that it cannot verify
};

/// Fields shared by everything on record. `valid` is the day the fact is about, `known` the day it
/// became known.
struct Header {
  Day valid;
  Day known;
  Grade grade = Grade::verified;
  Trace trace = Trace::found;
  std::string party;         ///< whom it is about or who acted; "" when the record names none
  std::uint32_t origin = 0;  ///< index into Records::origins

  friend bool operator==(const Header&, const Header&) = default;
};

/// Something in a file that cannot be read and that a figure would rest on.
struct Unread {
  std::string file;  ///< relative to the workspace
  std::uint32_t line = 0, column = 0;
  std::string label;  ///< what stands there, in the words of the file's form: "630"
  std::string found;  ///< the value found; may be empty

  friend bool operator==(const Unread&, const Unread&) = default;
};

struct Observation {
  Header head;
  std::string
      metric;  ///< the name under which measures look it up (`data { … }`), or a measure's own name
  Relation relation = Relation::equal;
  Decimal value;
  std::string unit;                     ///< a unit of the agreement, e.g. "kg_u"
  std::optional<Rational> uncertainty;  ///< expanded uncertainty U in the same unit
  bool outside = false;                 ///< sites: everywhere but there
  std::vector<std::string> sites;       ///< empty: speaks about everywhere
  /// Not empty: the figure is incomplete, because this cannot be read; indexes into
  /// Records::unread. `at_least` and `at_most` are then ends of a figure that is not known, and no
  /// attestation.
  std::vector<std::uint32_t> unread;

  friend bool operator==(const Observation&, const Observation&) = default;
};

/// Something happened. `names` are the keys under which events look it up: its record id and more.
struct EventRecord {
  Header head;
  std::vector<std::string> names;
  std::string answers;   ///< origin id of the call it answers, or ""
  bool partly = false;   ///< performed in part only
  std::string category;  ///< free word for the timeline: milestone, resolution, talks …
  std::string title;

  friend bool operator==(const EventRecord&, const EventRecord&) = default;
};

/// A party's own word about its commitments. `terms` empty: as a whole (ceases, resumes).
struct Declaration {
  enum class Kind : std::uint8_t { ceases, suspends, resumes, refuses };
  Header head;  ///< head.party declares
  Kind kind = Kind::ceases;
  std::vector<std::string> terms;
  std::string title;

  friend bool operator==(const Declaration&, const Declaration&) = default;
};

struct Records {
  std::vector<Origin> origins;
  std::vector<Observation> observations;
  std::vector<EventRecord> events;
  std::vector<Declaration> declarations;
  std::vector<Unread> unread;
};

[[nodiscard]] const char* word(Grade grade);
[[nodiscard]] const char* word(Trace trace);
[[nodiscard]] std::optional<Grade> grade_of(std::string_view word);

/// Moves everything of `more` behind what is in `records`, keeping each record's own origin.
void append(Records& records, Records more);

}  // namespace accord::evidence
