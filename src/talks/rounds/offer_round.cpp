#include <algorithm>

#include "talks/rounds/made.h"

/// Outcomes that a mediator offers one after the other, until all accept one. Who did not is not
/// named.
namespace accord::talks {

namespace {

class OfferRound : public Procedure {
 public:
  OfferRound(std::vector<std::string> parties, Offers offers)
      : parties_(std::move(parties)), offers_(std::move(offers)) {}

  [[nodiscard]] std::optional<Told> ask() const override {
    if (accepted_ || at_ == offers_.size()) return std::nullopt;
    return Told{RoundWord::offer, offers_[at_], {}};
  }

  [[nodiscard]] Result<Told> combine(const std::vector<Told>& answers) override {
    bool all = true;
    for (std::size_t p = 0; p < answers.size(); ++p) {
      const bool yes = answers[p].word == RoundWord::yes;
      if ((!yes && answers[p].word != RoundWord::no) || !answers[p].outcome.empty() ||
          !answers[p].numbers.empty())
        return bad_answer(parties_[p], answers[p], "yes or no");
      all = all && yes;
    }
    return Told{all ? RoundWord::accepted : RoundWord::not_accepted, {}, {}};
  }

  [[nodiscard]] bool take(const Told& step) override {
    const bool accepts = step.word == RoundWord::accepted;
    if (!ask() || (!accepts && step.word != RoundWord::not_accepted) || !step.outcome.empty() ||
        !step.numbers.empty())
      return false;
    accepted_ = accepts;
    if (!accepts) ++at_;
    return true;
  }

  [[nodiscard]] Told end() const override {
    if (accepted_) return {RoundWord::accepted, offers_[at_], {}};
    return {RoundWord::none, {}, {}};
  }

 private:
  std::vector<std::string> parties_;
  Offers offers_;
  std::size_t at_ = 0;
  bool accepted_ = false;
};

}  // namespace

MadeProcedure make_offers(const Domain& domain, const RoundSettings& settings, Offers offers) {
  if (settings.procedure == ProcedureKind::one_shot && offers.size() > 1)
    return unfit(settings, std::to_string(offers.size()) + " outcomes are offered",
                 "offer one, or take the procedure veto");
  Offers sorted = offers;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
    return unfit(settings, "an outcome is offered twice", "offer each outcome once");
  for (const Outcome& offer : offers)
    if (!is_allowed(domain, offer))
      return unfit(settings, "an outcome that is offered does not keep the public rules",
                   "offer outcomes within the rules");
  return std::make_unique<OfferRound>(settings.parties, std::move(offers));
}

}  // namespace accord::talks
