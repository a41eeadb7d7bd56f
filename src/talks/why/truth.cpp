#include <algorithm>

#include "talks/why/refute.h"

/// Rules on boxes, by Kleene's logic.
namespace accord::talks {

namespace {

Truth negation(Truth truth) {
  return truth == Truth::mixed ? Truth::mixed : truth == Truth::yes ? Truth::no : Truth::yes;
}

Truth of_values(const Box& box, std::size_t issue, const std::vector<std::uint32_t>& listed) {
  std::uint64_t inside = 0;
  for (const auto& [first, last] : box.values[issue])
    inside += static_cast<std::uint64_t>(std::upper_bound(listed.begin(), listed.end(), last) -
                                         std::lower_bound(listed.begin(), listed.end(), first));
  return inside == 0 ? Truth::no : inside == box.size(issue) ? Truth::yes : Truth::mixed;
}

/// Values grow with their index.
Truth of_interval(const Rule& rule, const Number& least, const Number& most) {
  if ((rule.min && most < *rule.min) || (rule.max && least > *rule.max)) return Truth::no;
  if ((!rule.min || least >= *rule.min) && (!rule.max || most <= *rule.max)) return Truth::yes;
  return Truth::mixed;
}

std::pair<Number, Number> ends(const Domain& domain, const Box& box, std::size_t issue) {
  return {domain.issues[issue].number_at(box.values[issue].front().first),
          domain.issues[issue].number_at(box.values[issue].back().second)};
}

Truth of_bounds(const Domain& domain, const Rule& rule, const Box& box) {
  const auto [least, most] = ends(domain, box, rule.issue);
  const Truth by_ends = of_interval(rule, least, most);
  if (by_ends != Truth::mixed) return by_ends;
  // Between the ends there may be gaps: no value that is left may keep it.
  bool all = true, none = true;
  for (const auto& [first, last] : box.values[rule.issue])
    for (std::uint32_t value = first; value <= last && (all || none); ++value) {
      const Number number = domain.issues[rule.issue].number_at(value);
      const bool kept = of_interval(rule, number, number) == Truth::yes;
      all = all && kept;
      none = none && !kept;
    }
  return all ? Truth::yes : none ? Truth::no : Truth::mixed;
}

Truth of_sum(const Domain& domain, const Rule& rule, const Box& box) {
  Number least, most;
  for (const auto& [issue, coefficient] : rule.terms) {
    auto [low, high] = ends(domain, box, issue);
    if (coefficient.sign() < 0) std::swap(low, high);
    least += coefficient * low;
    most += coefficient * high;
  }
  return of_interval(rule, least, most);
}

}  // namespace

Box Box::all(const Domain& domain) {
  Box out;
  for (const Issue& issue : domain.issues) out.values.push_back({{0, issue.size() - 1}});
  return out;
}

Box Box::only(const Outcome& outcome) {
  Box out;
  for (const std::uint32_t value : outcome) out.values.push_back({{value, value}});
  return out;
}

std::uint64_t Box::size(std::size_t issue) const {
  std::uint64_t out = 0;
  for (const auto& [first, last] : values[issue]) out += std::uint64_t{last} - first + 1;
  return out;
}

bool Box::has(std::size_t issue, std::uint32_t value) const {
  return std::any_of(values[issue].begin(), values[issue].end(), [&](const ValueRange& range) {
    return range.first <= value && value <= range.second;
  });
}

Truth truth_of(const Domain& domain, const Rule& rule, const Box& box) {
  using Form = Rule::Form;
  switch (rule.form) {
    case Form::bounds:
      return of_bounds(domain, rule, box);
    case Form::in:
      return of_values(box, rule.issue, rule.values);
    case Form::not_in:
      return negation(of_values(box, rule.issue, rule.values));
    case Form::sum:
      return of_sum(domain, rule, box);
    case Form::negation:
      return negation(truth_of(domain, rule.parts.front(), box));
    case Form::implication:
      return std::max(negation(truth_of(domain, rule.parts.front(), box)),
                      truth_of(domain, rule.parts.back(), box));
    case Form::all:
    case Form::any:
      break;
  }
  const bool is_all = rule.form == Form::all;
  Truth out = is_all ? Truth::yes : Truth::no;
  for (const Rule& part : rule.parts) {
    const Truth truth = truth_of(domain, part, box);
    out = is_all ? std::min(out, truth) : std::max(out, truth);
  }
  return out;
}

}  // namespace accord::talks
