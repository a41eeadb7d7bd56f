#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "evidence/record.h"

/// Rows that correct others (`replaces`): both stay on record, and the earlier one no longer counts
/// from the known day of the later.
namespace accord::agreement {

using namespace evidence;

class Corrections {
 public:
  static constexpr Day never{std::numeric_limits<std::int32_t>::max()};

  /// Of all records; or only of those that `counts` keeps: a correction that is left out corrects
  /// nothing.
  explicit Corrections(const Records& records)
      : Corrections(records, [](const Header&) { return true; }) {}
  template <class Counts>
  Corrections(const Records& records, Counts counts) : Corrections(records.origins) {
    if (corrects_.empty()) return;
    const auto note_all = [&](const auto& list) {
      for (const auto& record : list)
        if (counts(record.head)) note(record.head);
    };
    note_all(records.observations);
    note_all(records.events);
    note_all(records.declarations);
  }

  [[nodiscard]] bool empty() const { return corrects_.empty(); }
  /// Known day from which another row stands in place of this one.
  [[nodiscard]] Day replaced_on(std::uint32_t origin) const {
    return replaced_.empty() ? never : replaced_[row_[origin]];
  }
  [[nodiscard]] bool stands(const Header& head, Day known) const {
    return head.known <= known && known < replaced_on(head.origin);
  }

 private:
  explicit Corrections(const std::vector<Origin>& origins);
  void note(const Header& head);

  std::vector<std::uint32_t> row_;  ///< of each origin, the first one of its row
  std::vector<std::uint32_t>
      corrects_;               ///< of each row, that which it corrects, or itself; empty: none does
  std::vector<Day> replaced_;  ///< of each row
};

}  // namespace accord::agreement
