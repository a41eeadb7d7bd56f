#include "cli/frame/parse.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/text.h"
#include "cli/frame/options.h"
#include "cli/frame/suggested.h"
#include "cli/frame/variants.h"

namespace accord::cli {

namespace {

Problem usage(std::string code, std::string message, std::string help) {
  return {Severity::error, std::move(code), std::move(message), std::move(help), {}, {}};
}

/// Whether the word is a flag that takes the next word as its value. One that is a switch of one
/// command and takes a day in another (--open) takes what is a day.
bool takes_next(const std::string& word, const std::string& next) {
  if (word.find('=') != std::string::npos) return false;
  const auto is_named = [&word](const auto& flag, std::string_view letter) {
    return word == flag.name || (!letter.empty() && word == letter);
  };
  for (const answers::Flag& flag : answers::flags_of(described::type_of<Common>))
    if (is_named(flag, flag.member().letter)) return !flag.value.empty();
  bool takes = false, is_switch = false;
  for (const Command* command : commands())
    for (const Option& option : shown_options(*command))
      if (is_named(option, option.letter)) (option.is_switch() ? is_switch : takes) = true;
  return takes && (!is_switch || parse_day(next).has_value());
}

/// Places of the words that are neither flags nor values of flags, before “--”.
std::vector<std::size_t> leading_words(const std::vector<std::string>& words) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") break;
    if (words[i].size() > 1 && words[i].front() == '-')
      i += i + 1 < words.size() && takes_next(words[i], words[i + 1]) ? 1U : 0U;
    else
      found.push_back(i);
  }
  return found;
}

Problem no_such_command(const std::string& name, std::string_view noun) {
  std::vector<std::string_view> known;
  for (const Command* command : commands()) {
    if (command->group == Group::hidden) continue;
    if (noun.empty())
      known.push_back(command->name.substr(0, command->name.find(' ')));
    else if (command->name.starts_with(std::string(noun) + " "))
      known.push_back(command->name.substr(noun.size() + 1));
  }
  const auto near = nearest(name, known);
  const std::string all = noun.empty() ? "accord --help" : fmt::format("accord {} --help", noun);
  return usage("U001", fmt::format("no command “{}{}{}”", noun, noun.empty() ? "" : " ", name),
               near ? fmt::format("did you mean “{}”? `{}` lists all", *near, all)
                    : fmt::format("`{}` lists all", all));
}

std::string list_name(const Option& option) {
  return option.letter.empty() ? option.name : fmt::format("{},{}", option.letter, option.name);
}

Problem no_such_flag(const Command& command, const std::string& written) {
  const std::string name = written.substr(0, written.find('='));
  const std::vector<Option> options = options_of(command);
  std::vector<std::string_view> known;
  for (const Option& option : options) known.push_back(option.name);
  const auto near = nearest(name, known);
  return usage("U002", fmt::format("`accord {}` has no flag “{}”", command.name, name),
               near ? fmt::format("did you mean “{}”?", *near)
                    : fmt::format("`accord {} --help` lists its flags", command.name));
}

std::string environment_name(const Option& option) {
  std::string name = "ACCORD_";
  for (const char c : option.name.substr(2))
    name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return name;
}

/// What CLI11 found, before any value is looked at.
struct Written {
  std::vector<std::vector<std::string>> values;  ///< of each option
  std::vector<std::string> arguments;
};

std::optional<Problem> split_words(const Command& command, const std::vector<Option>& options,
                                   std::vector<std::string> rest, Written& written) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  written.values.resize(options.size());
  for (std::size_t i = 0; i < options.size(); ++i) {
    std::vector<std::string>& values = written.values[i];
    const auto count = [&values](std::int64_t n) {
      values.assign(static_cast<std::size_t>(std::max<std::int64_t>(n, 1)), "true");
    };
    if (options[i].is_switch())
      app.add_flag_function(list_name(options[i]), count);
    else
      app.add_option(list_name(options[i]), values)->allow_extra_args(false);
  }
  // What follows “--” is arguments, whatever it looks like.
  const auto mark = std::find(rest.begin(), rest.end(), "--");
  const std::vector<std::string> tail(mark == rest.end() ? mark : mark + 1, rest.end());
  rest.erase(mark, rest.end());
  try {
    std::reverse(rest.begin(), rest.end());  // CLI11 takes a stack
    app.parse(rest);
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    const std::string name = what.substr(0, what.find(':'));
    return usage("U003", fmt::format("{} needs a value", name),
                 fmt::format("`accord {} --help` shows what it takes", command.name));
  } catch (const CLI::ParseError& error) {
    return usage("U003", error.what(),
                 fmt::format("`accord {} --help` shows what it takes", command.name));
  }
  for (const std::string& word : app.remaining()) {
    if (word.size() > 1 && word.front() == '-') return no_such_flag(command, word);
    written.arguments.push_back(word);
  }
  written.arguments.insert(written.arguments.end(), tail.begin(), tail.end());
  return std::nullopt;
}

/// The command with -C, where the word that is too many is a folder.
std::string with_workspace(const Command& command, const Call& call, const std::string& folder) {
  std::error_code ignored;
  if (!takes_workspace(command) || !call.workspace.empty() ||
      !std::filesystem::is_directory(folder, ignored))
    return {};
  std::string out = fmt::format("accord -C {} {}", shell_word(folder), command.name);
  for (const std::string& argument : call.arguments)
    if (&argument != &folder) out += " " + shell_word(argument);
  return fmt::format("the workspace is named with -C: `{}`", out);
}

void check_arguments(const Command& command, const Call& call, std::vector<Problem>& problems) {
  const std::size_t count = call.arguments.size();
  const Arguments taken = arguments_of(command);
  if (count >= taken.min && count <= taken.max) return;
  const std::string help = fmt::format("accord {} {}; `accord {} --help` has examples",
                                       command.name, taken.text, command.name);
  if (count < taken.min) {
    problems.push_back(
        usage("U005", fmt::format("`accord {}` needs {}", command.name, taken.text), help));
    return;
  }
  const std::string& extra = call.arguments[taken.max];
  const std::string in_workspace = with_workspace(command, call, extra);
  problems.push_back(usage("U005",
                           fmt::format("`accord {}` does not take “{}”", command.name, extra),
                           in_workspace.empty() ? help : in_workspace));
}

/// What the word is for, where a command takes a workspace and the word is none.
std::string instead_of_folder(const Command& command, const std::string& word) {
  for (const auto& [flag, what] : {std::pair{"--term", "one term"}, {"--as-of", "one report"}})
    for (const Option& option : own_options(command))
      if (option.name == flag)
        return fmt::format("{}: `accord {} {} {}`", what, command.name, flag, shell_word(word));
  return fmt::format("accord {} {}", command.name, arguments_of(command).text);
}

/// A folder after the command takes the place of -C. What is read of accounts may be a file.
void take_workspace(const Command& command, Call& call, std::vector<Problem>& problems) {
  const bool is_workspace = arguments_of(command).list == "workspaces";
  const bool is_accounts =
      command.question != nullptr && command.question->source == answers::Source::accounts;
  if (!(is_workspace || is_accounts) || call.arguments.size() != 1) return;
  const std::string word = std::move(call.arguments.front());
  call.arguments.clear();
  std::error_code ignored;
  if (!call.workspace.empty())
    problems.push_back(
        usage("U005",
              fmt::format("two {} are named, {} and {}", is_workspace ? "workspaces" : "places",
                          call.workspace, word),
              "name one"));
  else if (is_workspace && !std::filesystem::is_directory(word, ignored))
    problems.push_back(
        usage("U005",
              fmt::format("`accord {}` takes the folder of a workspace, and “{}” is none",
                          command.name, word),
              instead_of_folder(command, word)));
  call.workspace = word;
}

void check_format(const Command& command, const Call& call, std::vector<Problem>& problems) {
  if (!call.format) return;
  const auto formats = printed_formats(command);
  if (std::find(formats.begin(), formats.end(), *call.format) != formats.end()) return;
  if (call.json() && has_json(command)) return;
  std::vector<std::string_view> words;
  for (const Format format : formats) words.push_back(word(format));
  problems.push_back(
      usage("U004", fmt::format("`accord {}` does not print {}", command.name, word(*call.format)),
            fmt::format("it prints {}", fmt::join(words, ", "))));
}

}  // namespace

std::optional<Problem> set(Call& call, const Option& option, const std::string& value,
                           const std::string& origin) {
  return answers::set(option.member, struct_of(call, option.part), value, origin);
}

namespace {

/// The values that were written, else that of the environment.
void take(const Option& option, const std::vector<std::string>& values, ReadCall& out) {
  if (values.size() > 1 && !option.repeatable && !option.is_switch())
    out.problems.push_back(usage(
        "U003", fmt::format("{} is given {} times", option.name, values.size()), "give it once"));
  for (const std::string& value : values)
    if (auto problem = set(out.call, option, value, option.name))
      out.problems.push_back(std::move(*problem));
  if (!values.empty()) out.call.said.push_back(option.name);
  if (!values.empty() || !option.setting) return;
  const std::string name = environment_name(option);
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return;
  if (auto problem = set(out.call, option, value, name))
    out.problems.push_back(std::move(*problem));
  out.call.said.push_back(option.name);
}

/// The words without a flag, as the members that are such words: of what is asked, then of what
/// says which source is read.
void take_arguments(ReadCall& out) {
  std::vector<std::string>& words = out.call.arguments;
  for (const answers::Value* part : {&out.call.asked, &out.call.given}) {
    if (part->type == nullptr) continue;
    for (const answers::Flag& argument : answers::arguments_of(*part->type))
      while (!words.empty()) {
        if (auto problem = answers::set(argument, part->at.get(), words.front(), argument.value))
          out.problems.push_back(std::move(*problem));
        words.erase(words.begin());
        if (!argument.repeatable) break;
      }
  }
}

}  // namespace

Problem no_such_topic(const std::vector<std::string>& words, const Chosen& chosen) {
  const std::string name(chosen.command == nullptr ? chosen.noun : chosen.command->name);
  return usage("U001", fmt::format("no command “{}”", join(words, " ")),
               name.empty() ? "`accord --help` lists all"
                            : fmt::format("`accord {} --help` explains that", name));
}

ChosenOrProblem choose(const std::vector<std::string>& words) {
  ChosenOrProblem out;
  const std::vector<std::size_t> places = leading_words(words);
  const auto take = [&](const Command* command, std::size_t count) {
    out.chosen.command = command;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (i != places[0] && (count < 2 || i != places[1])) out.chosen.rest.push_back(words[i]);
    std::vector<std::string> arguments;
    for (std::size_t i = count; i < places.size(); ++i) arguments.push_back(words[places[i]]);
    if (!command->variants.empty())
      out.chosen.command = &meant(*command, out.chosen.rest, arguments);
    return out;
  };
  if (places.empty()) return out.chosen.rest = words, out;
  const std::string& first = words[places[0]];
  if (const Command* command = find_command(first)) return take(command, 1);
  const auto all = commands();
  const bool is_noun = std::any_of(all.begin(), all.end(), [&](const Command* command) {
    return command->name.starts_with(first + " ");
  });
  if (!is_noun) return out.problem = no_such_command(first, {}), out;
  if (places.size() < 2) return out.chosen.noun = first, out.chosen.rest = words, out;
  const std::string& second = words[places[1]];
  if (const Command* command = find_command(first + " " + second)) return take(command, 2);
  return out.problem = no_such_command(second, first), out;
}

ReadCall read_call(const Command& command, std::vector<std::string> rest) {
  ReadCall out{fresh_call(command), {}};
  Written written;
  if (command.raw) {
    out.call.arguments = std::move(rest);
    take_arguments(out);
    return out;
  }
  const std::vector<Option> options = options_of(command);
  if (auto problem = split_words(command, options, std::move(rest), written)) {
    out.problems.push_back(std::move(*problem));
    return out;
  }
  out.call.arguments = std::move(written.arguments);
  for (std::size_t i = 0; i < options.size(); ++i) take(options[i], written.values[i], out);
  if (out.call.as_json) out.call.format = Format::json;
  if (out.call.help) return out.problems.clear(), out;
  check_arguments(command, out.call, out.problems);
  take_arguments(out);
  take_workspace(command, out.call, out.problems);
  check_format(command, out.call, out.problems);
  if (out.problems.empty()) out.problems = problems_of(command, out.call);
  return out;
}

}  // namespace accord::cli
