#pragma once

#include <vector>

#include "accounting/books/mbr.h"

namespace accord::accounting {

/// The balance in whole units of account, each line that is not whole followed by its rounding
/// adjustment RAxx: what was left out of a sum of entries (changes, PE), or by how much BA or MF
/// differ from what the lines above give (reporting chapter, 5.1; V061 to V063). MF is rounded from
/// the exact figure, not taken from rounded lines. PB is the PE of the report `before` for the same
/// kind; of the first balance (null) it is the exact list, not rounded.
[[nodiscard]] std::vector<MbrKind> rounded_mbr(const std::vector<MbrKind>& computed,
                                               const Signs& signs, const Mbr* before);

}  // namespace accord::accounting
