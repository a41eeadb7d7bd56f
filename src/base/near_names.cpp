#include "base/near_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace accord {

namespace {

constexpr std::size_t distance_max = 2;
constexpr std::size_t beginning_size = 8;
constexpr std::size_t sought_without_index = 16;

/// Optimal string alignment distance; where it is above `most`, that or any number above it.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  std::array<std::size_t, std::size_t{3} * 32> few;  // most names fit
  std::vector<std::size_t> many;
  const std::size_t width = b.size() + 1;
  if (3 * width > few.size()) many.resize(3 * width);
  std::size_t* before = many.empty() ? few.data() : many.data();
  std::size_t *previous = before + width, *row = previous + width;
  for (std::size_t j = 0; j < width; ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A step may also pass over one row: two characters that change places.
    if (least > most + 1) return least;
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

/// At least so many; a few are stripped off faster than all are counted.
bool has_bits(std::uint64_t bits, std::size_t at_least) {
  for (; at_least > 1 && bits != 0; --at_least) bits &= bits - 1;
  return bits != 0;
}

std::uint64_t hash_without(std::string_view text, std::uint32_t out) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((out >> i & 1U) == 0) hash = (hash ^ static_cast<unsigned char>(text[i])) * 0x100000001b3U;
  return hash;
}

/// Calls `see` with a number for the beginning of a text and for each that is left when one or two
/// of its characters are left out. Of two texts that are near at least one number is equal: each
/// step of a distance leaves out at most one character of either, and what then begins further on
/// in one of them loses as many at its end.
template <class See>
void each_beginning(std::string_view text, See see) {
  text = text.substr(0, beginning_size);
  const std::uint32_t end = std::uint32_t{1} << text.size();
  for (std::uint32_t out = 0; out < end; ++out)
    if (!has_bits(out, distance_max + 1)) see(hash_without(text, out));
}

/// The nearest so far to one word.
class Search {
 public:
  explicit Search(std::string_view word)
      : word_(word),
        letters_(letters_of(word)),
        allowed_(std::min(distance_max, std::max<std::size_t>(1, word.size() / 3))),
        distance_(allowed_ + 1) {}

  void look(std::string_view name, std::uint64_t letters) {
    const std::size_t longer = std::max(name.size(), word_.size());
    if (longer - std::min(name.size(), word_.size()) > allowed_) return;
    // Each step of a distance brings at most one character and takes at most one away.
    if (has_bits(letters & ~letters_, distance_) || has_bits(letters_ & ~letters, distance_))
      return;
    const std::size_t d = distance(word_, name, distance_);
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
  index_.clear();
}

void NearNames::make_index() {
  for (std::uint32_t id = 0; id < names_.size(); ++id)
    each_beginning(names_[id].name, [&](std::uint64_t beginning) {
      std::vector<std::uint32_t>& ids = index_[beginning];
      if (ids.empty() || ids.back() != id) ids.push_back(id);
    });
}

std::optional<std::string> NearNames::nearest(std::string_view word) {
  Search search(word);
  if (++sought_ <= sought_without_index) {
    for (const Known& known : names_) search.look(known.name, known.letters);
    return search.found();
  }
  if (index_.empty()) make_index();
  std::vector<std::uint32_t> near;
  each_beginning(word, [&](std::uint64_t beginning) {
    if (const auto found = index_.find(beginning); found != index_.end())
      near.insert(near.end(), found->second.begin(), found->second.end());
  });
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  for (const std::uint32_t id : near) search.look(names_[id].name, names_[id].letters);
  return search.found();
}

}  // namespace accord
