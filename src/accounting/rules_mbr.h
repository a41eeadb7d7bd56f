#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "accounting/mbr.h"

/// Rules of the material balance report (reporting chapter, sections 10 and 10.1).
namespace accord::accounting {

/// σ(MUF) for an area and a kind of weight.
using SigmaMuf = std::map<std::pair<std::string, material::Kind>, material::MassSum>;

/// V060 to V063, V066, V067 and V069 for every balance report; `limit_sigma`: how many σ(MUF) a MUF
/// may be. Linear in the entries.
[[nodiscard]] std::vector<Finding> check_balance_reports(const Effective& effective,
                                                         const Books& books, const Signs& signs,
                                                         const SigmaMuf& sigma, int limit_sigma);

/// V066: codes that a balance does not have, the order of its lines, lines that are missing or
/// stand there twice.
[[nodiscard]] std::vector<Finding> check_balance_order(const Effective& effective,
                                                       const Signs& signs);

}  // namespace accord::accounting
