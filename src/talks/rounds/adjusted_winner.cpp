#include "talks/rounds/adjusted_winner.h"

#include <algorithm>
#include <set>

#include "talks/rounds/made.h"

namespace accord::talks {

namespace {

class WinnerRound : public Procedure {
 public:
  explicit WinnerRound(const RoundSettings& settings)
      : parties_(settings.parties), items_(settings.items.size()) {}

  [[nodiscard]] std::optional<Told> ask() const override {
    if (ended_) return std::nullopt;
    return Told{RoundWord::points, {}, {}};
  }

  [[nodiscard]] Result<Told> combine(const std::vector<Told>& answers) override {
    for (std::size_t p = 0; p < answers.size(); ++p) {
      Number sum;
      bool good = answers[p].word == RoundWord::points && answers[p].outcome.empty() &&
                  answers[p].numbers.size() == items_;
      for (const Number& points : answers[p].numbers) {
        good = good && points.sign() >= 0;
        sum += points;
      }
      if (!good || sum != Number(100))
        return bad_answer(parties_[p], answers[p], "points for each item, 0 or more, 100 together");
    }
    return Told{
        RoundWord::shares, {}, adjusted_winner(answers[0].numbers, answers[1].numbers).first};
  }

  [[nodiscard]] bool take(const Told& step) override {
    const auto is_share = [](const Number& n) { return n.sign() >= 0 && n <= Number(1); };
    const auto split = [&](const Number& n) { return is_share(n) && !n.is_whole(); };
    if (ended_ || step.word != RoundWord::shares || !step.outcome.empty() ||
        step.numbers.size() != items_ ||
        !std::all_of(step.numbers.begin(), step.numbers.end(), is_share) ||
        std::count_if(step.numbers.begin(), step.numbers.end(), split) > 1)
      return false;
    shares_ = step.numbers;
    ended_ = true;
    return true;
  }

  [[nodiscard]] Told end() const override { return {RoundWord::shares, {}, shares_}; }

 private:
  std::vector<std::string> parties_;
  std::size_t items_;
  std::vector<Number> shares_;
  bool ended_ = false;
};

Number points_of(const std::vector<Number>& shares, const std::vector<Number>& points,
                 bool of_first) {
  Number out;
  for (std::size_t i = 0; i < points.size(); ++i)
    out += points[i] * (of_first ? shares[i] : Number(1) - shares[i]);
  return out;
}

}  // namespace

Shares adjusted_winner(const std::vector<Number>& first, const std::vector<Number>& second) {
  Shares out;
  for (std::size_t i = 0; i < first.size(); ++i)
    out.first.emplace_back(first[i] >= second[i] ? 1 : 0);
  out.first_points = points_of(out.first, first, true);
  out.second_points = points_of(out.first, second, false);
  const bool first_gives = out.first_points > out.second_points;
  const auto& giver = first_gives ? first : second;
  const auto& taker = first_gives ? second : first;
  std::vector<std::size_t> given;
  for (std::size_t i = 0; i < first.size(); ++i)
    if (out.first[i] == Number(first_gives ? 1 : 0) && (first[i] + second[i]).sign() > 0)
      given.push_back(i);
  // giver/taker ascending, without the division; what both give 0 points stays where it is.
  std::stable_sort(given.begin(), given.end(), [&](std::size_t a, std::size_t b) {
    return giver[a] * taker[b] < giver[b] * taker[a];
  });
  for (const std::size_t i : given) {
    const Number ahead =
        first_gives ? out.first_points - out.second_points : out.second_points - out.first_points;
    const Number both = giver[i] + taker[i];
    if (ahead.sign() <= 0) break;
    const Number part = std::min(Number(1), ahead / both);
    out.first[i] += first_gives ? -part : part;
    out.first_points += first_gives ? -(part * first[i]) : part * first[i];
    out.second_points += first_gives ? part * second[i] : -(part * second[i]);
  }
  return out;
}

MadeProcedure make_adjusted_winner(const RoundSettings& settings) {
  const std::set<std::string> distinct(settings.items.begin(), settings.items.end());
  if (settings.items.empty() || distinct.size() != settings.items.size())
    return unfit(settings, "there are no items, or two have one name", "name each item once");
  return std::make_unique<WinnerRound>(settings);
}

}  // namespace accord::talks
