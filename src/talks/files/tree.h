#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "talks/files/limits.h"

namespace accord::talks {

/// A JSON text as it is written: members in their order, numbers as their source text, and where
/// each value ends in the file.
struct JsonTree {
  enum class Kind : std::uint8_t { null, yes_no, number, text, list, object };
  Kind kind = Kind::null;
  bool truth = false;
  std::string text;             ///< of a text; of a number its source
  std::vector<JsonTree> items;  ///< of a list; of an object the values, in the order of `names`
  std::vector<std::string> names;
  std::uint32_t line = 0;

  [[nodiscard]] bool is(Kind what) const { return kind == what; }
  /// Of an object; null when it has no such member.
  [[nodiscard]] const JsonTree* find(std::string_view name) const;
};

/// P010: not JSON, not UTF-8, or a name twice in one object; P016: larger or deeper than the limits
/// allow.
[[nodiscard]] std::optional<JsonTree> read_tree(std::string_view bytes, std::string_view file,
                                                const Limits& limits,
                                                std::vector<Problem>& problems);

/// One line without blanks, names in order of their bytes: the same tree, the same bytes. Numbers
/// as their source has them.
[[nodiscard]] std::string canonical(const JsonTree& tree);

[[nodiscard]] JsonTree json_text(std::string_view text);
[[nodiscard]] JsonTree json_number(std::string_view source);
[[nodiscard]] JsonTree json_yes_no(bool truth);
[[nodiscard]] JsonTree json_list(std::vector<JsonTree> items);
[[nodiscard]] JsonTree json_object(std::vector<std::pair<std::string, JsonTree>> members);

}  // namespace accord::talks
