#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace accord::items {

/// Words of item tables as small numbers, so that a million items stay small. 0 is the empty word.
class ItemNames {
 public:
  using Word = std::uint32_t;

  ItemNames() { word(""); }
  // The index looks into the texts: a copy makes its own.
  ItemNames(const ItemNames& other) {
    for (const std::string& text : other.texts_) word(text);
  }
  ItemNames& operator=(const ItemNames& other) { return *this = ItemNames(other); }
  ItemNames(ItemNames&&) = default;
  ItemNames& operator=(ItemNames&&) = default;

  /// The number of a word; a new one when it is new.
  Word word(std::string_view text) {
    const auto found = index_.find(text);
    if (found != index_.end()) return found->second;
    const Word out = static_cast<Word>(texts_.size());
    texts_.emplace_back(text);
    index_.emplace(texts_.back(), out);
    return out;
  }
  [[nodiscard]] const std::string& text(Word word) const { return texts_[word]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, Word> index_;
};

}  // namespace accord::items
