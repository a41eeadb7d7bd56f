#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "talks/model/position.h"

/// One party's comparison of outcomes, two at a time, from a list that is known beforehand.
namespace accord::talks {

/// Signs of the least and greatest u(a) − u(b): −1, 0, 1.
struct Signs {
  int least = 0, greatest = 0;
};

class Comparer {
 public:
  Comparer() = default;
  Comparer(const Comparer&) = delete;
  Comparer& operator=(const Comparer&) = delete;
  virtual ~Comparer() = default;
  /// Of outcomes by their place in the list.
  [[nodiscard]] virtual Signs of(std::size_t a, std::size_t b) const = 0;
};

/// By numbers where the party has any, as `difference` has them, and cut by its cap; else by its
/// order: what is not ranked can be anything.
[[nodiscard]] std::unique_ptr<Comparer> comparer_of(const Domain& domain, const Position& position,
                                                    const std::vector<Outcome>& outcomes);

}  // namespace accord::talks
