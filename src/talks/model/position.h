#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "talks/model/domain.h"

/// What one party seals for the mediator. Every member may be left out; what is left out is open.
namespace accord::talks {

/// What is known of a number: both ends the same when it was stated exactly.
struct Range {
  Number low, high;  ///< low ≤ high
  [[nodiscard]] bool is_exact() const { return low == high; }
};

/// weight × the value of the issue in the table.
struct TableTerm {
  std::size_t issue = 0;
  Range weight;
  std::vector<Range> values;  ///< one for each value of the issue, in domain order
};

/// weight × a function that is linear between points, on an integer or real issue.
struct PointsTerm {
  std::size_t issue = 0;
  Range weight;
  std::vector<std::pair<Number, Number>> points;  ///< strictly increasing, covering low … high
};

/// weight × a table over several issues at once.
struct TupleTerm {
  std::vector<std::size_t> issues;  ///< distinct, in the order written
  Range weight;
  std::map<std::vector<std::uint32_t>, Range> values;  ///< indices in the order of `issues`
  Number otherwise;                                    ///< of tuples not listed
};

/// weight × value when the outcome is in the box, or outside it.
struct BoxTerm {
  struct Side {
    std::size_t issue = 0;
    std::optional<Number> min, max;     ///< inclusive
    std::vector<std::uint32_t> values;  ///< `in`: indices, ascending; of a side without bounds
  };
  std::vector<Side> box;
  Range weight;
  Range value;
  bool outside = false;
};

using Term = std::variant<TableTerm, PointsTerm, TupleTerm, BoxTerm>;

struct Utility {
  std::vector<Term> terms;
  std::optional<Number> weights_sum;      ///< the weights, which may be ranges, add up to it
  std::vector<std::size_t> weight_order;  ///< issues, most important first; empty: none
  std::optional<Number> cap;              ///< foreign profiles: no total is above it
};

struct Marks {
  std::vector<std::uint32_t> yes, live, no;  ///< value indices, ascending; the rest is open
};

struct PackageAnswer {
  /// For each issue of the domain the values meant, ascending; empty: not named.
  std::vector<std::vector<std::uint32_t>> is;
  bool yes = false;
};

/// How utility and reservation change with the round t.
struct TimeRule {
  enum class Kind : std::uint8_t { none, factor, cost };
  Kind kind = Kind::none;
  Number value;             ///< factor in (0, 1]: u·δ^t; cost ≥ 0: u − c·t
  bool discounted = false;  ///< the reservation changes the same way
};

struct Position {
  std::string party;
  std::string domain_sha256;
  std::optional<Utility> utility;
  /// The utility of walking away, or a whole package that would just be signed.
  std::variant<std::monostate, Range, Outcome> reservation;
  TimeRule time;
  std::vector<NamedRule> red_lines;    ///< ids distinct within the party
  std::map<std::size_t, Marks> marks;  ///< by issue
  bool together = false;               ///< any combination of values marked yes is acceptable
  std::uint32_t live_at_most = 0;      ///< and with at most so many marked live
  /// By issue: groups of value indices, best first; a group holds ties.
  std::map<std::size_t, std::vector<std::vector<std::uint32_t>>> order;
  std::vector<PackageAnswer> packages;
  bool otherwise_acceptable = false;  ///< what is not excluded is acceptable
};

/// Domain and positions of one round, as the mediator has them. `positions` in order of the party
/// ids; a party that the domain names and that has none is open everywhere.
struct Talks {
  Domain domain;
  std::vector<Position> positions;

  /// Parties of the domain without a position, in domain order.
  [[nodiscard]] std::vector<std::string> silent_parties() const;
  /// All parties, those with a position first.
  [[nodiscard]] std::vector<std::string> parties() const;
};

/// What a party says of an outcome (chapter, 2.1).
enum class Answer : std::uint8_t { yes, open, no };

/// Least and greatest utility over what the ranges leave open; exact (chapter, 6.3). Nothing
/// without a utility.
[[nodiscard]] std::optional<Range> utility_of(const Domain& domain, const Position& position,
                                              const Outcome& outcome);

/// The names of what an outcome breaks, as certificates name it: "A.R1", "A.no.visits",
/// "A.package.2", "A.reservation"; in that order. Empty when the party does not say no.
[[nodiscard]] std::vector<std::string> broken_by(const Domain& domain, const Position& position,
                                                 const Outcome& outcome);

/// Yes only when the party has said so; a party that is silent is open.
[[nodiscard]] Answer answer_of(const Domain& domain, const Position& position,
                               const Outcome& outcome);

/// Whether the party says yes in words (marks together, a package) and no at once: told to the
/// party itself as a warning. Numbers above the walk-away value beside a red line are ordinary.
[[nodiscard]] bool contradicts(const Domain& domain, const Position& position,
                               const Outcome& outcome);

}  // namespace accord::talks
