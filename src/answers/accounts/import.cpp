#include "answers/accounts/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/encoding.h"
#include "formats/accounts/report_files.h"
#include "formats/accounts/stored_name.h"
#include "formats/text/files.h"
#include "seal/sha256.h"

namespace accord::answers {

using accounting::Finding;
using accounting::Report;

namespace {

Problem nameless(const std::string& file) {
  return {Severity::error,
          "C013",
          "area, number or type of the report cannot be read",
          "mend labels 001, 010 and 307 of the report",
          file,
          {}};
}

/// Names each report and leaves out what is there already.
class Plan {
 public:
  explicit Plan(const formats::Accounts& there) : there_(there) {
    for (const Report& report : there.reports) {
      by_hash_.emplace(seal::sha256_hex(*report.text), report.file);
      taken_.insert(report.file);
    }
  }

  ImportPlan out;

  void add(GivenReports::One given) {
    const auto [same, is_new] = by_hash_.emplace(seal::sha256_hex(given.bytes), given.file);
    if (!is_new) {
      out.answer.there_already.push_back({same->second, given.file});
      out.answer.notes.push_back(
          fmt::format("{} is there already, byte for byte: {}", given.file, same->second));
      return;
    }
    if (const auto fault = foreign_format(given.bytes)) {
      out.found.problems.push_back(fault->problem("I002", given.file));
      return;
    }
    const formats::ReadReport read = formats::read_report(given.bytes, given.file, there_.profile);
    const accounting::Header& h = read.report.header;
    if (h.mba.empty() || h.number == 0 || h.kind == accounting::ReportKind::unknown) {
      for (const Finding& f : read.findings) out.found.problems.push_back(problem_of(f));
      out.found.problems.push_back(nameless(given.file));
      out.found.texts.emplace(given.file, std::move(given.bytes));
      return;
    }
    std::string name = formats::stored_name(h, there_.profile.form, taken_);
    taken_.insert(name);
    out.answer.imported.push_back({std::move(name), std::move(given.file)});
    out.bytes.push_back(*read.report.text);
  }

 private:
  const formats::Accounts& there_;
  std::map<std::string, std::string> by_hash_;
  std::set<std::string> taken_;
};

/// A finding without what other reports make of its figures.
std::string said(const Finding& f) {
  return fmt::format("{} {} {} {} {} {} {}", f.rule, f.mba, f.report, f.kind, f.entry, f.label,
                     f.file);
}

/// What the rules find only when the new reports are there.
void judge(const Ledger& ledger, ImportPlan& plan) {
  std::set<std::string> old;
  for (const Finding& f : assessment::findings_of(ledger)) old.insert(said(f));
  formats::Accounts accounts = ledger.accounts;
  std::map<std::string_view, std::string_view> given;
  for (std::size_t i = 0; i < plan.bytes.size(); ++i) {
    const ImportedReport& report = plan.answer.imported[i];
    formats::add_report(accounts,
                        formats::read_report(plan.bytes[i], report.name, accounts.profile));
    plan.found.texts.emplace(report.file, plan.bytes[i]);
    given.emplace(report.name, report.file);
  }
  const Ledger after(std::move(accounts), ledger.known);
  for (Finding& f : assessment::findings_of(after)) {
    if (old.contains(said(f))) continue;
    if (const auto file = given.find(f.file); file != given.end()) f.file = file->second;
    plan.answer.findings.push_back(finding_row(f));
    plan.found.problems.push_back(problem_of(f));
  }
}

}  // namespace

Answered<GivenReports> given_reports(
    const std::vector<std::string>& files,
    const std::function<Result<std::string>(const std::string& file)>& read) {
  GivenReports out;
  Refusal refusal;
  std::vector<std::string> all;
  for (const std::string& given : files) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(given, ignored)) {
      all.push_back(given);
      continue;
    }
    const auto found = formats::report_files(given);
    if (!found) return refused(found.error());
    if (found->files.empty())
      return refused(
          {"W030", "the folder holds no reports", given, "name the reports, or their folder"});
    for (const std::filesystem::path& file : found->files) all.push_back(file.string());
    for (const std::string& other : found->others)
      out.not_read.push_back((std::filesystem::path(given) / other).string());
  }
  for (std::string& file : all) {
    auto bytes = read(file);
    if (bytes)
      out.reports.push_back({std::move(file), std::move(*bytes)});
    else
      refusal.problems.push_back(problem_of(bytes.error()));
  }
  if (!refusal.problems.empty()) return tl::make_unexpected(std::move(refusal));
  return out;
}

Answered<ImportPlan> import_plan(const Ledger& ledger, GivenReports given,
                                 const ImportQuestion& asked) {
  Plan plan(ledger.accounts);
  plan.out.answer.dry_run = asked.dry_run;
  add_not_read({{}, given.not_read}, plan.out.answer.notes);
  plan.out.answer.not_read = std::move(given.not_read);
  for (GivenReports::One& one : given.reports) plan.add(std::move(one));
  std::vector<Problem>& problems = plan.out.found.problems;
  const bool are_named = !has_errors(problems);
  if (are_named) judge(ledger, plan.out);
  if (!has_errors(problems) || (are_named && asked.accept_findings)) return std::move(plan.out);
  problems.push_back(problem_of(
      Error{"C031",
            "nothing is imported, because there are errors",
            {},
            are_named ? parameter("accept_findings") + " takes the reports as they are" : ""}));
  return tl::make_unexpected(std::move(plan.out.found));
}

Answered<ImportAnswer> import_reports(const Ledger& ledger, const ImportQuestion& asked) {
  auto given =
      given_reports(asked.files, [](const std::string& file) { return formats::file_bytes(file); });
  if (!given) return tl::make_unexpected(std::move(given.error()));
  auto plan = import_plan(ledger, std::move(*given), asked);
  if (!plan) return tl::make_unexpected(std::move(plan.error()));
  return std::move(plan->answer);
}

constinit const Question import_question = Asked<import_reports>::named("import", "import_reports");

}  // namespace accord::answers
