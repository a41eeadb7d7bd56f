#include "claims/claim_number.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace accord::claims {

namespace {

using Words = std::pair<std::string_view, ClaimQualifier>;
constexpr std::array<Words, 11> qualifiers{{{"more than ", ClaimQualifier::more},
                                            {"over ", ClaimQualifier::more},
                                            {"above ", ClaimQualifier::more},
                                            {"at least ", ClaimQualifier::at_least},
                                            {"not less than ", ClaimQualifier::at_least},
                                            {"no less than ", ClaimQualifier::at_least},
                                            {"less than ", ClaimQualifier::less},
                                            {"under ", ClaimQualifier::less},
                                            {"below ", ClaimQualifier::less},
                                            {"at most ", ClaimQualifier::at_most},
                                            {"up to ", ClaimQualifier::at_most}}};
constexpr std::array<std::string_view, 6> falling{"decrease",  "less than in", "fell",
                                                  "reduction", "lower than",   "drop"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The words directly before the claimed number, in the text of the claim.
ClaimQualifier qualifier_of(std::string_view text, std::string_view number) {
  for (std::size_t at = text.find(number); at != std::string_view::npos;
       at = text.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool inside = (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) ||
                        (end < text.size() && is_digit(text[end])) ||
                        (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]));
    if (inside) continue;
    for (const auto& [words, qualifier] : qualifiers)
      if (text.substr(0, at).ends_with(words)) return qualifier;
  }
  return ClaimQualifier::none;
}

bool qualifies(ClaimQualifier qualifier, const Rational& exact, const Rational& claimed) {
  switch (qualifier) {
    case ClaimQualifier::more:
      return exact > claimed;
    case ClaimQualifier::at_least:
      return exact >= claimed;
    case ClaimQualifier::less:
      return exact < claimed;
    case ClaimQualifier::at_most:
      return exact <= claimed;
    case ClaimQualifier::none:
      break;
  }
  return false;
}

bool gives(const Rational& exact, const Decimal& claimed, Rounding rounding) {
  return exact.is_valid() && to_fixed(exact, claimed.scale, rounding) == to_string(claimed);
}

}  // namespace

std::optional<ClaimNumber> claim_number(const Claim& claim) {
  std::string_view digits = claim.value;
  ClaimNumber out;
  if (digits.starts_with('-')) {
    out.negative = true;
    digits.remove_prefix(1);
  }
  const ParsedDecimal parsed = parse_decimal(digits);
  if (parsed.fault != DecimalFault::none) return std::nullopt;
  out.value = parsed.value;
  out.qualifier = qualifier_of(claim.text, digits);
  for (const std::string_view word : falling)
    if (claim.text.find(word) != std::string::npos) out.negative = true;
  return out;
}

bool agrees(const Rational& exact, const Decimal& claimed) {
  return gives(exact, claimed, Rounding::half_up) || gives(exact, claimed, Rounding::floor);
}

ClaimWord compare(const ClaimNumber& claimed, const ClaimComparison& with) {
  const Decimal& c = claimed.value;
  if (!with.exact.is_valid()) return ClaimWord::cannot_check;
  if (claimed.qualifier != ClaimQualifier::none)
    return qualifies(claimed.qualifier, with.exact, c) ? ClaimWord::consistent
                                                       : ClaimWord::inconsistent;
  if (with.exact == c) return ClaimWord::consistent;
  const bool cut = gives(with.exact, c, Rounding::floor);
  if (with.whole_multiples && c.scale == 0 && cut) return ClaimWord::consistent;
  if (gives(with.exact, c, Rounding::half_up)) {
    const bool full = with.own_digits >= 0 && int{c.scale} >= with.own_digits;
    return full ? ClaimWord::consistent : ClaimWord::consistent_rounded;
  }
  if (cut) return ClaimWord::consistent_truncated;
  // Converted from more digits than were printed: the way back still gives the printed figure.
  if (with.back && with.own && with.own_digits >= 0 &&
      to_fixed(*with.back, with.own_digits) == to_fixed(*with.own, with.own_digits))
    return ClaimWord::consistent_rounded;
  return ClaimWord::inconsistent;
}

}  // namespace accord::claims
