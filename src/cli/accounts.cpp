#include "cli/accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "accounting/rule_texts.h"
#include "base/text.h"
#include "cli/answer.h"

namespace accord::cli {

OpenedLedger open_ledger(const Command& command, const Request& request) {
  const std::filesystem::path path = !request.arguments.empty()   ? request.arguments.front()
                                     : !request.workspace.empty() ? request.workspace
                                                                  : ".";
  Result<formats::Accounts> read = formats::read_accounts(path);
  if (!read) return {nullptr, refuse(command, request, read.error())};
  if (has_errors(read->problems))
    return {nullptr, refuse(command, request, read->problems, read->texts)};
  return {std::make_unique<Ledger>(std::move(*read), request.known.value_or(day_max)), {}};
}

Result<std::vector<std::string_view>> areas_of(const Ledger& ledger, const Request& request) {
  std::vector<std::string_view> all = ledger.books.areas();
  if (request.mba.empty()) return all;
  const auto found = std::find(all.begin(), all.end(), request.mba);
  if (found != all.end()) return std::vector<std::string_view>{*found};
  const auto near = nearest(request.mba, all);
  return fail("C009", fmt::format("no area “{}” in the reports", request.mba), {},
              near ? fmt::format("did you mean “{}”?", *near) : "leave --mba out to see all areas");
}

Problem problem_of(const accounting::Finding& f) {
  const accounting::RuleText* text = accounting::rule_text(f.rule);
  std::string message(text == nullptr ? f.rule : text->meaning);
  if (!f.found.empty()) message += fmt::format("; found: {}", f.found);
  if (!f.expected.empty()) message += fmt::format("; expected: {}", f.expected);
  return {f.severity, f.rule, std::move(message), std::string(text == nullptr ? "" : text->remedy),
          f.file,     f.place};
}

std::string words_of(const material::KindFacts& facts) {
  return fmt::format("{} {}", static_cast<int>(facts.kind), facts.name);
}

std::string exact(material::MassSum mass, const material::KindFacts& facts) {
  return material::to_string(mass, facts.unit);
}

}  // namespace accord::cli
