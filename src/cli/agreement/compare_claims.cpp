#include "answers/agreement/compare_claims.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/english.h"
#include "cli/agreement/record_line.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

using answers::CheckedClaim;
using answers::CompareClaimsAnswer;
using claims::ClaimWord;

namespace {

std::string verdict_words(const CheckedClaim& claim) {
  std::string text(word(claim.verdict));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string claim_text(const CheckedClaim& claim, bool all) {
  std::string out = fmt::format("{}  {}: {}\n", claim.claim, verdict_words(claim), claim.text);
  if (claim.reason) out += fmt::format("     {}\n", *claim.reason);
  for (const std::string& step : claim.computation) out += fmt::format("     {}\n", step);
  if (!all) return out;
  for (const answers::Record& row : claim.records) out += record_line(row);
  if (claim.source) out += fmt::format("     said in: {}\n", *claim.source);
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const CompareClaimsAnswer*>(at);
  std::string out;
  for (const CheckedClaim& claim : answer.claims) out += claim_text(claim, call.verbose);
  const std::size_t wrong = answer.count_of(ClaimWord::inconsistent);
  const std::size_t open = answer.count_of(ClaimWord::cannot_check);
  for (const std::string& note : answer.notes) out += "     note: " + note + "\n";
  return out + fmt::format("\n{}: {} consistent, {} inconsistent, {} cannot be checked\n",
                           counted(answer.claims.size(), "claim"),
                           answer.claims.size() - wrong - open, wrong, open);
}

}  // namespace

const Command compare_claims{.name = "compare claims",
                             .question = &answers::compare_claims_question,
                             .group = Group::judge,
                             .text_of = text_of};

}  // namespace accord::cli
