#pragma once

#include <string>

#include "agreement/model/model.h"

/// The one layout of the language (chapter 3.7): what `accord terms format` writes. Pieces of it
/// are used wherever a rule, a day or a condition is shown.
namespace accord::agreement {

[[nodiscard]] std::string print(const Agreement& agreement);

[[nodiscard]] std::string print(const Rule& rule);    ///< "limit stock <= 100 crates"
[[nodiscard]] std::string print(const Bound& bound);  ///< "<= 100 crates"
[[nodiscard]] std::string print(
    const DayExpression& day);  ///< "end of month of event in_force + 30 days"
[[nodiscard]] std::string print(const Condition& condition);
[[nodiscard]] std::string print(const Period& period);  ///< "implementation for 15 years"
[[nodiscard]] std::string print(const Span& span);      ///< "8 years + 6 months"
[[nodiscard]] std::string print(const Fact& fact);      ///< "us ceases on 2018-05-08"
[[nodiscard]] std::string print(const Value& value);    ///< "100 crates"

}  // namespace accord::agreement
