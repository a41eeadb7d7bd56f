#pragma once

#include <functional>
#include <string>
#include <vector>

#include "answers/accounts/check.h"

namespace accord::answers {

struct ImportQuestion {
  std::vector<std::string> files;
  bool dry_run = false, accept_findings = false;

  static constexpr auto described = object(
      "import_question", "Take accountancy reports into the accounts: all of them or none",
      member<&ImportQuestion::files>("files", "reports, or folders of reports")
          .shown_as("FILE|FOLDER")
          .completed_by("files")
          .argument()
          .required(),
      member<&ImportQuestion::dry_run>("dry_run", "say what would be done, and change nothing"),
      member<&ImportQuestion::accept_findings>("accept_findings",
                                               "take reports with errors too, as they are"));
};

struct ImportedReport {
  std::string name, file;

  static constexpr auto described =
      object("imported_report", "A report and its name in the accounts",
             member<&ImportedReport::name>("name",
                                           "the file that it is in the accounts, as "
                                           "ZZC1-0012-M.txt"),
             member<&ImportedReport::file>("file", "file of the report, as it was named"));
};

struct ImportAnswer {
  bool dry_run = false;
  std::vector<ImportedReport> imported, there_already;
  std::vector<FindingRow> findings;
  std::vector<std::string> not_read, notes;

  static constexpr auto described = object(
      "imports", "Reports that are taken into the accounts",
      member<&ImportAnswer::dry_run>("dry_run", "whether nothing was changed"),
      member<&ImportAnswer::imported>("imported", "those that are new, in the order given"),
      member<&ImportAnswer::there_already>(
          "there_already", "those whose bytes are in the accounts, or given before"),
      member<&ImportAnswer::findings>("findings", "what the rules find only with the new ones"),
      not_read_member<&ImportAnswer::not_read>(), notes_member<&ImportAnswer::notes>());
};

/// Reports as they were given.
struct GivenReports {
  struct One {
    std::string file, bytes;
  };
  std::vector<One> reports;
  std::vector<std::string> not_read;  ///< of the folders
};
/// The files that are named, and the reports of the folders that are, each as `read` gives its
/// bytes. C007, E008: they cannot be read; W030: a folder without reports.
[[nodiscard]] Answered<GivenReports> given_reports(
    const std::vector<std::string>& files,
    const std::function<Result<std::string>(const std::string& file)>& read);

/// What an import has to do.
struct ImportPlan {
  ImportAnswer answer;
  std::vector<std::string> bytes;  ///< of `answer.imported`
  Refusal found;                   ///< what the rules find, as a person reads it
};
/// C013: a report without area, number or type; C031: there are errors, and findings are not
/// accepted; I002: it is not a text.
[[nodiscard]] Answered<ImportPlan> import_plan(const Ledger& ledger, GivenReports given,
                                               const ImportQuestion& asked);
/// What would be imported. Nothing is written: a face does that.
[[nodiscard]] Answered<ImportAnswer> import_reports(const Ledger& ledger,
                                                    const ImportQuestion& asked);

extern const Question import_question;

}  // namespace accord::answers
