#pragma once

#include <bitset>
#include <cstdint>

#include "agreement/model/model.h"

/// The kinds of clauses: a `replace` takes the place of all clauses of the kinds that it names
/// (chapter 3.4). Which member holds which kinds stands in the table of `Clauses`.
namespace accord::agreement {

enum class ClauseKind : std::uint8_t {
  obliges,
  owed,
  verifier,
  from,
  limit,
  prohibit,
  require,
  duty,
  while_holds,
  unless_holds,
  stale,
  reciprocal,
  about,
  reading,
  quote,
  note
};
inline constexpr std::size_t clause_kinds = static_cast<std::size_t>(ClauseKind::note) + 1;

using ClauseKinds = std::bitset<clause_kinds>;

[[nodiscard]] ClauseKind kind_of(const Rule& rule);

/// The kinds of which there is a clause.
[[nodiscard]] ClauseKinds kinds_in(const Clauses& clauses);

/// Takes the clauses of the kinds that `block` names away from `clauses`, and adds those of it.
void replace_clauses(Clauses& clauses, const Clauses& block);

}  // namespace accord::agreement
