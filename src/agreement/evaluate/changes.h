#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "agreement/evaluate/context.h"

namespace accord::agreement {

using Days = std::shared_ptr<const std::vector<Day>>;

/// Days in (from, to] on which the state of a subject can change, as known on `context.known`.
/// Sorted, unique; a superset of the real changes. What conditions look at is followed once for all
/// subjects. Internal to the evaluator.
class ChangeDays {
 public:
  /// `context` must outlive it, and is of the last day that can be asked about.
  ChangeDays(Context& context, Day from, Day to);

  [[nodiscard]] std::vector<Day> of(Id subject);

 private:
  using Known = std::unordered_map<Id, Days>;  ///< null: on the way
  [[nodiscard]] Days in(Context& context, Id subject, Known& known) const;
  [[nodiscard]] Days around(Context& context, Id subject) const;

  Context& context_;
  Day from_, to_;
  Known known_, named_;  ///< of subjects that look at others, or are looked at
};

}  // namespace accord::agreement
