#include "cli/frame/candidates.h"

#include <algorithm>
#include <optional>

#include "cli/frame/options.h"
#include "cli/frame/parse.h"
#include "cli/frame/variants.h"
#include "cli/frame/workspace_words.h"
#include "formats/profiles/criteria.h"
#include "formats/profiles/profile.h"

namespace accord::cli {

namespace {

using List = std::vector<std::string>;

template <class Words>
List list_of(const Words& words) {
  return {words.begin(), words.end()};
}

List starting_with(List words, const std::string& start) {
  std::erase_if(words, [&](const std::string& word) { return !word.starts_with(start); });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// First words of the commands that `wanted` holds for; with a noun, their second words.
template <class Wanted>
List command_words(const std::string& noun, Wanted wanted) {
  List out;
  for (const Command* command : commands()) {
    if (!wanted(*command)) continue;
    const std::string name(command->name);
    if (noun.empty())
      out.push_back(name.substr(0, name.find(' ')));
    else if (name.starts_with(noun + " "))
      out.push_back(name.substr(noun.size() + 1));
  }
  return out;
}

bool is_shown(const Command& command) {
  return command.group != Group::hidden;
}

/// What --format of the command takes.
List format_words(const Command& command) {
  List out;
  for (const Format format : shown_formats(command)) out.emplace_back(word(format));
  if (has_json(command)) out.emplace_back(word(Format::json));
  return out;
}

/// What was written of the line before the last word.
struct Line {
  const Command& command;
  std::vector<Option> options;  ///< that the command takes
  List words;                   ///< all, as they stand
  List arguments;               ///< those that are no flags and no values of flags
};

List values_of(std::string_view words, const Line& line) {
  if (words == "profiles") return list_of(formats::profile_ids());
  if (words == "criteria") return list_of(formats::own_criteria_ids());
  const std::string noun = line.arguments.empty() ? std::string() : line.arguments.front();
  if (words == "commands") return command_words(noun, has_json);
  if (words == "topics") return command_words(noun, is_shown);
  return workspace_words(line.command, words, line.words, line.arguments);
}

List values_of(const Option& option, const Line& line) {
  if (option.name == "--format") return format_words(line.command);
  if (const auto words = answers::words_of(option.member); !words.empty()) return list_of(words);
  return values_of(option.list, line);
}

const Option* flag_written(const Line& line, const std::string& word) {
  const auto found = std::find_if(line.options.begin(), line.options.end(), [&](const Option& one) {
    return word == one.name || (!one.letter.empty() && word == one.letter);
  });
  return found == line.options.end() ? nullptr : &*found;
}

/// Flags that are not on the line yet, or may stand there again.
List flag_words(const Line& line) {
  List out;
  for (const Option& option : line.options) {
    const bool there = std::any_of(line.words.begin(), line.words.end(), [&](const auto& word) {
      return flag_written(line, word.substr(0, word.find('='))) == &option;
    });
    if (!there || option.repeatable) out.push_back(option.name);
  }
  return out;
}

/// The words of a command that are its arguments.
List arguments_among(const Line& line, const List& rest) {
  List out;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const std::string& word = rest[i];
    if (word.size() < 2 || word.front() != '-') {
      out.push_back(word);
      continue;
    }
    const Option* flag = flag_written(line, word);
    if (flag != nullptr && !flag->is_switch()) ++i;
  }
  return out;
}

/// `--format=c`: what may follow the sign, as whole words.
std::optional<List> after_sign(const Line& line, const std::string& last) {
  const std::size_t sign = last.find('=');
  if (!last.starts_with("--") || sign == std::string::npos) return std::nullopt;
  const Option* flag = flag_written(line, last.substr(0, sign));
  if (flag == nullptr || flag->is_switch()) return List();
  List out = values_of(*flag, line);
  for (std::string& value : out) value.insert(0, last.substr(0, sign + 1));
  return starting_with(std::move(out), last);
}

}  // namespace

std::vector<std::string> candidates(const std::vector<std::string>& words) {
  const std::string last = words.empty() ? std::string() : words.back();
  const List before(words.begin(), words.empty() ? words.end() : words.end() - 1);
  const ChosenOrProblem found = choose(before);
  if (found.problem) return {};
  if (found.chosen.command == nullptr) {
    if (last.starts_with("-")) return starting_with({"--help", "--no-pager", "--version"}, last);
    return starting_with(command_words(found.chosen.noun, is_shown), last);
  }
  const Command& command = *found.chosen.command;
  Line line{command, shown_options(command), before, {}};
  for (Option& option : common_options()) line.options.push_back(std::move(option));
  line.arguments = arguments_among(line, found.chosen.rest);
  if (!before.empty())
    if (const Option* flag = flag_written(line, before.back());
        flag != nullptr && !flag->is_switch())
      return starting_with(values_of(*flag, line), last);
  if (const auto values = after_sign(line, last)) return *values;
  if (last.starts_with("-")) return starting_with(flag_words(line), last);
  const Arguments taken = arguments_of(command);
  if (line.arguments.size() >= taken.max) return {};
  if (!taken.words.empty()) return starting_with(list_of(taken.words), last);
  return starting_with(values_of(taken.list, line), last);
}

}  // namespace accord::cli
