#include "talks/zone/compared.h"

#include <algorithm>
#include <map>
#include <optional>

#include "talks/model/order.h"
#include "talks/model/utility.h"

namespace accord::talks {

namespace {

/// By rankings alone.
class ByOrder : public Comparer {
 public:
  ByOrder(const Position& position, const std::vector<Outcome>& outcomes)
      : position_(position), outcomes_(outcomes) {}

  [[nodiscard]] Signs of(std::size_t a, std::size_t b) const override {
    const bool reaches = at_least_as_good(position_, outcomes_[a], outcomes_[b]);
    const bool reached = at_least_as_good(position_, outcomes_[b], outcomes_[a]);
    return {reaches ? (reached ? 0 : 1) : -1, reached ? (reaches ? 0 : -1) : 1};
  }

 private:
  const Position& position_;
  const std::vector<Outcome>& outcomes_;
};

/// Whole numbers over common denominators: one of entries, one of weights.
template <class T>
T scaled_whole(const Number& value, const Number& denominator) {
  const Number whole = value * denominator;
  if constexpr (std::is_same_v<T, std::int64_t>) return *whole.to_int64();
  if constexpr (std::is_same_v<T, Number::Wide>) return *whole.to_wide();
  if constexpr (std::is_same_v<T, Number>) return whole;
}

template <class T>
int sign_of(const T& value) {
  return value < T{} ? -1 : T{} < value ? 1 : 0;
}

/// An outcome as one term sees it.
struct Cell {
  Range entry;
  std::uint32_t same = 0;  ///< equal for outcomes with the same entry of the table
  std::int32_t rank = -1;  ///< of the value, where the term has one issue that is ranked
};

std::vector<std::int32_t> ranks_of(const Position& position, std::size_t issue,
                                   std::uint32_t size) {
  std::vector<std::int32_t> out(size, -1);
  const auto order = position.order.find(issue);
  if (order == position.order.end()) return out;
  for (std::size_t group = 0; group < order->second.size(); ++group)
    for (const std::uint32_t value : order->second[group])
      out[value] = static_cast<std::int32_t>(group);
  return out;
}

std::vector<Cell> cells_of(const Domain& domain, const Position& position, const Term& term,
                           const std::vector<Outcome>& outcomes) {
  const std::vector<std::size_t> issues = issues_of(term);
  std::vector<std::int32_t> ranks;
  if (issues.size() == 1)
    ranks = ranks_of(position, issues.front(), domain.issues[issues.front()].size());
  std::map<std::vector<std::uint32_t>, Cell> known;
  std::vector<Cell> out;
  for (const Outcome& outcome : outcomes) {
    std::vector<std::uint32_t> values;
    for (const std::size_t issue : issues) values.push_back(outcome[issue]);
    const auto [at, is_new] = known.try_emplace(values);
    if (is_new) {
      Cell& cell = at->second;
      cell.entry = entry_of(domain, term, outcome);
      cell.same = static_cast<std::uint32_t>(known.size());
      if (!ranks.empty()) cell.rank = ranks[values.front()];
    }
    out.push_back(at->second);
  }
  return out;
}

/// Utilities that are cut off: their places among all of them, so that they compare as numbers.
class Capped {
 public:
  Capped(const Domain& domain, const Position& position, const std::vector<Outcome>& outcomes) {
    if (!position.utility->cap) return;
    std::vector<Number> all;
    std::vector<Range> values;
    for (const Outcome& outcome : outcomes) {
      values.push_back(*utility_of(domain, position, outcome));
      all.push_back(values.back().low);
      all.push_back(values.back().high);
    }
    std::sort(all.begin(), all.end());
    const auto place = [&](const Number& value) {
      return std::lower_bound(all.begin(), all.end(), value) - all.begin();
    };
    for (const Range& value : values) places_.push_back({place(value.low), place(value.high)});
  }

  /// A cap takes from a difference, but never turns it.
  [[nodiscard]] Signs cut(const Signs& free, std::size_t a, std::size_t b) const {
    if (places_.empty()) return free;
    return {std::max(std::min(free.least, 0), sign_of(places_[a].low - places_[b].high)),
            std::min(std::max(free.greatest, 0), sign_of(places_[a].high - places_[b].low))};
  }

 private:
  struct Places {
    std::ptrdiff_t low, high;
  };
  std::vector<Places> places_;
};

template <class T>
class ByNumbers : public Comparer {
 public:
  ByNumbers(const Domain& domain, const Position& position, const std::vector<Outcome>& outcomes,
            const std::vector<std::vector<Cell>>& cells, const Number& of_entries,
            const Number& of_weights)
      : capped_(domain, position, outcomes) {
    const Utility& utility = *position.utility;
    for (std::size_t t = 0; t < cells.size(); ++t) {
      OneTerm& term = terms_.emplace_back();
      const Range& weight = weight_of(utility.terms[t]);
      term.low = scaled_whole<T>(weight.low, of_weights);
      term.high = scaled_whole<T>(weight.high, of_weights);
      for (const Cell& cell : cells[t])
        term.sides.push_back({scaled_whole<T>(cell.entry.low, of_entries),
                              scaled_whole<T>(cell.entry.high, of_entries), cell.same, cell.rank});
    }
    if (utility.weights_sum) sum_ = scaled_whole<T>(*utility.weights_sum, of_weights);
    for (const std::size_t issue : utility.weight_order) {
      auto& group = ranked_.emplace_back();
      for (std::size_t t = 0; t < utility.terms.size(); ++t)
        if (issues_of(utility.terms[t]).front() == issue) group.push_back(t);
    }
  }

  [[nodiscard]] Signs of(std::size_t a, std::size_t b) const override {
    Signs out;
    if (!ranked_.empty())
      out = by_rank(a, b);
    else if (sum_)
      out = {sign_of(spread(a, b, true)), sign_of(spread(a, b, false))};
    else
      out = free(a, b);
    return capped_.cut(out, a, b);
  }

 private:
  struct Side {
    T low, high;
    std::uint32_t same;
    std::int32_t rank;
  };
  struct OneTerm {
    T low{}, high{};  ///< the weight
    std::vector<Side> sides;
  };
  struct Difference {
    T low{}, high{};
  };
  std::vector<OneTerm> terms_;
  std::optional<T> sum_;
  std::vector<std::vector<std::size_t>> ranked_;  ///< terms, of the most important issue first
  Capped capped_;

  [[nodiscard]] Difference difference(std::size_t term, std::size_t a, std::size_t b) const {
    const Side &x = terms_[term].sides[a], &y = terms_[term].sides[b];
    if (x.same == y.same) return {};
    Difference out{x.low - y.high, x.high - y.low};
    if (x.rank < 0 || y.rank < 0) return out;
    if (x.rank <= y.rank) out = {std::max(out.low, T{}), std::max(out.high, T{})};
    if (y.rank <= x.rank) out = {std::min(out.low, T{}), std::min(out.high, T{})};
    return out;
  }

  [[nodiscard]] Signs free(std::size_t a, std::size_t b) const {
    T least{}, greatest{};
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      const Difference d = difference(t, a, b);
      const T& low = terms_[t].low;
      const T& high = terms_[t].high;
      least += std::min({T(low * d.low), T(low * d.high), T(high * d.low), T(high * d.high)});
      greatest += std::max({T(low * d.low), T(low * d.high), T(high * d.low), T(high * d.high)});
    }
    return {sign_of(least), sign_of(greatest)};
  }

  /// The low weights, and what is left of the sum where it makes least (or most).
  [[nodiscard]] T spread(std::size_t a, std::size_t b, bool least) const {
    std::vector<std::pair<T, std::size_t>> by;
    T rest = *sum_, out{};
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      const Difference d = difference(t, a, b);
      const T& x = least ? d.low : d.high;
      rest -= terms_[t].low;
      out += terms_[t].low * x;
      by.emplace_back(least ? x : T(T{} - x), t);
    }
    std::sort(by.begin(), by.end());
    for (const auto& [x, t] : by) {
      const T given = std::min(rest, T(terms_[t].high - terms_[t].low));
      if (least)
        out += given * x;
      else
        out -= given * x;
      rest -= given;
    }
    return out;
  }

  /// Means of the first issues: their signs are those of the sums.
  [[nodiscard]] Signs by_rank(std::size_t a, std::size_t b) const {
    Signs out{1, -1};
    T low{}, high{};
    for (const auto& group : ranked_) {
      for (const std::size_t t : group) {
        const Difference d = difference(t, a, b);
        low += d.low;
        high += d.high;
      }
      out.least = std::min(out.least, sign_of(low));
      out.greatest = std::max(out.greatest, sign_of(high));
    }
    return out;
  }
};

Number size_of_number(const Number& value) {
  return value.sign() < 0 ? -value : value;
}

}  // namespace

std::unique_ptr<Comparer> comparer_of(const Domain& domain, const Position& position,
                                      const std::vector<Outcome>& outcomes) {
  if (!position.utility) return std::make_unique<ByOrder>(position, outcomes);
  const Utility& utility = *position.utility;
  std::vector<std::vector<Cell>> cells;
  Number of_entries = 1, of_weights = 1, most = 1, weights = 1;
  if (utility.weights_sum) {
    of_weights = utility.weights_sum->denominator();
    weights = size_of_number(*utility.weights_sum);
  }
  for (const Term& term : utility.terms) {
    cells.push_back(cells_of(domain, position, term, outcomes));
    for (const Cell& cell : cells.back())
      for (const Number* end : {&cell.entry.low, &cell.entry.high}) {
        if (!end->is_whole()) of_entries = common_multiple(of_entries, end->denominator());
        most = std::max(most, size_of_number(*end));
      }
    const Range& weight = weight_of(term);
    for (const Number* end : {&weight.low, &weight.high})
      of_weights = common_multiple(of_weights, end->denominator());
    weights += std::max(size_of_number(weight.low), size_of_number(weight.high));
  }
  // No sum of weighted differences is larger.
  const Number needed = Number(4) * most * of_entries * weights * of_weights;
  const auto by = [&](auto zero) -> std::unique_ptr<Comparer> {
    return std::make_unique<ByNumbers<decltype(zero)>>(domain, position, outcomes, cells,
                                                       of_entries, of_weights);
  };
  if (needed < Number::of(Number::Wide{1} << 62)) return by(std::int64_t{});
  if (needed < Number::of(Number::Wide{1} << 125)) return by(Number::Wide{});
  return by(Number());
}

}  // namespace accord::talks
