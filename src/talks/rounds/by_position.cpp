#include "talks/rounds/by_position.h"

#include <algorithm>

#include "talks/model/order.h"
#include "talks/model/utility.h"

namespace accord::talks {

namespace {

Told told(RoundWord word) {
  return {word, {}, {}};
}

std::size_t lines_broken(const Domain& domain, const Position& position, const Outcome& outcome) {
  const std::vector<std::string> names = broken_by(domain, position, outcome);
  const std::string walk_away = position.party + ".reservation";
  return names.size() - static_cast<std::size_t>(std::count(names.begin(), names.end(), walk_away));
}

/// By what the ranges leave open: better only when nothing contradicts it.
std::optional<Told> by_numbers(const Domain& domain, const Position& position,
                               const Outcome& candidate, const Outcome& current) {
  auto gain = difference(domain, position, candidate, current);
  if (!gain) return std::nullopt;
  // Exact numbers count as they are, also where a ranking contradicts them.
  const auto to = utility_of(domain, position, candidate),
             from = utility_of(domain, position, current);
  if (to->is_exact() && from->is_exact()) gain->low = gain->high = to->low - from->low;
  if (gain->low.sign() > 0) return told(RoundWord::better);
  if (gain->low.sign() == 0 && gain->high.sign() == 0) return told(RoundWord::same);
  if (gain->high.sign() >= 0) return std::nullopt;
  Told out = told(RoundWord::worse);
  if (gain->is_exact()) out.numbers.push_back(-gain->high);
  return out;
}

Told by_order(const Position& position, const Outcome& candidate, const Outcome& current) {
  const bool up = at_least_as_good(position, candidate, current);
  const bool down = at_least_as_good(position, current, candidate);
  if (up && down) return told(RoundWord::same);
  if (up) return told(RoundWord::better);
  return told(down ? RoundWord::worse : RoundWord::unsure);
}

/// How fast the function rises where the value goes up, and where it goes down.
struct Slopes {
  Number up, down;
};

Slopes slopes_at(const PointsTerm& term, const Number& at) {
  Slopes out;
  for (std::size_t k = 0; k + 1 < term.points.size(); ++k) {
    const auto& [x, u] = term.points[k];
    const auto& [y, v] = term.points[k + 1];
    const Number slope = (v - u) / (y - x);
    if (at >= x && at < y) out.up = slope;
    if (at > x && at <= y) out.down = -slope;
  }
  return out;
}

/// The least number of millionths whose square is not below the value.
Number root_above(const Number& value) {
  const Number places = std::int64_t{1'000'000};
  const Number wanted = value * places * places;
  Number low, high = places * (value + Number(1));
  high = high.floor() + Number(1);
  while (low < high) {
    const Number middle = ((low + high) / Number(2)).floor();
    if (middle * middle >= wanted)
      high = middle;
    else
      low = middle + Number(1);
  }
  return low / places;
}

/// In the direction given, of length 1 at most, each number cut towards 0.
std::vector<Number> within_ball(std::vector<Number> wish) {
  Number most;
  for (const Number& w : wish) most = std::max({most, w, -w});
  if (most.sign() == 0) return wish;
  Number squares;
  for (Number& w : wish) {
    w /= most;
    squares += w * w;
  }
  const Number length = root_above(squares), places = std::int64_t{1'000'000};
  for (Number& w : wish) {
    const Number scaled = w / length * places;
    w = (scaled.sign() < 0 ? -(-scaled).floor() : scaled.floor()) / places;
  }
  return wish;
}

}  // namespace

Told compare_by(const Domain& domain, const Position& position, const Outcome& candidate,
                const Outcome& current) {
  const std::size_t broken = lines_broken(domain, position, candidate);
  const std::size_t broken_now = lines_broken(domain, position, current);
  if (broken != broken_now) return told(broken < broken_now ? RoundWord::better : RoundWord::worse);
  if (const auto by = by_numbers(domain, position, candidate, current)) return *by;
  return by_order(position, candidate, current);
}

Told accept_by(const Domain& domain, const Position& position, const Outcome& offer) {
  return told(answer_of(domain, position, offer) == Answer::yes ? RoundWord::yes : RoundWord::no);
}

std::optional<Told> direction_by(const Domain& domain, const Position& position,
                                 const std::vector<Number>& text) {
  if (!position.utility || position.utility->weights_sum || position.utility->cap ||
      !position.utility->weight_order.empty())
    return std::nullopt;
  std::vector<Slopes> slopes(text.size());
  for (const Term& term : position.utility->terms) {
    const auto* points = std::get_if<PointsTerm>(&term);
    if (points == nullptr || !points->weight.is_exact()) return std::nullopt;
    const Slopes s = slopes_at(*points, text[points->issue]);
    slopes[points->issue].up += points->weight.low * s.up;
    slopes[points->issue].down += points->weight.low * s.down;
  }
  std::vector<Number> wish(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Number range = domain.issues[i].high - domain.issues[i].low;
    const Number none;
    const Number up = std::max(none, slopes[i].up), down = std::max(none, slopes[i].down);
    wish[i] = (up >= down ? up : -down) * range;
  }
  return Told{RoundWord::direction, {}, within_ball(std::move(wish))};
}

std::optional<Told> answer_by(const Domain& domain, const Position& position, const Told& ask,
                              const Outcome& current, bool with_strength) {
  if (ask.word == RoundWord::direction) return direction_by(domain, position, ask.numbers);
  if (ask.word == RoundWord::offer) return accept_by(domain, position, ask.outcome);
  if (ask.word != RoundWord::candidate) return std::nullopt;
  Told out = compare_by(domain, position, ask.outcome, current);
  if (!with_strength) out.numbers.clear();
  return out;
}

}  // namespace accord::talks
