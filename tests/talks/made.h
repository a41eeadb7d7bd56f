#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "talks/model/position.h"

/// Domains and positions of the tests, in few words.
namespace accord::talks::made {

inline Number number(std::string_view text) {
  return *Number::parse(text);
}
inline Range exactly(std::string_view text) {
  return {number(text), number(text)};
}

inline Issue choice(std::string id, std::vector<std::string> values) {
  Issue out;
  out.id = std::move(id);
  out.values = std::move(values);
  return out;
}

inline Issue whole(std::string id, std::int64_t low, std::int64_t high, std::int64_t step = 1) {
  Issue out;
  out.id = std::move(id);
  out.kind = IssueKind::integer;
  out.low = low;
  out.high = high;
  out.step = step;
  return out;
}

inline Term table(std::size_t issue, Range weight, const std::vector<std::string>& values) {
  TableTerm out{issue, std::move(weight), {}};
  for (const std::string& value : values) out.values.push_back(exactly(value));
  return out;
}

inline Rule at_least(std::size_t issue, std::int64_t min) {
  Rule out;
  out.form = Rule::Form::bounds;
  out.issue = issue;
  out.min = min;
  return out;
}

/// Every outcome of a small domain, in order of rank.
inline std::vector<Outcome> outcomes(const Domain& domain) {
  std::vector<Outcome> out;
  const auto all = static_cast<std::uint64_t>(*domain.outcomes().to_int64());
  for (std::uint64_t rank = 0; rank < all; ++rank) out.push_back(domain.outcome_at(rank));
  return out;
}

}  // namespace accord::talks::made
