#pragma once

#include <optional>
#include <string>
#include <vector>

#include "talks/solve/solutions.h"
#include "talks/why/keeping.h"

/// What limits cost, and how far they would have to move (chapter, 7, step 5).
namespace accord::talks {

/// The least move of one bound that leaves an outcome which nobody excludes.
struct Move {
  std::size_t limit = 0;
  /// The condition whose bound moves: bounds of an issue, or of a sum. Nothing: the walk-away
  /// value.
  std::optional<Rule> condition;
  bool of_min = false;  ///< its least bound; otherwise its greatest
  Number from, to;
  Outcome outcome;  ///< one that is then left
};

/// Of every limit with numbers whose fall alone opens the zone; no moves where there is a zone. A
/// walk-away value moves to the greatest utility over what breaks nothing else; of a range its
/// least end moves. A bound whose condition must not hold moves past a value, to the next of its
/// issue; of a sum there is no next one, and it is left out. In the order of limits. P042, P061.
[[nodiscard]] Result<std::vector<Move>> least_moves(const Keeping& keeping);

/// What one limit costs: the zone without it.
struct Price {
  Limit limit;
  std::optional<Number> zone_outcomes;  ///< that nobody excludes; none: too many to be counted
  /// Utilities at the outcome that Nash chooses; none: no outcome is left.
  std::vector<Number> nash;
  Outcome outcome;
};

struct Prices {
  Price as_it_is;                        ///< of the zone with every limit
  std::vector<Price> without;            ///< in the order of limits
  std::optional<Error> why_no_solution;  ///< no Nash: numbers are not exact, or another reason
};

/// P042, P052, P060.
[[nodiscard]] Result<Prices> prices(const Talks& talks, const SolveOptions& options = {});

/// The largest gain, by its own stated utility, that one party could make under a rule by stating
/// something else. Every rule here can be gained from: none that cannot is also efficient,
/// voluntary and without a sponsor (Myerson and Satterthwaite).
struct Exaggeration {
  enum class How : std::uint8_t { weight_up, weight_down, reservation_up };
  FairRule rule{};
  std::string party;
  Number gain;  ///< may be below 0: everything that was tried costs
  How how{};    ///< a weight by a tenth, the walk-away value by 0.05
  std::size_t term = 0;
  bool leaves_a_zone = true;  ///< otherwise the gain is what is lost by walking away
};

/// For each rule and party. Nothing where there is no zone. P046 where numbers are not exact; as
/// `frontier`.
[[nodiscard]] Result<std::vector<Exaggeration>> exaggerations(const Talks& talks,
                                                              const SolveOptions& options = {});

/// The talks as they would be if the limit fell.
[[nodiscard]] Talks without(const Talks& talks, const Limit& limit);

}  // namespace accord::talks
