#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounting/reports/report.h"
#include "answers/accounts/check.h"

namespace accord::answers {

/// What "ZZC1/12/3/610", "ZZC1/12/N1" or "ZZC1/12" names.
struct EntryName {
  std::string mba;
  std::uint32_t report = 0;
  std::uint32_t entry = 0;  ///< position among the entries of its kind; 0: the whole report
  accounting::EntryKind kind = accounting::EntryKind::accounting;
  std::uint32_t label = 0;  ///< 0: all of them
};

}  // namespace accord::answers

namespace accord::described {

template <>
struct Described<answers::EntryName> {
  static const Type type;
};

}  // namespace accord::described

namespace accord::answers {

struct ExplainEntryQuestion {
  EntryName name;

  static constexpr auto described = object(
      "explain_entry_question", "An entry of a report: its labels, and what became of it",
      member<&ExplainEntryQuestion::name>(
          "name",
          "MBA/REPORT/ENTRY, as ZZC1/12/3; N before the number of a note; a label may follow")
          .shown_as("ID")
          .argument()
          .required());
};

struct EntryLabel {
  std::uint32_t label = 0;
  std::string name;
  std::uint32_t line = 0, column = 0;
  std::string content;
  std::optional<std::string> in_words;

  static constexpr auto described = object(
      "entry_label", "A label of an entry", member<&EntryLabel::label>("label", "its number"),
      member<&EntryLabel::name>("name", "its name; empty: it is not a label of this form"),
      member<&EntryLabel::line>("line", "line in the file, from 1"),
      member<&EntryLabel::column>("column", "character in the line, from 1"),
      member<&EntryLabel::content>("content", "what is written there"),
      member<&EntryLabel::in_words>("in_words", "what that says; none: what is written"));
};

struct ExplainedEntry {
  std::string entry_name, file;
  std::uint32_t line = 0;
  EntryForm entry_form{};
  std::vector<EntryLabel> labels;
  std::vector<std::string> history;

  static constexpr auto described =
      object("explained_entry", "An entry of a report",
             member<&ExplainedEntry::entry_name>("entry_name", "area, report and entry"),
             file_member<&ExplainedEntry::file>(), line_member<&ExplainedEntry::line>(),
             member<&ExplainedEntry::entry_form>("entry_form",
                                                 "OI an accounting entry, NC a concise note"),
             member<&ExplainedEntry::labels>("labels", "in the order of the report"),
             member<&ExplainedEntry::history>(
                 "history", "corrections of it, what of it cannot be read, and whether it counts"));
};

struct ExplainEntryAnswer {
  std::vector<ExplainedEntry> explained;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes;

  [[nodiscard]] bool rests_on_unread() const { return !incomplete.empty(); }

  static constexpr auto described = object(
      "explain_entry", "Entries of reports: their labels, and what became of them",
      member<&ExplainEntryAnswer::explained>("explained",
                                             "of each report of that number, in order"),
      incomplete_member<&ExplainEntryAnswer::incomplete>(),
      not_read_member<&ExplainEntryAnswer::not_read>(), notes_member<&ExplainEntryAnswer::notes>(),
      rests_on_unread_member<&ExplainEntryAnswer::rests_on_unread>());
};

/// C010: there is no such report or entry.
[[nodiscard]] Answered<ExplainEntryAnswer> explain_entry(const Ledger& ledger,
                                                         const ExplainEntryQuestion& asked);

extern const Question explain_entry_question;

}  // namespace accord::answers
