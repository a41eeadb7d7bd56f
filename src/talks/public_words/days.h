#pragma once

#include <optional>
#include <string>
#include <vector>

#include "talks/public_words/packages.h"

/// How what was said changed from day to day.
namespace accord::talks {

struct MarkChange {
  std::string issue, option, party;
  OptionMark before{}, after{};
  std::vector<std::size_t> because;  ///< statements, as in MarkOfOption
};

/// What is left from a day on, until the next of these days.
struct DayOfTalks {
  std::optional<Day> from;  ///< none: before the first statement
  PackageCounts packages;
  std::vector<std::string> none_left;  ///< issues on which every option is out for some side
  std::vector<MarkChange> changes;     ///< in order of issues, options and sides
};

/// First what is left before the first statement, then every day on which a mark changes: because
/// something was said, or because something said is superseded. Of the query the day is not used.
[[nodiscard]] std::vector<DayOfTalks> days_of_talks(const std::vector<IssueOption>& options,
                                                    const std::vector<Statement>& statements,
                                                    PositionsQuery query);

}  // namespace accord::talks
