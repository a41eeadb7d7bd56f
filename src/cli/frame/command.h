#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/question.h"
#include "base/problem.h"
#include "base/result.h"
#include "cli/frame/call.h"

namespace accord::cli {

/// Exit status (manual, “Exit status”): one meaning for all commands.
enum class Exit : std::uint8_t {
  yes = 0,          ///< done; the answer is “yes” or “none”
  no = 1,           ///< done; the answer is “no”
  usage = 2,        ///< wrong usage
  input = 3,        ///< the input cannot be used
  record = 4,       ///< a signed record is broken
  environment = 5,  ///< something outside is missing or refuses
  limit = 6,        ///< stopped by a limit, or refused by policy
  bug = 70,
  interrupted = 130  ///< stopped by the user; what was done is kept
};

/// What a command gives back. Nothing is printed and nothing exits below `cli::run`.
struct Answer {
  Exit exit = Exit::yes;
  std::string body;      ///< the answer itself, in the format asked for
  std::string messages;  ///< for standard error, as it shall appear
  bool written = false;  ///< the command has written its own files; `-o` is done with
  bool refused = false;  ///< there is no answer: `-o` gets nothing
};

enum class Group : std::uint8_t { judge, accounts, statistics, talks, text, look, tools, hidden };

/// What a command takes that asks no question: a described struct, whose meaning is the summary.
struct Takes {
  const described::Type* type = nullptr;
  answers::Value (*fresh)() = nullptr;
  std::optional<Error> (*fault)(const void* asked) = nullptr;
};

/// `.takes = &takes<InitAsked>`
template <class T>
inline constexpr Takes takes{&described::type_of<T>, [] { return answers::Value::of(T{}); },
                             answers::fault_of<T>};

/// One command: its code, and what it takes and says. Its prose and examples are in NAME.md beside
/// it.
struct Command {
  std::string_view name;  ///< "terms check"
  /// A described command: summary, flags, formats and schema follow from what its question says.
  const answers::Question* question = nullptr;
  const Takes* takes = nullptr;           ///< of a command that asks no question
  const described::Type* made = nullptr;  ///< the same: what its JSON says it has done
  Group group = Group::judge;
  std::string_view summary = {};         ///< one line, of a command that takes nothing
  std::span<const Format> formats = {};  ///< that --format takes; empty: the usual ones of a table
  Answer (*run)(const Call&) = nullptr;
  /// What is wrong with how the answer shall be shown, before anything is read.
  std::optional<Error> (*fault)(const Call&) = nullptr;
  /// Of a described command whose text is no table: the text of its answer.
  std::string (*text_of)(const void* answer, const Call& call) = nullptr;
  /// Of a described command that also writes files: called with what was read and the answer, which
  /// it may complete. Gives messages for standard error.
  std::string (*writes)(const void* source, void* answer, const Call& call) = nullptr;
  std::span<const Format> own_forms = {};  ///< of a command with a question: those `run` writes
  std::span<const Command* const> variants = {};  ///< the same name for other words (variants.h)
  bool in_folder = false;  ///< asks no question, and works on the folder that -C names
  bool raw = false;  ///< every word after the name is an argument, also those that look like flags
};

/// One line.
[[nodiscard]] std::string_view summary_of(const Command& command);
/// What --format takes, the command's own forms last; the first is the usual one. Empty: prints
/// text only.
[[nodiscard]] std::vector<Format> printed_formats(const Command& command);
[[nodiscard]] bool has_json(const Command& command);

/// The words without a flag: those that what is asked names, else the place that is read.
struct Arguments {
  std::string text;  ///< "FILE…"; empty: none
  std::size_t min = 0, max = 0;
  std::string_view list;                         ///< of the words that completion offers
  std::span<const std::string_view> words = {};  ///< the fixed ones of the first
};
[[nodiscard]] Arguments arguments_of(const Command& command);
/// Whether it reads a workspace or accounts, which -C names.
[[nodiscard]] bool takes_workspace(const Command& command);

/// Every command, in the order of help and manual.
[[nodiscard]] std::span<const Command* const> commands();
/// Nothing when there is no such command.
[[nodiscard]] const Command* find_command(std::string_view name);

/// Largest number of arguments, for commands that take any number.
inline constexpr std::size_t any_number = 1000;

}  // namespace accord::cli
