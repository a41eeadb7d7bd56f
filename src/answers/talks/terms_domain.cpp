#include "answers/talks/terms_domain.h"

#include <algorithm>

#include "talks/draft/draft.h"

namespace accord::answers {

namespace {

talks::Issue issue_of(const agreement::Term& term) {
  for (const agreement::Note& note : term.clauses.words.notes)
    if (auto issue = talks::issue_of_sentence(note.text)) return *issue;
  talks::Issue out;
  out.id = term.head.name.text;
  out.values = {"as written", "left out"};
  return out;
}

}  // namespace

talks::Domain domain_of(const agreement::Agreement& agreement) {
  talks::Domain out;
  out.name = agreement.title;
  for (const agreement::Item& item : agreement.items) {
    if (const auto* party = std::get_if<agreement::Party>(&item))
      if (!party->is_body && !party->members) out.parties.push_back(party->head.name.text);
    const auto* term = std::get_if<agreement::Term>(&item);
    if (term == nullptr) continue;
    talks::Issue issue = issue_of(*term);
    // Two drafts put together may name one issue twice: then the terms' own names tell them apart.
    if (out.find_issue(issue.id)) issue.id = term->head.name.text;
    out.issues.push_back(std::move(issue));
  }
  return out;
}

}  // namespace accord::answers
