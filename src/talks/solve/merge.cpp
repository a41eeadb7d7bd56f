#include "talks/solve/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <type_traits>

#include "talks/solve/points.h"

namespace accord::talks {

namespace {

/// Counts outcomes up to 2^256, so beyond 10^77; more are counted by Number.
struct Count256 {
  std::array<std::uint64_t, 4> limbs{};  // the lowest first

  static Count256 one() { return {{1, 0, 0, 0}}; }
  Count256& operator+=(const Count256& other) {
    unsigned char carry = 0;
    for (std::size_t i = 0; i < limbs.size(); ++i) {
      const std::uint64_t sum = limbs[i] + other.limbs[i];
      const std::uint64_t with = sum + carry;
      carry = static_cast<unsigned char>((sum < limbs[i] ? 1 : 0) | (with < sum ? 1 : 0));
      limbs[i] = with;
    }
    return *this;
  }
  Count256 operator*(std::uint64_t factor) const {
    __extension__ typedef unsigned __int128 Twice;
    Count256 out;
    Twice carry = 0;
    for (std::size_t i = 0; i < limbs.size(); ++i) {
      carry += Twice{limbs[i]} * factor;
      out.limbs[i] = static_cast<std::uint64_t>(carry);
      carry >>= 64;
    }
    return out;
  }
  [[nodiscard]] Number number() const {
    const Number base = Number::of(Number::Wide{1} << 32);
    Number out;
    for (std::size_t i = limbs.size(); i-- > 0;)
      out = (out * base + Number(static_cast<std::int64_t>(limbs[i] >> 32))) * base +
            Number(static_cast<std::int64_t>(limbs[i] & 0xffffffffu));
    return out;
  }
};

struct AnyCount {
  Number value;

  static AnyCount one() { return {1}; }
  AnyCount& operator+=(const AnyCount& other) {
    value += other.value;
    return *this;
  }
  AnyCount operator*(std::uint64_t factor) const {
    return {value * Number(static_cast<std::int64_t>(factor))};
  }
  [[nodiscard]] Number number() const { return value; }
};

/// What the values of one group give, without what another choice of the group surely beats.
template <class T>
struct Choices {
  Points<T> points;  ///< ranks are those within the group
  std::vector<T> most;
};

/// A point of partial sums: which one it came from, and by which choice.
template <class T, class C>
struct Partial {
  std::array<T, 2> two{};  ///< the utilities, of two parties
  std::vector<T> many;     ///< of more
  C outcomes{};
  std::uint32_t from = 0, choice = 0;
};

template <class T, class C>
class Merger {
 public:
  using Front = std::vector<Partial<T, C>>;

  Merger(const std::vector<std::uint32_t>& sizes, const std::vector<Group>& groups,
         const std::vector<ScaledParty<T>>& parties,
         const std::vector<Factor<std::uint64_t>>& lines)
      : sizes_(sizes), groups_(groups), parties_(parties), lines_(lines) {
    in_order_ = std::all_of(groups.begin(), groups.end(),
                            [](const Group& group) { return group.issues.size() == 1; });
  }

  Result<Merged> run(std::uint64_t points_max) {
    for (const Group& group : groups_) choices_.push_back(choices_of(group));
    find_rests();
    Partial<T, C> start;
    start.outcomes = C::one();
    if (n() != 2) start.many.assign(n(), T{});
    stages_.push_back({start});
    order_ = {0};
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      stages_.push_back(n() == 2 ? next_of_two(g) : next_of_many(g));
      if (stages_.back().size() > points_max)
        return fail("P061", fmt::format("the frontier has more than {} points", points_max), "",
                    "raise the limit of points, or give a distance for the frontier");
      drop_hopeless(g);
      find_order();
    }
    return merged();
  }

 private:
  const std::vector<std::uint32_t>& sizes_;
  const std::vector<Group>& groups_;
  const std::vector<ScaledParty<T>>& parties_;
  const std::vector<Factor<std::uint64_t>>& lines_;
  std::vector<Choices<T>> choices_;
  std::vector<std::vector<T>> rests_;  ///< after each group: the most that the others can add
  std::vector<Front> stages_;
  std::vector<std::uint32_t> order_;  ///< of the last stage: by rank of the first outcome
  bool in_order_ = false;

  [[nodiscard]] std::size_t n() const { return parties_.size(); }
  const T& value(const Partial<T, C>& point, std::size_t i) const {
    return n() == 2 ? point.two[i] : point.many[i];
  }

  template <class V>
  std::vector<const Factor<V>*> within(const std::vector<Factor<V>>& factors, const Group& group) {
    std::vector<const Factor<V>*> out;
    for (const Factor<V>& factor : factors) {
      const bool is_empty = factor.issues.empty();
      // What rests on no issue is the same everywhere: it counts with the first group.
      if (is_empty
              ? &group == &groups_.front()
              : std::binary_search(group.issues.begin(), group.issues.end(), factor.issues.front()))
        out.push_back(&factor);
    }
    return out;
  }

  std::size_t place(const std::vector<std::size_t>& issues, const Outcome& outcome) const {
    std::size_t out = 0;
    for (const std::size_t issue : issues) out = out * sizes_[issue] + outcome[issue];
    return out;
  }

  Choices<T> choices_of(const Group& group) {
    Choices<T> out{Points<T>(n()), {}};
    const auto lines = within(lines_, group);
    std::vector<std::vector<const Factor<T>*>> factors;
    for (const ScaledParty<T>& party : parties_) factors.push_back(within(party.utility, group));
    Outcome outcome(sizes_.size());
    std::vector<T> point(n());
    const auto all = static_cast<std::uint64_t>(*group.outcomes.to_int64());
    for (std::uint64_t rank = 0; rank < all; ++rank) {
      set_values(group, rank, outcome);
      if (std::any_of(lines.begin(), lines.end(), [&](const Factor<std::uint64_t>* line) {
            return line->values[place(line->issues, outcome)] != 0;
          }))
        continue;
      for (std::size_t i = 0; i < n(); ++i) {
        point[i] = T{};
        for (const Factor<T>* factor : factors[i])
          point[i] += factor->values[place(factor->issues, outcome)];
      }
      out.points.add(point.data(), 1, rank);
    }
    reduce(out.points);
    for (std::size_t i = 0; i < n(); ++i)
      for (std::size_t c = 0; c < out.points.size(); ++c)
        if (c == 0)
          out.most.push_back(out.points.at(c)[i]);
        else
          out.most[i] = std::max(out.most[i], out.points.at(c)[i]);
    return out;
  }

  void set_values(const Group& group, std::uint64_t rank, Outcome& outcome) const {
    for (std::size_t i = group.issues.size(); i-- > 0;) {
      const std::uint32_t size = sizes_[group.issues[i]];
      outcome[group.issues[i]] = static_cast<std::uint32_t>(rank % size);
      rank /= size;
    }
  }

  void find_rests() {
    rests_.assign(groups_.size() + 1, std::vector<T>(n(), T{}));
    for (std::size_t g = groups_.size(); g-- > 0;)
      for (std::size_t i = 0; i < n(); ++i) {
        rests_[g][i] = rests_[g + 1][i];
        if (!choices_[g].most.empty()) rests_[g][i] += choices_[g].most[i];
      }
  }

  Partial<T, C> sum(std::size_t g, std::uint32_t from, std::uint32_t choice) const {
    const Partial<T, C>& before = stages_[g][from];
    const T* more = choices_[g].points.at(choice);
    Partial<T, C> out;
    if (n() == 2) {
      out.two = before.two;
      out.two[0] += more[0];
      out.two[1] += more[1];
    } else {
      out.many = before.many;
      for (std::size_t i = 0; i < n(); ++i) out.many[i] += more[i];
    }
    const std::uint64_t ways = choices_[g].points.counts[choice];
    out.outcomes = ways == 1 ? before.outcomes : before.outcomes * ways;
    out.from = from;
    out.choice = choice;
    return out;
  }

  /// Equal sums become one; the way of least rank stays.
  void put_equal(std::size_t g, Partial<T, C>& into, const Partial<T, C>& other) const {
    into.outcomes += other.outcomes;
    if (!is_earlier(g, other, into)) return;
    into.from = other.from;
    into.choice = other.choice;
  }

  bool is_earlier(std::size_t g, const Partial<T, C>& a, const Partial<T, C>& b) const {
    const auto& ranks = choices_[g].points.ranks;
    if (in_order_)
      return std::pair(order_[a.from], ranks[a.choice]) <
             std::pair(order_[b.from], ranks[b.choice]);
    return outcome_of(g, a) < outcome_of(g, b);
  }

  /// The values so far; those of later groups are 0, so that two are compared as outcomes are.
  Outcome outcome_of(std::size_t g, const Partial<T, C>& point) const {
    Outcome out(sizes_.size());
    const Partial<T, C>* at = &point;
    for (std::size_t stage = g + 1; stage-- > 0;) {
      set_values(groups_[stage], choices_[stage].points.ranks[at->choice], out);
      at = &stages_[stage][at->from];
    }
    return out;
  }

  /// The union of two frontiers in descending order of the first utility.
  Front united(std::size_t g, Front& a, Front& b) const {
    Front out;
    out.reserve(a.size() + b.size());
    const auto is_before = [](const Partial<T, C>& x, const Partial<T, C>& y) {
      return x.two[0] != y.two[0] ? x.two[0] > y.two[0] : x.two[1] > y.two[1];
    };
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
      const bool both = i < a.size() && j < b.size();
      if (both && a[i].two == b[j].two) put_equal(g, a[i], b[j++]);
      const bool first = j == b.size() || (i < a.size() && !is_before(b[j], a[i]));
      Partial<T, C>& next = first ? a[i++] : b[j++];
      if (out.empty() || next.two[1] > out.back().two[1]) out.push_back(std::move(next));
    }
    return out;
  }

  /// Each choice shifts the last frontier; the shifted ones are united two by two.
  Front next_of_two(std::size_t g) const {
    std::vector<Front> lists;
    for (std::uint32_t c = 0; c < choices_[g].points.size(); ++c) {
      Front& list = lists.emplace_back();
      list.reserve(stages_[g].size());
      for (std::uint32_t p = 0; p < stages_[g].size(); ++p) list.push_back(sum(g, p, c));
    }
    if (lists.empty()) return {};
    for (std::size_t gap = 1; gap < lists.size(); gap *= 2)
      for (std::size_t i = 0; i + gap < lists.size(); i += 2 * gap)
        lists[i] = united(g, lists[i], lists[i + gap]);
    return std::move(lists.front());
  }

  Front next_of_many(std::size_t g) const {
    Front all;
    for (std::uint32_t p = 0; p < stages_[g].size(); ++p)
      for (std::uint32_t c = 0; c < choices_[g].points.size(); ++c) all.push_back(sum(g, p, c));
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return b.many < a.many; });
    Front out;
    Covered<T> covered(n());
    out.reserve(all.size());  // what is covered is asked by address
    for (Partial<T, C>& point : all) {
      if (!out.empty() && out.back().many == point.many)
        put_equal(g, out.back(), point);
      else if (!covered(point.many.data()))
        out.push_back(std::move(point));
    }
    return out;
  }

  void drop_hopeless(std::size_t g) {
    std::erase_if(stages_.back(), [&](const Partial<T, C>& point) {
      for (std::size_t i = 0; i < n(); ++i)
        if (parties_[i].reservation) {
          T best = value(point, i);
          best += rests_[g + 1][i];
          if (best < *parties_[i].reservation) return true;
        }
      return false;
    });
  }

  void find_order() {
    if (!in_order_) return;
    const Front& front = stages_.back();
    const std::size_t g = stages_.size() - 2;
    std::vector<std::uint32_t> by(front.size());
    for (std::uint32_t i = 0; i < by.size(); ++i) by[i] = i;
    std::sort(by.begin(), by.end(),
              [&](std::uint32_t a, std::uint32_t b) { return is_earlier(g, front[a], front[b]); });
    std::vector<std::uint32_t> order(front.size());
    for (std::uint32_t i = 0; i < by.size(); ++i) order[by[i]] = i;
    order_ = std::move(order);
  }

  Merged merged() const {
    Merged out;
    for (const Partial<T, C>& point : stages_.back()) {
      Merged::Point one;
      for (std::size_t i = 0; i < n(); ++i)
        one.utilities.push_back(unscaled(value(point, i), parties_[i].denominator));
      one.outcomes = point.outcomes.number();
      one.first = outcome_of(groups_.size() - 1, point);
      out.points.push_back(std::move(one));
    }
    return out;
  }
};

template <class T>
Result<Merged> merge_by(const std::vector<std::uint32_t>& sizes, const std::vector<Group>& groups,
                        const std::vector<ExactParty>& parties,
                        const std::vector<Factor<std::uint64_t>>& lines, std::uint64_t points_max) {
  const auto whole = scaled<T>(parties);
  Number outcomes = 1;
  for (const Group& group : groups) outcomes *= group.outcomes;
  const Number half = Number::of(Number::Wide{1} << 125);
  if (outcomes < half * half)
    return Merger<T, Count256>(sizes, groups, whole, lines).run(points_max);
  return Merger<T, AnyCount>(sizes, groups, whole, lines).run(points_max);
}

}  // namespace

Result<Merged> merge_groups(const std::vector<std::uint32_t>& sizes,
                            const std::vector<Group>& groups,
                            const std::vector<ExactParty>& parties,
                            const std::vector<Factor<std::uint64_t>>& lines,
                            std::uint64_t points_max) {
  switch (digits_needed(parties)) {
    case Digits::narrow:
      return merge_by<std::int64_t>(sizes, groups, parties, lines, points_max);
    case Digits::wide:
      return merge_by<Number::Wide>(sizes, groups, parties, lines, points_max);
    case Digits::any:
      break;
  }
  return merge_by<Number>(sizes, groups, parties, lines, points_max);
}

}  // namespace accord::talks
