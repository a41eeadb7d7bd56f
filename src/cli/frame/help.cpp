#include "cli/frame/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "cli/frame/options.h"
#include "cli/frame/parse.h"
#include "cli/frame/variants.h"
#include "cli/print/page.h"
#include "cli/print/text.h"

namespace accord::cli {

namespace {

constexpr std::array groups{
    std::pair{Group::judge, "Judge"},
    std::pair{Group::accounts, "Keep the accounts"},
    std::pair{Group::statistics, "Statistics of verification"},
    std::pair{Group::look, "Look at what others say"},
    std::pair{Group::talks, "Indirect talks"},
    std::pair{Group::text, "Work with agreement texts"},
    std::pair{Group::tools, "Set up"},
};

constexpr std::string_view begin_with =
    "accord reads the text of an agreement and the public record, and says of every commitment "
    "whether it\n"
    "is met, not met or not shown; since when; and on what evidence.\n\n"
    "Begin with\n"
    "  accord init demo --example ceasefire a folder with a text and the log of a mission\n"
    "  accord -C demo assess                judge every commitment and write the report\n"
    "  accord -C demo explain FIRE@south    one finding, down to the row of the table\n";

constexpr std::string_view exit_lines =
    "Exit status: 0 yes, or none · 1 no · 2 wrong usage · 3 input cannot be used · 4 record broken "
    "·\n"
    "5 environment · 6 stopped by a limit · 70 bug.\n";

std::string flag_name(const Option& flag) {
  std::string name =
      flag.letter.empty() ? flag.name : fmt::format("{}, {}", flag.letter, flag.name);
  if (!flag.value.empty()) name += fmt::format(" {}", flag.value);
  return name;
}

std::string one_line(std::string_view paragraph) {
  std::string out(paragraph);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string usage_line(const Command& command) {
  std::string out = fmt::format("accord {}", command.name);
  if (const Arguments taken = arguments_of(command); !taken.text.empty()) out += " " + taken.text;
  return out + " [flags]";
}

std::string flag_lines(const std::vector<Option>& flags, const Look& look) {
  constexpr std::size_t column = 30;
  std::string out;
  for (const Option& flag : flags) {
    const std::string name = "  " + flag_name(flag);
    out += name.size() + 2 > column ? name + "\n" + std::string(column, ' ')
                                    : fmt::format("{:<30}", name);
    out += wrap(flag.text, column, column, look) + "\n";
  }
  return out;
}

std::string command_lines(std::string_view noun, Group group, const Look& look) {
  constexpr std::size_t column = 30;
  std::string out;
  for (const Command* command : commands()) {
    if (command->group != group) continue;
    if (!noun.empty() && !command->name.starts_with(std::string(noun) + " ")) continue;
    const std::string name = fmt::format("  {} {}", command->name, arguments_of(*command).text);
    // A long name has the line for itself.
    out += name.size() + 1 > column ? name + "\n" + std::string(column, ' ')
                                    : fmt::format("{:<30}", name);
    out += wrap(summary_of(*command), column, column, look) + "\n";
  }
  return out;
}

std::string manual_section(const Command& command) {
  std::string out = fmt::format("### accord {}\n\n{}.\n\n```\n{}\n```\n\n", command.name,
                                summary_of(command), usage_line(command));
  const Page page = page_of(command.name);
  out += fmt::format("{}\n\n", page.prose);
  const std::vector<Option> flags = shown_options(command);
  if (!flags.empty()) out += "| Flag | Meaning |\n| --- | --- |\n";
  for (const Option& flag : flags) {
    std::string name = flag_name(flag);
    for (std::size_t at = 0; (at = name.find('|', at)) != std::string::npos; at += 2)
      name.insert(at, "\\");
    out += fmt::format("| `{}` | {} |\n", name, flag.text);
  }
  if (!flags.empty()) out += "\n";
  return out + fmt::format("Example:\n\n```\n{}\n```\n\n", page.example);
}

}  // namespace

std::string version_text() {
  return "accord " ACCORD_VERSION "\n";
}

std::string help_text(std::string_view noun, const Look& look) {
  std::string out = noun.empty() ? fitted(begin_with, look) : fmt::format("accord {}\n", noun);
  for (const auto& [group, title] : groups) {
    const std::string lines = command_lines(noun, group, look);
    if (!lines.empty())
      out +=
          fmt::format("\n{}{}", noun.empty() ? fmt::format("{}\n", title) : std::string(), lines);
  }
  if (noun.empty())
    out += "\n" +
           fitted(fmt::format("Every command explains itself with --help, prints JSON with --json "
                              "where it prints data, and\n"
                              "takes -C DIR for the workspace folder. The manual: docs/ "
                              "(docs/reference/commands.md).\n\n{}",
                              exit_lines),
                  look);
  return out;
}

std::string help_text(const Command& command, const Look& look) {
  std::string out = fmt::format("{}\n\n{}\n", usage_line(command),
                                wrap(std::string(summary_of(command)) + ".", 0, 0, look));
  const Page page = page_of(command.name);
  for (const std::string_view paragraph : split(page.prose, "\n\n"))
    if (!paragraph.empty()) out += "\n" + wrap(one_line(paragraph), 0, 0, look) + "\n";
  const std::vector<Option> flags = shown_options(command);
  if (!flags.empty()) out += "\nFlags\n" + flag_lines(flags, look);
  out += "\nFlags of every command\n" + flag_lines(common_options(), look);
  if (page.example.empty()) return out;
  out += "\nExample\n";
  for (const std::string_view line : split(page.example, "\n")) out += fmt::format("  {}\n", line);
  return out;
}

std::string manual() {
  std::string out =
      "# Commands\n\n"
      "<!-- Made by `accord __manual` from the help in src/cli; change it there. -->\n\n"
      "Results go to standard output, everything else to standard error. A flag wins over its "
      "`ACCORD_…`\n"
      "variable (`ACCORD_MIN_GRADE` for `--min-grade`), and that over `[settings]` of "
      "`accord.toml`.\n\n"
      "| Exit status | Meaning |\n| --- | --- |\n"
      "| 0 | done; the answer is “yes” or “none” |\n| 1 | done; the answer is “no” |\n"
      "| 2 | wrong usage |\n| 3 | the input cannot be used |\n| 4 | a signed record is broken |\n"
      "| 5 | environment: a file, folder or program that is missing or refuses |\n"
      "| 6 | stopped by a limit, or refused by policy |\n| 70 | bug in accord |\n\n"
      "Flags of every command:\n\n| Flag | Meaning |\n| --- | --- |\n";
  for (const Option& flag : common_options())
    out += fmt::format("| `{}` | {} |\n", flag_name(flag), flag.text);
  for (const auto& [group, title] : groups) {
    out += fmt::format("\n## {}\n\n", title);
    for (const Command* command : commands())
      if (command->group == group) out += manual_section(*command);
    out.pop_back();
  }
  return out;
}

}  // namespace accord::cli
