#include "measurement/items.h"

#include <fmt/format.h>

namespace accord::measurement {

std::uint32_t Names::id(std::string_view word) {
  if (const auto found = ids_.find(word); found != ids_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(words_.size());
  const auto added = ids_.emplace(std::string(word), id).first;
  words_.push_back(&added->first);
  return id;
}

void Names::reserve(std::size_t words) {
  ids_.reserve(words);
  words_.reserve(words);
}

std::uint32_t Names::find(std::string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? none : found->second;
}

std::vector<Fault> check_lengths(const Items& items) {
  std::vector<Fault> out;
  const auto check = [&](std::string_view column, std::size_t size) {
    if (size == items.size()) return;
    out.push_back({Severity::error, "B017",
                   fmt::format("the column “{}” has {} values, “declared_kg” has {}", column, size,
                               items.size()),
                   "give every column one value for each row", 0, std::string(column)});
  };
  check("period", items.period.size());
  check("role", items.role.size());
  check("stratum", items.stratum.size());
  check("item", items.item.size());
  check("method", items.method.size());
  if (!items.measured_in.empty()) check("measured_in_period", items.measured_in.size());
  if (!items.correction.empty()) check("correction", items.correction.size());
  if (!items.tare.empty()) check("tare", items.tare.size());
  for (const Group& group : items.groups) check(group.column, group.id.size());
  return out;
}

}  // namespace accord::measurement
