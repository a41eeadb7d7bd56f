#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/finding_parts.h"

/// What a commitment was found to be, with all that it rests on: the same in every answer.
namespace accord::answers {

/// The finding of one commitment. Of the figure, what its deciding rule compares.
struct Finding {
  std::string id, term, title;
  std::optional<std::string> ref;
  std::vector<std::string> party;
  std::string party_title;
  std::vector<std::string> owed, verifier;
  Day on, known;
  Outcome outcome{};
  State state{};
  std::optional<std::string> reason;
  std::optional<Day> since;
  std::optional<Decimal> value;
  std::optional<FigureBound> value_bound;
  std::optional<Rational> limit;
  std::optional<std::string> value_unit;
  std::optional<double> ratio;
  std::optional<Rational> excess;
  std::optional<std::string> shown;
  std::optional<Grade> grade;
  std::optional<Trace> trace;
  std::optional<std::int32_t> age_days;
  std::optional<std::string> declared;
  std::optional<State> if_attributed, if_not, together_state;
  std::optional<std::string> together_says;
  bool supposed = false;
  std::optional<Day> in_force_from, in_force_until, end_not_before;
  std::vector<std::string> end_waits_for;
  std::optional<std::uint64_t> deciding_rule;
  std::vector<RuleFinding> rules;
  std::vector<Evidence> basis;
  std::optional<LastKnown> last_known;
  std::vector<DeclarationShown> declarations;
  std::vector<UnderAnswer> answers;
  std::vector<ReadingShown> readings;
  std::vector<std::string> provisions;
  std::optional<NotAttributed> not_attributed;

  /// What cannot be read of any of its figures.
  [[nodiscard]] bool rests_on_unread() const;

  static constexpr auto described = object(
      "finding", "What one commitment of one obliged party was found to be on a day",
      member<&Finding::id>("id", "its name, the same on every day"),
      member<&Finding::term>("term", "the commitment"),
      member<&Finding::title>("title", "what it is about").detail(),
      member<&Finding::ref>("ref", "where it is in the text; none: not stated").detail(),
      member<&Finding::party>("party", "who is obliged; several owe it together").detail(),
      member<&Finding::party_title>("party_title", "their names"),
      member<&Finding::owed>("owed", "to whom").detail(),
      member<&Finding::verifier>("verifier", "who verifies it").detail(),
      member<&Finding::on>("on", "the day asked about").detail(),
      member<&Finding::known>("known", "the day of the knowledge").detail(),
      member<&Finding::outcome>("outcome", "what may be said of it"),
      member<&Finding::state>("state", "its state"),
      member<&Finding::reason>("reason", "why, where the state alone does not say it").detail(),
      member<&Finding::since>("since", "first day of the unbroken run of the state"),
      member<&Finding::value>("value", "number of the figure, as on record; none: no one number")
          .detail(),
      member<&Finding::value_bound>(
          "value_bound", "how the figure compares with the number; none: it is the figure")
          .detail(),
      member<&Finding::limit>("limit", "number of the limit; none: no one number").detail(),
      member<&Finding::value_unit>("value_unit", "unit of value and limit").detail(),
      member<&Finding::ratio>("ratio", "value through limit, with six digits after the point")
          .detail(),
      member<&Finding::excess>("excess",
                               "how much the figure is above an upper limit; of shares in %, in "
                               "percentage points")
          .detail(),
      member<&Finding::shown>("shown", "the figure against its limit, or what was seen, in words"),
      member<&Finding::grade>("grade", "weakest evidence of the deciding rule"),
      member<&Finding::trace>("trace", "weakest trace of the deciding rule"),
      member<&Finding::age_days>("age_days", "age of the evidence of the deciding rule, in days"),
      member<&Finding::declared>("declared", "what the party has declared of it, in words"),
      member<&Finding::if_attributed>(
          "if_attributed", "state if records that name nobody are of this party; none: the same"),
      member<&Finding::if_not>("if_not", "state if they are not; none: the same"),
      member<&Finding::together_state>(
          "together_state",
          "state of all who are obliged, where it is not known which of them it was"),
      member<&Finding::together_says>("together_says", "why, in words").detail(),
      member<&Finding::supposed>("supposed", "whether it rests on a supposed record"),
      member<&Finding::in_force_from>("in_force_from", "first day in force; none: not known")
          .detail(),
      member<&Finding::in_force_until>("in_force_until",
                                       "first day out of force; none: without end, or not known")
          .detail(),
      member<&Finding::end_not_before>("end_not_before",
                                       "an end that is not known does not come before this day")
          .detail(),
      member<&Finding::end_waits_for>("end_waits_for", "events that an end waits for").detail(),
      member<&Finding::deciding_rule>("deciding_rule", "place of the rule that decides, from 0")
          .detail(),
      member<&Finding::rules>("rules", "what each of its rules was found to be"),
      member<&Finding::basis>("basis", "records that its days and conditions rest on"),
      member<&Finding::last_known>("last_known", "the last thing shown, where nothing is now"),
      member<&Finding::declarations>("declarations", "declarations in effect on the day"),
      member<&Finding::answers>("answers", "its state under each answer of open questions"),
      member<&Finding::readings>("readings", "contested readings of it"),
      member<&Finding::provisions>("provisions", "provisions about it").detail(),
      member<&Finding::not_attributed>("not_attributed",
                                       "records that may be of the party and name nobody"));
};

/// The findings that a term or finding, and a party, leave; all without them. C001, C002.
[[nodiscard]] Answered<std::vector<const evidence::Finding*>> findings_asked(
    const Assessment& assessment, const std::optional<std::string>& term,
    const std::optional<std::string>& party);

/// As answers show them.
[[nodiscard]] std::vector<Finding> findings_of(const Assessment& assessment,
                                               const std::vector<const evidence::Finding*>& some);
[[nodiscard]] bool rests_on_unread(const std::vector<Finding>& findings);
/// Whether a finding of the assessment rests on something that cannot be read.
[[nodiscard]] bool rests_on_unread(const Assessment& assessment);

/// Names of all findings, met or not met, that rest on recalled records only.
[[nodiscard]] std::vector<std::string> recalled_only(const Assessment& assessment);
/// How many findings there are of each outcome, and how many of them rest on recalled records only.
[[nodiscard]] std::vector<std::string> closing_of(const Assessment& assessment);
/// "12 met, 9 not met, 15 not shown, 5 out of the count"
[[nodiscard]] std::string sentence(const OutcomeCounts& counts);

template <auto P>
consteval auto recalled_only_member() {
  return member<P>("recalled_only", "findings of all, met or not met, on recalled records only");
}

/// “T-STOCK”, or “O-EU-TRANS@fr” where each of several parties is obliged: the id without its “F-”.
[[nodiscard]] std::string short_id(const std::string& id);

}  // namespace accord::answers
