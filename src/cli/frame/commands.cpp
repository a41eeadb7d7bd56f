#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "answers/flags.h"
#include "answers/question.h"
#include "cli/frame/all_commands.h"
#include "described/cells.h"

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
    // talks
    &talks_check, &talks_zone, &talks_solve, &talks_why, &talks_verify, &talks_draft, &talks_round,
    &talks_replay, &talks_days, &talks_sheet,
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

std::vector<Format> printed_formats(const Command& command) {
  const bool is_usual = command.question != nullptr && command.formats.empty();
  const auto formats = is_usual ? std::span<const Format>(described_formats) : command.formats;
  std::vector<Format> out(formats.begin(), formats.end());
  for (const Format form : command.own_forms)
    if (std::find(out.begin(), out.end(), form) == out.end()) out.push_back(form);
  return out;
}

bool has_json(const Command& command) {
  return command.question != nullptr || command.made != nullptr;
}

namespace {

/// The member that says which place is read: a folder or file, or several files.
const described::Member* place_of(const Command& command) {
  std::vector<const described::Type*> read;
  if (command.question != nullptr) read.push_back(command.question->fresh_given().type);
  if (command.takes != nullptr)
    for (const described::Member& m : command.takes->type->members)
      if (m.type->kind == described::Kind::object) read.push_back(m.type);
  for (const described::Type* given : read)
    if (given != nullptr)
      for (const described::Member& m : given->members)
        if (m.name == "path" || m.is_argument) return &m;
  return nullptr;
}

}  // namespace

bool takes_workspace(const Command& command) {
  // A variant answers where its command does, also a question that reads nothing.
  const Command* main = find_command(command.name);
  const Command& named = main == nullptr ? command : *main;
  const bool is_measured =
      named.question != nullptr && named.question->source == answers::Source::measured;
  return command.in_folder || (!is_measured && place_of(named) != nullptr);
}

Arguments arguments_of(const Command& command) {
  Arguments out;
  if (command.question == nullptr && command.takes == nullptr) return out;
  const described::Type& asked =
      command.takes != nullptr ? *command.takes->type : *command.question->asked;
  for (const answers::Flag& argument : answers::arguments_of(asked)) {
    const described::Member& member = argument.member();
    const std::string name = argument.value + (argument.repeatable ? "…" : "");
    out.text += (out.text.empty() ? "" : " ") + (member.is_required ? name : "[" + name + "]");
    if (member.is_required) ++out.min;
    out.max += argument.repeatable ? any_number : 1;
    out.list = member.completed;
    if (out.words.empty()) out.words = described::inner(*member.type).words;
  }
  const described::Member* place = place_of(command);
  if (place == nullptr || out.max > 0) return out;
  const bool is_list = place->type->kind == described::Kind::list;
  return {fmt::format("[{}{}]", place->value_name, is_list ? "…" : ""), 0, is_list ? any_number : 1,
          place->completed};
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
