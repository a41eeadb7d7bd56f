#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "agreement/compiled.h"
#include "agreement/record.h"

/// What `found_only` leaves out. An older record that was found does not speak
/// for the day of a later one that was left out, and what may have been done is
/// not missing. Internal to the evaluator.
namespace accord::agreement {

class LeftOut {
 public:
  LeftOut() = default;
  /// Empty unless the options ask for found records only.
  LeftOut(const World& world, const Records& records, const Options& options);

  struct Record {
    Day valid, known;
    Id party = no_id;
  };
  using List = std::vector<Record>;  ///< by valid day

  /// About a measure, or of an event.
  [[nodiscard]] const List& about(Id measure) const;
  [[nodiscard]] const List& of_event(Id event) const;

  /// The newest valid day in (after, valid] of a record about the measure that
  /// counts for the scope and is known; nothing when none was left out there.
  [[nodiscard]] std::optional<Day> newest(const World& world, Id measure, Id scope, Day after,
                                          Day valid, Day known) const;
  /// True when a record of the event was left out that is seen from the two
  /// days.
  [[nodiscard]] bool event_seen(Id event, Day valid, Day known) const;

 private:
  std::unordered_map<Id, List> measures_, events_;
};

/// “what is recorded of 2020-05-01 is derived or recalled, and left out”
[[nodiscard]] std::string left_out_words(Day day);

}  // namespace accord::agreement
