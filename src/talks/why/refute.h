#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "talks/model/lines.h"

/// What rules out a whole box of outcomes: the one thing that the maker and the checker of a
/// certificate share.
namespace accord::talks {

/// First and last value index, both inside.
using ValueRange = std::pair<std::uint32_t, std::uint32_t>;

/// For each issue the values that are left: ascending, disjoint, not touching, at least one.
struct Box {
  std::vector<std::vector<ValueRange>> values;

  static Box all(const Domain& domain);
  static Box only(const Outcome& outcome);
  [[nodiscard]] std::uint64_t size(std::size_t issue) const;
  [[nodiscard]] bool has(std::size_t issue, std::uint32_t value) const;
};

enum class Truth : std::uint8_t { no, mixed, yes };

/// Whether the rule is kept on the whole box, by three-valued logic: an atom is yes or no when it
/// is so for all values left of its issue (a sum by the interval of its terms).
[[nodiscard]] Truth truth_of(const Domain& domain, const Rule& rule, const Box& box);

/// A name of a conflict, found among what the parties said.
struct Named {
  std::size_t position = 0;
  std::vector<const Line*> lines;  ///< none, one, or the order of a package that would be signed
  bool is_reservation = false;     ///< also by numbers, where there are any
};

/// Resolves names of limits and asks what they rule out.
class Refuter {
 public:
  explicit Refuter(const Talks& talks);  ///< `talks` must outlive it

  /// Nothing when no party has such a limit.
  [[nodiscard]] std::optional<Named> find(const std::string& name) const;
  [[nodiscard]] const Line* find_rule(const std::string& id) const;

  /// Whether no outcome of the box keeps it. A reservation: the greatest contributions in the box
  /// come to less than the least walk-away value.
  [[nodiscard]] bool refutes(const Named& limit, const Box& box) const;
  [[nodiscard]] bool refutes_rule(const Line& rule, const Box& box) const;

  /// Whether the greatest Σ w·u over the box is below Σ w·r. Terms over the same issues are added
  /// up before their greatest is taken. False where a utility has no tables of its own.
  [[nodiscard]] bool refutes_weighted(
      const std::vector<std::pair<std::size_t, Number>>& positions_with_weights,
      const Box& box) const;

  /// Greatest contributions of a position to each set of issues, value by value of the box; nothing
  /// where it has no tables. Used to find weights.
  struct Group {
    std::vector<std::size_t> issues;
    std::vector<std::vector<Number>> contributions;  ///< of each position, by outcome of the box
  };
  [[nodiscard]] std::optional<std::vector<Group>> groups(const std::vector<std::size_t>& positions,
                                                         const Box& box) const;
  /// The least walk-away value by number.
  [[nodiscard]] std::optional<Number> threshold(std::size_t position) const;

  [[nodiscard]] const Talks& talks() const { return talks_; }

 private:
  const Talks& talks_;
  std::vector<Line> lines_;

  [[nodiscard]] bool is_below(const Position& position, const Box& box) const;
};

}  // namespace accord::talks
