#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "talks/files/limits.h"
#include "talks/model/position.h"

/// Which outcomes are efficient: the points of the zone to which no other point of the zone is at
/// least equal in every utility and above in one. Decided exactly.
namespace accord::talks {

enum class Method : std::uint8_t {
  merge,      ///< issue by issue, where each term and line touches one issue
  groups,     ///< the same for groups of issues that hang together
  enumerate,  ///< every outcome in turn
  segments    ///< continuous linear issues of two parties, in closed form
};

struct SolveOptions {
  std::optional<Method> method;  ///< none: the planner chooses
  unsigned threads = 0;          ///< 0: one for each processor; without influence on the answer
  Limits limits;
};

struct FrontierPoint {
  std::vector<Number> utilities;   ///< of each party, in their order
  std::optional<Number> outcomes;  ///< how many are at the point; none: continuous issues
  Outcome first;                   ///< that of least rank; empty: continuous issues
  std::vector<Number> values;      ///< of continuous issues: one value for each issue
};

struct Frontier {
  std::vector<std::string> parties;
  std::vector<bool> has_reservation;
  Method method = Method::merge;
  std::string reason;  ///< why the method, and the work expected
  std::optional<Number> zone_outcomes;
  std::string zone_reason;            ///< why the size of the zone is not known; empty: it is
  std::vector<FrontierPoint> points;  ///< descending; none: no outcome in the zone
  std::vector<Number> disagreement;   ///< the walk-away values; without one the least in the zone
  std::vector<Number> ideal;          ///< the most of each party in the zone; empty: no zone
};

/// P042: the public rules exclude every outcome (only found where all are walked over); P046, P052:
/// a party has not stated exact numbers; P060: continuous issues that need a grid; P061: too much
/// work, with the smallest change that would help.
[[nodiscard]] Result<Frontier> frontier(const Talks& talks, const SolveOptions& options = {});

/// "issue by issue".
[[nodiscard]] std::string_view words(Method method);

}  // namespace accord::talks
