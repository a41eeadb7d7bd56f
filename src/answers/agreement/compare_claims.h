#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/judged.h"
#include "claims/words.h"

namespace accord::answers {

struct CompareClaimsQuestion {
  static constexpr described::Object<CompareClaimsQuestion, 0> described{
      "compare_claims_question",
      "Whether what others say about the figures agrees with the record",
      {}};
};

struct CheckedClaim {
  std::string claim;
  claims::ClaimWord verdict{};
  std::optional<claims::ClaimFault> claim_fault;
  std::string text, metric, claimed_value, claimed_unit;
  std::optional<std::string> about, reason;
  std::vector<std::string> computation;
  std::optional<std::string> source;
  std::vector<Record> records;

  static constexpr auto described = object(
      "checked_claim", "A statement of others about a figure, beside the record",
      member<&CheckedClaim::claim>("claim", "its name"),
      member<&CheckedClaim::verdict>("verdict", "whether it agrees with the record"),
      member<&CheckedClaim::claim_fault>("claim_fault",
                                         "likely reason of a difference; none: no difference"),
      member<&CheckedClaim::text>("text", "what it says"),
      member<&CheckedClaim::metric>("metric", "what its figure is about"),
      member<&CheckedClaim::claimed_value>("claimed_value", "number or day, as written"),
      member<&CheckedClaim::claimed_unit>("claimed_unit", "its unit; date: it is a day"),
      member<&CheckedClaim::about>("about", "report that it speaks of; none: of no single one"),
      member<&CheckedClaim::reason>("reason", "why it differs, or cannot be checked").detail(),
      member<&CheckedClaim::computation>("computation", "how it was checked, in sentences")
          .detail(),
      member<&CheckedClaim::source>("source", "where it is published; none: not stated").detail(),
      member<&CheckedClaim::records>("records", "rows that the check rests on"));
};

struct CompareClaimsAnswer {
  Judged judged;
  std::vector<CheckedClaim> claims;
  std::vector<std::string> notes;

  [[nodiscard]] std::size_t count_of(claims::ClaimWord verdict) const;
  [[nodiscard]] bool is_inconsistent() const {
    return count_of(claims::ClaimWord::inconsistent) > 0;
  }

  static constexpr auto described =
      object("compare_claims", "Whether what others say about the figures agrees with the record",
             judged_member<&CompareClaimsAnswer::judged>(),
             member<&CompareClaimsAnswer::claims>("claims", "in the order of their table"),
             notes_member<&CompareClaimsAnswer::notes>(),
             member<&CompareClaimsAnswer::is_inconsistent>("is_inconsistent",
                                                           "whether one differs from the record")
                 .deciding());
};

[[nodiscard]] Answered<CompareClaimsAnswer> compare_claims(const Assessment& assessment,
                                                           const CompareClaimsQuestion& asked);

extern const Question compare_claims_question;

}  // namespace accord::answers
