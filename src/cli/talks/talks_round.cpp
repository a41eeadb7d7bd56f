#include <fmt/format.h>

#include "answers/talks/round.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answered.h"
#include "cli/talks/round_text.h"

namespace accord::cli {

std::string round_text(const answers::RoundAnswer& answer) {
  std::string out = fmt::format("{}: {} question{}", answer.procedure, answer.questions,
                                answer.questions == 1 ? "" : "s");
  if (answer.moves > 0)
    out += fmt::format(", {} move{}", answer.moves, answer.moves == 1 ? "" : "s");
  out += fmt::format("\nend: {}{}\n", answer.ended,
                     answer.package ? ": " + answer.package->words : "");
  for (const answers::Learned& one : answer.learned)
    out += fmt::format("{} has learned at most {}\n", one.party, one.bits);
  out += fmt::format("transcript {}\n", answer.digest);
  if (answer.transcript_file) out += fmt::format("written to {}\n", *answer.transcript_file);
  for (const std::string& note : answer.notes) out += note + "\n";
  return out;
}

namespace {

std::string text_of(const void* at, const Call&) {
  return round_text(*static_cast<const answers::RoundAnswer*>(at));
}

std::string writes(const void* source, void* answer, const Call& call) {
  const auto& asked = asked_of<answers::RoundQuestion>(call);
  if (!asked.transcript) return {};
  const auto text = answers::transcript_of(*static_cast<const answers::TalksFiles*>(source), asked);
  if (!text) return render_all(text.error().problems, text.error().texts);
  if (const auto done = write_file(*asked.transcript, *text); !done)
    return render_all({answers::problem_of(done.error())}, {});
  static_cast<answers::RoundAnswer*>(answer)->transcript_file = *asked.transcript;
  return {};
}

}  // namespace

const Command talks_round{.name = "talks round",
                          .question = &answers::round_question,
                          .group = Group::talks,
                          .text_of = text_of,
                          .writes = writes};

}  // namespace accord::cli
