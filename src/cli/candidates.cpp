#include "cli/candidates.h"

#include <algorithm>
#include <optional>

#include "cli/parse.h"
#include "cli/workspace_words.h"

namespace accord::cli {

namespace {

std::vector<std::string> starting_with(std::vector<std::string> words, const std::string& start) {
  std::erase_if(words, [&](const std::string& word) { return !word.starts_with(start); });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::string> command_words(const std::string& noun) {
  std::vector<std::string> out;
  for (const Command* command : commands()) {
    if (command->group == Group::hidden) continue;
    const std::string name(command->name);
    if (noun.empty())
      out.push_back(name.substr(0, name.find(' ')));
    else if (name.starts_with(noun + " "))
      out.push_back(name.substr(noun.size() + 1));
  }
  return out;
}

std::vector<std::string> values_of(Words words, const std::vector<std::string>& line) {
  const auto fixed = fixed_values(words);
  if (!fixed.empty()) return {fixed.begin(), fixed.end()};
  if (words == Words::commands) {
    std::vector<std::string> names;
    for (const Command* command : commands())
      if (!command->schema.empty()) names.emplace_back(command->name);
    return names;
  }
  return workspace_words(words, line);
}

/// The flag that waits for its value just before the last word.
const FlagHelp* open_flag(const Command& command, const std::vector<std::string>& words) {
  if (words.size() < 2) return nullptr;
  const std::string& before = words[words.size() - 2];
  const auto flags = flags_of(command);
  for (const Flag flag : flags)
    if (const FlagHelp& help = help_of(flag);
        !help.value.empty() && (before == help.name || before == help.letter))
      return &help;
  return nullptr;
}

std::vector<std::string> flag_words(const Command& command) {
  std::vector<std::string> out;
  for (const Flag flag : flags_of(command)) out.emplace_back(help_of(flag).name);
  return out;
}

}  // namespace

std::vector<std::string> candidates(const std::vector<std::string>& words) {
  const std::string last = words.empty() ? std::string() : words.back();
  const std::vector<std::string> before(words.begin(),
                                        words.empty() ? words.end() : words.end() - 1);
  const ChosenOrProblem found = choose(before);
  if (found.problem) return {};
  if (found.chosen.command == nullptr) {
    if (last.starts_with("-")) return starting_with({"--help", "--version"}, last);
    return starting_with(command_words(found.chosen.noun), last);
  }
  const Command& command = *found.chosen.command;
  if (const FlagHelp* flag = open_flag(command, words))
    return starting_with(values_of(flag->values, before), last);
  if (last.starts_with("-")) return starting_with(flag_words(command), last);
  if (command.arguments_max == 0) return {};
  return starting_with(values_of(command.arguments_are, before), last);
}

}  // namespace accord::cli
