#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/history/kinds.h"
#include "answers/agreement/finding.h"

namespace accord::answers {

struct ExplainQuestion {
  std::string id;

  static constexpr auto described = object(
      "explain_question", "One finding, down to file, row and hash of every record it rests on",
      member<&ExplainQuestion::id>("id", "a finding, as F-T-STOCK, or a term, as T-STOCK")
          .argument()
          .required()
          .shown_as("ID")
          .completed_by("findings"));
};

struct Episode {
  std::string finding, term;
  std::optional<std::string> party;
  std::string rule;
  agreement::Episode::Kind kind{};
  std::optional<Day> last_satisfied;
  Day first_observed, first_known;
  std::optional<Day> first_within;
  std::optional<std::int32_t> duration_days;
  std::optional<std::string> first_value, extreme;
  Day extreme_day;
  std::optional<std::string> limit_shown;
  std::optional<Day> announced;
  std::optional<std::string> announcement;
  std::vector<Record> records;

  static constexpr auto described = object(
      "episode", "A run of observations that break a rule",
      member<&Episode::finding>("finding", "the finding that it belongs to"),
      member<&Episode::term>("term", "the commitment"),
      member<&Episode::party>("party", "who is obliged; none: several owe it together").detail(),
      member<&Episode::rule>("rule", "the rule as the text has it"),
      member<&Episode::kind>(
          "kind", "beyond a maximum, below a minimum, seen although prohibited, or not held"),
      member<&Episode::last_satisfied>(
          "last_satisfied", "the last observation before it that keeps the rule; none on record"),
      member<&Episode::first_observed>("first_observed", "the first observation that breaks it"),
      member<&Episode::first_known>("first_known", "the day on which that became known"),
      member<&Episode::first_within>("first_within",
                                     "the observation that ends it; none: it goes on"),
      member<&Episode::duration_days>("duration_days", "days from first_observed to first_within"),
      member<&Episode::first_value>("first_value", "the first figure as on record").detail(),
      member<&Episode::extreme>("extreme",
                                "the largest figure as on record; of a minimum the smallest"),
      member<&Episode::extreme_day>("extreme_day", "the day of that figure").detail(),
      member<&Episode::limit_shown>("limit_shown", "the limit in words; none: no limit"),
      member<&Episode::announced>("announced",
                                  "the day on which the party announced it; none: it did not"),
      member<&Episode::announcement>("announcement", "what it announced, in words of the table")
          .detail(),
      member<&Episode::records>("records",
                                "those of last_satisfied, first_observed, extreme, first_within"));
};

struct FindingExplanation {
  Judged judged;
  std::vector<Finding> findings;
  std::vector<Episode> episodes;
  std::vector<std::string> in_words, notes;

  [[nodiscard]] bool rests_on_unread() const { return answers::rests_on_unread(findings); }

  static constexpr auto described =
      object("finding_explanation", "One finding, or those of one term, down to every record",
             judged_member<&FindingExplanation::judged>(),
             member<&FindingExplanation::findings>("findings", "one for each obliged party"),
             member<&FindingExplanation::episodes>("episodes", "times when a rule was broken"),
             member<&FindingExplanation::in_words>("in_words", "each finding in plain sentences"),
             notes_member<&FindingExplanation::notes>(),
             rests_on_unread_member<&FindingExplanation::rests_on_unread>());
};

/// C001.
[[nodiscard]] Answered<FindingExplanation> explain_finding(const Assessment& assessment,
                                                           const ExplainQuestion& asked);

extern const Question explain_question;

}  // namespace accord::answers
