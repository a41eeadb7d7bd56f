#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"

/// Statements of others about the figures, checked for consistency (chapter, section 11).
namespace accord::agreement {

struct Claim {
  std::string id;        ///< "C01"
  std::string claimant;  ///< kind of claimant: news agency, analyst, government statement
  std::string about;     ///< id of the report it speaks about; may be empty
  std::string metric;    ///< "u_le_60pct", "total", "total_change", "multiple_of_limit", …
  std::string value;     ///< as written: a number, or a day for unit "date"
  std::string unit;      ///< kg, lb, times, year, date
  std::string text;
  std::string source;
  Day published;
  std::uint32_t origin = 0;  ///< index into Records::origins
};

}  // namespace accord::agreement
