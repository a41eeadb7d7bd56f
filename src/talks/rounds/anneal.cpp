#include <algorithm>

#include "talks/rounds/chance.h"
#include "talks/rounds/made.h"

/// A single text with candidates by chance, and answers that chance may override for a while.
namespace accord::talks {

namespace {

/// Candidates that are drawn, and overrides of each party, at one place of the stream.
constexpr std::uint32_t purpose_candidate = 0, purpose_override = 1;

class AnnealRound : public Procedure {
 public:
  AnnealRound(const Domain& domain, const RoundSettings& settings)
      : domain_(&domain),
        settings_(settings),
        current_(settings.start),
        budgets_(settings.parties.size(), settings.overrides) {
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
      if (domain.issues[i].size() > 1) movable_.push_back(i);
    find();
  }

  [[nodiscard]] std::optional<Told> ask() const override {
    if (drawn_ >= settings_.steps) return std::nullopt;
    return Told{RoundWord::candidate, candidate_, {}};
  }
  [[nodiscard]] Outcome current() const override { return current_; }

  [[nodiscard]] Result<Told> combine(const std::vector<Told>& answers) override {
    bool better = false, held = false;
    std::vector<std::size_t> overridden;
    for (std::size_t p = 0; p < answers.size(); ++p) {
      if (!is_form(answers[p]))
        return bad_answer(settings_.parties[p], answers[p],
                          "better, same, unsure, or worse with how much, 0 or more");
      better = better || answers[p].word == RoundWord::better;
      if (answers[p].word == RoundWord::worse && is_overridden(p, answers[p]))
        overridden.push_back(p);
      else
        held = held || answers[p].word == RoundWord::worse || answers[p].word == RoundWord::unsure;
    }
    const bool moves = better && !held;
    // An override that does not lead to a move costs nothing.
    if (moves)
      for (const std::size_t p : overridden) --budgets_[p];
    return Told{moves ? RoundWord::moved : RoundWord::not_moved, {}, {}};
  }

  [[nodiscard]] bool take(const Told& step) override {
    const bool moves = step.word == RoundWord::moved;
    if (!ask() || (!moves && step.word != RoundWord::not_moved) || !step.outcome.empty() ||
        !step.numbers.empty())
      return false;
    if (moves) current_ = candidate_;
    ++drawn_;
    find();
    return true;
  }

  [[nodiscard]] Told end() const override { return {RoundWord::text, current_, {}}; }

 private:
  const Domain* domain_;
  RoundSettings settings_;
  Outcome current_, candidate_;
  std::vector<std::uint64_t> budgets_;
  std::vector<std::size_t> movable_;  ///< issues with more than one value
  std::uint64_t drawn_ = 0;

  static bool is_form(const Told& answer) {
    if (answer.word < RoundWord::better || answer.word > RoundWord::unsure) return false;
    if (!answer.outcome.empty() || answer.numbers.size() > 1) return false;
    if (answer.numbers.empty()) return true;
    return answer.word == RoundWord::worse && answer.numbers.front().sign() >= 0;
  }

  /// Weakly worse: with how much. A party that says worse without it is not overridden.
  [[nodiscard]] bool is_overridden(std::size_t party, const Told& answer) const {
    if (answer.numbers.empty() || budgets_[party] == 0) return false;
    const auto at = static_cast<std::int64_t>(drawn_);
    const auto steps = static_cast<std::int64_t>(settings_.steps);
    const Number temperature = settings_.temperature * Number(steps - at) / Number(steps);
    Chance chance(settings_.seed, drawn_, purpose_override + static_cast<std::uint32_t>(party));
    return chance.happens_exp_of_minus(answer.numbers.front() / temperature);
  }

  /// The next candidate that keeps the public rules; those that do not are drawn and not asked.
  void find() {
    for (; drawn_ < settings_.steps; ++drawn_) {
      draw();
      if (is_allowed(*domain_, candidate_)) return;
    }
  }

  void draw() {
    Chance chance(settings_.seed, drawn_, purpose_candidate);
    candidate_ = current_;
    std::vector<std::size_t> left = movable_;
    const std::size_t most = std::min<std::size_t>(settings_.radius, left.size());
    const std::size_t changes = most == 2 ? 1 + chance.below(2) : most;
    for (std::size_t n = 0; n < changes; ++n) {
      const auto at = chance.below(static_cast<std::uint32_t>(left.size()));
      const std::size_t issue = left[at];
      left.erase(left.begin() + at);
      // One of the other values.
      const std::uint32_t value = chance.below(domain_->issues[issue].size() - 1);
      candidate_[issue] = value + (value >= current_[issue] ? 1 : 0);
    }
  }
};

}  // namespace

MadeProcedure make_anneal(const Domain& domain, const RoundSettings& settings) {
  if (settings.radius != 1 && settings.radius != 2)
    return unfit(settings, "the radius is " + std::to_string(settings.radius),
                 "take radius 1 or 2");
  if (!is_allowed(domain, settings.start))
    return unfit(settings, "the first text is not an outcome that keeps the public rules",
                 "name one value for each issue, within the rules");
  if (std::all_of(domain.issues.begin(), domain.issues.end(),
                  [](const Issue& issue) { return issue.size() == 1; }))
    return unfit(settings, "no issue has two values", "give an issue another value");
  if (settings.temperature.sign() <= 0)
    return unfit(settings, "the temperature is " + settings.temperature.text(),
                 "take a temperature above 0");
  if (settings.steps > procedure_steps_max)
    return unfit(settings, "the number of steps is " + std::to_string(settings.steps),
                 "take " + std::to_string(procedure_steps_max) + " steps at most");
  return std::make_unique<AnnealRound>(domain, settings);
}

}  // namespace accord::talks
