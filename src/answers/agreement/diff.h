#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/explain/diff.h"
#include "answers/agreement/terms.h"
#include "evidence/words.h"

namespace accord::answers {

struct DiffQuestion {
  std::vector<Day> known;
  std::optional<std::string> data;
  std::optional<Day> on;

  /// U004: other than no days or two.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "diff_question", "What two agreement texts say differently",
      member<&DiffQuestion::known>("known",
                                   "two days: of one text, what decisions between them changed")
          .shown_as("DAY,DAY"),
      member<&DiffQuestion::data>("data",
                                  "also list the findings that differ on the records of this "
                                  "workspace")
          .shown_as("DIR")
          .completed_by("folders"),
      member<&DiffQuestion::on>("on", "day of these findings; otherwise the last of the record")
          .setting());
};

struct ChangedFinding {
  std::string id;
  std::optional<evidence::Outcome> outcome_before, outcome_after;
  std::optional<evidence::State> state_before, state_after;

  static constexpr auto described =
      object("changed_finding", "A finding whose state differs by the two texts",
             member<&ChangedFinding::id>("id", "its name"),
             member<&ChangedFinding::outcome_before>("outcome_before",
                                                     "by the first text; none: not in this text"),
             member<&ChangedFinding::state_before>("state_before", "the same"),
             member<&ChangedFinding::outcome_after>("outcome_after",
                                                    "by the second text; none: not in this text"),
             member<&ChangedFinding::state_after>("state_after", "the same"));
};

struct DiffAnswer {
  std::vector<agreement::Difference> differences;
  std::optional<std::string> workspace;
  std::optional<Day> on;
  std::vector<ChangedFinding> findings_changed;

  [[nodiscard]] bool is_different() const { return !differences.empty(); }

  static constexpr auto described = object(
      "diff", "What two agreement texts say differently",
      member<&DiffAnswer::differences>("differences",
                                       "in the order of the first text, then what the second adds"),
      member<&DiffAnswer::workspace>("workspace",
                                     "whose record was judged by either text; none: not asked"),
      member<&DiffAnswer::on>("on", "the day judged; none: not asked"),
      member<&DiffAnswer::findings_changed>(
          "findings_changed", "in the order of the second text; empty also where it is not asked"),
      member<&DiffAnswer::is_different>("is_different", "whether there is a difference")
          .deciding());
};

/// Of the first text and the second, or of one text at two known days. U005: neither is named.
[[nodiscard]] Answered<DiffAnswer> diff(const Terms& terms, const DiffQuestion& asked);

extern const Question diff_question;

}  // namespace accord::answers
