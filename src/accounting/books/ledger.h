#pragma once

#include <string_view>
#include <vector>

#include "accounting/books/books.h"

/// The general ledger of forms whose corrections restate the whole weight, while the ledger books
/// the difference (reporting chapter, 8.4: Canada).
namespace accord::accounting {

struct LedgerLine {
  Day day;  ///< of the change; of a correction the day of its report
  const Report* source = nullptr;
  const Entry* entry = nullptr;
  Code code = 0;
  Amounts amounts{};  ///< without the sign of the code; below zero when a correction takes back
};

/// Lines of the changes of an area, by day, then as the reports stand. A correction is its weights
/// less those of the entry it replaces, a deletion those below zero.
[[nodiscard]] std::vector<LedgerLine> ledger(const Effective& effective, std::string_view mba);

}  // namespace accord::accounting
