#include "talks/zone/efficient.h"

#include <algorithm>
#include <numeric>

#include "base/parallel.h"
#include "talks/zone/compared.h"
#include "talks/zone/zone.h"

namespace accord::talks {

namespace {

constexpr std::size_t parts_of_list = 64;

enum class Beaten : std::uint8_t { never, possibly, surely };

class Beating {
 public:
  Beating(const std::vector<std::unique_ptr<Comparer>>& parties, std::size_t outcomes)
      : parties_(parties), order_(outcomes) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
  }

  /// What the others can say of it. Who has beaten much is asked first.
  Beaten of(std::size_t outcome) {
    Beaten out = Beaten::never;
    for (std::size_t at = 0; at < order_.size(); ++at) {
      if (order_[at] == outcome) continue;
      const Beaten found = by(order_[at], outcome, out == Beaten::never);
      out = std::max(out, found);
      if (out != Beaten::surely) continue;
      std::swap(order_[at], order_[at / 2]);
      return out;
    }
    return out;
  }

 private:
  const std::vector<std::unique_ptr<Comparer>>& parties_;
  std::vector<std::size_t> order_;

  [[nodiscard]] Beaten by(std::size_t other, std::size_t outcome, bool want_possibly) const {
    bool surely = true, above_surely = false, above_possibly = false;
    for (const auto& party : parties_) {
      const Signs signs = party->of(other, outcome);
      if (signs.greatest < 0) return Beaten::never;
      surely = surely && signs.least >= 0;
      if (!surely && !want_possibly) return Beaten::never;
      above_surely = above_surely || signs.least > 0;
      above_possibly = above_possibly || signs.greatest > 0;
    }
    if (surely && above_surely) return Beaten::surely;
    return above_possibly ? Beaten::possibly : Beaten::never;
  }
};

}  // namespace

Result<Efficiency> efficient(const Talks& talks, const Limits& limits, unsigned threads) {
  const auto ranks = possible_outcomes(talks, efficient_at_most, limits, threads);
  if (!ranks) return tl::make_unexpected(ranks.error());
  std::vector<Outcome> outcomes;
  for (const std::uint64_t rank : *ranks) outcomes.push_back(talks.domain.outcome_at(rank));
  std::vector<std::unique_ptr<Comparer>> parties;
  for (const Position& position : talks.positions)
    parties.push_back(comparer_of(talks.domain, position, outcomes));
  const Position nothing_said;
  if (!talks.silent_parties().empty())
    parties.push_back(comparer_of(talks.domain, nothing_said, outcomes));
  std::vector<Beaten> beaten(outcomes.size());
  parallel_for(parts_of_list, threads, [&](std::size_t part) {
    Beating beating(parties, outcomes.size());
    for (std::size_t i = part; i < outcomes.size(); i += parts_of_list) beaten[i] = beating.of(i);
  });
  Efficiency out;
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    (beaten[i] == Beaten::never      ? out.sure
     : beaten[i] == Beaten::possibly ? out.possible
                                     : out.excluded)
        .push_back((*ranks)[i]);
  return out;
}

}  // namespace accord::talks
