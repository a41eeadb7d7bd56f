#include "talks/why/conflicts.h"

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>

namespace accord::talks {

namespace {

using Bits = std::uint64_t;

/// Leaves the sets that have no other inside.
std::vector<Bits> minimal(std::vector<Bits> sets) {
  std::sort(sets.begin(), sets.end(), [](Bits a, Bits b) {
    return std::pair(std::popcount(a), a) < std::pair(std::popcount(b), b);
  });
  sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
  std::vector<Bits> out;
  for (const Bits set : sets)
    if (std::none_of(out.begin(), out.end(), [&](Bits one) { return (one & set) == one; }))
      out.push_back(set);
  return out;
}

/// All sets that meet every one of the given sets, with no smaller one inside: set by set, those
/// that do not meet it grow by each of its members.
std::vector<Bits> hitting_sets(const std::vector<Bits>& sets, std::size_t most, bool& is_complete) {
  std::vector<Bits> out{0};
  for (const Bits set : sets) {
    std::vector<Bits> next;
    for (const Bits one : out) {
      if ((one & set) != 0) {
        next.push_back(one);
        continue;
      }
      for (Bits rest = set; rest != 0; rest &= rest - 1) next.push_back(one | (rest & -rest));
    }
    out = minimal(std::move(next));
    // Far beyond the list there is no end in sight; those that are kept are checked below.
    if (out.size() > 20 * most) {
      out.resize(20 * most);
      is_complete = false;
    }
  }
  if (is_complete) return out;
  // Of a list that was cut: sets that meet all, where each member alone meets one.
  std::erase_if(out, [&](Bits one) {
    Bits needed = 0;
    for (const Bits set : sets) {
      if ((set & one) == 0) return true;
      if (std::has_single_bit(set & one)) needed |= set & one;
    }
    return needed != one;
  });
  return out;
}

LimitSet members(Bits bits) {
  LimitSet out;
  for (; bits != 0; bits &= bits - 1)
    out.push_back(static_cast<std::size_t>(std::countr_zero(bits)));
  return out;
}

std::vector<LimitSet> in_order(const Masks& masks, const std::vector<Bits>& sets, std::size_t most,
                               bool& is_complete) {
  std::vector<LimitSet> out;
  for (const Bits set : sets) out.push_back(members(set));
  put_in_order(masks.limits, out);
  if (out.size() > most) {
    out.resize(most);
    is_complete = false;
  }
  return out;
}

}  // namespace

void put_in_order(const std::vector<Limit>& limits, std::vector<LimitSet>& sets) {
  using Key = std::tuple<std::size_t, std::size_t, std::vector<std::string>>;
  std::vector<std::pair<Key, LimitSet>> keyed;
  for (LimitSet& set : sets) {
    std::set<std::string> parties;
    std::vector<std::string> names;
    for (const std::size_t i : set) {
      parties.insert(limits[i].party);
      names.push_back(limits[i].name);
    }
    std::sort(names.begin(), names.end());
    keyed.emplace_back(Key(parties.size(), set.size(), std::move(names)), std::move(set));
  }
  std::sort(keyed.begin(), keyed.end());
  sets.clear();
  for (auto& [key, set] : keyed) sets.push_back(std::move(set));
}

Conflicts conflicts_of(const Masks& masks, std::size_t most) {
  Conflicts out;
  std::vector<Bits> broken;
  for (const Mask& mask : masks.masks) broken.push_back(mask.broken);
  out.is_zone_empty = std::find(broken.begin(), broken.end(), Bits{0}) == broken.end();
  if (!out.is_zone_empty) return out;
  const std::vector<Bits> relaxations = minimal(std::move(broken));
  const std::vector<Bits> conflicts = hitting_sets(relaxations, most, out.conflicts_complete);
  out.relaxations = in_order(masks, relaxations, most, out.relaxations_complete);
  out.conflicts = in_order(masks, conflicts, most, out.conflicts_complete);
  return out;
}

std::uint64_t outcomes_without(const Masks& masks, std::uint64_t fallen) {
  std::uint64_t out = 0;
  for (const Mask& mask : masks.masks)
    if ((mask.broken & ~fallen) == 0) out += mask.outcomes;
  return out;
}

std::uint64_t excluded_alone_by(const Masks& masks, const std::string& party) {
  Bits own = 0;
  for (std::size_t i = 0; i < masks.limits.size(); ++i)
    if (masks.limits[i].party == party) own |= Bits{1} << i;
  std::uint64_t out = 0;
  for (const Mask& mask : masks.masks)
    if (mask.broken != 0 && (mask.broken & ~own) == 0) out += mask.outcomes;
  return out;
}

}  // namespace accord::talks
