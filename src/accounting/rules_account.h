#pragma once

#include <map>
#include <string>
#include <vector>

#include "accounting/books.h"

/// Rules of the running account of an area, and of the order of its reports (reporting chapter,
/// sections 10 and 10.1).
namespace accord::accounting {

/// V030: what rebatching takes off is not what it adds, in one report.
[[nodiscard]] std::vector<Finding> check_rebatching(const Effective& effective);

/// V031: an entry after which a batch, or the book of an area, is below zero. Between two
/// inventories once for each batch and weight, and once for each book and weight.
[[nodiscard]] std::vector<Finding> check_below_zero(const Effective& effective, const Signs& signs);

/// V021: periods of reports that overlap, or balance periods that do not follow one another.
[[nodiscard]] std::vector<Finding> check_periods(const Effective& effective);

/// V043: a correction of something before an inventory whose balance was already reported.
[[nodiscard]] std::vector<Finding> check_late_corrections(const Effective& effective);

/// Days of inventories that are known from elsewhere, for each area.
using InventoryDays = std::map<std::string, std::vector<Day>>;

/// V070: an inventory with a list and no balance report, or the other way round; one known only
/// from the table when it is more than 30 days old. The first list of an area needs no balance.
[[nodiscard]] std::vector<Finding> check_inventories(const Effective& effective,
                                                     const InventoryDays& days, Day today);

}  // namespace accord::accounting
