#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "talks/solve/scaled.h"

/// What the parties have said, as columns over outcomes.
namespace accord::talks {

/// What makes one party say yes. Any of it is enough, if nothing makes it say no.
struct SaidYes {
  std::vector<std::size_t> bits;  ///< conditions that fail where the bit of `yes_fails` is set
  bool together = false;          ///< with the bit of marks below, and few enough lived with
  std::size_t together_bit = 0;
  std::vector<Factor<std::int32_t>> lived_with;
  std::int32_t live_at_most = 0;
  bool otherwise = false;  ///< whatever is not excluded
};

/// Least and greatest of u − r, or of u − u(package), as tables; scaled as parties are.
struct Margins {
  bool by_outcome = false;              ///< weights with a sum or a rank: no tables, one at a time
  std::optional<ExactParty> low, high;  ///< reaches its reservation: surely yes, not surely no
};

/// Of all parties that have a position.
struct Said {
  std::vector<std::uint32_t> sizes;
  std::vector<Line> lines;                    ///< public ones too
  std::vector<Factor<std::uint64_t>> broken;  ///< bit i: party i says no; 63: a public rule
  std::vector<Factor<std::uint64_t>> yes_fails;
  std::vector<SaidYes> yes;
  std::vector<Margins> margins;
};

inline constexpr std::uint64_t public_bit = std::uint64_t{1} << 63;

/// P060, P061; P016: more conditions than one pass can tell apart.
[[nodiscard]] Result<Said> said_by(const Talks& talks, const Limits& limits);

/// The margins of one party, where its numbers say anything.
[[nodiscard]] Result<Margins> margins_of(const Domain& domain, const Position& position,
                                         const Limits& limits);

}  // namespace accord::talks
