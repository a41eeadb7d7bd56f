#pragma once

#include <string_view>
#include <vector>

#include "agreement/model/model.h"

namespace accord::formats {

/// The names an agreement text declares, sorted, as views into it. Terms added by amendments count.
struct TextNames {
  explicit TextNames(const agreement::Agreement& agreement);

  using Names = std::vector<std::string_view>;
  Names parties, sites, units, events, measures, activities;
  Names verifiers;  ///< named in a clause `verifier`
  Names figures;    ///< measures of amounts that rows can give: without activities and formulas
  Names terms;
  Names items;  ///< terms, provisions, procedures and questions
  Names bodies;
  Names obliged;  ///< by a term in any version; also the members of a group that is
};

[[nodiscard]] bool contains(const TextNames::Names& names, std::string_view name);

}  // namespace accord::formats
