#include <algorithm>
#include <array>

#include "answers/question.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

const std::array all{
    // judge
    &assess_command, &explain_command, &status_command, &timeline_command, &report_command,
    &compare_claims, &compare_items, &talks_positions, &terms_account,
    // accounts
    &check_command, &books_inventory, &books_movements, &books_mbr, &books_due, &books_pairs,
    &books_items, &import_command, &export_command,
    // statistics
    &balance_command, &simulate_command,
    // text
    &terms_check, &terms_format, &terms_show, &terms_diff, &terms_clock, &terms_depends,
    &terms_grammar,
    // tools
    &init, &doctor, &help_command, &schema, &completion, &complete, &manual_page, &rules_data};

constexpr std::array described_formats{Format::text, Format::json, Format::csv, Format::md,
                                       Format::xlsx};

}  // namespace

std::string_view summary_of(const Command& command) {
  if (command.question != nullptr) return command.question->asked->meaning;
  return command.takes != nullptr ? command.takes->type->meaning : command.summary;
}

std::span<const Format> printed_formats(const Command& command) {
  if (command.question == nullptr || !command.formats.empty()) return command.formats;
  return described_formats;
}

bool has_json(const Command& command) {
  return command.question != nullptr || command.made != nullptr || !command.schema.empty();
}

std::span<const Command* const> commands() {
  return all;
}

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Command* command) { return command->name == name; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace accord::cli
