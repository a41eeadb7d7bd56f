#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "agreement/evaluate/compiled.h"
#include "evidence/record.h"

/// What `found_only` and `min_grade` leave out. An older record that counts does
/// not speak for the day of a later one that was left out, and what may have been
/// done is not missing. Internal to the evaluator.
namespace accord::agreement {

using namespace evidence;

class LeftOut {
 public:
  LeftOut() = default;
  /// Empty unless the options leave something out.
  LeftOut(const CompiledAgreement& compiled, const Records& records, const Options& options);

  struct Record {
    Day valid, known;
    Id party = no_id;
    bool names_subject = false;
  };
  using List = std::vector<Record>;  ///< by valid day

  /// About a measure, or of an event.
  [[nodiscard]] const List& about(Id measure) const;
  [[nodiscard]] const List& of_event(Id event) const;

  /// The newest valid day in (after, valid] of a record about the measure that
  /// counts for the scope and is known; nothing when none was left out there.
  [[nodiscard]] std::optional<Day> newest(const CompiledAgreement& compiled, Id measure, Id scope,
                                          Day after, Day valid, Day known) const;
  /// True when a record of the event was left out that is seen from the two
  /// days.
  [[nodiscard]] bool event_seen(Id event, Day valid, Day known) const;

  /// “what is recorded of 2020-05-01 is derived or recalled, and left out”
  [[nodiscard]] std::string words(Day day) const;
  /// “a record of F is derived or recalled, and left out”
  [[nodiscard]] std::string words(std::string_view event) const;

 private:
  const char* why_ = "";
  std::unordered_map<Id, List> measures_, events_;
};

}  // namespace accord::agreement
