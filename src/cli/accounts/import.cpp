#include "answers/accounts/import.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/english.h"
#include "cli/files/files.h"
#include "cli/files/folder.h"
#include "cli/files/folder_lock.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/envelope.h"
#include "cli/frame/suggested.h"
#include "cli/print/text.h"
#include "formats/accounts/report_files.h"
#include "formats/text/files.h"

namespace accord::cli {

using answers::ImportPlan;
using answers::ImportQuestion;

namespace {

namespace fs = std::filesystem;

Answer told(const Call& call, const ImportPlan& plan) {
  Answer answer;
  answer.messages = render_all(plan.found.problems, plan.found.texts);
  for (const std::string& line : plan.answer.notes) answer.messages += line + "\n";
  if (call.json()) {
    answer.body = envelope(import_command.name, described::view(plan.answer));
    return answer;
  }
  Table table{{"report", "from"}, {}, {}};
  for (const answers::ImportedReport& one : plan.answer.imported)
    table.rows.push_back({one.name, one.file});
  if (!table.rows.empty()) answer.body = as_text(table, call.look);
  answer.body += fmt::format("{} {}\n", counted(table.rows.size(), "report"),
                             plan.answer.dry_run ? "would be imported" : "imported");
  return answer;
}

/// Among those that are there.
Result<void> put_reports(const fs::path& folder, const ImportPlan& plan) {
  const fs::path place = formats::reports_place(folder);
  std::vector<NamedBytes> files;
  for (std::size_t i = 0; i < plan.bytes.size(); ++i)
    files.push_back({plan.answer.imported[i].name, plan.bytes[i]});
  if (place != folder) return add_to_folder(place, files);
  // A flat folder is the locked one itself, and is not exchanged for another.
  std::vector<std::pair<fs::path, std::string>> beside;
  for (NamedBytes& file : files) {
    if (formats::is_there(folder / file.name))
      return fail("E005", "there is a file of this name, and it is not this report",
                  (folder / file.name).string(),
                  "move it, or put the reports into a folder reports");
    beside.emplace_back(folder / file.name, std::move(file.bytes));
  }
  return write_files(beside);
}

/// There is no such folder: the command that makes it.
Error with_way_out(Error error, const fs::path& folder) {
  if (error.code == "W001" && error.where == folder.string())
    error.remedy = fmt::format("`accord init --accounts {}` makes it", shell_path(folder.string()));
  return error;
}

/// The reports into the accounts, from reading these to writing them.
Answer import_into(const fs::path& folder, const Call& call, answers::GivenReports given) {
  const auto& asked = asked_of<ImportQuestion>(call);
  std::vector<fs::path> incoming;
  for (const auto& one : given.reports) incoming.emplace_back(one.file);
  Result<formats::Accounts> there = formats::read_accounts_or_none(folder, incoming);
  if (!there) return refuse(import_command, call, with_way_out(there.error(), folder));
  if (has_errors(there->problems))
    return refuse(import_command, call, there->problems, there->texts);
  const answers::Ledger ledger(std::move(*there), day_max);
  auto plan = answers::import_plan(ledger, std::move(given), asked);
  if (!plan) return refuse(import_command, call, std::move(plan.error()));
  if (!asked.dry_run && !plan->bytes.empty())
    if (const auto done = put_reports(folder, *plan); !done)
      return refuse(import_command, call, done.error());
  return told(call, *plan);
}

Answer run(const Call& call) {
  const auto& asked = asked_of<ImportQuestion>(call);
  auto given = answers::given_reports(asked.files, read_file);
  if (!given) return refuse(import_command, call, std::move(given.error()));
  const fs::path folder = call.workspace.empty() ? "." : call.workspace;
  std::error_code error;
  if (asked.dry_run || !fs::is_directory(folder, error))
    return import_into(folder, call, std::move(*given));
  const Result<FolderLock> lock = FolderLock::wait_for(folder);
  const fs::path reports = folder / formats::reports_folder;
  if (lock && !formats::leads_outside(folder, reports)) clean_up_folder(reports);
  return lock ? import_into(folder, call, std::move(*given))
              : refuse(import_command, call, lock.error());
}

constexpr std::array formats_of{Format::text, Format::json};

}  // namespace

const Command import_command{.name = "import",
                             .takes = &takes<ImportQuestion>,
                             .made = &described::type_of<answers::ImportAnswer>,
                             .group = Group::accounts,
                             .formats = formats_of,
                             .run = run,
                             .in_folder = true};

}  // namespace accord::cli
