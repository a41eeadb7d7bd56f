#include "formats/workspace/statements.h"

#include <fmt/format.h>

namespace accord::formats {

std::optional<Misfit> misfit(const StatementWord& word, const agreement::Measure& measure,
                             const TextRules& rules) {
  using Of = StatementWord::Of;
  const std::string& name = measure.head.name.text;
  const bool is_activity = measure.kind == agreement::Measure::Kind::activity;
  if (word.of == Of::either) return std::nullopt;
  if (word.of == Of::figure && is_activity)
    return Misfit{fmt::format("“{}” states a figure, and {} is an activity", word.word, name),
                  "write “no activity” or “activity seen”, “state holds” or “state does not hold”"};
  if (word.of != Of::figure && !is_activity)
    return Misfit{
        fmt::format("“{}” states a yes or a no, and {} is an amount", word.word, name),
        "write “at most”, “below”, “at least”, “more than” or “equals”, with value and unit"};
  const bool prohibited = rules.is_prohibited(name), required = rules.is_required(name);
  if (word.of == Of::state && prohibited && !required)
    return Misfit{fmt::format("“{}” does not fit {}, which the text prohibits", word.word, name),
                  "write “no activity” or “activity seen”"};
  if (word.of == Of::happening && required && !prohibited)
    return Misfit{fmt::format("“{}” does not fit {}, which the text requires", word.word, name),
                  "write “state holds” or “state does not hold”"};
  return std::nullopt;
}

}  // namespace accord::formats
