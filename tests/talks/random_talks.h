#pragma once

#include <rapidcheck.h>

#include <set>
#include <string>
#include <vector>

#include "made.h"

/// Small random talks in which parties say every kind of thing.
namespace accord::talks::made {

inline Number small_number() {
  return Number(*rc::gen::inRange(-3, 7)) / Number(*rc::gen::element(1, 2, 3));
}

inline Range small_range(bool exact) {
  const Number low = small_number();
  return {low, exact ? low : low + Number(*rc::gen::inRange(0, 3)) / Number(2)};
}

inline std::vector<std::uint32_t> some_values(const Issue& issue, bool at_least_one) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t v = 0; v < issue.size(); ++v)
    if (*rc::gen::arbitrary<bool>()) out.push_back(v);
  if (out.empty() && at_least_one) out.push_back(*rc::gen::inRange(0u, issue.size()));
  return out;
}

inline Rule random_rule(const Domain& domain, int depth = 2) {
  Rule out;
  out.issue = *rc::gen::inRange<std::size_t>(0, domain.issues.size());
  const Issue& issue = domain.issues[out.issue];
  const int kind = *rc::gen::inRange(0, depth > 0 ? 7 : 3);
  if (kind == 0) out.form = Rule::Form::in;
  if (kind == 1) out.form = Rule::Form::not_in;
  if (kind <= 1) out.values = some_values(issue, true);
  if (kind == 2) {
    out.form = Rule::Form::sum;
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
      if (domain.issues[i].is_numeric()) out.terms.emplace_back(i, *rc::gen::inRange(-2, 3));
    out.max = *rc::gen::inRange(-2, 6);
    if (out.terms.empty()) {
      out.form = Rule::Form::in;
      out.max.reset();
      out.values = {0};
    }
  }
  if (kind < 3) return out;
  out.form = kind == 3   ? Rule::Form::all
             : kind == 4 ? Rule::Form::any
             : kind == 5 ? Rule::Form::negation
                         : Rule::Form::implication;
  const int parts = kind == 5 ? 1 : 2;
  for (int i = 0; i < parts; ++i) out.parts.push_back(random_rule(domain, depth - 1));
  return out;
}

inline Domain random_domain(std::size_t issues_max = 4) {
  Domain out;
  const auto issues = *rc::gen::inRange<std::size_t>(1, issues_max + 1);
  for (std::size_t i = 0; i < issues; ++i) {
    const std::string id = "i" + std::to_string(i);
    if (*rc::gen::inRange(0, 2) == 0) {
      out.issues.push_back(whole(id, 0, *rc::gen::inRange(0, 4)));
      continue;
    }
    std::vector<std::string> values;
    for (int v = *rc::gen::inRange(1, 5); v > 0; --v) values.push_back("v" + std::to_string(v));
    out.issues.push_back(choice(id, values));
  }
  return out;
}

inline Utility random_utility(const Domain& domain, bool exact) {
  Utility out;
  for (std::size_t i = 0; i < domain.issues.size(); ++i) {
    TableTerm term{i, {1, 1}, {}};
    if (!exact && *rc::gen::arbitrary<bool>()) term.weight = {0, 2};
    for (std::uint32_t v = 0; v < domain.issues[i].size(); ++v)
      term.values.push_back(small_range(exact));
    out.terms.emplace_back(term);
  }
  if (*rc::gen::inRange(0, 3) == 0) {
    BoxTerm box;
    box.weight = {1, 1};
    box.value = small_range(true);
    box.outside = *rc::gen::arbitrary<bool>();
    std::set<std::size_t> sides{0, domain.issues.size() - 1};
    for (const std::size_t i : sides)
      box.box.push_back({i, {}, {}, some_values(domain.issues[i], true)});
    out.terms.emplace_back(box);
  }
  const bool plain = out.terms.size() == domain.issues.size();
  if (!exact && plain && *rc::gen::inRange(0, 4) == 0) {
    for (std::size_t i = 0; i < domain.issues.size(); ++i) {
      out.weight_order.push_back(i);
      std::get<TableTerm>(out.terms[i]).weight = {1, 1};
    }
  } else if (!exact && *rc::gen::inRange(0, 3) == 0) {
    Number low, high;
    for (const Term& term : out.terms) {
      low += std::visit([](const auto& t) { return t.weight.low; }, term);
      high += std::visit([](const auto& t) { return t.weight.high; }, term);
    }
    out.weights_sum = (low + high) / Number(2);
  }
  return out;
}

inline Outcome random_outcome(const Domain& domain) {
  Outcome out;
  for (const Issue& issue : domain.issues) out.push_back(*rc::gen::inRange(0u, issue.size()));
  return out;
}

/// Says all kinds of things, each perhaps.
inline Position random_position(const Domain& domain, std::string party) {
  Position out;
  out.party = std::move(party);
  const auto often = [](int of) { return *rc::gen::inRange(0, of) > 0; };
  if (often(3)) out.utility = random_utility(domain, often(2));
  const int reservation = *rc::gen::inRange(0, 4);
  if (reservation == 1) out.reservation = small_range(true);
  if (reservation == 2) {
    const Number low = small_number();
    out.reservation = Range{low, low + Number(1)};
  }
  if (reservation == 3) out.reservation = random_outcome(domain);
  const int lines = *rc::gen::inRange(0, 3);
  for (int i = 0; i < lines; ++i)
    out.red_lines.push_back({"R" + std::to_string(i + 1), "", random_rule(domain)});
  for (std::size_t i = 0; i < domain.issues.size(); ++i) {
    if (*rc::gen::arbitrary<bool>()) {
      Marks& marks = out.marks[i];
      for (std::uint32_t v = 0; v < domain.issues[i].size(); ++v) {
        const int mark = *rc::gen::inRange(0, 6);
        if (mark < 3) marks.yes.push_back(v);
        if (mark == 3) marks.live.push_back(v);
        if (mark == 4) marks.no.push_back(v);
      }
    }
    if (*rc::gen::arbitrary<bool>()) {
      auto& order = out.order[i];
      for (std::uint32_t v = 0; v < domain.issues[i].size(); ++v)
        if (*rc::gen::inRange(0, 4) > 0) {
          if (order.empty() || *rc::gen::arbitrary<bool>()) order.emplace_back();
          order.back().push_back(v);
        }
    }
  }
  out.together = *rc::gen::arbitrary<bool>();
  out.live_at_most = *rc::gen::inRange(0u, 3u);
  const int packages = *rc::gen::inRange(0, 3);
  for (int p = 0; p < packages; ++p) {
    PackageAnswer package;
    package.yes = *rc::gen::arbitrary<bool>();
    for (const Issue& issue : domain.issues) package.is.push_back(some_values(issue, package.yes));
    if (package.yes || package.is.front().size() + package.is.back().size() > 0)
      out.packages.push_back(package);
  }
  out.otherwise_acceptable = *rc::gen::inRange(0, 6) == 0;
  return out;
}

inline Talks random_talks(std::size_t issues_max = 4) {
  Talks out;
  out.domain = random_domain(issues_max);
  if (*rc::gen::inRange(0, 3) == 0) out.domain.rules.push_back({"P1", "", random_rule(out.domain)});
  const auto parties = *rc::gen::inRange<std::size_t>(2, 5);
  for (std::size_t p = 0; p < parties; ++p)
    out.positions.push_back(
        random_position(out.domain, std::string(1, static_cast<char>('A' + p))));
  if (*rc::gen::inRange(0, 4) == 0) {
    for (const Position& position : out.positions) out.domain.parties.push_back(position.party);
    out.domain.parties.push_back("Z");
  }
  return out;
}

}  // namespace accord::talks::made
