#include <fmt/format.h>

#include "answers/talks/solve.h"
#include "cli/frame/all_commands.h"
#include "cli/print/text.h"
#include "described/cells.h"

namespace accord::cli {

using answers::FrontierRow;
using answers::SolutionRow;
using answers::SolveAnswer;

namespace {

constexpr std::size_t points_shown = 12;

std::string rule_table(const SolveAnswer& answer, const Look& look) {
  Table table{{"rule", "value", "utilities", "package"}, {}, {}, 0, {false, true, false, false}};
  for (const SolutionRow& row : answer.solutions)
    table.rows.push_back({row.is_chosen ? described::cell(described::view(row.rule)) : "  also",
                          row.value.decimal(), row.utilities, row.words});
  return as_text(table, look);
}

std::string frontier_table(const SolveAnswer& answer, const Look& look) {
  Table table{{"outcomes", "utilities", "package"}, {}, {}, 0, {true, false, false}};
  for (std::size_t i = 0; i < answer.frontier.size() && i < points_shown; ++i) {
    const FrontierRow& row = answer.frontier[i];
    table.rows.push_back({row.outcomes.text(), row.utilities, row.words});
  }
  std::string out = as_text(table, look);
  if (answer.frontier.size() > points_shown)
    out += fmt::format("… and {} more: --rows frontier\n", answer.frontier.size() - points_shown);
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const SolveAnswer*>(at);
  std::string out =
      fmt::format("{} outcomes, {} in the zone; method: {} ({})\n", answer.outcomes.text(),
                  answer.zone_outcomes ? answer.zone_outcomes->text() : "not counted",
                  answer.method, answer.reason);
  for (const auto& party : answer.parties)
    out += fmt::format("{}: {} {}{}\n", party.party,
                       party.has_reservation ? "walks away at" : "worst in the zone",
                       party.disagreement.decimal(),
                       party.ideal ? ", best in the zone " + party.ideal->decimal() : "");
  if (answer.frontier.empty())
    out += "\nNo outcome is in the zone; `accord talks why` says which limits conflict.\n";
  else
    out +=
        fmt::format("\nFair proposals\n{}\nEfficient points: {}\n{}", rule_table(answer, call.look),
                    answer.frontier.size(), frontier_table(answer, call.look));
  if (!answer.notes.empty()) out += "\n";
  for (const std::string& note : answer.notes) out += note + "\n";
  return out;
}

}  // namespace

const Command talks_solve{.name = "talks solve",
                          .question = &answers::solve_question,
                          .group = Group::talks,
                          .text_of = text_of};

}  // namespace accord::cli
