#include "answers/agreement/clock.h"
#include "cli/agreement/finding_text.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const answers::ClockAnswer*>(at);
  std::string out = heading(answer.judged, answer.notes, call) + "\n";
  if (answer.clocks.empty())
    out += "No procedure was opened on record. With --open DAY: the dates if it opened then.\n";
  for (const agreement::ClockDates& c : answer.clocks)
    out += (&c == &answer.clocks.front() ? "" : "\n") + agreement::clock_text(c);
  return out;
}

}  // namespace

const Command terms_clock{.name = "terms clock",
                          .question = &answers::clock_question,
                          .group = Group::text,
                          .text_of = text_of};

}  // namespace accord::cli
