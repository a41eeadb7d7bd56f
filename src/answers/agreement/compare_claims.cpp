#include "answers/agreement/compare_claims.h"

#include <algorithm>

namespace accord::answers {

namespace {

CheckedClaim row_of(const claims::Claim& claim, const claims::ClaimVerdict& v,
                    const evidence::Records& records) {
  CheckedClaim out{claim.id,
                   v.verdict,
                   {},
                   claim.text,
                   claim.metric,
                   claim.value,
                   claim.unit,
                   text_or_none(claim.about),
                   text_or_none(v.reason),
                   v.computation,
                   text_or_none(claim.source),
                   {}};
  if (v.fault != claims::ClaimFault::none) out.claim_fault = v.fault;
  for (const std::uint32_t origin : v.origins) out.records.push_back(record_of(records, origin));
  return out;
}

}  // namespace

std::size_t CompareClaimsAnswer::count_of(claims::ClaimWord verdict) const {
  return static_cast<std::size_t>(
      std::count_if(claims.begin(), claims.end(),
                    [verdict](const CheckedClaim& one) { return one.verdict == verdict; }));
}

Answered<CompareClaimsAnswer> compare_claims(const Assessment& assessment,
                                             const CompareClaimsQuestion&) {
  const formats::Workspace& workspace = assessment.workspace();
  const auto verdicts = claims::check_claims(workspace.claims, workspace.claim_settings,
                                             assessment.evaluator(), assessment.known());
  CompareClaimsAnswer out{judged_of(assessment), {}, notes_of(assessment)};
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    out.claims.push_back(row_of(workspace.claims[i], verdicts[i], assessment.records()));
  return out;
}

constinit const Question compare_claims_question =
    Asked<compare_claims>::named("compare claims", "compare_claims");

}  // namespace accord::answers
