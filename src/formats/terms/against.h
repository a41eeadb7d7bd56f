#pragma once

#include <vector>

#include "base/problem.h"
#include "formats/workspace/workspace.h"

namespace accord::formats {

/// The agreement text beside the two tables of commitments (chapter 5.4, 7): they must say the
/// same. One problem for each difference, at the row of the table, naming both values:
///
///   F001  a row without an item of its name in the text
///   F002  a term, provision or procedure without a row (at its place in the text)
///   F003  a kind of the table that the item is not
///   F004  comparison, number, unit or equivalent of a limit
///   F005  duration of the stages of a procedure or a duty
///   F006  first day
///   F007  end
///   F008  day by which a duty is due
///   F009  who is obliged (of a procedure: who may open it)
///   F010  to whom it is owed
///   F011  who verifies
///
/// The text must have no errors. Days are computed from everything on record. Empty when the
/// workspace names no such table.
[[nodiscard]] std::vector<Problem> against(const Workspace& workspace);

}  // namespace accord::formats
