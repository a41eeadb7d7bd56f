#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/finding.h"

namespace accord::answers {

enum class FailOn : std::uint8_t { not_met, not_shown, never };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::FailOn> {
  static constexpr auto last = answers::FailOn::never;
  static constexpr std::string_view name = "fail_on", words[] = {"not-met", "not-shown", "never"};
};

}  // namespace accord::described

namespace accord::answers {

struct AssessQuestion {
  FailOn fail_on = FailOn::not_met;

  static constexpr auto described =
      object("assess_question", "Judge every commitment",
             member<&AssessQuestion::fail_on>(
                 "fail_on", "fails where a commitment is not met, or also where one is not shown")
                 .shown_as("LEVEL")
                 .setting());
};

/// A finding as a summary has it.
struct HeldFinding {
  std::string id, title;
  Outcome outcome{};
  State state{};
  std::optional<assessment::Cause> cause;
  std::optional<Day> since;

  static constexpr auto described =
      object("held_finding", "A finding, and since when its outcome is the same",
             member<&HeldFinding::id>("id", "its name"),
             member<&HeldFinding::title>("title", "what it is about"),
             member<&HeldFinding::outcome>("outcome", "what may be said of it"),
             member<&HeldFinding::state>("state", "its state"),
             member<&HeldFinding::cause>("cause", "why it is not shown; none: it is shown"),
             member<&HeldFinding::since>("since", "first day of the unbroken run of the outcome"));
};

struct Side {
  std::vector<std::string> party;
  std::string party_title;
  OutcomeCounts outcomes;
  std::vector<HeldFinding> held;
  std::vector<std::string> sentences;

  static constexpr auto described = object(
      "side", "One obliged party, or parties that owe together, and what may be quoted of it",
      member<&Side::party>("party", "who is obliged"),
      member<&Side::party_title>("party_title", "their names"),
      member<&Side::outcomes>("outcomes", "how many of its findings have each outcome"),
      member<&Side::held>("held", "its findings: met, not met, and not shown by their cause"),
      member<&Side::sentences>("sentences", "what may be quoted; each sentence is complete alone"));
};

struct ChangeRow {
  std::string id;
  Outcome outcome_before{}, outcome{};
  State state_before{}, state{};

  static constexpr auto described = object(
      "change", "A finding whose state is another with what is supposed",
      member<&ChangeRow::id>("id", "the finding"),
      member<&ChangeRow::outcome_before>("outcome_before", "its outcome on the record alone"),
      member<&ChangeRow::outcome>("outcome", "its outcome with what is supposed"),
      member<&ChangeRow::state_before>("state_before", "its state on the record alone"),
      member<&ChangeRow::state>("state", "its state with what is supposed"));
};

struct AssessAnswer {
  Judged judged;
  std::vector<std::string> sentences;
  std::vector<Finding> findings;
  std::vector<Side> sides;
  std::vector<ChangeRow> changes;
  std::vector<std::string> recalled_only, notes, closing;
  std::optional<std::string> report_file;
  bool fails = false;

  [[nodiscard]] bool rests_on_unread() const { return answers::rests_on_unread(findings); }

  static constexpr auto described = object(
      "assess", "What every commitment was found to be, and what may be quoted of it",
      judged_member<&AssessAnswer::judged>(),
      member<&AssessAnswer::sentences>("sentences",
                                       "what may be quoted; the last says where the record ends"),
      member<&AssessAnswer::findings>("findings", "one for each commitment and obliged party"),
      member<&AssessAnswer::sides>("sides", "each obliged side, as the text first obliges them"),
      member<&AssessAnswer::changes>("changes", "findings that change with what is supposed"),
      recalled_only_member<&AssessAnswer::recalled_only>(), notes_member<&AssessAnswer::notes>(),
      closing_member<&AssessAnswer::closing>(),
      member<&AssessAnswer::report_file>("report_file",
                                         "file of the full report; none: it is not written"),
      member<&AssessAnswer::fails>("fails", "whether a commitment is not met, as `fail_on` says")
          .deciding(),
      rests_on_unread_member<&AssessAnswer::rests_on_unread>());
};

[[nodiscard]] Answered<AssessAnswer> assess(const Assessment& assessment,
                                            const AssessQuestion& asked);

extern const Question assess_question;

}  // namespace accord::answers
