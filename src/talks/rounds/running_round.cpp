#include "talks/rounds/running_round.h"

#include <fmt/format.h>

#include <algorithm>

#include "talks/rounds/by_position.h"

namespace accord::talks {

Result<RunningRound> RunningRound::start(const Domain& domain, RoundSettings settings,
                                         Offers offers) {
  auto procedure = make_procedure(domain, settings, std::move(offers));
  if (!procedure) return tl::make_unexpected(procedure.error());
  RunningRound out;
  out.domain_ = &domain;
  out.settings_ = std::move(settings);
  out.procedure_ = std::move(*procedure);
  return out;
}

Result<Told> RunningRound::answer(std::vector<Told> answers) {
  const auto asked = ask();
  const std::size_t parties = settings_.parties.size();
  if (!asked || answers.size() != parties)
    return fail("P077",
                asked ? fmt::format("there are {} answers of {} parties", answers.size(), parties)
                      : "nothing is asked: the round has ended",
                "", "give one answer for each party while the round goes on");
  auto step = procedure_->combine(answers);
  if (!step || !procedure_->take(*step)) return step;
  steps_.push_back({*asked, std::move(answers), *step});
  return step;
}

bool RunningRound::follow(const RoundStep& step) {
  if (ask() != step.ask || !procedure_->take(step.step)) return false;
  steps_.push_back(step);
  return true;
}

bool RunningRound::run(const Talks& talks, std::uint64_t most) {
  for (std::uint64_t n = 0; n < most && !has_ended(); ++n) {
    auto answers = answers_by(talks, *this);
    if (!answers || !answer(std::move(*answers))) return false;
  }
  return true;
}

std::optional<std::vector<Told>> answers_by(const Talks& talks, const RunningRound& round) {
  const auto asked = round.ask();
  if (!asked) return std::nullopt;
  const bool with_strength = round.settings().procedure == ProcedureKind::anneal;
  std::vector<Told> out;
  for (const std::string& party : round.settings().parties) {
    const auto position = std::find_if(talks.positions.begin(), talks.positions.end(),
                                       [&](const Position& p) { return p.party == party; });
    if (position == talks.positions.end()) return std::nullopt;
    auto told = answer_by(talks.domain, *position, *asked, round.current(), with_strength);
    if (!told) return std::nullopt;
    out.push_back(std::move(*told));
  }
  return out;
}

}  // namespace accord::talks
