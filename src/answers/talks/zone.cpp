#include "answers/talks/zone.h"

#include <fmt/format.h>

#include "base/text.h"

namespace accord::answers {

namespace {

/// The fixed sentences of the chapter on talks, 11.1.
std::string sentence_of(const talks::ZoneAnswer& answer) {
  switch (answer.answer) {
    case talks::ZoneWord::sure:
      return "At least one package is acceptable to every sealed position. Whether to sign it is "
             "for the parties.";
    case talks::ZoneWord::possible: {
      std::string out =
          "Some packages are excluded by nobody; none is known to be acceptable to all. No "
          "agreement is implied.";
      for (const std::string& party : answer.silent_parties)
        out += fmt::format(" {} has stated nothing.", party);
      return out;
    }
    case talks::ZoneWord::excluded:
      break;
  }
  return "No package keeps every line as stated. Lines can move; this says nothing about whether "
         "they will.";
}

}  // namespace

Answered<ZoneShown> zone(const TalksFiles& files, const ZoneQuestion& asked) {
  const auto found = talks::zone(files.talks);
  if (!found) return refused(found.error());
  const talks::Domain& domain = files.talks.domain;
  ZoneShown out;
  out.answer = found->answer;
  out.sentence = sentence_of(*found);
  out.sure_outcomes = found->sure_outcomes;
  out.possible_outcomes = found->possible_outcomes;
  out.silent_parties = found->silent_parties;
  if (found->first_sure) out.first_sure = shown(domain, *found->first_sure);
  if (found->nearest)
    out.nearest = NearestShown{found->nearest->open_parties, found->nearest->outcomes,
                               shown(domain, found->nearest->first), found->nearest->ask};
  out.method = found->method;
  out.fails_on = asked.fail_on_answer;
  return out;
}

constinit const Question zone_question = Asked<zone>::named("talks zone");

}  // namespace accord::answers
