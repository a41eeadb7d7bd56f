#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/message.h"
#include "answers/talks/given.h"
#include "answers/talks/package.h"

namespace accord::answers {

struct TalksCheckQuestion {
  std::uint64_t counted_at_most = 100'000;

  static constexpr auto described = object(
      "talks_check_question", "Find what is wrong in a domain and in positions, and read them back",
      member<&TalksCheckQuestion::counted_at_most>(
          "counted_at_most",
          "count what each party says yes and no to in domains of at most so many outcomes")
          .shown_as("N"));
};

struct IssueShown {
  std::string issue, kind;
  std::optional<std::uint64_t> size;
  std::string first, last;

  static constexpr auto described =
      object("issue_shown", "An issue of the domain", member<&IssueShown::issue>("issue", "its id"),
             member<&IssueShown::kind>("issue_kind", "discrete, integer, grid or continuous"),
             member<&IssueShown::size>("value_count", "how many values; none: continuous"),
             member<&IssueShown::first>("first_value", "the first value"),
             member<&IssueShown::last>("last_value", "the last value"));
};

struct PositionShown {
  std::string party, stated;
  std::uint64_t lines = 0;
  std::optional<std::uint64_t> yes, open, no, contradictions;
  std::vector<std::string> self_blocking;

  static constexpr auto described = object(
      "position_shown", "What a party has stated, as it reads it before sealing",
      member<&PositionShown::party>("party", "the party"),
      member<&PositionShown::stated>("stated",
                                     "the kinds of what it stated: numbers, ranges, marks, order, "
                                     "packages, lines; nothing"),
      member<&PositionShown::lines>("red_line_count", "its red lines"),
      member<&PositionShown::yes>("yes", "outcomes it says yes to; none: too many to count"),
      member<&PositionShown::open>("undecided", "outcomes it has not decided; none: the same"),
      member<&PositionShown::no>("no", "outcomes it says no to; none: the same"),
      member<&PositionShown::contradictions>("contradictions",
                                             "outcomes it says yes and no to in words; they count "
                                             "as no; none: the same"),
      member<&PositionShown::self_blocking>("self_blocking", "lines that no outcome keeps"));
};

struct TalksCheckAnswer {
  std::vector<IssueShown> issues;
  std::vector<PositionShown> positions;
  talks::Number outcomes;
  std::string sha256;
  std::uint64_t rules = 0;
  std::vector<std::string> silent_parties;
  std::vector<Message> problems;
  std::vector<std::string> notes;

  static constexpr auto described = object(
      "talks_check", "A domain and positions, read back",
      member<&TalksCheckAnswer::issues>("issues_shown", "in the order of the domain"),
      member<&TalksCheckAnswer::positions>("positions_shown", "in the order of the parties' ids"),
      member<&TalksCheckAnswer::outcomes>("domain_outcomes", "outcomes of the domain"),
      member<&TalksCheckAnswer::sha256>("domain_sha256",
                                        "digest of the domain's bytes, which positions name"),
      member<&TalksCheckAnswer::rules>("public_rules", "number of public rules"),
      member<&TalksCheckAnswer::silent_parties>("silent_parties",
                                                "parties of the domain without a position"),
      member<&TalksCheckAnswer::problems>("problems", "warnings; errors refuse the question"),
      member<&TalksCheckAnswer::notes>("notes", "what must be said beside it"));
};

[[nodiscard]] Answered<TalksCheckAnswer> talks_check(const TalksFiles& files,
                                                     const TalksCheckQuestion& asked);

extern const Question talks_check_question;

}  // namespace accord::answers
