#pragma once

#include <span>
#include <string>
#include <vector>

#include "described/type.h"

/// JSON of any described value, and its schema: closed, with the meaning of every member.
namespace accord::described {

/// Two blanks a level, keys in the order of the members, `null` for what is not there and for a
/// number that is none (NaN, an invalid fraction). Exact numbers and days are strings; real ones
/// have a point. `level` is that of the line which the value stands in; the first line is not
/// indented.
void json(View value, std::string& out, std::size_t level = 0);
[[nodiscard]] std::string json(View value);

/// A text as JSON has it, in quotes; bytes that are not UTF-8 become U+FFFD.
void json_text(std::string_view text, std::string& out);

/// JSON Schema (2020-12) of the value; objects and words stand once under `$defs`.
[[nodiscard]] std::string json_schema(const Type& type);

/// The same of several types, in parts: for a schema that holds them.
struct SchemaParts {
  std::vector<std::string> roots;                                ///< in the order of the types
  std::vector<std::pair<std::string, std::string>> definitions;  ///< name and schema, by name
};
[[nodiscard]] SchemaParts json_schemas(std::span<const Type* const> types);

}  // namespace accord::described
