#include "answers/talks/round.h"
#include "cli/frame/all_commands.h"
#include "cli/talks/round_text.h"

namespace accord::cli {

namespace {

std::string text_of(const void* at, const Call&) {
  return round_text(*static_cast<const answers::RoundAnswer*>(at));
}

}  // namespace

const Command talks_replay{.name = "talks replay",
                           .question = &answers::replay_question,
                           .group = Group::talks,
                           .text_of = text_of};

}  // namespace accord::cli
