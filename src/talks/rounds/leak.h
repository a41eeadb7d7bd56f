#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "talks/rounds/running_round.h"

/// What each party may learn (chapter, section 9). Bits are an upper bound on what an answer can
/// reveal: the logarithm of the number of possible answers. They do not measure harm.
namespace accord::talks {

/// Thousandths of a bit. A whole number of the other party, or a text in full, has no bound.
struct Bits {
  std::uint64_t thousandths = 0;
  bool is_bounded = true;

  Bits& operator+=(const Bits& other);
  friend bool operator==(const Bits&, const Bits&) = default;
  /// "9.966 bits", "1 bit", "more than 2 bits: a whole number or text".
  [[nodiscard]] std::string text() const;
};

/// log2 of a whole number of at least 1, rounded up to thousandths; exact for any size.
[[nodiscard]] Bits log2_of(const Number& alternatives);

enum class LeakQuery : std::uint8_t {
  zone,             ///< sure, possible, excluded or not decided in time
  propose,          ///< one outcome or none
  blocked_own,      ///< which of one's own lines are in a conflict
  blocked_who,      ///< which sets of parties conflict
  blocked_full,     ///< lines and their texts; by consent of all in the conflict
  sensitivity_own,  ///< for each of one's own lines a move or none
  frontier_own      ///< one's own utilities on the frontier; by consent of all
};

[[nodiscard]] std::string_view words(LeakQuery query);

/// What the bound depends on.
struct LeakSizes {
  Number outcomes;  ///< of the domain
  std::size_t parties = 2;
  std::size_t own_lines = 0;          ///< of who receives the answer
  std::uint64_t frontier_points = 0;  ///< frontier_own only
};

[[nodiscard]] Bits bits_of(LeakQuery query, const LeakSizes& sizes);

/// Of one question of a round to all parties, by what it came to. A single text: 1 for each
/// question; an offer also log2(N + 1) for the outcome; prices: 1, or the other's whole number when
/// they agree; points: without bound; directions: the places of a text.
[[nodiscard]] Bits bits_of(const Domain& domain, const RoundSettings& settings,
                           const RoundStep& step);

/// The most that the next question of a round can tell, before it is asked.
[[nodiscard]] Bits most_bits_of(const Domain& domain, const RoundSettings& settings);

struct PartyLeak {
  std::string party;
  std::uint64_t questions = 0;
  Bits bits;
};

/// What each party has learned in a round; the same for all of them.
[[nodiscard]] std::vector<PartyLeak> leak_of(const Domain& domain, const RunningRound& round);

/// What everybody who receives answers has learned, within what the others allow. Sums bound
/// adaptive questions too; the same question asked again counts again.
class LeakAccount {
 public:
  explicit LeakAccount(const std::vector<std::string>& parties);

  /// What `by` allows each other party to learn together. The least of the others' counts; who has
  /// set none allows any number.
  void set_budget(const std::string& by, std::uint64_t thousandths) { budgets_[by] = thousandths; }

  /// All receivers at once, or nobody. P070: it would take one of them beyond its budget; the
  /// message does not depend on what the answer would be.
  [[nodiscard]] std::optional<Error> charge(const std::map<std::string, Bits>& receivers);

  [[nodiscard]] const std::map<std::string, PartyLeak>& totals() const { return totals_; }
  /// Nothing: no limit.
  [[nodiscard]] std::optional<std::uint64_t> budget_of(const std::string& receiver) const;

 private:
  std::map<std::string, std::uint64_t> budgets_;
  std::map<std::string, PartyLeak> totals_;
};

}  // namespace accord::talks
