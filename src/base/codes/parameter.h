#pragma once

#include <functional>
#include <string>
#include <string_view>

/// What a message calls a thing that was asked with: "name one with ‹on›". Nothing below a face
/// knows how that is written there, `--on` on the command line or `on` in Python.
namespace accord {

/// How a face writes a parameter; empty for a name that it does not know, which then stays.
using Spelling = std::function<std::string(std::string_view parameter)>;

/// The place of a parameter, or of another question by its name in Python, in a message. Its marks
/// are control characters, which no quoted text keeps (base/printable.h).
[[nodiscard]] std::string parameter(std::string_view name);

/// `text` with every parameter as the face writes it.
[[nodiscard]] std::string spelled(std::string_view text, const Spelling& spelling);

/// The same of a text of the table of codes, where a parameter stands in braces: `{on}`.
[[nodiscard]] std::string spelled_code(std::string_view text, const Spelling& spelling);

}  // namespace accord
