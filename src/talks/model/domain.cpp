#include "talks/model/domain.h"

#include <fmt/format.h>

#include <algorithm>

namespace accord::talks {

std::uint32_t Issue::size() const {
  if (kind == IssueKind::discrete) return static_cast<std::uint32_t>(values.size());
  if (kind == IssueKind::real) return points.value_or(0);
  // Readers keep an issue below the limit of values, so that the number fits.
  const auto steps = ((high - low) / step).floor().to_int64().value_or(0);
  return static_cast<std::uint32_t>(steps + 1);
}

Number Issue::number_at(std::uint32_t index) const {
  const Number at = static_cast<std::int64_t>(index);
  if (kind == IssueKind::integer) return low + at * step;
  return low + (high - low) * at / Number(std::int64_t{*points} - 1);
}

std::string Issue::label(std::uint32_t index) const {
  return is_numeric() ? number_at(index).text() : values[index];
}

std::optional<std::uint32_t> Issue::find(std::string_view written) const {
  if (!is_numeric()) {
    const auto at = std::find(values.begin(), values.end(), written);
    if (at == values.end()) return std::nullopt;
    return static_cast<std::uint32_t>(at - values.begin());
  }
  const auto number = Number::parse(written);
  if (!number || *number < low || *number > high || is_continuous()) return std::nullopt;
  if (low == high) return 0;
  const Number gap =
      kind == IssueKind::integer ? step : (high - low) / Number(std::int64_t{*points} - 1);
  const auto index = ((*number - low) / gap).to_int64();
  if (!index || *index >= size()) return std::nullopt;
  return static_cast<std::uint32_t>(*index);
}

std::optional<std::size_t> Domain::find_issue(std::string_view id) const {
  const auto at =
      std::find_if(issues.begin(), issues.end(), [&](const Issue& i) { return i.id == id; });
  if (at == issues.end()) return std::nullopt;
  return static_cast<std::size_t>(at - issues.begin());
}

bool Domain::has_continuous() const {
  return std::any_of(issues.begin(), issues.end(),
                     [](const Issue& issue) { return issue.is_continuous(); });
}

Number Domain::outcomes() const {
  Number out = 1;
  for (const Issue& issue : issues) out *= Number(std::int64_t{issue.size()});
  return out;
}

Number Domain::rank(const Outcome& outcome) const {
  Number out;
  for (std::size_t i = 0; i < issues.size(); ++i)
    out = out * Number(std::int64_t{issues[i].size()}) + Number(std::int64_t{outcome[i]});
  return out;
}

Outcome Domain::outcome_at(std::uint64_t rank) const {
  Outcome out(issues.size());
  for (std::size_t i = issues.size(); i-- > 0;) {
    out[i] = static_cast<std::uint32_t>(rank % issues[i].size());
    rank /= issues[i].size();
  }
  return out;
}

std::string Domain::words(const Outcome& outcome) const {
  std::string out;
  for (std::size_t i = 0; i < issues.size(); ++i)
    out += fmt::format("{}{} {}", i == 0 ? "" : ", ", issues[i].id, issues[i].label(outcome[i]));
  return out;
}

namespace {

bool within(const Rule& rule, const Number& value) {
  return (!rule.min || value >= *rule.min) && (!rule.max || value <= *rule.max);
}

Number sum_of(const Domain& domain, const Rule& rule, const Outcome& outcome) {
  Number out;
  for (const auto& [issue, coefficient] : rule.terms)
    out += coefficient * domain.issues[issue].number_at(outcome[issue]);
  return out;
}

void add_issues(const Rule& rule, std::vector<std::size_t>& out) {
  using Form = Rule::Form;
  if (rule.form == Form::bounds || rule.form == Form::in || rule.form == Form::not_in)
    out.push_back(rule.issue);
  for (const auto& [issue, coefficient] : rule.terms) out.push_back(issue);
  for (const Rule& part : rule.parts) add_issues(part, out);
}

}  // namespace

bool keeps(const Domain& domain, const Rule& rule, const Outcome& outcome) {
  const auto listed = [&] {
    return std::binary_search(rule.values.begin(), rule.values.end(), outcome[rule.issue]);
  };
  const auto part_keeps = [&](const Rule& part) { return keeps(domain, part, outcome); };
  switch (rule.form) {
    case Rule::Form::bounds:
      return within(rule, domain.issues[rule.issue].number_at(outcome[rule.issue]));
    case Rule::Form::in:
      return listed();
    case Rule::Form::not_in:
      return !listed();
    case Rule::Form::sum:
      return within(rule, sum_of(domain, rule, outcome));
    case Rule::Form::all:
      return std::all_of(rule.parts.begin(), rule.parts.end(), part_keeps);
    case Rule::Form::any:
      return std::any_of(rule.parts.begin(), rule.parts.end(), part_keeps);
    case Rule::Form::negation:
      return !part_keeps(rule.parts.front());
    case Rule::Form::implication:
      return !part_keeps(rule.parts.front()) || part_keeps(rule.parts.back());
  }
  return false;
}

std::vector<std::size_t> issues_of(const Rule& rule) {
  std::vector<std::size_t> out;
  add_issues(rule, out);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace accord::talks
