#include "agreement/model/groups.h"

namespace accord::agreement {

namespace {

using Links = std::multimap<std::string, std::string, std::less<>>;

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

Groups::Groups(const Agreement& agreement) {
  for (const Item& item : agreement.items) {
    const auto* group = std::get_if<Party>(&item);
    if (group == nullptr || !group->members) continue;
    const std::string& name = group->head.name.text;
    for (const Name& member : *group->members) {
      members_.emplace(name, member.text);
      groups_.emplace(member.text, name);
    }
  }
}

PartySet Groups::with_members(std::string_view party) const {
  return reached(members_, party);
}

PartySet Groups::with_groups(std::string_view party) const {
  return reached(groups_, party);
}

std::vector<std::string> Groups::single_parties(std::string_view name) const {
  std::vector<std::string> out;
  for (const std::string& party : reached(members_, name))
    if (!members_.contains(party)) out.push_back(party);
  return out;
}

PartySet with_members(const Agreement& agreement, std::string_view party) {
  return Groups(agreement).with_members(party);
}

PartySet with_groups(const Agreement& agreement, std::string_view party) {
  return Groups(agreement).with_groups(party);
}

std::vector<std::string> single_parties(const Agreement& agreement, std::string_view name) {
  return Groups(agreement).single_parties(name);
}

}  // namespace accord::agreement
