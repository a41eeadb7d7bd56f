#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"
#include "answers/message.h"

namespace accord::answers {

enum class EntryForm : std::uint8_t { accounting, note };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::EntryForm> {
  static constexpr auto last = answers::EntryForm::note;
  static constexpr std::string_view name = "entry_form", words[] = {"OI", "NC"};
};

}  // namespace accord::described

namespace accord::answers {

struct CheckQuestion {
  std::optional<std::string> mba;

  static constexpr auto described =
      object("check_question", "Every rule on the accountancy reports of a State or facility",
             mba_flag<&CheckQuestion::mba>());
};

struct FindingRow {
  std::string rule;
  Severity severity = Severity::error;
  std::optional<std::string> mba;
  std::optional<std::uint32_t> report;
  std::optional<EntryForm> entry_form;
  std::optional<std::uint32_t> entry, label;
  std::string file;
  std::optional<std::uint32_t> line, column;
  std::optional<std::string> found, expected, meaning, remedy, source;

  static constexpr auto described =
      object("account_finding", "Something that a rule of accountancy found",
             member<&FindingRow::rule>("rule", "the rule that it breaks, as V003"),
             member<&FindingRow::severity>("severity", "whether it is an error"),
             member<&FindingRow::mba>("mba", "material balance area; none: of the State"),
             member<&FindingRow::report>("report", "number of the report in its area"),
             member<&FindingRow::entry_form>("entry_form",
                                             "OI an accounting entry, NC a concise note; "
                                             "none: the whole report"),
             member<&FindingRow::entry>("entry", "its place in the report; none: the whole report"),
             member<&FindingRow::label>("label", "label of the element"),
             member<&FindingRow::file>("file", "file of the report; empty: no report is there"),
             member<&FindingRow::line>("line", "line in the file, from 1"),
             member<&FindingRow::column>("column", "character in the line, from 1"),
             member<&FindingRow::found>("found", "what is written there"),
             member<&FindingRow::expected>("expected", "what belongs there"),
             member<&FindingRow::meaning>("meaning", "what the rule says"),
             member<&FindingRow::remedy>("remedy", "what to do"),
             member<&FindingRow::source>("source", "the text that the rule rests on"));
};

struct CountRow {
  std::string by, name;
  std::uint64_t errors = 0, warnings = 0;
  std::optional<std::string> meaning;

  static constexpr auto described =
      object("finding_count", "How many findings there are of one kind",
             member<&CountRow::by>("by", "severity (all of them), rule or area"),
             member<&CountRow::name>("name", "the rule or the area; empty: all"),
             member<&CountRow::errors>("errors", "number of errors"),
             member<&CountRow::warnings>("warnings", "number of warnings"),
             member<&CountRow::meaning>("meaning", "what the rule says"));
};

struct NotAppliedRow {
  std::string rule;
  std::optional<std::string> part;
  std::string because;

  static constexpr auto described =
      object("not_applied", "A rule that was not applied because something is not there",
             member<&NotAppliedRow::rule>("rule", "the rule, as V069"),
             member<&NotAppliedRow::part>("part", "part of the rule; none: all of it"),
             member<&NotAppliedRow::because>("because", "what is not there, in words"));
};

struct CheckAnswer {
  std::string profile;
  std::uint64_t reports_read = 0, entries_read = 0;
  std::vector<FindingRow> findings;
  std::vector<CountRow> summary;
  std::vector<NotAppliedRow> not_applied;
  std::vector<std::string> not_read, notes, remark_lines;

  [[nodiscard]] bool has_errors() const { return summary.front().errors > 0; }

  static constexpr auto described = object(
      "check", "What the rules of accountancy find",
      member<&CheckAnswer::profile>("profile", "form of reporting"),
      member<&CheckAnswer::reports_read>("reports_read", "number of reports that took part"),
      member<&CheckAnswer::entries_read>("entries_read", "number of their entries"),
      member<&CheckAnswer::findings>("findings", "by area, report, entry, label and rule"),
      member<&CheckAnswer::summary>("summary", "how many: all, then by rule, then by area"),
      member<&CheckAnswer::not_applied>("not_applied", "what was not looked at"),
      not_read_member<&CheckAnswer::not_read>(), notes_member<&CheckAnswer::notes>(),
      member<&CheckAnswer::remark_lines>("remark_lines",
                                         "the counts, and what was not looked at, in words"),
      member<&CheckAnswer::has_errors>("has_errors", "whether there is an error").deciding());
};

[[nodiscard]] FindingRow finding_row(const accounting::Finding& finding);

/// The findings of an area, or all, in one order; also for pages. C009.
[[nodiscard]] Answered<std::vector<accounting::Finding>> findings_asked(const Ledger& ledger,
                                                                        const CheckQuestion& asked);
[[nodiscard]] Answered<CheckAnswer> check(const Ledger& ledger, const CheckQuestion& asked);

extern const Question check_question;

}  // namespace accord::answers
