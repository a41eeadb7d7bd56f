#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace accord::accounting {

/// Numbers keys from 0 in the order in which they come, without an allocation for each: reports
/// hold millions of batches.
template <class Key, class Hash = std::hash<Key>>
class FlatIndex {
 public:
  /// The number of a key; a new one for a new key.
  std::uint32_t number(const Key& key) {
    if (2 * (keys_.size() + 1) > slots_.size()) grow();
    const std::size_t at = slot_of(key);
    if (slots_[at] == 0) {
      keys_.push_back(key);
      slots_[at] = static_cast<std::uint32_t>(keys_.size());
    }
    return slots_[at] - 1;
  }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_;  // number + 1; 0: free

  std::size_t slot_of(const Key& key) const {
    std::size_t at = Hash()(key) & (slots_.size() - 1);
    while (slots_[at] != 0 && !(keys_[slots_[at] - 1] == key)) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), 0);
    for (std::size_t i = 0; i < keys_.size(); ++i)
      slots_[slot_of(keys_[i])] = static_cast<std::uint32_t>(i + 1);
  }
};

}  // namespace accord::accounting
