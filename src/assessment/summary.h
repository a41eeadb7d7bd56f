#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "evidence/finding.h"

/// What a reader may quote of an assessment: who kept what since when, what is not met, what cannot
/// be known and why, and where the record ends. Each sentence is complete alone: it names the day
/// it is about and the day of the knowledge. Text, report, JSON and Python show these very
/// sentences.
namespace accord::assessment {

/// Where the record that an answer rests on ends.
struct RecordEnd {
  std::optional<Day> day;  ///< known day of the last record that is known by then; none: nothing is
  bool nothing_later = true;  ///< false: later records are on file and are not used

  /// "The record ends on 9 September 2026; nothing after it is on record."
  [[nodiscard]] std::string sentence() const;
};
[[nodiscard]] RecordEnd record_end(const Assessment& assessment);

/// Why a commitment is not shown.
enum class Cause : std::uint8_t {
  not_entered,    ///< nothing is on record
  no_access,      ///< the record states that there was no access
  not_renewed,    ///< the last record is too old, or a later report gives nothing new
  unreadable,     ///< something of it is on record and cannot be read
  nobody_named,   ///< the record does not say who it was
  open_question,  ///< it depends on a question of the text that is contested
  not_decided     ///< what is on record does not decide
};
[[nodiscard]] const char* word(Cause cause);  ///< "not entered", "no access", …
/// Contract: the outcome is not shown.
[[nodiscard]] Cause cause_of(const evidence::Finding& finding);

/// A piece of a sentence. A title leads to its finding; a figure has the mark of its finding's
/// evidence.
struct Part {
  std::string text;
  const evidence::Finding* finding = nullptr;
  bool is_figure = false;
};

struct Sentence {
  std::vector<Part> parts;
  /// Without links; a figure that is not found has its mark behind it: "8294.4 kg U (estimated)".
  [[nodiscard]] std::string text() const;
};

/// A finding and the first day of the unbroken run of its *outcome*: a state may change within it,
/// from a figure to a statement, while the commitment is met all the time.
struct Held {
  const evidence::Finding* finding = nullptr;
  std::optional<Day> since;
};

struct NotShown {
  Cause cause = Cause::not_entered;
  std::vector<Held> findings;
};

/// One obliged side: a party, or parties that owe together.
struct SideSummary {
  std::vector<std::string> party;
  std::string title;
  Counts counts;
  std::vector<Held> met, not_met;   ///< by the day since, then as in the text
  std::vector<NotShown> not_shown;  ///< in the order of the causes
  std::vector<Sentence> sentences;
};

/// Points into the findings of the assessment it was made from, which must outlive it.
struct Summary {
  RecordEnd end;
  std::vector<SideSummary> sides;  ///< in the order in which the text first obliges them
  Sentence nothing_due;            ///< sides of which nothing is in force and due; may be empty
  Sentence recalled;  ///< how many findings rest on recalled records only; may be empty

  /// Every sentence in order, the last one says where the record ends.
  [[nodiscard]] std::vector<std::string> texts() const;
};
[[nodiscard]] Summary summarize(const Assessment& assessment);

}  // namespace accord::assessment
