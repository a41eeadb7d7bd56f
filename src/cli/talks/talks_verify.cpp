#include <fmt/format.h>

#include "answers/talks/verify.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

std::string text_of(const void* at, const Call&) {
  const auto& answer = *static_cast<const answers::VerifyAnswer*>(at);
  return fmt::format(
      "The certificate holds: no outcome of the domain {} keeps the public rules and {} ({} "
      "steps).\nIt proves this one conflict; whether there are others it does not show.\n",
      answer.sha256.substr(0, 12), answer.limits, answer.steps);
}

}  // namespace

const Command talks_verify{.name = "talks verify",
                           .question = &answers::verify_question,
                           .group = Group::talks,
                           .text_of = text_of};

}  // namespace accord::cli
