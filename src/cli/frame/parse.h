#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "cli/frame/command.h"
#include "cli/frame/options.h"

namespace accord::cli {

/// The command that the words name, and everything else that was written.
struct Chosen {
  const Command* command = nullptr;
  std::vector<std::string> rest;
  std::string noun;  ///< "terms" when only the noun was given
};

/// Finds the command among the words before any flag's value. U001: no such command, with the
/// nearest. No words at all: neither command nor noun.
struct ChosenOrProblem {
  Chosen chosen;
  std::optional<Problem> problem;
};
[[nodiscard]] ChosenOrProblem choose(const std::vector<std::string>& words);

/// U001: what follows the words of a command belongs to no command.
[[nodiscard]] Problem no_such_topic(const std::vector<std::string>& words, const Chosen& chosen);

/// Reads flags and arguments of the command. Problems: U002 unknown flag, U003 value missing or
/// given twice, U004 value not understood, U005 too few or too many arguments.
struct ReadCall {
  Call call;
  std::vector<Problem> problems;
};
[[nodiscard]] ReadCall read_call(const Command& command, std::vector<std::string> rest);

/// Puts one value where it belongs; `origin` names where it was written ("--on", "ACCORD_ON").
[[nodiscard]] std::optional<Problem> set(Call& call, const Option& option, const std::string& value,
                                         const std::string& origin);

}  // namespace accord::cli
