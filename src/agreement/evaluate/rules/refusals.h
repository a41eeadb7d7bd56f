#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "agreement/evaluate/context.h"

/// Refusals of one term on record (agreement-2.md 4, step 5). Internal to the evaluator.
namespace accord::agreement {

class Refusals {
 public:
  Refusals(const Context& context, const Scope& obliged, std::string_view term);

  /// The refusal of any obliged party that stands on the day: its last word until then.
  [[nodiscard]] const Declared* on(Day day) const;

 private:
  using Words = std::vector<std::pair<Day, const Declared*>>;  ///< by day; null: resumes
  std::vector<Words> parties_;
};

}  // namespace accord::agreement
