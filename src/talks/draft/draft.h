#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "talks/model/domain.h"

/// A chosen package as a text of the terms language, and the sentence by which its issues are found
/// again in it.
namespace accord::talks {

struct DraftParty {
  std::string id;    ///< as in the positions
  std::string name;  ///< as people call it
};

struct DraftWords {
  std::string title;   ///< of the agreement
  std::string source;  ///< where the package comes from, and what it is not
};

/// In the one layout of the language: a term for each issue with what was chosen, owed jointly by
/// all parties, and what is still open as notes: days, who owes it to whom, who verifies it, and
/// whether a number is the most or the least. P052: fewer than two parties.
[[nodiscard]] Result<std::string> draft_terms(const Domain& domain, const Outcome& chosen,
                                              const std::vector<DraftParty>& parties,
                                              const DraftWords& words);

/// "Issue visits: a number from 0 to 12 in steps of 4. Chosen: 8."
[[nodiscard]] std::string issue_sentence(const Issue& issue, std::uint32_t chosen);

/// The issue of such a sentence; nothing for any other text, or when it is not an issue.
[[nodiscard]] std::optional<Issue> issue_of_sentence(std::string_view sentence);

}  // namespace accord::talks
