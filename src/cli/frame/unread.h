#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/books/gaps.h"
#include "assessment/ledger.h"
#include "cli/frame/command.h"
#include "cli/frame/envelope_json.h"
#include "evidence/finding.h"

/// What cannot be read in accounts, on every answer from their books (reporting chapter, 10.1).
namespace accord::cli {

using Gaps = std::vector<const accounting::Gap*>;

/// All that cannot be read of these areas, of any day; of all when there are none that can be read.
[[nodiscard]] Gaps gaps_of(const assessment::Ledger& ledger,
                           const std::vector<std::string_view>& areas);

/// A figure of the books as it may be shown: exact, an end of it, or none.
struct BookFigure {
  std::string text;                      ///< "287000", "at least 287000", "not known"
  std::string exact, at_least, at_most;  ///< cells of a table; "" where it does not apply

  /// The two cells of a table for programs: "287000" and "at least"; "" and "not known".
  [[nodiscard]] std::string number() const;
  [[nodiscard]] std::string bound() const;

  /// Adds `name`, null unless exact, and at_least and at_most.
  void put(Json& row, const char* name) const;
};
[[nodiscard]] BookFigure book_figure(std::string amount, accounting::Bound bound);

/// Every place once, for standard error. `check`: the command that says what belongs there.
[[nodiscard]] std::vector<Problem> unread_problems(const Gaps& gaps, const std::string& check);
/// Every place once: mba (null: any), from (null: any day), file, line, column, label, found, rule,
/// says. `#/$defs/unread`.
[[nodiscard]] Json unread_json(const Gaps& gaps);
/// "reports/old.xml was not read: …", a line for each file.
[[nodiscard]] std::string not_read_lines(const formats::Accounts& accounts);

/// Names what cannot be read of all that was asked about, and files that were not. The status of an
/// answer from incomplete books is 3, also where this figure or that does not rest on it.
void name_unread(Answer& answer, const Request& request, const assessment::Ledger& ledger,
                 const Gaps& gaps);

/// The finding rests on something that cannot be read.
[[nodiscard]] bool rests_on_unread(const evidence::Finding& finding);
[[nodiscard]] bool rests_on_unread(const std::vector<evidence::Finding>& findings);

/// C030: nothing is written from an incomplete book.
[[nodiscard]] Answer refuse_incomplete(const Command& command, const Request& request,
                                       const std::string& what, const Gaps& gaps);

}  // namespace accord::cli
