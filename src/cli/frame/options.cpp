#include "cli/frame/options.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/questions.h"
#include "answers/table.h"
#include "cli/frame/parse.h"
#include "cli/frame/spelled.h"
#include "cli/frame/suggested.h"
#include "cli/frame/variants.h"
#include "described/cells.h"

namespace accord::cli {

namespace {

/// What completion offers for a member: its list, or that of its kind.
std::string_view list_of(const described::Member& member) {
  if (!member.completed.empty()) return member.completed;
  return described::inner(*member.type).kind == described::Kind::day ? "days" : "";
}

Option option_of(answers::Flag flag, Part part) {
  const described::Member& member = flag.member();
  Option out{flag.name,
             std::string(member.letter),
             flag.value,
             flag.text,
             flag.repeatable,
             member.is_setting,
             list_of(member),
             {},
             part};
  out.member = std::move(flag);
  return out;
}

void add(std::vector<Option>& out, const described::Type& type, Part part) {
  for (answers::Flag& flag : answers::flags_of(type))
    if (part == Part::choice || flag.member().name != "path")  // an argument, or -C
      out.push_back(option_of(std::move(flag), part));
}

void add_described(std::vector<Option>& out, const Command& command) {
  if (command.takes != nullptr) add(out, *command.takes->type, Part::asked);
  if (command.question == nullptr) return;
  const answers::Question& question = *command.question;
  add(out, *question.asked, Part::asked);
  if (const answers::Value given = question.fresh_given(); given.type != nullptr)
    add(out, *given.type, Part::given);
  if (!answers::table_names(*question.answer).empty())
    add(out, described::type_of<answers::TableChoice>, Part::choice);
}

/// The formats that the command prints stand in the text of --format.
void add_printing(std::vector<Option>& out, const Command& command) {
  const std::vector<Format> formats = shown_formats(command);
  std::vector<std::string_view> words;
  for (const Format format : formats) words.push_back(word(format));
  const bool is_csv = std::find(words.begin(), words.end(), "csv") != words.end();
  for (answers::Flag& flag : answers::flags_of(described::type_of<Common>)) {
    const std::string_view name = flag.member().name;
    if (name == "format")
      flag.text = fmt::format("{}: {}", flag.member().meaning, fmt::join(words, ", "));
    if ((name == "format" && !formats.empty()) || (name == "exact" && is_csv) ||
        (name == "as_json" && has_json(command)))
      out.push_back(option_of(std::move(flag), Part::common));
  }
}

bool is_of_every_command(std::string_view name) {
  return name != "workspace" && name != "format" && name != "exact" && name != "as_json";
}

}  // namespace

Call fresh_call(const Command& command) {
  Call out;
  if (command.takes != nullptr) out.asked = command.takes->fresh();
  if (command.question == nullptr) return out;
  out.asked = command.question->fresh();
  out.given = command.question->fresh_given();
  out.choice = answers::Value::of(answers::TableChoice());
  return out;
}

void* struct_of(Call& call, Part part) {
  switch (part) {
    case Part::common:
      return static_cast<Common*>(&call);
    case Part::asked:
      return call.asked.at.get();
    case Part::given:
      return call.given.at.get();
    case Part::choice:
      return call.choice.at.get();
  }
  return nullptr;
}

Problem as_written(Problem problem, const Command& command, const Call& call) {
  return as_written(std::move(problem), [&](std::string_view name) {
    for (const Option& option : own_options(command))
      if (option.member.member().name == name) return option.name;
    for (const answers::Question* question : answers::questions())
      if (question->method == name)
        return fmt::format("`{}{}`",
                           question->source == answers::Source::accounts
                               ? about_accounts(call, question->name)
                               : about_workspace(call, question->name),
                           name == "status" ? " -v" : "");  // what is out of the count too
    return flag_of(name);
  });
}

std::vector<Problem> problems_of(const Command& command, const Call& call) {
  std::vector<Problem> out;
  std::vector<std::optional<Error>> faults;
  if (command.takes != nullptr) faults.push_back(command.takes->fault(call.asked.at.get()));
  if (const answers::Question* question = command.question) {
    const auto* choice = static_cast<const answers::TableChoice*>(call.choice.at.get());
    if (auto problem = answers::problem_of(*choice, *question->answer))
      out.push_back(std::move(*problem));
    faults.push_back(question->fault(call.asked.at.get()));
    faults.push_back(question->given_fault(call.given.at.get()));
  }
  if (command.fault != nullptr) faults.push_back(command.fault(call));
  for (const std::optional<Error>& fault : faults)
    if (fault) out.push_back(as_written(answers::problem_of(*fault), command, call));
  return out;
}

std::vector<Option> own_options(const Command& command) {
  std::vector<Option> out;
  if (takes_workspace(command))
    out.push_back(option_of(answers::flags_of(described::type_of<Common>).front(), Part::common));
  add_described(out, command);
  add_printing(out, command);
  return out;
}

std::vector<Option> common_options() {
  std::vector<Option> out;
  for (answers::Flag& flag : answers::flags_of(described::type_of<Common>))
    if (is_of_every_command(flag.member().name))
      out.push_back(option_of(std::move(flag), Part::common));
  return out;
}

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> out = own_options(command);
  for (Option& option : common_options()) out.push_back(std::move(option));
  return out;
}

}  // namespace accord::cli
