#pragma once

#include <string_view>
#include <vector>

#include "accounting/books/books.h"

/// Which entries make a book.
namespace accord::accounting {

/// One entry with what it adds.
struct BookStep {
  Day day;
  Code code = 0;  ///< of the change; 0: it stands in the list of an inventory
  const EffectiveEntry* entry = nullptr;
  material::MassSum change;
};

/// The last inventory before the day, from which its book is counted; of the first inventory of all
/// that day itself; day_min: none, and the book is that of the changes.
[[nodiscard]] Day book_start(const Books& books, std::string_view mba, Day day);

/// The list of the inventory that `book_start` names, and the changes up to and including the day,
/// by their days.
[[nodiscard]] std::vector<BookStep> book_steps(const Effective& effective, const Signs& signs,
                                               std::string_view mba, Day start, Day day,
                                               material::Kind kind);

}  // namespace accord::accounting
