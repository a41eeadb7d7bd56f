#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim_figures.h"

/// A number that was claimed, against the exact one. Internal to the check of claims.
namespace accord::claims {

/// "more than 18": what stands before the number in the words of the claim.
enum class ClaimQualifier : std::uint8_t { none, more, at_least, less, at_most };

struct ClaimNumber {
  Decimal value;
  bool negative = false;  ///< a minus sign, or "less" in the words of a change
  ClaimQualifier qualifier = ClaimQualifier::none;
};

/// The number of a claim with what its words say about it; nothing when it is none.
[[nodiscard]] std::optional<ClaimNumber> claim_number(const Claim& claim);

/// True when `exact`, half up or cut off at the digits of `claimed`, gives it.
[[nodiscard]] bool agrees(const Rational& exact, const Decimal& claimed);

/// Whether the claimed number follows from the exact one. `own_digits` are those of the record in
/// its own unit (negative: it has no resolution of its own, as a ratio); `back` is the claimed
/// number converted into that unit, with `own` the figure there.
struct ClaimComparison {
  Rational exact;
  int own_digits = -1;
  std::optional<Rational> back, own;
  bool whole_multiples = false;
};
[[nodiscard]] ClaimWord compare(const ClaimNumber& claimed, const ClaimComparison& with);

/// The likely reason of a difference, with a sentence; `unknown` when nothing gives the number.
struct LikelyReason {
  ClaimFault fault = ClaimFault::unknown;
  std::string sentence;
  std::vector<const Observation*> from;
};
/// For a figure or a change: `figure` is the report's, `is_change` tells which of the two is
/// claimed.
[[nodiscard]] LikelyReason likely_reason(const ClaimFigures& figures, const ClaimFigure& figure,
                                         const ClaimMeaning& meaning, const Decimal& claimed);
/// For a multiple: `limit` in the unit of the figure.
[[nodiscard]] LikelyReason likely_multiple(const ClaimFigures& figures, const ClaimFigure& figure,
                                           const ClaimMeaning& meaning, const Rational& limit,
                                           const Decimal& claimed);

}  // namespace accord::claims
