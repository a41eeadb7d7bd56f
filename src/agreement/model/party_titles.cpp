#include "agreement/model/party_titles.h"

#include <algorithm>
#include <variant>

#include "base/english.h"
#include "base/text.h"

namespace accord::agreement {

PartyTitles::PartyTitles(const Agreement& agreement,
                         const std::map<std::string, std::string, std::less<>>& outsiders)
    : titles_(outsiders) {
  for (const Item& item : agreement.items) {
    const auto* party = std::get_if<Party>(&item);
    if (party == nullptr) continue;
    const Heading& head = party->head;
    titles_[head.name.text] = head.title.empty() ? head.name.text : head.title;
    if (!party->members || party->members->size() < 2) continue;
    std::vector<std::string> members;
    for (const Name& member : *party->members) members.push_back(member.text);
    std::sort(members.begin(), members.end());
    groups_.try_emplace(std::move(members), titles_[head.name.text]);
  }
}

std::string PartyTitles::of(std::string_view id) const {
  const auto found = titles_.find(id);
  return found == titles_.end() ? std::string(id) : found->second;
}

const std::string* PartyTitles::group_of(std::vector<std::string> ids) const {
  std::sort(ids.begin(), ids.end());
  const auto found = groups_.find(ids);
  return found == groups_.end() ? nullptr : &found->second;
}

std::string PartyTitles::of(const std::vector<std::string>& ids) const {
  if (const std::string* group = group_of(ids)) return *group;
  std::vector<std::string> titles;
  for (const std::string& id : ids) titles.push_back(of(id));
  return join(titles, ", ");
}

std::string PartyTitles::in_sentence(const std::vector<std::string>& ids) const {
  if (const std::string* group = group_of(ids)) return *group;
  std::vector<std::string> titles;
  for (const std::string& id : ids) titles.push_back(of(id));
  return enumerated(titles);
}

}  // namespace accord::agreement
