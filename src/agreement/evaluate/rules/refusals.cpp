#include "agreement/evaluate/rules/refusals.h"

#include <algorithm>

namespace accord::agreement {

Refusals::Refusals(const Context& context, const Scope& obliged, std::string_view term) {
  using Kind = Declaration::Kind;
  for (const Id party : obliged.parties) {
    Words words;
    Day known{};
    for (const Declared& d : context.index.declared(party)) {
      const Header& head = d.head();
      if (head.valid > context.valid) break;
      const auto& terms = d.record->terms;
      const bool about = d.record->kind == Kind::refuses || d.record->kind == Kind::resumes;
      if (!about || head.known > context.known ||
          std::find(terms.begin(), terms.end(), term) == terms.end())
        continue;
      const bool refuses = d.record->kind == Kind::refuses;
      // Two declarations of one day known on one day: the one that stops stands.
      if (words.empty() || words.back().first != head.valid)
        words.emplace_back(head.valid, refuses ? &d : nullptr);
      else if (known != head.known || refuses)
        words.back().second = refuses ? &d : nullptr;
      known = head.known;
    }
    if (!words.empty()) parties_.push_back(std::move(words));
  }
}

const Declared* Refusals::on(Day day) const {
  for (const Words& words : parties_) {
    const auto after = std::partition_point(words.begin(), words.end(),
                                            [&](const auto& word) { return word.first <= day; });
    if (after != words.begin() && std::prev(after)->second != nullptr)
      return std::prev(after)->second;
  }
  return nullptr;
}

}  // namespace accord::agreement
