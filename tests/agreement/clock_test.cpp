#include "agreement/history/clock.h"

#include <gmock/gmock.h>

#include "support/story.h"

namespace accord::agreement {
namespace {

using tests::day;
using tests::Story;

/// Worked text 11 of the chapter, with the openings of 2020 and 2025 on record.
constexpr const char* text = R"(accord 1
agreement demo "Demo" {
  party iran "Iran"
  party fr "France"
  party us "United States"
  party e3 "E3" = { fr }
  event referral "Referral"
  event notification "Notification"
  event resolution "Resolution to continue adopted"
  day termination = 2025-10-18
  procedure DRM "Dispute resolution" ref "36" {
    opens by { iran, e3 } with referral
    stage first 15 days extendable "Joint Commission"
    stage review 15 days extendable "ministers"
    stage again 5 days "Joint Commission considers the opinion"
    leads to "grounds to cease performing"
  }
  procedure SNAPBACK "Snapback" ref "37" {
    opens by e3 with notification
    stage council_vote 30 days
    stops on resolution
    leads to "the earlier resolutions apply again"
    available until termination
  }
  example "record" {
    given event referral on 2020-01-14 by fr
    given event notification on 2020-08-20 by us
    given event notification on 2025-08-28 by fr
  }
}
)";

std::vector<Day> ends(const ClockDates& clock) {
  std::vector<Day> out;
  for (const StageDates& s : clock.stages) out.push_back(s.until);
  return out;
}

TEST(Clock, StagesEndOneAfterTheOther) {
  const Story story(text);
  const auto both = clocks(*story.evaluator, {}, day("2020-01-14"), {}, day("2020-12-31"));
  ASSERT_TRUE(both);
  EXPECT_THAT(ends(both->at(0)),
              testing::ElementsAre(day("2020-01-29"), day("2020-02-13"), day("2020-02-18")));
  EXPECT_EQ(both->at(0).shortest_days, 35);
  EXPECT_EQ(both->at(1).runs_out, day("2020-03-19"));
  EXPECT_EQ(both->at(1).runs_out - both->at(0).opened, 65);  // 15 + 15 + 5 + 30
}

TEST(Clock, AnExtensionMovesWhatFollows) {
  const Story story(text);
  const auto one = clock(*story.evaluator, "DRM", day("2020-01-14"), {{"first", day("2020-02-10")}},
                         day("2020-12-31"));
  ASSERT_TRUE(one);
  EXPECT_EQ(one->runs_out, day("2020-03-01"));  // 10 February + 15 + 5 days, in a leap year
}

TEST(Clock, RefusesWhatTheTextDoesNotAllow) {
  const Story story(text);
  const Day known = day("2020-12-31");
  const auto code = [&](const char* procedure, std::vector<StageEnd> given) {
    const auto made = clocks(*story.evaluator, {procedure}, day("2020-01-14"), given, known);
    return made ? std::string() : made.error().code;
  };
  EXPECT_EQ(code("NONE", {}), "A080");
  EXPECT_EQ(code("DRM", {{"council_vote", day("2020-03-01")}}), "A081");
  EXPECT_EQ(code("DRM", {{"again", day("2020-03-01")}}), "A082");
  EXPECT_EQ(code("DRM", {{"first", day("2020-01-13")}}), "A083");
}

TEST(Clock, KnowsWhetherItCouldStillBeCompleted) {
  const Story story(text);
  const auto late = clock(*story.evaluator, "SNAPBACK", day("2025-09-30"), {}, day("2026-01-01"));
  ASSERT_TRUE(late);
  EXPECT_TRUE(late->opened_in_time);
  EXPECT_FALSE(late->completes_in_time);  // 30 October is after 18 October
  const auto never = clock(*story.evaluator, "SNAPBACK", day("2025-10-18"), {}, day("2026-01-01"));
  ASSERT_TRUE(never);
  EXPECT_FALSE(never->opened_in_time);
}

TEST(Clock, ListsTheOpeningsOnRecordAndWhoMayOpen) {
  const Story story(text);
  const auto all = clocks_on_record(*story.evaluator, day("2025-12-31"), day("2025-12-31"));
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].procedure, "DRM");
  EXPECT_TRUE(all[0].opener_named);  // France, a member of the group named
  EXPECT_THAT(all[1].openers, testing::ElementsAre("us"));
  EXPECT_FALSE(all[1].opener_named);
  EXPECT_EQ(all[2].runs_out, day("2025-09-27"));
}

TEST(Clock, AStoppingEventOnRecordStopsIt) {
  std::string stopped(text);
  stopped.insert(stopped.rfind("given event notification on 2025"),
                 "given event resolution on 2025-09-10\n    ");
  const Story story(stopped);
  const auto all = clocks_on_record(*story.evaluator, day("2025-12-31"), day("2025-12-31"));
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[2].stopped_on, day("2025-09-10"));
  EXPECT_THAT(clock_text(all[2]),
              testing::HasSubstr("stopped on 2025-09-10 by “Resolution to continue adopted”"));
  EXPECT_FALSE(
      clocks_on_record(*story.evaluator, day("2025-09-09"), day("2025-09-09")).back().stopped_on);
}

}  // namespace
}  // namespace accord::agreement
