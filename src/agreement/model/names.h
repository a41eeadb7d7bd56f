#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "agreement/model/model.h"

/// The declared names of an agreement text and what they stand for.
namespace accord::agreement {

using NamedItem = std::variant<const Party*, const Site*, const Unit*, const Measure*, const Event*,
                               const NamedDay*, const Term*, const Provision*, const Procedure*,
                               const Question*, const Amendment*, const Waiver*>;

[[nodiscard]] const Heading& heading(const NamedItem& item);

/// The word that declares it: "party", "body", "measure", "term" …
[[nodiscard]] const char* word(const NamedItem& item);

/// Name → item, for one agreement, which must outlive it. All items share one set of names; terms
/// that amendments add belong to it. Building it is O(items), a look-up O(1).
class NamedItems {
 public:
  explicit NamedItems(const Agreement& agreement);

  /// The first item of that kind declared under the name; null when there is none.
  template <class T>
  [[nodiscard]] const T* find(std::string_view name) const {
    for (std::uint32_t i = first(name); i != none; i = next_[i])
      if (const auto* item = std::get_if<const T*>(&items_[i])) return *item;
    return nullptr;
  }

  /// The first item of any kind under the name; null when there is none.
  [[nodiscard]] const NamedItem* find_any(std::string_view name) const;

  /// Whether `f` is true for one of the items under the name.
  template <class F>
  [[nodiscard]] bool any_of(std::string_view name, F f) const {
    for (std::uint32_t i = first(name); i != none; i = next_[i])
      if (f(items_[i])) return true;
    return false;
  }

  /// Every named item in the order of the text, also those whose name is used twice.
  [[nodiscard]] const std::vector<NamedItem>& all() const { return items_; }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Chain {
    std::uint32_t first, last;
  };

  void add(NamedItem item);
  [[nodiscard]] std::uint32_t first(std::string_view name) const;

  std::vector<NamedItem> items_;
  std::vector<std::uint32_t> next_;  ///< the next item of the same name
  std::unordered_map<std::string_view, Chain> by_name_;
};

}  // namespace accord::agreement
