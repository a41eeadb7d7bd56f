#pragma once

#include <algorithm>
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
    const std::size_t hash = Hash()(key);
    const auto check = static_cast<std::uint32_t>(hash >> 32U);
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].number != 0; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].check == check && keys_[slots_[at].number - 1] == key)
        return slots_[at].number - 1;
    keys_.push_back(key);
    slots_[at] = {check, static_cast<std::uint32_t>(keys_.size())};
    return slots_[at].number - 1;
  }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  /// Forgets the keys and keeps the room.
  void clear() {
    keys_.clear();
    std::fill(slots_.begin(), slots_.end(), Slot{});
  }

 private:
  struct Slot {
    std::uint32_t check = 0;   // upper half of the hash: few keys are compared
    std::uint32_t number = 0;  // + 1; 0: free
  };
  std::vector<Key> keys_;
  std::vector<Slot> slots_;

  void grow() {
    slots_.assign(slots_.empty() ? 64 : 4 * slots_.size(), {});
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::size_t hash = Hash()(keys_[i]);
      std::size_t at = hash & (slots_.size() - 1);
      while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(i + 1)};
    }
  }
};

}  // namespace accord::accounting
