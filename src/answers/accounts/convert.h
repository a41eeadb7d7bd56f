#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/check.h"

namespace accord::answers {

struct ConvertQuestion {
  std::optional<std::string> profile, mba;
  bool accept_findings = false;

  /// U004: no such profile.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "convert_question", "The reports in canonical form, or in another form of reporting",
      profile_flag<&ConvertQuestion::profile>(
          "the form of reporting of the reports that are written; otherwise the one they have"),
      mba_flag<&ConvertQuestion::mba>(),
      member<&ConvertQuestion::accept_findings>(
          "accept_findings", "go on although errors were found, and write what there is"));
};

struct ReportText {
  std::string name, file;
  std::uint64_t entry_count = 0;
  std::string text;

  static constexpr auto described = object(
      "report_text", "A report as it is written",
      member<&ReportText::name>("name", "name of the file that it belongs into"),
      member<&ReportText::file>("file", "file of the report that it was made from"),
      member<&ReportText::entry_count>("entry_count", "number of its accounting entries, or lines"),
      member<&ReportText::text>("text", "the report").in(Use::data));
};

struct ConvertAnswer {
  std::string profile_before, profile;
  std::vector<ReportText> reports;
  std::vector<FindingRow> findings;
  std::vector<std::string> not_read, notes;

  static constexpr auto described = object(
      "convert", "The reports in canonical form, or in another form of reporting",
      member<&ConvertAnswer::profile_before>("profile_before", "form of reporting of the accounts"),
      member<&ConvertAnswer::profile>("profile", "form of reporting"),
      member<&ConvertAnswer::reports>("reports", "by area, number, date and file"),
      member<&ConvertAnswer::findings>(
          "findings",
          "what was found in the reports; left out, changed or rounded "
          "(V007); and found in the new ones"),
      not_read_member<&ConvertAnswer::not_read>(), notes_member<&ConvertAnswer::notes>());
};

/// The same with what was found as a person reads it, and the texts of the files that it is about.
struct Converted {
  ConvertAnswer answer;
  Refusal found;
};
/// A report of its own form has its labels in order, one entry a line, and its contents as they
/// were. C009; C016, W006: the conversion is not known, or needs what the accounts do not say;
/// C030: something of the reports cannot be read; C031: something has no counterpart, and findings
/// are not accepted.
[[nodiscard]] Answered<Converted> converted(const Ledger& ledger, const ConvertQuestion& asked);
[[nodiscard]] Answered<ConvertAnswer> convert(const Ledger& ledger, const ConvertQuestion& asked);

extern const Question convert_question;

}  // namespace accord::answers
