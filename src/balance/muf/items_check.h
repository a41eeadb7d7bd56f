#pragma once

#include <span>
#include <vector>

#include "measurement/component.h"
#include "measurement/items.h"

/// What can be wrong with rows of items.
namespace accord::balance {

/// Which of the methods each method of the items is; Names::none where there is none.
[[nodiscard]] std::vector<std::uint32_t> methods_of_items(
    const measurement::Items& items, std::span<const measurement::Method> methods);

/// Each row by itself: B004, B007 to B010, B013, B014. `found` of methods_of_items.
void check_rows(const measurement::Items& items, std::span<const measurement::Method> methods,
                std::span<const std::uint32_t> found, std::vector<measurement::Fault>& faults);

/// Rows beside each other: B005, B016 and B011. Contract: the periods of the rows are right.
void check_presence(const measurement::Items& items, std::vector<measurement::Fault>& faults);

/// The inventory that a row of PB or PE belongs to: that at the end of this period.
[[nodiscard]] inline std::int32_t inventory_of(const measurement::Items& items, std::size_t row) {
  return items.period[row] - (items.role[row] == measurement::Role::opening ? 1 : 0);
}
/// The period a row was measured in.
[[nodiscard]] inline std::int32_t measured_in(const measurement::Items& items, std::size_t row) {
  return items.measured_in.empty() ? inventory_of(items, row) : items.measured_in[row];
}

}  // namespace accord::balance
