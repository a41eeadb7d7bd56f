#include <array>

#include "answers/talks/draft.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

std::string text_of(const void* at, const Call&) {
  return static_cast<const answers::DraftAnswer*>(at)->text;
}

constexpr std::array formats{Format::text, Format::json};

}  // namespace

const Command talks_draft{.name = "talks draft",
                          .question = &answers::draft_question,
                          .group = Group::talks,
                          .formats = formats,
                          .text_of = text_of};

}  // namespace accord::cli
