#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "accounting/reports/report.h"

namespace accord::accounting {

/// Lines of entries in their files, for answers that name many: the line ends of a report are
/// counted once, where `Report::place` counts them anew. The reports must outlive it.
class EntryLines {
 public:
  /// From 1.
  [[nodiscard]] std::uint32_t of(const Report& source, const Element& element);
  [[nodiscard]] std::uint32_t of(const Report& source, const Entry& entry) {
    return of(source, source.elements[entry.elements]);
  }

 private:
  std::unordered_map<const Report*, std::vector<std::uint32_t>> ends_;  // offsets, in order
};

}  // namespace accord::accounting
