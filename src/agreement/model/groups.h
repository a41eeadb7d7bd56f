#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"

/// Groups of parties and their members, through any number of groups.
namespace accord::agreement {

using PartySet = std::set<std::string, std::less<>>;

/// Read from the text once, for many questions.
class Groups {
 public:
  explicit Groups(const Agreement& agreement);
  [[nodiscard]] PartySet with_members(std::string_view party) const;
  [[nodiscard]] PartySet with_groups(std::string_view party) const;
  [[nodiscard]] std::vector<std::string> single_parties(std::string_view name) const;

 private:
  std::multimap<std::string, std::string, std::less<>> members_, groups_;
};

/// The party itself and its members.
[[nodiscard]] PartySet with_members(const Agreement& agreement, std::string_view party);
/// The party itself and the groups that hold it.
[[nodiscard]] PartySet with_groups(const Agreement& agreement, std::string_view party);
/// Ids of the single parties that a party or group stands for, sorted.
[[nodiscard]] std::vector<std::string> single_parties(const Agreement& agreement,
                                                      std::string_view name);

}  // namespace accord::agreement
