#pragma once

#include <string>
#include <vector>

#include "base/problem.h"

namespace accord::tests {

/// "3:5 B007" of each problem.
inline std::vector<std::string> places(const std::vector<Problem>& problems) {
  std::vector<std::string> out;
  for (const Problem& p : problems)
    out.push_back(std::to_string(p.place.line) + ":" + std::to_string(p.place.column) + " " +
                  p.code);
  return out;
}

}  // namespace accord::tests
