#include "talks/model/utility.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "talks/model/order.h"

namespace accord::talks {

namespace {

template <class... F>
struct Visitor : F... {
  using F::operator()...;
};
template <class... F>
Visitor(F...) -> Visitor<F...>;

Range scaled(const Range& weight, const Range& x) {
  const Number a = weight.low * x.low, b = weight.low * x.high;
  if (weight.is_exact()) return a < b ? Range{a, b} : Range{b, a};
  const auto [low, high] = std::minmax({a, b, weight.high * x.low, weight.high * x.high});
  return {low, high};
}

Number between(const PointsTerm& term, const Number& at) {
  // The first point that is not below; points cover the issue, so there is one.
  const auto above = std::find_if(term.points.begin(), term.points.end(),
                                  [&](const auto& p) { return p.first >= at; });
  if (above->first == at) return above->second;
  const auto below = above - 1;
  return below->second +
         (above->second - below->second) * (at - below->first) / (above->first - below->first);
}

bool in_box(const Domain& domain, const BoxTerm& term, const Outcome& outcome) {
  return std::all_of(term.box.begin(), term.box.end(), [&](const BoxTerm::Side& side) {
    const std::uint32_t value = outcome[side.issue];
    if (!side.min && !side.max)
      return std::binary_search(side.values.begin(), side.values.end(), value);
    const Number number = domain.issues[side.issue].number_at(value);
    return (!side.min || number >= *side.min) && (!side.max || number <= *side.max);
  });
}

Range exactly(Number value) {
  return {value, value};
}

/// Weights that are free: each at the end that its x asks for.
Range free_weights(const Utility& utility, const std::vector<Range>& entries) {
  Range out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Range term = scaled(weight_of(utility.terms[i]), entries[i]);
    out.low += term.low;
    out.high += term.high;
  }
  return out;
}

/// Σ w·x at the low weights, and what is left of the sum given to the first x of `by` first.
Number spread(const Utility& utility, const std::vector<Number>& x,
              const std::vector<std::size_t>& by) {
  Number rest = *utility.weights_sum;
  Number out;
  for (std::size_t i = 0; i < x.size(); ++i) {
    rest -= weight_of(utility.terms[i]).low;
    out += weight_of(utility.terms[i]).low * x[i];
  }
  for (const std::size_t i : by) {
    const Range& weight = weight_of(utility.terms[i]);
    const Number given = std::min(rest, weight.high - weight.low);
    out += given * x[i];
    rest -= given;
  }
  return out;
}

Range weights_with_sum(const Utility& utility, const std::vector<Range>& entries) {
  std::vector<Number> low, high;
  std::vector<std::size_t> by(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    low.push_back(entries[i].low);
    high.push_back(entries[i].high);
    by[i] = i;
  }
  Range out;
  std::stable_sort(by.begin(), by.end(), [&](auto a, auto b) { return low[a] < low[b]; });
  out.low = spread(utility, low, by);
  std::stable_sort(by.begin(), by.end(), [&](auto a, auto b) { return high[a] > high[b]; });
  out.high = spread(utility, high, by);
  return out;
}

/// w₁ ≥ w₂ ≥ … ≥ 0 with sum 1: the extreme weights are the means of the first m issues.
Range ranked_weights(const Utility& utility, const std::vector<Range>& entries) {
  Range sum, out;
  std::int64_t m = 0;
  for (const std::size_t issue : utility.weight_order) {
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (issues_of(utility.terms[i]).front() == issue) {
        sum.low += entries[i].low;
        sum.high += entries[i].high;
      }
    ++m;
    const Range mean{sum.low / Number(m), sum.high / Number(m)};
    out = m == 1 ? mean : Range{std::min(out.low, mean.low), std::max(out.high, mean.high)};
  }
  return out;
}

}  // namespace

Range entry_of(const Domain& domain, const Term& term, const Outcome& outcome) {
  return std::visit(
      Visitor{[&](const TableTerm& t) { return t.values[outcome[t.issue]]; },
              [&](const PointsTerm& t) {
                return exactly(between(t, domain.issues[t.issue].number_at(outcome[t.issue])));
              },
              [&](const TupleTerm& t) {
                std::vector<std::uint32_t> tuple;
                for (const std::size_t issue : t.issues) tuple.push_back(outcome[issue]);
                const auto at = t.values.find(tuple);
                return at == t.values.end() ? exactly(t.otherwise) : at->second;
              },
              [&](const BoxTerm& t) {
                return in_box(domain, t, outcome) != t.outside ? t.value : Range{};
              }},
      term);
}

const Range& weight_of(const Term& term) {
  return std::visit([](const auto& t) -> const Range& { return t.weight; }, term);
}

std::vector<std::size_t> issues_of(const Term& term) {
  return std::visit(Visitor{[](const TableTerm& t) { return std::vector{t.issue}; },
                            [](const PointsTerm& t) { return std::vector{t.issue}; },
                            [](const TupleTerm& t) { return t.issues; },
                            [](const BoxTerm& t) {
                              std::vector<std::size_t> out;
                              for (const BoxTerm::Side& side : t.box) out.push_back(side.issue);
                              return out;
                            }},
                    term);
}

Range weighted(const Utility& utility, const std::vector<Range>& entries) {
  if (!utility.weight_order.empty()) return ranked_weights(utility, entries);
  if (utility.weights_sum) return weights_with_sum(utility, entries);
  return free_weights(utility, entries);
}

std::optional<Range> utility_of(const Domain& domain, const Position& position,
                                const Outcome& outcome) {
  if (!position.utility) return std::nullopt;
  std::vector<Range> entries;
  for (const Term& term : position.utility->terms)
    entries.push_back(entry_of(domain, term, outcome));
  Range out = weighted(*position.utility, entries);
  if (const auto& cap = position.utility->cap) {
    out.low = std::min(out.low, *cap);
    out.high = std::min(out.high, *cap);
  }
  return out;
}

std::optional<Range> difference(const Domain& domain, const Position& position, const Outcome& a,
                                const Outcome& b) {
  if (!position.utility) return std::nullopt;
  std::vector<Range> entries;
  for (const Term& term : position.utility->terms) {
    const std::vector<std::size_t> issues = issues_of(term);
    if (std::all_of(issues.begin(), issues.end(), [&](std::size_t i) { return a[i] == b[i]; })) {
      entries.emplace_back();
      continue;
    }
    const Range x = entry_of(domain, term, a), y = entry_of(domain, term, b);
    Range d{x.low - y.high, x.high - y.low};
    if (issues.size() == 1) {
      const std::size_t issue = issues.front();
      // Both ends are cut: numbers that contradict the ranking come to 0, never to a range turned.
      if (not_lower(position, issue, a[issue], b[issue]))
        d = {std::max(d.low, Number()), std::max(d.high, Number())};
      if (not_lower(position, issue, b[issue], a[issue]))
        d = {std::min(d.low, Number()), std::min(d.high, Number())};
    }
    entries.push_back(d);
  }
  return weighted(*position.utility, entries);
}

}  // namespace accord::talks
