#include "cli/frame/options.h"

#include <array>

#include "answers/table.h"
#include "cli/frame/parse.h"
#include "cli/frame/suggested.h"
#include "described/cells.h"

namespace accord::cli {

namespace {

/// What completion offers for a member, by the name of its list or by its kind.
Words words_of(const described::Member& member) {
  constexpr std::array lists{
      std::pair{"areas", Words::areas},       std::pair{"labels", Words::labels},
      std::pair{"answers", Words::answers},   std::pair{"terms", Words::terms},
      std::pair{"parties", Words::parties},   std::pair{"files", Words::files},
      std::pair{"findings", Words::findings}, std::pair{"reports", Words::reports}};
  for (const auto& [name, words] : lists)
    if (member.completed == name) return words;
  return described::inner(*member.type).kind == described::Kind::day ? Words::days : Words::none;
}

void add(std::vector<Option>& out, const described::Type& type, Part part) {
  for (answers::Flag& flag : answers::flags_of(type)) {
    const described::Member& member = flag.member();
    if (part == Part::given && member.name == "path") continue;  // an argument, or -C
    Option option{{},
                  flag.name,
                  "",
                  flag.value,
                  flag.text,
                  flag.repeatable,
                  member.is_setting,
                  words_of(member),
                  {},
                  part};
    option.described = std::move(flag);
    out.push_back(std::move(option));
  }
}

void add_described(std::vector<Option>& out, const Command& command) {
  if (command.takes != nullptr) add(out, *command.takes->type, Part::asked);
  if (command.question == nullptr) return;
  const answers::Question& question = *command.question;
  add(out, *question.asked, Part::asked);
  add(out, *question.fresh_given().type, Part::given);
  if (!answers::table_names(*question.answer).empty())
    add(out, described::type_of<answers::TableChoice>, Part::choice);
}

}  // namespace

DescribedRequest::DescribedRequest(const Command& command)
    : asked(command.takes != nullptr ? command.takes->fresh() : command.question->fresh()),
      choice(answers::Value::of(answers::TableChoice())) {
  if (command.question != nullptr) given = command.question->fresh_given();
}

void* DescribedRequest::of(Part part) const {
  const answers::Value& value = part == Part::asked ? asked : part == Part::given ? given : choice;
  return value.at.get();
}

Problem as_written(Problem problem, const Command& command, const Request& request) {
  return as_written(std::move(problem), [&](std::string_view name) {
    if (name == "check") return "`" + about_accounts(request, "check") + "`";
    for (const Option& option : own_options(command))
      if (option.described && option.described->member().name == name) return option.name;
    return flag_of(name);
  });
}

std::vector<Problem> problems_of(const Command& command, const Request& request) {
  std::vector<Problem> out;
  std::vector<std::optional<Error>> faults;
  if (command.takes != nullptr)
    faults.push_back(command.takes->fault(request.described->of(Part::asked)));
  if (const answers::Question* question = command.question) {
    const auto* choice =
        static_cast<const answers::TableChoice*>(request.described->of(Part::choice));
    if (auto problem = answers::problem_of(*choice, *question->answer))
      out.push_back(std::move(*problem));
    faults.push_back(question->fault(request.described->of(Part::asked)));
    faults.push_back(question->given_fault(request.described->of(Part::given)));
  }
  for (const std::optional<Error>& fault : faults)
    if (fault) out.push_back(as_written(answers::problem_of(*fault), command, request));
  return out;
}

Option option_of(Flag flag) {
  const FlagHelp& help = help_of(flag);
  return {flag,
          std::string(help.name),
          std::string(help.letter),
          std::string(help.value),
          std::string(help.text),
          help.repeatable,
          help.setting,
          help.values,
          {},
          Part::asked};
}

std::vector<Option> own_options(const Command& command) {
  std::vector<Option> out;
  for (const Flag flag : command.flags) out.push_back(option_of(flag));
  add_described(out, command);
  if (!printed_formats(command).empty()) out.push_back(option_of(Flag::format));
  if (takes_exact(command)) out.push_back(option_of(Flag::exact));
  if (has_json(command)) out.push_back(option_of(Flag::json));
  return out;
}

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> out = own_options(command);
  for (const Flag flag : common_flags()) out.push_back(option_of(flag));
  return out;
}

}  // namespace accord::cli
