#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "agreement/model/model.h"

/// The terms as amendments leave them (chapter 3.4).
namespace accord::agreement {

/// A term with the clauses that hold, and the amendments that made it so (names, in the order in
/// which they apply).
struct AmendedTerm {
  Term term;
  const Amendment* added_by = nullptr;
  std::vector<const Amendment*> changed_by;
  const Amendment* ended_by = nullptr;  ///< repealed: the clauses are those it had
};

using DayOf = std::function<std::optional<Day>(const DayExpression&)>;

/// Terms in the order of the text, with the amendments applied that were decided by `known` and are
/// effective by `valid` (without `valid`: whose effective day is known); a term that no such
/// amendment adds is left out. `day_of` gives the days that are known, for example by
/// `Evaluator::day`.
[[nodiscard]] std::vector<AmendedTerm> amended_terms(const Agreement& agreement,
                                                     const DayOf& day_of, std::optional<Day> valid,
                                                     Day known);

}  // namespace accord::agreement
