#include <utility>

#include "talks/rounds/made.h"

/// Rounds of two parties about one price: who pays, then who is paid.
namespace accord::talks {

namespace {

bool is_amount(const Told& answer) {
  return answer.word == RoundWord::number && answer.outcome.empty() && answer.numbers.size() == 1 &&
         answer.numbers.front().sign() >= 0;
}

class PriceRound : public Procedure {
 public:
  explicit PriceRound(const RoundSettings& settings) : settings_(settings) {}

  [[nodiscard]] std::optional<Told> ask() const override {
    const bool again = settings_.procedure == ProcedureKind::blind_bids && done_ < settings_.steps;
    if (price_ || (done_ > 0 && !again)) return std::nullopt;
    if (settings_.procedure == ProcedureKind::posted_price)
      return Told{RoundWord::price, {}, {settings_.price}};
    return Told{RoundWord::number, {}, {}};
  }

  [[nodiscard]] Result<Told> combine(const std::vector<Told>& answers) override {
    if (settings_.procedure == ProcedureKind::posted_price) return posted(answers);
    for (std::size_t p = 0; p < answers.size(); ++p)
      if (!is_amount(answers[p]))
        return bad_answer(settings_.parties[p], answers[p], "one number, 0 or more");
    const Number& low = answers[0].numbers.front();   // bid or offer
    const Number& high = answers[1].numbers.front();  // ask or demand
    if (settings_.procedure == ProcedureKind::double_auction)
      return step(low >= high, settings_.share * low + (Number(1) - settings_.share) * high);
    // (demand − offer)/demand ≤ band, without the division.
    return step(low >= high || high - low <= settings_.band * high, (low + high) / Number(2));
  }

  [[nodiscard]] bool take(const Told& step) override {
    const bool agrees = step.word == RoundWord::price;
    if (!ask() || (!agrees && step.word != RoundWord::none) || !step.outcome.empty() ||
        step.numbers.size() != (agrees ? 1U : 0U))
      return false;
    const bool posted = settings_.procedure == ProcedureKind::posted_price;
    if (agrees &&
        (step.numbers.front().sign() < 0 || (posted && step.numbers.front() != settings_.price)))
      return false;
    if (agrees) price_ = step.numbers.front();
    ++done_;
    return true;
  }

  [[nodiscard]] Told end() const override { return step(price_.has_value(), price_); }

 private:
  RoundSettings settings_;
  std::uint64_t done_ = 0;
  std::optional<Number> price_;

  static Told step(bool agrees, const std::optional<Number>& price) {
    if (!agrees) return {RoundWord::none, {}, {}};
    return {RoundWord::price, {}, {*price}};
  }

  [[nodiscard]] Result<Told> posted(const std::vector<Told>& answers) const {
    bool all = true;
    for (std::size_t p = 0; p < answers.size(); ++p) {
      const bool yes = answers[p].word == RoundWord::yes;
      if ((!yes && answers[p].word != RoundWord::no) || !answers[p].outcome.empty() ||
          !answers[p].numbers.empty())
        return bad_answer(settings_.parties[p], answers[p], "yes or no");
      all = all && yes;
    }
    return step(all, settings_.price);
  }
};

bool is_share(const Number& value) {
  return value.sign() >= 0 && value <= Number(1);
}

}  // namespace

MadeProcedure make_price_round(const RoundSettings& settings) {
  if (!is_share(settings.share))
    return unfit(settings, "the share k is " + settings.share.text(), "take k from 0 to 1");
  if (!is_share(settings.band))
    return unfit(settings, "the band is " + settings.band.text(), "take a band from 0 to 1");
  if (settings.price.sign() < 0)
    return unfit(settings, "the price is " + settings.price.text(), "take a price of 0 or more");
  if (settings.procedure == ProcedureKind::blind_bids &&
      (settings.steps == 0 || settings.steps > procedure_steps_max))
    return unfit(settings, "the number of rounds is " + std::to_string(settings.steps),
                 "take 1 round or more");
  return std::make_unique<PriceRound>(settings);
}

}  // namespace accord::talks
