#include "agreement/model/names.h"

#include <array>

namespace accord::agreement {

const Heading& heading(const NamedItem& item) {
  return std::visit([](const auto* what) -> const Heading& { return what->head; }, item);
}

const char* word(const NamedItem& item) {
  static constexpr std::array words{"party",     "site",     "unit",      "measure",
                                    "event",     "day",      "term",      "provision",
                                    "procedure", "question", "amendment", "waiver"};
  static_assert(words.size() == std::variant_size_v<NamedItem>);
  const auto* party = std::get_if<const Party*>(&item);
  return party != nullptr && (*party)->is_body ? "body" : words[item.index()];
}

NamedItems::NamedItems(const Agreement& agreement) {
  for (const Item& item : agreement.items)
    std::visit(
        [this](const auto& what) {
          if constexpr (requires { what.head; }) add(&what);
          if constexpr (requires { what.changes; })
            for (const Change& change : what.changes)
              if (const auto* term = std::get_if<Term>(&change)) add(term);
        },
        item);
}

void NamedItems::add(NamedItem item) {
  const auto index = static_cast<std::uint32_t>(items_.size());
  const auto [at, is_new] = by_name_.try_emplace(heading(item).name.text, Chain{index, index});
  if (!is_new) {
    next_[at->second.last] = index;
    at->second.last = index;
  }
  items_.push_back(item);
  next_.push_back(none);
}

std::uint32_t NamedItems::first(std::string_view name) const {
  const auto at = by_name_.find(name);
  return at == by_name_.end() ? none : at->second.first;
}

const NamedItem* NamedItems::find_any(std::string_view name) const {
  const std::uint32_t index = first(name);
  return index == none ? nullptr : &items_[index];
}

}  // namespace accord::agreement
