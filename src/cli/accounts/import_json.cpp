#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/encoding.h"
#include "base/english.h"
#include "cli/accounts/accounts.h"
#include "cli/files/files.h"
#include "cli/files/folder.h"
#include "cli/files/folder_lock.h"
#include "cli/files/stored_name.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/suggested.h"
#include "cli/print/text.h"
#include "formats/accounts/report_files.h"
#include "formats/text/files.h"
#include "seal/sha256.h"

namespace accord::cli {

using accounting::Finding;
using accounting::Report;

namespace {

namespace fs = std::filesystem;

struct Incoming {
  std::string given;  ///< the file as the user named it
  std::string name;   ///< in the accounts: "ZZC1-0012-M.txt"
  std::string bytes;
};

/// What an import would do, and everything that speaks against it.
struct Plan {
  std::vector<Incoming> files;
  std::vector<std::string> known;  ///< given files whose bytes are there already
  std::vector<Problem> problems;
  std::map<std::string, std::string> texts;
};

Problem nameless(const std::string& file) {
  return {Severity::error,
          "C013",
          "area, number or type of the report cannot be read",
          fmt::format("mend labels 001, 010 and 307; `accord check {}` shows what is wrong",
                      shell_path(file)),
          file,
          {}};
}

/// Names each file and leaves out what is there already.
Plan plan_of(const Request& request, const formats::Accounts& there) {
  Plan plan;
  std::map<std::string, std::string> by_hash;
  std::set<std::string> taken;
  for (const Report& report : there.reports) {
    by_hash.emplace(seal::sha256_hex(*report.text), report.file);
    taken.insert(report.file);
  }
  for (const std::string& given : request.arguments) {
    auto bytes = read_file(given);
    if (!bytes) {
      plan.problems.push_back(problem_of(bytes.error()));
      continue;
    }
    const auto [same, fresh] = by_hash.emplace(seal::sha256_hex(*bytes), given);
    if (!fresh) {
      plan.known.push_back(
          fmt::format("{} is there already, byte for byte: {}", given, same->second));
      continue;
    }
    if (const auto fault = foreign_format(*bytes)) {
      plan.problems.push_back(fault->problem("I002", given));
      continue;
    }
    const formats::ReadReport read = formats::read_report(*bytes, given, there.profile);
    const accounting::Header& h = read.report.header;
    if (h.mba.empty() || h.number == 0 || h.kind == accounting::ReportKind::unknown) {
      for (const Finding& f : read.findings) plan.problems.push_back(problem_of(f));
      plan.problems.push_back(nameless(given));
      plan.texts.emplace(given, *bytes);
      continue;
    }
    const std::string name = stored_name(h, there.profile.form, taken);
    taken.insert(name);
    plan.files.push_back({given, name, *read.report.text});
  }
  return plan;
}

/// A finding without what other reports make of its figures.
std::string said(const Finding& f) {
  return fmt::format("{} {} {} {} {} {} {}", f.rule, f.mba, f.report, f.kind, f.entry, f.label,
                     f.file);
}

/// What the rules find only when the new reports are there.
std::vector<Problem> new_findings(const std::vector<Finding>& before,
                                  const std::vector<Finding>& after, const Plan& plan) {
  std::set<std::string> old;
  for (const Finding& f : before) old.insert(said(f));
  std::vector<Problem> out;
  for (const Finding& f : after) {
    if (old.contains(said(f))) continue;
    out.push_back(problem_of(f));
    for (const Incoming& file : plan.files)
      if (file.name == f.file) out.back().file = file.given;
  }
  return out;
}

void judge(formats::Accounts accounts, Plan& plan) {
  auto before = std::make_unique<Ledger>(std::move(accounts), day_max);
  const std::vector<Finding> found = findings_of(*before);
  accounts = std::move(before->accounts);
  for (const Incoming& file : plan.files)
    formats::add_report(accounts, formats::read_report(file.bytes, file.name, accounts.profile));
  for (const Incoming& file : plan.files) plan.texts.emplace(file.given, file.bytes);
  const auto after = std::make_unique<Ledger>(std::move(accounts), day_max);
  for (Problem& problem : new_findings(found, findings_of(*after), plan))
    plan.problems.push_back(std::move(problem));
}

Answer told(const Request& request, const Plan& plan) {
  Answer answer;
  answer.messages = render_all(plan.problems, plan.texts);
  for (const std::string& line : plan.known) answer.messages += line + "\n";
  if (request.json()) {
    Json data{{"imported", Json::array()}, {"known", plan.known}, {"dry_run", request.dry_run}};
    for (const Incoming& file : plan.files)
      data["imported"].push_back({{"given", file.given}, {"name", file.name}});
    answer.body = envelope(import_command.name, std::move(data));
    return answer;
  }
  Table table{{"report", "from"}, {}, {}};
  for (const Incoming& file : plan.files) table.rows.push_back({file.name, file.given});
  if (!table.rows.empty()) answer.body = as_text(table, request.look);
  answer.body += fmt::format("{} {}\n", counted(plan.files.size(), "report"),
                             request.dry_run ? "would be imported" : "imported");
  return answer;
}

/// The files that are named, and the reports of the folders that are.
Result<std::vector<std::string>> files_of(const Request& request, std::string& not_read) {
  std::vector<std::string> out;
  for (const std::string& given : request.arguments) {
    std::error_code ignored;
    if (!fs::is_directory(given, ignored)) {
      out.push_back(given);
      continue;
    }
    auto found = formats::report_files(given);
    if (!found) return tl::make_unexpected(found.error());
    if (found->files.empty())
      return fail("W030", "the folder holds no reports", given,
                  "name the reports, or their folder");
    for (const fs::path& file : found->files) out.push_back(file.string());
    for (const std::string& other : found->others)
      not_read += fmt::format(
          "{} was not read: reports are labelled texts (.txt) or tables (.csv), all in one "
          "folder\n",
          (fs::path(given) / other).string());
  }
  return out;
}

/// Where imported reports go: among those that are there.
Result<void> put_reports(const fs::path& folder, const Plan& plan) {
  const fs::path place = formats::reports_place(folder);
  std::vector<NamedBytes> files;
  for (const Incoming& file : plan.files) files.push_back({file.name, file.bytes});
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
Answer import_into(const fs::path& folder, const Request& request) {
  Result<formats::Accounts> there =
      formats::read_accounts_or_none(folder, {request.arguments.begin(), request.arguments.end()});
  if (!there) return refuse(import_command, request, with_way_out(there.error(), folder));
  if (has_errors(there->problems))
    return refuse(import_command, request, there->problems, there->texts);
  Plan plan = plan_of(request, *there);
  if (!has_errors(plan.problems)) judge(std::move(*there), plan);
  const bool refused = request.accept_findings
                           ? std::any_of(plan.problems.begin(), plan.problems.end(),
                                         [](const Problem& p) { return !p.code.starts_with('V'); })
                           : has_errors(plan.problems);
  if (refused) {
    Answer answer = refuse(import_command, request, plan.problems, plan.texts);
    answer.messages += "nothing was imported\n";
    return answer;
  }
  if (!request.dry_run && !plan.files.empty()) {
    if (const auto done = put_reports(folder, plan); !done)
      return refuse(import_command, request, done.error());
  }
  return told(request, plan);
}

Answer import_files(const Request& request) {
  const fs::path folder = request.workspace.empty() ? "." : request.workspace;
  std::error_code error;
  if (request.dry_run || !fs::is_directory(folder, error)) return import_into(folder, request);
  const Result<FolderLock> lock = FolderLock::wait_for(folder);
  const fs::path reports = folder / formats::reports_folder;
  if (lock && !formats::leads_outside(folder, reports)) clean_up_folder(reports);
  return lock ? import_into(folder, request) : refuse(import_command, request, lock.error());
}

Answer run(const Request& asked) {
  Request request = asked;
  std::string not_read;
  auto files = files_of(asked, not_read);
  if (!files) return refuse(import_command, request, files.error());
  request.arguments = std::move(*files);
  Answer answer = import_files(request);
  answer.messages = not_read + answer.messages;
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::dry_run, Flag::accept_findings};
constexpr std::array formats_of{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["imported", "known", "dry_run"],
  "properties": {"imported": {"type": "array", "items": {"type": "object", "required": ["given", "name"]}},
    "known": {"type": "array", "items": {"type": "string"}}, "dry_run": {"type": "boolean"}}
})";

}  // namespace

const Command import_command{
    .name = "import",
    .group = Group::accounts,
    .arguments = "FILE|FOLDER…",
    .arguments_min = 1,
    .arguments_max = any_number,
    .summary = "Take accountancy reports into the accounts: all of them or none",
    .flags = flags,
    .formats = formats_of,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
