#pragma once

#include <string>
#include <vector>

#include "talks/model/position.h"

/// Everything that excludes outcomes, as rules with names.
namespace accord::talks {

/// A limit on outcomes, of a party or public.
struct Line {
  std::string name;       ///< "A.R1", "A.no.visits", "A.package.2"; of a public rule its id
  std::size_t party = 0;  ///< index of the position; of a public rule no meaning
  bool is_public = false;
  std::string text;  ///< for people; may be empty
  Rule rule;
};

/// Public rules first, then the lines of each party in the order of `broken_by`, without
/// reservations by number. A package that would just be signed gives `<party>.reservation` by order
/// where the party has no numbers.
[[nodiscard]] std::vector<Line> lines_of(const Talks& talks);

/// Where the outcome is at least as good by order as the package, and where it is worse.
[[nodiscard]] Rule at_least_as_good_rule(const Domain& domain, const Position& position,
                                         const Outcome& package);
[[nodiscard]] Rule worse_rule(const Domain& domain, const Position& position,
                              const Outcome& package);
/// Where the outcome reaches one that the package means, or is reached by one.
[[nodiscard]] Rule reaches_rule(const Domain& domain, const Position& position,
                                const PackageAnswer& package);
[[nodiscard]] Rule reached_rule(const Domain& domain, const Position& position,
                                const PackageAnswer& package);

}  // namespace accord::talks
