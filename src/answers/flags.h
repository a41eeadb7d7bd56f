#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "described/type.h"

/// The members of a question as flags of the command line, and their values from texts.
namespace accord::answers {

struct Flag {
  std::vector<const described::Member*> path;  ///< a member, or one of a struct inside the question
  std::string name;                            ///< "--mba"
  std::string value;                           ///< "CODE"; empty: a switch
  std::string text;                            ///< what it means, and which values there are
  bool repeatable = false;                     ///< each value is added to a list

  [[nodiscard]] const described::Member& member() const { return *path.back(); }
};

/// In the order of the members; those of a struct inside in its place.
[[nodiscard]] std::vector<Flag> flags_of(const described::Type& question);

/// The members that are words without a flag, in their order; a list takes all that are left.
[[nodiscard]] std::vector<Flag> arguments_of(const described::Type& question);

/// The words that a value may be, where they are a fixed list.
[[nodiscard]] std::vector<std::string_view> words_of(const Flag& flag);

/// Puts the value into the question. `origin` names where it was written: "--on", "ACCORD_ON".
/// Several days may be in one value, with commas between.
/// U004: it is no such value, or out of its range.
[[nodiscard]] std::optional<Problem> set(const Flag& flag, void* question, std::string_view value,
                                         const std::string& origin);

}  // namespace accord::answers
