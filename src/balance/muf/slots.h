#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace accord::balance {

/// Numbers keys 0, 1, … in the order in which they first come. Open addressing, no order of its
/// own: what follows depends on the keys and their order only.
class Slots {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// The number of the key; a new one when it was not met before (then it is size() − 1).
  std::uint32_t operator()(std::uint64_t a, std::uint64_t b) {
    if (keys_.size() * 2 >= places_.size()) grow();
    std::size_t at = place_of(a, b);
    while (places_[at] != none) {
      const Key& key = keys_[places_[at]];
      if (key.a == a && key.b == b) return places_[at];
      at = (at + 1) & (places_.size() - 1);
    }
    places_[at] = static_cast<std::uint32_t>(keys_.size());
    keys_.push_back({a, b});
    return places_[at];
  }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  [[nodiscard]] std::uint64_t a(std::size_t slot) const { return keys_[slot].a; }
  [[nodiscard]] std::uint64_t b(std::size_t slot) const { return keys_[slot].b; }

 private:
  struct Key {
    std::uint64_t a, b;
  };
  std::vector<Key> keys_;
  std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(64, none);  // a power of two

  [[nodiscard]] std::size_t place_of(std::uint64_t a, std::uint64_t b) const {
    std::uint64_t mixed = a * 0x9e3779b97f4a7c15ULL ^ b * 0xc2b2ae3d27d4eb4fULL;
    mixed ^= mixed >> 29;
    mixed *= 0x94d049bb133111ebULL;
    mixed ^= mixed >> 32;
    return static_cast<std::size_t>(mixed) & (places_.size() - 1);
  }
  void grow() {
    places_.assign(places_.size() * 2, none);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      std::size_t at = place_of(keys_[i].a, keys_[i].b);
      while (places_[at] != none) at = (at + 1) & (places_.size() - 1);
      places_[at] = static_cast<std::uint32_t>(i);
    }
  }
};

/// Two numbers of 32 bits as a key.
[[nodiscard]] constexpr std::uint64_t packed(std::uint32_t a, std::uint32_t b) {
  return std::uint64_t{a} << 32U | b;
}

}  // namespace accord::balance
