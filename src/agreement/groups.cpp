#include "agreement/groups.h"

#include <map>

namespace accord::agreement {

namespace {

using Links = std::multimap<std::string, std::string, std::less<>>;

/// From each group to its members, or from each member to its groups.
Links links(const Agreement& agreement, bool to_members) {
  Links out;
  for (const Item& item : agreement.items) {
    const auto* group = std::get_if<Party>(&item);
    if (group == nullptr || !group->members) continue;
    const std::string& name = group->head.name.text;
    for (const Name& member : *group->members)
      to_members ? out.emplace(name, member.text) : out.emplace(member.text, name);
  }
  return out;
}

PartySet reached(const Links& next, std::string_view party) {
  PartySet out;
  std::vector<std::string> pending{std::string(party)};
  while (!pending.empty()) {
    const std::string at = std::move(pending.back());
    pending.pop_back();
    if (!out.insert(at).second) continue;
    const auto [first, last] = next.equal_range(at);
    for (auto it = first; it != last; ++it) pending.push_back(it->second);
  }
  return out;
}

}  // namespace

PartySet with_members(const Agreement& agreement, std::string_view party) {
  return reached(links(agreement, true), party);
}

PartySet with_groups(const Agreement& agreement, std::string_view party) {
  return reached(links(agreement, false), party);
}

std::vector<std::string> single_parties(const Agreement& agreement, std::string_view name) {
  const Links members = links(agreement, true);
  std::vector<std::string> out;
  for (const std::string& party : reached(members, name))
    if (!members.contains(party)) out.push_back(party);
  return out;
}

}  // namespace accord::agreement
