#include "base/near_names.h"

#include <algorithm>
#include <bit>

#include "base/text.h"

namespace accord {

namespace {

/// Optimal string alignment distance.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, row);
  }
  return previous[b.size()];
}

/// A bit for each character that occurs, some of them with one bit together.
std::uint64_t letters_of(std::string_view name) {
  std::uint64_t out = 0;
  for (const char c : name) out |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return out;
}

/// The nearest so far to one word.
class Search {
 public:
  explicit Search(std::string_view word)
      : word_(word),
        letters_(letters_of(word)),
        allowed_(std::min<std::size_t>(2, std::max<std::size_t>(1, word.size() / 3))),
        distance_(allowed_ + 1) {}

  void look(std::string_view name, std::uint64_t letters) {
    const std::size_t longer = std::max(name.size(), word_.size());
    if (longer - std::min(name.size(), word_.size()) > allowed_) return;
    // Each step of a distance brings at most one character and takes at most one away.
    const auto more = static_cast<std::size_t>(
        std::max(std::popcount(letters & ~letters_), std::popcount(letters_ & ~letters)));
    if (more >= distance_) return;
    const std::size_t d = distance(word_, name);
    if (d >= distance_ || d >= longer) return;
    found_ = name;
    distance_ = d;
  }
  [[nodiscard]] std::optional<std::string> found() const {
    if (distance_ > allowed_) return std::nullopt;
    return std::string(found_);
  }

 private:
  std::string_view word_;
  std::uint64_t letters_;
  std::size_t allowed_, distance_;
  std::string_view found_;
};

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string_view> candidates) {
  Search search(word);
  for (const std::string_view name : candidates) search.look(name, letters_of(name));
  return search.found();
}

void NearNames::add(std::string_view name) {
  names_.push_back({letters_of(name), name});
}

std::optional<std::string> NearNames::nearest(std::string_view word) const {
  Search search(word);
  for (const Known& known : names_) search.look(known.name, known.letters);
  return search.found();
}

}  // namespace accord
