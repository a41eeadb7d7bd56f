#include "cli/frame/workspace_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "accounting/rules/rule_texts.h"
#include "agreement/explain/depends.h"
#include "agreement/explain/plain.h"
#include "assessment/ledger.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/example_names.h"
#include "cli/frame/parse.h"
#include "cli/frame/use.h"
#include "report/pages/balance_page.h"

namespace accord::cli {

namespace {

using Found = std::vector<std::string>;

/// The folder that -C names on the line so far, or the argument that takes its place.
Call call_of(const Command& command, const Found& line, const Found& arguments) {
  Call call;
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    if (line[i] == "-C" || line[i] == "--workspace") call.workspace = line[i + 1];
  const bool folder = arguments_of(command).list == "workspaces";
  if (folder && call.workspace.empty() && !arguments.empty()) call.workspace = arguments.front();
  return call;
}

template <class Item>
void add_names(const agreement::Agreement& agreement, Found& out) {
  for (const agreement::Item& item : agreement.items)
    if (const auto* found = std::get_if<Item>(&item)) out.push_back(found->head.name.text);
}

void add_answers(const agreement::Agreement& agreement, Found& out) {
  for (const agreement::Item& item : agreement.items)
    if (const auto* question = std::get_if<agreement::Question>(&item))
      for (const agreement::Answer& answer : question->answers)
        out.push_back(question->head.name.text + "=" + answer.name.text);
}

/// What needs the text to be judged: ids of findings, and the items that `terms show` has.
void add_judged(const std::shared_ptr<const formats::Workspace>& workspace, std::string_view words,
                Found& out) {
  const auto assessed = assessment::Assessment::make(workspace, {});
  if (!assessed) return;
  if (words == "items")
    for (const auto& item :
         agreement::plain(assessed->evaluator(), {assessed->on(), assessed->known()}))
      if (!item.name.empty()) out.push_back(item.name);
  if (words == "items") return;
  for (const evidence::Finding& finding : assessed->findings()) {
    out.push_back(finding.term);
    if (words == "findings") out.push_back(finding.id);
  }
}

/// Areas, days of inventories, and names of reports in accounts.
Found accounts_words(const Call& call, const Found& arguments, std::string_view words) {
  Found out;
  if (words == "findings")
    for (const accounting::RuleText& rule : accounting::rule_texts()) out.emplace_back(rule.rule);
  const bool is_argument = words != "findings" && !arguments.empty();
  const std::filesystem::path path = is_argument               ? arguments.front()
                                     : !call.workspace.empty() ? call.workspace
                                                               : ".";
  auto read = formats::read_accounts(path);
  if (!read) return out;
  const assessment::Ledger ledger(std::move(*read), day_max);
  if (words == "findings")
    for (const accounting::Report& report : ledger.accounts.reports)
      if (!report.header.mba.empty() && report.header.number != 0)
        out.push_back(fmt::format("{}/{}", report.header.mba, report.header.number));
  for (const std::string_view mba : ledger.books.areas()) {
    if (words == "areas") out.emplace_back(mba);
    if (words == "days")
      for (const Day day : ledger.books.inventories(mba)) out.push_back(to_string(day));
  }
  return out;
}

bool of_accounts(const Command& command, std::string_view words) {
  return words == "areas" || (words == "days" && command.group == Group::accounts);
}

Found of_workspace(const std::shared_ptr<const formats::Workspace>& workspace,
                   std::string_view words) {
  Found out;
  const agreement::Agreement& text = workspace->agreement;
  if (words == "parties") add_names<agreement::Party>(text, out);
  if (words == "procedures") add_names<agreement::Procedure>(text, out);
  if (words == "answers") add_answers(text, out);
  if (words == "term_or_party")
    for (const agreement::DependNode& node : agreement::depends(text).nodes)
      out.push_back(node.name);
  for (const formats::SeriesReport& report : workspace->reports) {
    if (words == "reports") out.push_back(report.id);
    if (words == "days" || words == "reports") out.push_back(to_string(report.report_date));
  }
  if (words == "findings" || words == "terms" || words == "items")
    add_judged(workspace, words, out);
  return out;
}

}  // namespace

std::vector<std::string> workspace_words(const Command& command, std::string_view words,
                                         const std::vector<std::string>& line,
                                         const std::vector<std::string>& arguments) {
  if (words == "examples") return example_names();
  if (words == "figures") return &command == &balance_command ? report::balance_figures : Found();
  const bool none =
      words.empty() || words == "files" || words == "folders" || words == "workspaces";
  if (none) return {};
  const Call call = call_of(command, line, arguments);
  if (of_accounts(command, words)) return accounts_words(call, arguments, words);
  auto read = formats::read_workspace(workspace_folder(call));
  if (!read || has_errors(read->problems))
    return words == "findings" ? accounts_words(call, arguments, words) : Found();
  return of_workspace(std::make_shared<const formats::Workspace>(std::move(*read)), words);
}

}  // namespace accord::cli
