#include "agreement/model/amended.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "agreement/model/clause_kinds.h"

namespace accord::agreement {

namespace {

struct Effective {
  const Amendment* amendment;
  Day day;
};

std::vector<Effective> effective(const Agreement& agreement, const DayOf& day_of,
                                 std::optional<Day> valid, Day known) {
  std::vector<Effective> out;
  for (const Item& item : agreement.items) {
    const auto* amendment = std::get_if<Amendment>(&item);
    if (amendment == nullptr || amendment->decided > known) continue;
    const auto day = day_of(amendment->effective);
    if (day && (!valid || *day <= *valid)) out.push_back({amendment, *day});
  }
  std::stable_sort(out.begin(), out.end(), [](const Effective& a, const Effective& b) {
    return std::tie(a.day, a.amendment->decided) < std::tie(b.day, b.amendment->decided);
  });
  return out;
}

}  // namespace

std::vector<AmendedTerm> amended_terms(const Agreement& agreement, const DayOf& day_of,
                                       std::optional<Day> valid, Day known) {
  const std::vector<Effective> applied = effective(agreement, day_of, valid, known);
  std::vector<AmendedTerm> out;
  std::unordered_map<std::string_view, std::size_t> index;
  std::unordered_set<const Amendment*> applying;
  for (const Effective& e : applied) applying.insert(e.amendment);
  const auto add = [&](const Term& term, const Amendment* by) {
    if (index.try_emplace(term.head.name.text, out.size()).second)
      out.push_back({term, by, {}, nullptr});
  };
  for (const Item& item : agreement.items) {
    if (const auto* term = std::get_if<Term>(&item)) add(*term, nullptr);
    const auto* amendment = std::get_if<Amendment>(&item);
    if (amendment == nullptr || applying.count(amendment) == 0) continue;
    for (const Change& change : amendment->changes)
      if (const auto* term = std::get_if<Term>(&change)) add(*term, amendment);
  }
  for (const Effective& e : applied)
    for (const Change& change : e.amendment->changes) {
      const auto* replace = std::get_if<Replace>(&change);
      const auto* repeal = std::get_if<Repeal>(&change);
      if (replace == nullptr && repeal == nullptr) continue;
      const auto at = index.find(replace != nullptr ? replace->term.text : repeal->term.text);
      if (at == index.end()) continue;
      AmendedTerm& term = out[at->second];
      if (repeal != nullptr) {
        if (term.ended_by == nullptr) term.ended_by = e.amendment;
        continue;
      }
      replace_clauses(term.term.clauses, replace->clauses);
      term.changed_by.push_back(e.amendment);
    }
  return out;
}

}  // namespace accord::agreement
