#pragma once

#include <string>

namespace accord::agreement {

/// The words and token patterns of the language as a TextMate grammar (JSON text) for editors and
/// for the web page. The same bytes on every call; made from the reserved words, so it cannot fall
/// behind.
[[nodiscard]] std::string textmate_grammar();

}  // namespace accord::agreement
