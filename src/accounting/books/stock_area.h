#pragma once

#include <string_view>
#include <vector>

#include "accounting/books/stock.h"

/// The stock of one area, and what is under way between areas, as steps over the days. Internal to
/// `stock`.
namespace accord::accounting {

struct StockStep {
  Day day;
  Stock stock;                        ///< from the end of this day on
  std::vector<EffectiveEntry> moved;  ///< entries of the day that the query asks for
};

/// Steps on the days of changes and inventories, in order. By level, batches that `gaps` are about
/// count with nothing.
[[nodiscard]] std::vector<StockStep> steps_of_area(const Effective& area, const Signs& signs,
                                                   const StockQuery& query,
                                                   const std::vector<Gap>& gaps);

/// Steps of what has left one area of `areas` and not yet reached another. A receipt dated before
/// its shipment is in two books at once: nothing is shown in between.
[[nodiscard]] std::vector<StockStep> steps_under_way(const Effective& movements,
                                                     const std::vector<std::string_view>& areas,
                                                     const StockQuery& query);

/// The entry states a weight that the query asks about.
[[nodiscard]] bool concerns(const StockQuery& query, const Report& source, const Entry& entry);

[[nodiscard]] bool is_asked(const StockQuery& query, material::Kind kind);
/// Unified uranium hides how much of a category an area has.
[[nodiscard]] bool hides(const StockQuery& query, material::Kind kind);

}  // namespace accord::accounting
