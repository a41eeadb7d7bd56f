#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "talks/why/masks.h"
#include "talks/zone/said.h"

namespace accord::talks {

/// Asks whether some limits can be kept together, and how far something can go while they are.
/// Outcomes are walked over, or put together group by group where they are too many.
class Keeping {
 public:
  /// `talks` must outlive it. P052; P060; P061: a line or a term over too many values, or weights
  /// with a sum or a rank over too many outcomes.
  static Result<Keeping> of(const Talks& talks, const Limits& limits = {}, unsigned threads = 0);

  /// One question. Public rules are always kept.
  struct Question {
    std::vector<bool> kept;            ///< for each limit
    std::vector<Rule> also;            ///< further rules to keep
    std::vector<Factor<Number>> goal;  ///< what is to be greatest; empty: any outcome will do
  };
  struct Found {
    Outcome outcome;
    Number most;  ///< of the goal
  };
  /// An outcome that keeps them and goes furthest, always the same one; nothing: there is none.
  /// P061.
  [[nodiscard]] Result<std::optional<Found>> ask(const Question& question) const;

  /// What the outcome keeps.
  [[nodiscard]] std::vector<bool> kept_by(const Outcome& outcome) const;
  /// The greatest utility of the party whose walk-away value it is, as tables; nothing: it is not a
  /// number.
  [[nodiscard]] std::optional<std::vector<Factor<Number>>> utility_of_limit(
      std::size_t limit) const;

  [[nodiscard]] const std::vector<Limit>& limits() const { return named_; }
  [[nodiscard]] const Talks& talks() const { return *talks_; }

 private:
  struct Threshold {
    std::size_t limit = 0;
    ExactParty party;  ///< greatest utilities, and the least walk-away value
  };
  struct LineTable {
    std::optional<std::size_t> limit;  ///< none: a public rule
    Factor<std::uint64_t> broken;
  };
  const Talks* talks_ = nullptr;
  Limits most_;
  unsigned threads_ = 0;
  std::vector<Limit> named_;
  std::vector<std::uint32_t> sizes_;
  std::vector<Threshold> thresholds_;
  std::vector<LineTable> lines_;

  std::optional<Error> add_lines();
  std::optional<Error> add_thresholds();
  std::optional<Error> add_by_outcome(std::size_t position, std::size_t limit);
  [[nodiscard]] std::size_t index_of(const std::string& name) const;
};

}  // namespace accord::talks
