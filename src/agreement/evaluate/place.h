#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agreement/model/model.h"
#include "evidence/record.h"

namespace accord::agreement {

using namespace evidence;

/// A set of places, exact down to "at this site, but in none of those inside it". Sites are
/// numbered so that a site and all inside it are one run of numbers.
class Area {
 public:
  Area() = default;
  Area(std::uint32_t begin, std::uint32_t end);

  [[nodiscard]] bool empty() const { return runs_.empty(); }
  [[nodiscard]] bool contains(const Area& other) const;
  [[nodiscard]] bool touches(const Area& other) const;

  friend Area operator|(const Area& a, const Area& b);
  friend Area operator-(const Area& a, const Area& b);
  friend bool operator==(const Area&, const Area&) = default;

 private:
  void add(std::uint32_t begin, std::uint32_t end);
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      runs_;  ///< [begin, end), sorted, not touching
};

/// The sites of an agreement, and those that only records name, each inside its parent; what is at
/// none of them is *elsewhere*.
class Places {
 public:
  Places(const Agreement& agreement, const Records& records);

  [[nodiscard]] Area everywhere() const { return {0, count_ + 1}; }
  /// The site and all inside it.
  [[nodiscard]] Area at(std::string_view site) const;
  [[nodiscard]] Area outside(const Area& area) const { return everywhere() - area; }

 private:
  std::uint32_t count_ = 0;
  std::map<std::string, std::pair<std::uint32_t, std::uint32_t>, std::less<>> runs_;
};

}  // namespace accord::agreement
