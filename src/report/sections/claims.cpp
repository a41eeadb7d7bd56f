#include "claims/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "report/sections/blocks.h"

/// What others say about the figures, held against the record.
namespace accord::report {

namespace {

/// "consistent, truncated"
std::string plain(claims::ClaimWord verdict) {
  switch (verdict) {
    case claims::ClaimWord::consistent:
      return "consistent";
    case claims::ClaimWord::consistent_truncated:
      return "consistent, further digits left out";
    case claims::ClaimWord::consistent_rounded:
      return "consistent, rounded";
    case claims::ClaimWord::inconsistent:
      return "not consistent";
    case claims::ClaimWord::cannot_check:
      break;
  }
  return "cannot be checked";
}

Row row_of(Writer& w, const claims::Claim& claim, const claims::ClaimVerdict& verdict,
           const std::string& table) {
  std::vector<std::string> grounds = verdict.computation;
  if (!verdict.reason.empty()) grounds.insert(grounds.begin(), verdict.reason);
  Cell said{.text = claim.text.empty() ? claim.value + " " + claim.unit : claim.text,
            .href = w.cite(claim.origin, table)};
  return {"",
          {{.text = to_string(claim.published)},
           {.text = or_dash(claim.claimant)},
           std::move(said),
           {.text = plain(verdict.verdict)},
           {.text = or_dash(w.in_words(join(grounds, " ")))}}};
}

}  // namespace

void add_claims(Writer& w, const ReportBlock&, Section& out) {
  std::vector<claims::Claim> claims = w.workspace.claims;
  std::erase_if(claims, [&](const auto& c) { return w.assessed.known() < c.published; });
  if (claims.empty()) return;
  std::stable_sort(claims.begin(), claims.end(), [](const auto& a, const auto& b) {
    return std::tie(a.published, a.id) < std::tie(b.published, b.id);
  });
  const auto verdicts = claims::check_claims(claims, w.workspace.claim_settings,
                                             w.assessed.evaluator(), w.assessed.known());
  Table table{w.own_id("claims"),
              "Statements of others, held against the record",
              "Whether a number agrees with the record; nothing about who said it.",
              {{"published", false, 11},
               {"by", false, 13},
               {"what was said", false, 32},
               {"with the record", false, 14},
               {"how it compares", false, 30}},
              {}};
  for (std::size_t i = 0; i < claims.size(); ++i)
    table.rows.push_back(row_of(w, claims[i], verdicts[i], table.id));
  out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
