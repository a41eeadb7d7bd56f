#include "cli/accounts/accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "accounting/rules/rule_texts.h"
#include "base/named.h"
#include "cli/frame/answer.h"

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

Error no_such_area(std::string_view mba, const std::vector<std::string_view>& areas) {
  constexpr std::size_t named_max = 20;
  std::string help;
  std::vector<Named> known;
  for (const std::string_view area : areas) known.push_back({area, {}});
  if (const std::string near = did_you_mean(mba, known); !near.empty()) help = near + " ";
  if (areas.empty())
    return {"C009",
            fmt::format("no area “{}” in the reports", mba),
            {},
            "no report was known on that day: take a later --known"};
  help += fmt::format(
      "the areas are {}",
      fmt::join(areas.begin(),
                areas.begin() + static_cast<std::ptrdiff_t>(std::min(named_max, areas.size())),
                ", "));
  if (areas.size() > named_max) help += fmt::format(" and {} more", areas.size() - named_max);
  return {"C009", fmt::format("no area “{}” in the reports", mba), {}, std::move(help)};
}

Result<std::vector<std::string_view>> areas_of(const Ledger& ledger, const Request& request) {
  std::vector<std::string_view> all = ledger.books.areas();
  if (request.mba.empty()) return all;
  const auto found = std::find(all.begin(), all.end(), request.mba);
  if (found != all.end()) return std::vector<std::string_view>{*found};
  return tl::make_unexpected(no_such_area(request.mba, all));
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

std::string label_of(const material::KindFacts& facts) {
  return std::to_string(static_cast<int>(facts.kind));
}

std::string unit_of(const material::KindFacts& facts) {
  return facts.unit == material::MassUnit::gram ? "g" : "kg";
}

std::string exact(material::MassSum mass, const material::KindFacts& facts) {
  return material::to_string(mass, facts.unit);
}

}  // namespace accord::cli
