#include "answers/talks/round.h"

#include <fmt/format.h>

#include "base/codes/parameter.h"
#include "formats/text/files.h"
#include "talks/files/read.h"
#include "talks/rounds/leak.h"
#include "talks/rounds/offer_order.h"
#include "talks/rounds/transcript.h"

namespace accord::answers {

namespace {

using talks::RoundWord;
using talks::RunningRound;

talks::ProcedureKind kind_of(RoundAsked asked) {
  switch (asked) {
    case RoundAsked::single_text:
      break;
    case RoundAsked::one_shot:
      return talks::ProcedureKind::one_shot;
    case RoundAsked::veto:
      return talks::ProcedureKind::veto;
  }
  return talks::ProcedureKind::single_text;
}

Result<talks::Offers> offers_of(const talks::Talks& talks, RoundAsked asked) {
  if (asked == RoundAsked::one_shot) return talks::proposal_of(talks, talks::FairRule::nash);
  if (asked == RoundAsked::veto) return talks::offers_in_order(talks);
  return talks::Offers();
}

Answered<RunningRound> run_round(const TalksFiles& files, const RoundQuestion& asked) {
  talks::RoundSettings settings;
  settings.procedure = kind_of(asked.procedure);
  settings.radius = asked.radius;
  for (const talks::Position& position : files.talks.positions)
    settings.parties.push_back(position.party);
  settings.start = talks::Outcome(files.talks.domain.issues.size());
  if (!asked.start.empty()) {
    auto start = outcome_of(files.talks.domain, asked.start);
    if (!start) return tl::make_unexpected(start.error());
    settings.start = std::move(*start);
  }
  auto offers = offers_of(files.talks, asked.procedure);
  if (!offers) return refused(offers.error());
  auto round = RunningRound::start(files.talks.domain, settings, std::move(*offers));
  if (!round) return refused(round.error());
  if (!round->run(files.talks, asked.questions_at_most))
    return refused({"P046", "a position does not answer what is asked", "",
                    "let people answer, or state more in the position"});
  return std::move(*round);
}

RoundAnswer answer_from(const talks::Domain& domain, const RunningRound& round) {
  RoundAnswer out;
  out.procedure = std::string(talks::words(round.settings().procedure));
  out.questions = round.steps().size();
  for (const talks::RoundStep& step : round.steps())
    if (step.step.word == RoundWord::moved) ++out.moves;
  if (round.has_ended()) {
    const talks::Told end = round.end();
    out.ended = std::string(talks::words(end.word));
    if (end.outcome.size() == domain.issues.size()) out.package = shown(domain, end.outcome);
  } else {
    out.ended = "not yet";
    out.notes.emplace_back("the round was stopped after the most questions that were allowed");
  }
  for (const talks::PartyLeak& leak : talks::leak_of(domain, round))
    out.learned.push_back({leak.party, leak.questions, leak.bits.text()});
  const std::string text = talks::write_transcript(domain, round, talks::TranscriptView::everybody);
  out.digest = talks::transcript_digest(text);
  return out;
}

}  // namespace

Answered<RoundAnswer> round_of(const TalksFiles& files, const RoundQuestion& asked) {
  const auto round = run_round(files, asked);
  if (!round) return tl::make_unexpected(round.error());
  return answer_from(files.talks.domain, *round);
}

Answered<std::string> transcript_of(const TalksFiles& files, const RoundQuestion& asked) {
  const auto round = run_round(files, asked);
  if (!round) return tl::make_unexpected(round.error());
  return talks::write_transcript(files.talks.domain, *round, talks::TranscriptView::everybody);
}

std::optional<Error> ReplayQuestion::fault() const {
  if (domain) return std::nullopt;
  return Error{"U005",
               "a transcript is about a domain",
               {},
               fmt::format("name it with {}", parameter("domain"))};
}

Answered<RoundAnswer> replay(const Nothing&, const ReplayQuestion& asked) {
  const auto bytes = formats::file_bytes(asked.transcript);
  if (!bytes) return refused(bytes.error());
  const auto domain = formats::file_bytes(*asked.domain);
  if (!domain) return refused(domain.error());
  const auto read = talks::read_domain(*domain, *asked.domain);
  if (!read.value) return tl::make_unexpected(Refusal{read.problems, {{*asked.domain, *domain}}});
  const auto round = talks::replay(*bytes, *read.value, asked.digest.value_or(""));
  if (!round) {
    Error error = round.error();
    if (!error.where.empty()) error.message = fmt::format("{}: {}", error.where, error.message);
    error.where = asked.transcript;
    return refused(error);
  }
  return answer_from(*read.value, *round);
}

constinit const Question round_question = Asked<round_of>::named("talks round");
constinit const Question replay_question = Asked<replay>::named("talks replay", "replay_round");

}  // namespace accord::answers
