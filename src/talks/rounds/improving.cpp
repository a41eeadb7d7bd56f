#include <algorithm>

#include "talks/rounds/made.h"

/// Continuous issues: each party names where it wants to go, and the text moves between them while
/// all of them gain.
namespace accord::talks {

namespace {

/// The places where a text may be: millionths of the range of each issue.
constexpr std::int64_t places = 1'000'000;

/// Whether values, one for each issue, keep a rule. Only numbers have bounds and sums; listed
/// values are compared as numbers.
bool keeps_at(const Domain& domain, const Rule& rule, const std::vector<Number>& text) {
  const auto within = [&](const Number& value) {
    return (!rule.min || value >= *rule.min) && (!rule.max || value <= *rule.max);
  };
  const auto part = [&](const Rule& r) { return keeps_at(domain, r, text); };
  switch (rule.form) {
    case Rule::Form::bounds:
      return within(text[rule.issue]);
    case Rule::Form::sum: {
      Number sum;
      for (const auto& [issue, coefficient] : rule.terms) sum += coefficient * text[issue];
      return within(sum);
    }
    case Rule::Form::all:
      return std::all_of(rule.parts.begin(), rule.parts.end(), part);
    case Rule::Form::any:
      return std::any_of(rule.parts.begin(), rule.parts.end(), part);
    case Rule::Form::negation:
      return !part(rule.parts.front());
    case Rule::Form::implication:
      return !part(rule.parts.front()) || part(rule.parts.back());
    case Rule::Form::in:
    case Rule::Form::not_in:
      break;  // a continuous issue has no values to list
  }
  return rule.form == Rule::Form::not_in;
}

bool is_allowed_at(const Domain& domain, const std::vector<Number>& text) {
  if (text.size() != domain.issues.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] < domain.issues[i].low || text[i] > domain.issues[i].high) return false;
  return std::all_of(domain.rules.begin(), domain.rules.end(),
                     [&](const NamedRule& rule) { return keeps_at(domain, rule.rule, text); });
}

Number dot(const std::vector<Number>& a, const std::vector<Number>& b) {
  Number out;
  for (std::size_t i = 0; i < a.size(); ++i) out += a[i] * b[i];
  return out;
}

class ImprovingRound : public Procedure {
 public:
  ImprovingRound(const Domain& domain, const RoundSettings& settings)
      : domain_(&domain), settings_(settings), text_(settings.text) {}

  [[nodiscard]] std::optional<Told> ask() const override {
    if (stays_ || done_ >= settings_.steps) return std::nullopt;
    return Told{RoundWord::direction, {}, text_};
  }

  [[nodiscard]] Result<Told> combine(const std::vector<Told>& answers) override {
    std::vector<Number> sum(text_.size());
    for (std::size_t p = 0; p < answers.size(); ++p) {
      const auto& direction = answers[p].numbers;
      if (answers[p].word != RoundWord::direction || !answers[p].outcome.empty() ||
          direction.size() != text_.size() || dot(direction, direction) > Number(1))
        return bad_answer(settings_.parties[p], answers[p],
                          "a direction: for each issue a share of its range, the squares together "
                          "1 at most");
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += direction[i];
    }
    for (Number step = settings_.step; step >= settings_.smallest_step; step /= Number(2)) {
      const Moved to = moved_by(sum, step, answers.size());
      const bool gains = std::all_of(answers.begin(), answers.end(), [&](const Told& answer) {
        return dot(answer.numbers, to.move).sign() > 0;
      });
      if (gains && is_allowed_at(*domain_, to.text)) return Told{RoundWord::moved, {}, to.text};
    }
    return Told{RoundWord::not_moved, {}, {}};
  }

  [[nodiscard]] bool take(const Told& step) override {
    const bool moves = step.word == RoundWord::moved;
    if (!ask() || (!moves && step.word != RoundWord::not_moved) || !step.outcome.empty())
      return false;
    if (moves ? !is_allowed_at(*domain_, step.numbers) || step.numbers == text_
              : !step.numbers.empty())
      return false;
    if (moves) text_ = step.numbers;
    stays_ = !moves;
    ++done_;
    return true;
  }

  [[nodiscard]] Told end() const override { return {RoundWord::text, {}, text_}; }

 private:
  const Domain* domain_;
  RoundSettings settings_;
  std::vector<Number> text_;
  std::uint64_t done_ = 0;
  bool stays_ = false;

  struct Moved {
    std::vector<Number> text, move;  ///< the move in shares of the ranges
  };

  /// Along the mean of the directions (of two of full length: their bisector), within the ranges,
  /// to the nearest place.
  [[nodiscard]] Moved moved_by(const std::vector<Number>& sum, const Number& step,
                               std::size_t parties) const {
    Moved out;
    for (std::size_t i = 0; i < sum.size(); ++i) {
      const Issue& issue = domain_->issues[i];
      const Number range = issue.high - issue.low;
      const Number at = range.sign() == 0 ? Number() : (text_[i] - issue.low) / range;
      Number to = at + step * sum[i] / Number(static_cast<std::int64_t>(parties));
      to = std::clamp(to, Number(), Number(1));
      to = (to * Number(places) + Number(1) / Number(2)).floor() / Number(places);
      // Where nobody wants to move, the text stays as it was written, between places too.
      if (sum[i].sign() == 0 || range.sign() == 0) to = at;
      out.text.push_back(issue.low + range * to);
      out.move.push_back(to - at);
    }
    return out;
  }
};

}  // namespace

MadeProcedure make_improving(const Domain& domain, const RoundSettings& settings) {
  if (!std::all_of(domain.issues.begin(), domain.issues.end(),
                   [](const Issue& issue) { return issue.is_continuous(); }))
    return unfit(settings, "an issue is not continuous", "take single-text, or issues that are");
  if (!is_allowed_at(domain, settings.text))
    return unfit(settings, "the first text is not within the ranges and the public rules",
                 "name one number for each issue, within the rules");
  if (settings.smallest_step.sign() <= 0 || settings.step < settings.smallest_step ||
      settings.step > Number(1))
    return unfit(settings, "the steps are not 0 < smallest ≤ longest ≤ 1",
                 "take steps in shares of a range");
  if (settings.steps > procedure_steps_max)
    return unfit(settings, "the number of rounds is " + std::to_string(settings.steps),
                 "take " + std::to_string(procedure_steps_max) + " rounds at most");
  return std::make_unique<ImprovingRound>(domain, settings);
}

}  // namespace accord::talks
