#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "talks/public_words/record.h"

/// From statements to one mark for each side and option on a day (chapter on talks, section 2.2).
namespace accord::talks {

enum class OptionMark : std::uint8_t {
  open,     ///< nothing was said that decides it: no yes and no no
  named,    ///< demanded, offered or accepted
  against,  ///< left out by the latest position, which is not a limit
  out       ///< put out by a red line
};

struct PositionsQuery {
  Day day;
  bool public_only = false;          ///< statements of officials who were not named are left out
  std::vector<std::string> parties;  ///< the sides, in the order shown; empty: all with a statement
};

/// What a side has said of one option, and by which statements. Statements are indexes into those
/// given, by day and then by id.
struct MarkOfOption {
  OptionMark mark = OptionMark::open;
  /// Out: the red lines in force that put it out. Otherwise those of the latest day with a
  /// statement that does more than discuss; empty where there is none.
  std::vector<std::size_t> because;
};

struct SideMarks {
  std::string party;
  std::vector<MarkOfOption> options;    ///< in the order of the issue
  std::vector<std::size_t> statements;  ///< all that a mark rests on, or else those that discuss
  bool silent = true;                   ///< no statement of it on the issue is in force
  bool contradicts = false;             ///< statements of its latest day have no option in common
  [[nodiscard]] std::vector<std::string> with(OptionMark mark,
                                              const std::vector<std::string>& ids) const;
};

/// An option is in a column by what all sides have said. The columns are never merged.
struct IssueMarks {
  std::string issue, title;
  std::vector<std::string> options;  ///< every option id, in the order of the issue
  std::vector<SideMarks> sides;
  std::vector<std::string> not_excluded;  ///< for no side out
  std::vector<std::string> not_opposed;   ///< for no side out or against
  std::vector<std::string> named_by_all;  ///< by each side; none where there are fewer than two
  std::vector<std::string> silent;        ///< parties without a statement in force
};

/// One for each issue, in order of the options given. Order of the statements has no influence.
/// In force is what was said up to the day and is not superseded on it. A red line puts out what it
/// does not name until its side names that option later; on one day lifting comes first.
[[nodiscard]] std::vector<IssueMarks> marks(const std::vector<IssueOption>& options,
                                            const std::vector<Statement>& statements,
                                            const PositionsQuery& query);

}  // namespace accord::talks
