#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "talks/why/conflicts.h"
#include "talks/why/keeping.h"

namespace accord::talks {

/// Conflicts where outcomes are too many to walk over, or limits too many to tell apart in one
/// pass: each step asks whether some limits can be kept together.
struct SearchLimits {
  std::size_t most = 10'000;     ///< of each list
  std::uint64_t asked = 20'000;  ///< questions
};

/// All minimal conflicts and smallest relaxations, the same as `conflicts_of`; cut lists are not
/// complete. P042: no outcome keeps the public rules; P061.
[[nodiscard]] Result<Conflicts> search_conflicts(const Keeping& keeping,
                                                 const SearchLimits& search = {});

/// One minimal conflict (QuickXplain: about m · log(L/m) questions for m of L limits), ascending;
/// empty: the limits can be kept together. P042, P061.
[[nodiscard]] Result<LimitSet> search_conflict(const Keeping& keeping);

/// For each limit of a minimal conflict an outcome that keeps the others. P061.
[[nodiscard]] Result<std::map<std::string, Outcome>> witnesses_of(const Keeping& keeping,
                                                                  const LimitSet& conflict);

}  // namespace accord::talks
