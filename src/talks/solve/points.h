#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

/// Points in the utilities of the parties, and those of them that no other is at least equal to in
/// every coordinate and above in one.
namespace accord::talks {

template <class T>
struct Points {
  explicit Points(std::size_t count = 0) : parties(count) {}

  std::size_t parties;
  std::vector<T> values;              ///< `parties` for each point
  std::vector<std::uint64_t> counts;  ///< outcomes at the point
  std::vector<std::uint64_t> ranks;   ///< the least of them

  [[nodiscard]] std::size_t size() const { return ranks.size(); }
  [[nodiscard]] const T* at(std::size_t i) const { return values.data() + i * parties; }
  void add(const T* point, std::uint64_t count, std::uint64_t rank) {
    values.insert(values.end(), point, point + parties);
    counts.push_back(count);
    ranks.push_back(rank);
  }
  void add(const Points& other) {
    values.insert(values.end(), other.values.begin(), other.values.end());
    counts.insert(counts.end(), other.counts.begin(), other.counts.end());
    ranks.insert(ranks.end(), other.ranks.begin(), other.ranks.end());
  }
};

/// Asked of points in descending order of their coordinates: whether one before is at least equal
/// in every coordinate.
template <class T>
class Covered {
 public:
  explicit Covered(std::size_t parties) : parties_(parties) {}

  /// Whether it is; if not, it is remembered. The point stays where it is.
  bool operator()(const T* point) {
    if (parties_ == 1) return has_one_ || !(has_one_ = true);
    if (parties_ == 2) return by_one(point[1]);
    if (parties_ == 3) return by_two(point[1], point[2]);
    return by_list(point);
  }

 private:
  std::size_t parties_;
  bool has_one_ = false;
  T best_{};
  std::map<T, T> steps_;  ///< second coordinate → third: a staircase
  std::vector<const T*> list_;

  bool by_one(const T& second) {
    if (has_one_ && second <= best_) return true;
    has_one_ = true;
    best_ = second;
    return false;
  }

  bool by_two(const T& second, const T& third) {
    auto above = steps_.lower_bound(second);
    if (above != steps_.end() && third <= above->second) return true;
    if (above != steps_.end() && above->first == second) above = steps_.erase(above);
    while (above != steps_.begin() && std::prev(above)->second <= third)
      above = steps_.erase(std::prev(above));
    steps_.emplace_hint(above, second, third);
    return false;
  }

  bool by_list(const T* point) {
    for (const T* other : list_) {
      std::size_t i = 1;
      while (i < parties_ && point[i] <= other[i]) ++i;
      if (i == parties_) return true;
    }
    list_.push_back(point);
    return false;
  }
};

/// Leaves the frontier, in descending order; equal points become one with the sum of their counts
/// and the least rank.
template <class T>
void reduce(Points<T>& points) {
  std::vector<std::uint32_t> order(points.size());
  std::iota(order.begin(), order.end(), 0u);
  const std::size_t n = points.parties;
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    const T *x = points.at(a), *y = points.at(b);
    for (std::size_t i = 0; i < n; ++i)
      if (x[i] != y[i]) return x[i] > y[i];
    return points.ranks[a] < points.ranks[b];
  };
  std::sort(order.begin(), order.end(), less);
  Points<T> out(n);
  Covered<T> covered(n);
  for (std::size_t at = 0; at < order.size();) {
    const T* point = points.at(order[at]);
    std::uint64_t count = 0;
    const std::uint32_t first = order[at];
    for (; at < order.size() && std::equal(point, point + n, points.at(order[at])); ++at)
      count += points.counts[order[at]];
    if (!covered(point)) out.add(point, count, points.ranks[first]);
  }
  points = std::move(out);
}

}  // namespace accord::talks
