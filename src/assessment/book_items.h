#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/ledger.h"
#include "material/mass.h"
#include "material/weights.h"
#include "measurement/items.h"

/// The books of an area as a table of items, the input of its balance: reports say what was weighed
/// and what was not weighed again, and nothing of how well (docs/reference/items.md).
namespace accord::assessment {

struct BookItem {
  std::uint32_t period = 0;  ///< between two inventories, from 1; 0: the first list
  measurement::Role role = measurement::Role::closing;
  std::string stratum;  ///< the code of a change, or the material of a list
  std::string item;     ///< batch; a second line about it in one list gets “#2”
  std::string method;  ///< material description; “DI” and other codes where an entry gives none
  material::MassSum mass;
  std::uint32_t measured_in = 0;  ///< the period of the entry that its weight comes from
  const accounting::Report* source = nullptr;
  const accounting::Entry* entry = nullptr;
};

/// What of the items cannot be read; then no table is made of them (reporting chapter, 10.1).
[[nodiscard]] accounting::Doubt unread_items(const Ledger& ledger, std::string_view mba,
                                             material::Kind kind);

/// Lists of the inventories, and the changes between the first and the last of them that move the
/// book, of one label: their sum is the MUF of the books, to the microgram. A batch whose entry
/// says that it was not measured again (basis L, T, G or H), with the weight it had, keeps the
/// measurement it came with.
[[nodiscard]] std::vector<BookItem> book_items(const Ledger& ledger, std::string_view mba,
                                               material::Kind kind);

}  // namespace accord::assessment
