#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"
#include "base/problem.h"

namespace accord::agreement {

struct Parsed {
  Agreement agreement;            ///< what could be read; complete when there are no errors
  std::vector<Problem> problems;  ///< A001–A014 and A045; in order of place
};

/// Reads one agreement text (UTF-8). `file` is only named in the problems. Never fails as a whole:
/// after an error in a clause it goes on with the next clause.
[[nodiscard]] Parsed parse(std::string_view text, std::string_view file = {});

/// One fact of the language, as after `given` in an example, e.g. "us ceases on 2018-05-08"; for
/// `--suppose`. Nothing but the fact may stand in the text.
struct ParsedFact {
  std::optional<Fact> fact;
  std::vector<Problem> problems;
};
[[nodiscard]] ParsedFact parse_fact(std::string_view text);

/// Every reserved word, sorted: for suggestions, completion and the editor grammar.
[[nodiscard]] const std::vector<std::string_view>& language_words();

}  // namespace accord::agreement
