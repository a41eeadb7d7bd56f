#include "measurement/items.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/english.h"

namespace accord::measurement {

namespace {

std::uint32_t hash_of(std::string_view word) {
  const std::uint64_t hash = std::hash<std::string_view>()(word);
  return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

}  // namespace

std::size_t Names::place_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t last = places_.size() - 1;
  std::size_t at = hash & last;
  while (places_[at].id != none && (places_[at].hash != hash || words_[places_[at].id] != word))
    at = (at + 1) & last;
  return at;
}

void Names::grow() {
  std::vector<Place> old(std::max<std::size_t>(64, places_.size() * 2));
  old.swap(places_);
  const std::size_t last = places_.size() - 1;
  for (const Place& place : old) {
    if (place.id == none) continue;
    std::size_t at = place.hash & last;
    while (places_[at].id != none) at = (at + 1) & last;
    places_[at] = place;
  }
}

std::uint32_t Names::id(std::string_view word) {
  if (words_.size() * 2 >= places_.size()) grow();
  const std::uint32_t hash = hash_of(word);
  Place& place = places_[place_of(word, hash)];
  if (place.id == none) {
    place = {hash, static_cast<std::uint32_t>(words_.size())};
    words_.emplace_back(word);
  }
  return place.id;
}

std::uint32_t Names::find(std::string_view word) const {
  return places_.empty() ? none : places_[place_of(word, hash_of(word))].id;
}

std::vector<Fault> check_lengths(const Items& items) {
  std::vector<Fault> out;
  const auto check = [&](std::string_view column, std::size_t size) {
    if (size == items.size()) return;
    out.push_back({Severity::error, "B017",
                   fmt::format("the column “{}” has {}, “declared_kg” has {}", column,
                               counted(size, "value"), items.size()),
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
