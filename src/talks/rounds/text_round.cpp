#include <algorithm>

#include "talks/rounds/made.h"

/// A single text: candidates one or two issues away, in fixed order, accepted at once.
namespace accord::talks {

namespace {

/// Candidates in order: single issues, first issue and first value first; or pairs of issues, then
/// pairs of values.
struct Cursor {
  bool pairs = false;
  std::size_t i = 0, j = 1;
  std::uint32_t v = 0, w = 0;

  void start(bool of_pairs) { *this = Cursor{of_pairs, 0, 1, 0, 0}; }

  /// Whether there is a place here; leaves those behind that run over an end.
  bool settle(const Domain& domain) {
    const std::size_t issues = domain.issues.size();
    while (i + (pairs ? 1 : 0) < issues) {
      if (v >= domain.issues[i].size()) {
        v = 0;
        if (!pairs || ++j >= issues) j = ++i + 1;
        continue;
      }
      if (!pairs || w < domain.issues[j].size()) return true;
      w = 0;
      ++v;
    }
    return false;
  }
  void next() { ++(pairs ? w : v); }
};

class TextRound : public Procedure {
 public:
  TextRound(const Domain& domain, const RoundSettings& settings)
      : domain_(&domain),
        parties_(settings.parties),
        radius_(settings.radius),
        current_(settings.start) {
    find();
  }

  [[nodiscard]] std::optional<Told> ask() const override {
    if (ended_) return std::nullopt;
    return Told{RoundWord::candidate, candidate_, {}};
  }
  [[nodiscard]] Outcome current() const override { return current_; }

  [[nodiscard]] Result<Told> combine(const std::vector<Told>& answers) override {
    bool better = false, held = false;
    for (std::size_t p = 0; p < answers.size(); ++p) {
      const Told& answer = answers[p];
      if (answer.word < RoundWord::better || answer.word > RoundWord::unsure ||
          !answer.outcome.empty() || !answer.numbers.empty())
        return bad_answer(parties_[p], answer, "better, same, worse or unsure");
      better = better || answer.word == RoundWord::better;
      held = held || answer.word == RoundWord::worse || answer.word == RoundWord::unsure;
    }
    return Told{better && !held ? RoundWord::moved : RoundWord::not_moved, {}, {}};
  }

  [[nodiscard]] bool take(const Told& step) override {
    const bool moves = step.word == RoundWord::moved;
    if (ended_ || (!moves && step.word != RoundWord::not_moved) || !step.outcome.empty() ||
        !step.numbers.empty())
      return false;
    if (moves) current_ = candidate_;
    moved_ = moved_ || moves;
    cursor_.next();
    find();
    return true;
  }

  [[nodiscard]] Told end() const override { return {RoundWord::text, current_, {}}; }

 private:
  const Domain* domain_;
  std::vector<std::string> parties_;
  std::uint32_t radius_;
  Outcome current_, candidate_;
  Cursor cursor_;
  bool moved_ = false;  ///< in the pass that is going on
  bool ended_ = false;

  /// The next candidate that keeps the public rules; passes begin and end here.
  void find() {
    for (;;) {
      for (; cursor_.settle(*domain_); cursor_.next())
        if (is_here()) return;
      const bool pairs_next = !cursor_.pairs && !moved_;
      ended_ = !moved_ && (cursor_.pairs || radius_ == 1);
      if (ended_) return;
      cursor_.start(pairs_next);
      moved_ = false;
    }
  }

  bool is_here() {
    if (cursor_.v == current_[cursor_.i]) return false;
    if (cursor_.pairs && cursor_.w == current_[cursor_.j]) return false;
    candidate_ = current_;
    candidate_[cursor_.i] = cursor_.v;
    if (cursor_.pairs) candidate_[cursor_.j] = cursor_.w;
    return is_allowed(*domain_, candidate_);
  }
};

}  // namespace

MadeProcedure make_text_round(const Domain& domain, const RoundSettings& settings) {
  if (settings.radius != 1 && settings.radius != 2)
    return unfit(settings, "the radius is " + std::to_string(settings.radius),
                 "take radius 1 or 2");
  if (!is_allowed(domain, settings.start))
    return unfit(settings, "the first text is not an outcome that keeps the public rules",
                 "name one value for each issue, within the rules");
  return std::make_unique<TextRound>(domain, settings);
}

}  // namespace accord::talks
