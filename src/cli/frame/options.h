#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/flags.h"
#include "answers/question.h"
#include "cli/frame/command.h"

namespace accord::cli {

/// The struct that a flag is a member of.
enum class Part : std::uint8_t { common, asked, given, choice };

/// A flag as one command takes it.
struct Option {
  std::string name, letter, value, text;
  bool repeatable = false, setting = false;
  std::string_view list = {};  ///< of the words that completion offers
  answers::Flag member = {};
  Part part = Part::asked;

  [[nodiscard]] bool is_switch() const { return value.empty(); }
};

/// With the defaults of all members.
[[nodiscard]] Call fresh_call(const Command& command);
[[nodiscard]] void* struct_of(Call& call, Part part);
/// A problem with the members of a described command by their flags.
[[nodiscard]] Problem as_written(Problem problem, const Command& command, const Call& call);
/// What is wrong with the question by itself.
[[nodiscard]] std::vector<Problem> problems_of(const Command& command, const Call& call);
/// The flags that tell this command from others: all but those of every command.
[[nodiscard]] std::vector<Option> own_options(const Command& command);
/// Those of every command.
[[nodiscard]] std::vector<Option> common_options();
/// Every flag that the command takes.
[[nodiscard]] std::vector<Option> options_of(const Command& command);

}  // namespace accord::cli
