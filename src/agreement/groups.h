#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model.h"

/// Groups of parties and their members, through any number of groups.
namespace accord::agreement {

using PartySet = std::set<std::string, std::less<>>;

/// The party itself and its members.
[[nodiscard]] PartySet with_members(const Agreement& agreement, std::string_view party);
/// The party itself and the groups that hold it.
[[nodiscard]] PartySet with_groups(const Agreement& agreement, std::string_view party);
/// Ids of the single parties that a party or group stands for, sorted.
[[nodiscard]] std::vector<std::string> single_parties(const Agreement& agreement,
                                                      std::string_view name);

}  // namespace accord::agreement
