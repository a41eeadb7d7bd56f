#pragma once

#include <string_view>
#include <unordered_set>

#include "agreement/model/names.h"

namespace accord::agreement {

/// The named days that rest on an own event, and so are another day for every party; perhaps
/// through other named days.
class OwnDays {
 public:
  /// `items` must outlive it.
  explicit OwnDays(const NamedItems& items);

  /// Where an expression rests on an own event: the first `own`, or the first named day that rests
  /// on one. Null when it does not.
  [[nodiscard]] const At* in(const DayExpression& expression) const;

 private:
  std::unordered_set<std::string_view> names_;
};

}  // namespace accord::agreement
