#include "talks/model/lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "talks/model/order.h"

namespace accord::talks {

namespace {

Rule listed(std::size_t issue, std::vector<std::uint32_t> values) {
  Rule out;
  out.form = Rule::Form::in;
  out.issue = issue;
  out.values = std::move(values);
  return out;
}

Rule joined(Rule::Form form, std::vector<Rule> parts) {
  Rule out;
  out.form = form;
  out.parts = std::move(parts);
  return out;
}

Rule negated(Rule rule) {
  return joined(Rule::Form::negation, {std::move(rule)});
}

/// On every issue a value for which `holds(issue, value)`; issues where every value does are left
/// out.
template <class Holds>
Rule everywhere(const Domain& domain, Holds holds) {
  std::vector<Rule> parts;
  for (std::size_t issue = 0; issue < domain.issues.size(); ++issue) {
    const std::uint32_t size = domain.issues[issue].size();
    std::vector<std::uint32_t> values;
    for (std::uint32_t value = 0; value < size; ++value)
      if (holds(issue, value)) values.push_back(value);
    if (values.size() < size) parts.push_back(listed(issue, std::move(values)));
  }
  return joined(Rule::Form::all, std::move(parts));
}

template <class Related>
bool any_meant(const std::vector<std::uint32_t>& values, Related related) {
  return values.empty() || std::any_of(values.begin(), values.end(), related);
}

void add_said(const Domain& domain, const Position& position, std::size_t party,
              std::vector<Line>& out) {
  const auto add = [&](std::string name, std::string text, Rule rule) {
    out.push_back({fmt::format("{}.{}", position.party, name), party, false, std::move(text),
                   std::move(rule)});
  };
  for (const NamedRule& line : position.red_lines) add(line.id, line.text, line.rule);
  for (const auto& [issue, marks] : position.marks)
    if (!marks.no.empty())
      add("no." + domain.issues[issue].id, "", negated(listed(issue, marks.no)));
  for (std::size_t i = 0; i < position.packages.size(); ++i)
    if (!position.packages[i].yes)
      add(fmt::format("package.{}", i + 1), "",
          negated(reached_rule(domain, position, position.packages[i])));
  const auto* package = std::get_if<Outcome>(&position.reservation);
  if (package != nullptr && (!position.utility || !position.order.empty()))
    add("reservation", "", negated(worse_rule(domain, position, *package)));
}

}  // namespace

Rule reaches_rule(const Domain& domain, const Position& position, const PackageAnswer& package) {
  return everywhere(domain, [&](std::size_t issue, std::uint32_t own) {
    return any_meant(package.is[issue],
                     [&](std::uint32_t value) { return not_lower(position, issue, own, value); });
  });
}

Rule reached_rule(const Domain& domain, const Position& position, const PackageAnswer& package) {
  return everywhere(domain, [&](std::size_t issue, std::uint32_t own) {
    return any_meant(package.is[issue],
                     [&](std::uint32_t value) { return not_lower(position, issue, value, own); });
  });
}

Rule at_least_as_good_rule(const Domain& domain, const Position& position, const Outcome& package) {
  return everywhere(domain, [&](std::size_t issue, std::uint32_t own) {
    return not_lower(position, issue, own, package[issue]);
  });
}

Rule worse_rule(const Domain& domain, const Position& position, const Outcome& package) {
  Rule below = everywhere(domain, [&](std::size_t issue, std::uint32_t own) {
    return not_lower(position, issue, package[issue], own);
  });
  return joined(Rule::Form::all,
                {std::move(below), negated(at_least_as_good_rule(domain, position, package))});
}

std::vector<Line> lines_of(const Talks& talks) {
  std::vector<Line> out;
  for (const NamedRule& rule : talks.domain.rules)
    out.push_back({rule.id, 0, true, rule.text, rule.rule});
  for (std::size_t i = 0; i < talks.positions.size(); ++i)
    add_said(talks.domain, talks.positions[i], i, out);
  return out;
}

}  // namespace accord::talks
