#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/accounts/export_files.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/print/text.h"
#include "formats/accounts/converted.h"
#include "formats/profiles/profile.h"

/// `accord export --profile`.
namespace accord::cli {

using accounting::Report;

namespace {

std::vector<const Report*> reports_of(const Ledger& ledger, const std::string& mba) {
  std::vector<const Report*> out;
  for (const Report* report : ledger.effective.reports)
    if (mba.empty() || report->header.mba == mba) out.push_back(report);
  return out;
}

/// What was left out, changed or rounded: no mistake in the report, so not the words of its rule.
Problem change_of(const accounting::Finding& f, const std::string& profile) {
  const bool left_out = f.severity == Severity::error;
  return {f.severity,
          f.rule,
          fmt::format("{} in {}: {}; {}", left_out ? "left out" : "changed or not said", profile,
                      f.found, f.expected),
          left_out ? "state it in the new form by hand, as agreed with the authority" : "",
          f.file,
          f.place};
}

/// Of the files that problems are about, old and new.
Texts texts_of(const std::vector<Problem>& problems, const std::vector<const Report*>& reports,
               const formats::ConvertedAccounts& converted) {
  std::set<std::string_view> named;
  for (const Problem& problem : problems) named.insert(problem.file);
  Texts out;
  for (const Report* report : reports)
    if (named.contains(report->file)) out.emplace(report->file, *report->text);
  for (const formats::ConvertedFile& file : converted.files)
    if (named.contains(file.name)) out.emplace(file.name, file.bytes);
  return out;
}

/// With -o the reports are in their file or folder, else their text is in the data.
Answer as_json(const Request& request, const Ledger& ledger,
               const formats::ConvertedAccounts& converted, const std::vector<Problem>& problems) {
  const bool to_disk = !request.output.empty() && request.output != "-";
  Json written = Json::array();
  std::vector<NamedBytes> files;
  for (const formats::ConvertedFile& file : converted.files) {
    written.push_back({{"name", file.name}, {"from", file.from}, {"entries", file.entries}});
    if (!to_disk) written.back()["text"] = file.bytes;
    files.push_back({file.name, file.bytes});
  }
  Answer answer;
  if (to_disk && !files.empty()) {
    const auto done = files.size() == 1 ? write_file(request.output, files.front().bytes)
                                        : write_new_folder(request.output, files);
    if (!done) return refuse(export_command, request, done.error());
  }
  answer.written = to_disk;
  answer.body = envelope(export_command.name,
                         {{"from", ledger.accounts.profile.id},
                          {"profile", request.profile},
                          {"reports", std::move(written)}},
                         problems);
  return answer;
}

Answer as_files(const Request& request, const formats::ConvertedAccounts& converted) {
  std::vector<NamedBytes> files;
  for (const formats::ConvertedFile& file : converted.files)
    files.push_back({file.name, file.bytes});
  if (!files.empty()) return give_reports(request, std::move(files));
  Answer answer;
  answer.written = true;  // no empty file
  answer.messages = "no report has a counterpart; nothing was written\n";
  return answer;
}

}  // namespace

Answer export_converted(const Request& request, const Ledger& ledger) {
  if (request.format && !request.json()) {
    Answer answer = refuse(export_command, request,
                           Error{"U004",
                                 "--profile and --format both say how to write the reports",
                                 {},
                                 "leave --format out"});
    return answer;
  }
  const accounting::Profile& to = *formats::find_profile(request.profile);
  const std::vector<const Report*> reports = reports_of(ledger, request.mba);
  std::vector<Problem> problems = formats::conversion_problems(ledger.accounts, reports, to);
  if (!problems.empty()) return refuse(export_command, request, problems, ledger.accounts.texts);
  const formats::ConvertedAccounts converted =
      formats::convert_accounts(ledger.accounts, reports, to);
  for (const accounting::Finding& f : converted.of_reader) problems.push_back(problem_of(f));
  for (const accounting::Finding& f : converted.of_change) problems.push_back(change_of(f, to.id));
  for (const accounting::Finding& f : converted.of_written) problems.push_back(problem_of(f));
  const Texts texts = texts_of(problems, reports, converted);
  if (has_errors(problems) && !request.accept_findings) {
    Answer answer = refuse(export_command, request, problems, texts);
    answer.messages += "nothing was written; --accept-findings writes what there is\n";
    return answer;
  }
  Answer answer =
      request.json() ? as_json(request, ledger, converted, problems) : as_files(request, converted);
  answer.messages = render_all(problems, texts) + answer.messages;
  return answer;
}

}  // namespace accord::cli
