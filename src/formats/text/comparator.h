#pragma once

#include <optional>
#include <string_view>

#include "evidence/record.h"

namespace accord::formats {

/// The relation of "=", "<=", "<", ">=" or ">"; nothing for other words.
constexpr std::optional<evidence::Relation> relation_of(std::string_view comparator) {
  using evidence::Relation;
  if (comparator == "=") return Relation::equal;
  if (comparator == "<=") return Relation::at_most;
  if (comparator == "<") return Relation::below;
  if (comparator == ">=") return Relation::at_least;
  if (comparator == ">") return Relation::above;
  return std::nullopt;
}

}  // namespace accord::formats
