#include "answers/agreement/explain.h"

#include <fmt/format.h>

#include <array>

#include "agreement/explain/explain.h"
#include "base/english.h"
#include "cli/accounts/explain_accounts.h"
#include "cli/agreement/finding_text.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

using answers::Episode;
using answers::FindingExplanation;
using Kind = agreement::Episode::Kind;

namespace {

/// The words of a run: what begins it, what ends it, what is told as the extreme.
struct EpisodeWords {
  const char *heading, *begins, *ends, *extreme;  ///< extreme: of figures
};

const EpisodeWords& words_of(Kind kind) {
  constexpr static std::array<EpisodeWords, 4> words{
      {{"Times beyond the limit", "First observed beyond the limit on", "Within again on",
        "Largest"},
       {"Times short of the minimum", "First short of the minimum on", "Reached again on",
        "Smallest"},
       {"Times it was seen", "First seen on", "Not seen on", ""},
       {"Times the required state did not hold", "First stated not to hold on", "Holds again on",
        ""}}};
  return words.at(static_cast<std::size_t>(kind));
}

std::string episode_line(const Episode& e, const Look& look) {
  const EpisodeWords& words = words_of(e.kind);
  std::string out = fmt::format("  {} {}", words.begins, to_string(e.first_observed));
  if (e.first_value) out += fmt::format(" ({})", *e.first_value);
  out += fmt::format(", known on {}; last satisfying observation before it: {}.",
                     to_string(e.first_known),
                     e.last_satisfied ? to_string(*e.last_satisfied) : "none on record");
  if (e.first_within)
    out += fmt::format(" {} {}, after {}.", words.ends, to_string(*e.first_within),
                       counted(*e.duration_days, "day"));
  if (*words.extreme != '\0' && e.extreme)
    out += fmt::format(" {}: {} on {}.", words.extreme, *e.extreme, to_string(e.extreme_day));
  if (e.announced)
    out += " " + agreement::announced_sentence(*e.announced, e.announcement.value_or(""));
  return wrap(out, 4, 0, look) + "\n";
}

/// Those of one finding; under one heading those that follow one another and are of one kind.
std::string episode_lines(const std::vector<Episode>& runs, const std::string& finding,
                          const Look& look) {
  std::string out;
  const Episode* before = nullptr;
  for (const Episode& e : runs) {
    if (e.finding != finding) continue;
    if (before == nullptr || before->kind != e.kind)
      out += fmt::format("  {}:\n", words_of(e.kind).heading);
    out += episode_line(e, look);
    before = &e;
  }
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const FindingExplanation*>(at);
  std::string out = heading(answer.judged, answer.notes, call);
  for (std::size_t i = 0; i < answer.findings.size(); ++i)
    out += "\n" + answer.in_words[i] +
           episode_lines(answer.episodes, answer.findings[i].id, call.look);
  return out;
}

constexpr std::array formats{Format::text, Format::json};

}  // namespace

const Command explain_command{.name = "explain",
                              .question = &answers::explain_question,
                              .group = Group::judge,
                              .formats = formats,
                              .text_of = text_of,
                              .variants = explain_accounts};

}  // namespace accord::cli
