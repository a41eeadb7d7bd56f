#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// What every code stands for, said once: messages carry the code, and the page of errors, the help
/// of a code, exit status and the status of an answer over a network come from this table.
namespace accord {

/// Whose turn it is when something cannot be done.
enum class Cause : std::uint8_t {
  warning,      ///< nothing is stopped: something in the input is worth a look
  input,        ///< what was given cannot be used as it is
  usage,        ///< the question is not put as it can be
  environment,  ///< something outside is missing or refuses
  limit,        ///< a limit is reached, or those concerned have not allowed it
  fault         ///< accord itself is wrong
};

/// One code. It is stable and never used again for something else. The rules of accountancy, V001
/// to V093, are not here: their severity belongs to a profile (accounting/rules/rule_texts.h).
struct Code {
  std::string_view code;  ///< "A010"
  Cause cause = Cause::input;
  bool again = false;        ///< trying again, with nothing changed, can help
  std::string_view title;    ///< "a character that does not belong"; begins with a small letter
  std::string_view meaning;  ///< one or two sentences
  std::string_view remedy;   ///< what to do, as a sentence
};

/// All of them, by letter and number.
[[nodiscard]] const std::vector<Code>& codes();

/// Nothing when there is none; rules of accountancy are none.
[[nodiscard]] const Code* find_code(std::string_view code);

}  // namespace accord
