#include <fmt/format.h>

#include <array>

#include "answers/talks/zone.h"
#include "base/text.h"
#include "cli/frame/all_commands.h"
#include "described/cells.h"

namespace accord::cli {

namespace {

std::string text_of(const void* at, const Call&) {
  const auto& answer = *static_cast<const answers::ZoneShown*>(at);
  std::string out =
      fmt::format("{}\n{}\n", described::cell(described::view(answer.answer)), answer.sentence);
  if (answer.sure_outcomes)
    out += fmt::format("\noutcomes that are yes for all: {}\noutcomes that nobody excludes: {}\n",
                       answer.sure_outcomes->text(), answer.possible_outcomes->text());
  if (answer.first_sure)
    out += fmt::format("the first that is yes for all: {}\n", answer.first_sure->words);
  if (answer.nearest)
    out += fmt::format("nearest to a yes of all: {}\n  not decided by {}; {} outcome{} as near\n",
                       answer.nearest->package.words, join(answer.nearest->ask, ", "),
                       answer.nearest->outcomes, answer.nearest->outcomes == 1 ? "" : "s");
  if (!answer.silent_parties.empty())
    out += fmt::format("without a position: {}\n", join(answer.silent_parties, ", "));
  return out + fmt::format("method: {}\n", answer.method);
}

/// With a day: from what was said in public.
constexpr std::array variants{&talks_zone_on};

}  // namespace

const Command talks_zone{.name = "talks zone",
                         .question = &answers::zone_question,
                         .group = Group::talks,
                         .text_of = text_of,
                         .variants = variants};

}  // namespace accord::cli
