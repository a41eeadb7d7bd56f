#include "agreement/model/names.h"

namespace accord::agreement {

namespace {

template <class T, class... Items>
constexpr std::string_view word_among(const std::variant<Items...>*) {
  std::size_t at = 0;
  (void)((std::is_same_v<T, Items> ? true : (++at, false)) || ...);
  return item_words[at];
}

template <class T>
constexpr std::string_view word_of(const T& /*item*/) {
  return word_among<T>(static_cast<const Item*>(nullptr));
}

}  // namespace

const Heading& heading(const NamedItem& item) {
  return std::visit([](const auto* what) -> const Heading& { return what->head; }, item);
}

const char* word(const NamedItem& item) {
  const auto* party = std::get_if<const Party*>(&item);
  if (party != nullptr && (*party)->is_body) return "body";
  return std::visit([](const auto* what) { return word_of(*what).data(); }, item);
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
