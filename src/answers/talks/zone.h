#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/talks/fail_on.h"
#include "answers/talks/given.h"
#include "answers/talks/package.h"
#include "talks/zone/zone.h"

namespace accord::described {

template <>
struct Words<talks::ZoneWord> {
  static constexpr auto last = talks::ZoneWord::excluded;
  static constexpr std::string_view name = "zone_word", words[] = {"sure", "possible", "excluded"};
};

}  // namespace accord::described

namespace accord::answers {

struct ZoneQuestion {
  ZoneFailOn fail_on_answer = ZoneFailOn::possible;

  static constexpr auto described =
      object("zone_question", "Is an accord possible: sure, possible or excluded",
             member<&ZoneQuestion::fail_on_answer>(
                 "fail_on_answer",
                 "exit status 1 also for possible, or for excluded alone: a script must not read "
                 "possible as yes")
                 .as_flag("--fail-on")
                 .shown_as("ANSWER"));
};

struct NearestShown {
  std::uint64_t open_parties = 0, outcomes = 0;
  PackageShown package;
  std::vector<std::string> ask;

  static constexpr auto described =
      object("nearest", "The outcomes with the fewest parties that have not said yes",
             member<&NearestShown::open_parties>("open_parties", "how few"),
             member<&NearestShown::outcomes>("outcomes_as_near", "how many outcomes have so few"),
             member<&NearestShown::package>("package", "the first of them by rank"),
             member<&NearestShown::ask>("ask", "the parties that have not said yes to it"));
};

struct ZoneShown {
  talks::ZoneWord answer{};
  std::string sentence;
  std::optional<talks::Number> sure_outcomes, possible_outcomes;
  std::vector<std::string> silent_parties;
  std::optional<PackageShown> first_sure;
  std::optional<NearestShown> nearest;
  std::string method;
  ZoneFailOn fails_on = ZoneFailOn::possible;

  [[nodiscard]] bool agreement_possible() const { return answer != talks::ZoneWord::excluded; }
  [[nodiscard]] bool is_no() const {
    return answer == talks::ZoneWord::excluded ||
           (answer == talks::ZoneWord::possible && fails_on == ZoneFailOn::possible);
  }

  static constexpr auto described = object(
      "zone", "Whether an accord is possible",
      member<&ZoneShown::answer>("zone_answer",
                                 "sure: some outcome is yes for all; possible: some outcome is "
                                 "excluded by nobody, and none is known to be yes for all; "
                                 "excluded: some party says no to each outcome"),
      member<&ZoneShown::agreement_possible>("agreement_possible", "whether it is not excluded"),
      member<&ZoneShown::sentence>("sentence", "the answer in its fixed words"),
      member<&ZoneShown::sure_outcomes>("sure_outcomes",
                                        "outcomes that are yes for all; none: not counted"),
      member<&ZoneShown::possible_outcomes>(
          "possible_outcomes",
          "outcomes that nobody excludes, those that are yes for all too; none: not counted"),
      member<&ZoneShown::silent_parties>("silent_parties",
                                         "parties of the domain without a position: open to "
                                         "everything, which is never a yes"),
      member<&ZoneShown::first_sure>("first_sure",
                                     "the outcome of least rank that is yes for all; none: there "
                                     "is none, or they were not walked over"),
      member<&ZoneShown::nearest>("nearest",
                                  "where possible: what is nearest to a yes of all; "
                                  "none: the answer is another"),
      member<&ZoneShown::method>("method", "how it was found"),
      member<&ZoneShown::fails_on>("fails_on", "the answer from which the exit status is 1"),
      member<&ZoneShown::is_no>("is_no", "whether the exit status is 1, as asked for").deciding());
};

[[nodiscard]] Answered<ZoneShown> zone(const TalksFiles& files, const ZoneQuestion& asked);

extern const Question zone_question;

}  // namespace accord::answers
