#include "studies.h"

/// Signs, gaps and pulses (statistics chapter, 1.6).
namespace accord::balance {
namespace {

using namespace studies;

Location pipe(std::vector<double> time, std::vector<double> value, double until) {
  Location out;
  out.name = "pipe";
  out.systematic = 0.02;
  out.source_key = "meter";
  out.until = until;
  out.time = std::move(time);
  out.value = std::move(value);
  out.negative = true;
  return out;
}

TEST(Study, ErrorsOfOneMeterFollowTheSignOfWhatItReads) {
  // Statistics chapter, 1.6: −9 in and +9 out, δ = 0.02 shared: 0.02·(−9 − 9) = 0.36.
  Study study;
  study.edges = {0, 10};
  Location in = pipe({1}, {-9}, 10), out = pipe({1}, {9}, 10);
  in.kind = out.kind = FlowKind::discrete;
  in.until = out.until = std::nullopt;
  out.name = "out";
  out.role = LocationRole::output;
  study.locations = {in, out};
  EXPECT_NEAR(balance(study).periods[0].sigma_kg, 0.36, 1e-15);
  // Forward 10·2, back 9·2: the errors cancel but for 2 kg.
  study.edges = {0, 4};
  study.locations = {pipe({0, 2}, {10, -9}, 4)};
  EXPECT_NEAR(balance(study).periods[0].sigma_kg, 0.04, 1e-15);
}

Location hourly_with_gap() {
  Location out = feed();
  out.time = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 90, 91, 96};
  out.value = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0};
  out.until = 100;
  return out;
}

TEST(Study, APeriodWithAGapIsNotMeasured) {
  Study study;
  study.edges = {0, 5, 50, 95, 100};
  study.locations = {hourly_with_gap()};
  EXPECT_THAT(faults(study), ElementsAre("0 B030 @10 time"));
  const Balance b = *balance_of(study).balance;
  EXPECT_EQ(b.periods[0].status, Status::measured);
  EXPECT_DOUBLE_EQ(b.periods[0].muf_kg, 5);
  EXPECT_EQ(b.periods[1].status, Status::not_measured);
  EXPECT_EQ(b.periods[2].status, Status::not_measured);
  EXPECT_TRUE(std::isnan(b.periods[1].muf_kg) && std::isnan(b.periods[1].sigma_kg));
  EXPECT_TRUE(std::isnan(b.muf.covariance_kg2(0, 1)));
  EXPECT_FALSE(b.is_measured());
  study.gaps = measurement::Gaps::hold;
  EXPECT_DOUBLE_EQ(balance(study).periods[1].muf_kg, 45);
}

TEST(Study, AStepIsNoGapWhereTheRateIsZeroOrTheStudySaysSo) {
  Study study;
  study.edges = {0, 100};
  Location flow = hourly_with_gap();
  flow.value[9] = 0;
  study.locations = {flow};
  EXPECT_THAT(faults(study), IsEmpty());
  study.locations[0].between = measurement::Between::linear;  // the line goes up from 0
  EXPECT_THAT(faults(study), ElementsAre("0 B030 @10 time"));
  study.locations = {hourly_with_gap()};
  study.locations[0].gap_max = 81;
  EXPECT_THAT(faults(study), IsEmpty());
}

TEST(Study, AnInventoryFarFromTheEndOfAPeriodIsNoneOfIt) {
  Study study;
  study.edges = {0, 10, 20};
  study.inventory_at = InventoryAt::last;
  Location store = tank();
  store.time = {0, 9.5, 19.4};  // 5 %, and 6 % of the period away
  study.locations = {store};
  EXPECT_THAT(faults(study), ElementsAre("0 B030 @2 time"));
  const Balance b = *balance_of(study).balance;
  EXPECT_EQ(b.periods[0].status, Status::measured);
  EXPECT_EQ(b.periods[1].status, Status::not_measured);
}

/// Statistics chapter, 3.8: the flows of a period that was not closed are merged with those of the
/// next.
TEST(Study, PeriodsThatMeetWithoutAnInventoryAreOneWhereTheStudySaysSo) {
  Study study = two_periods();
  study.edges = {0, 5, 10, 15, 20};
  study.locations[2].time = {0, 5, 9, 20};  // late at 10, none at 15
  study.locations[2].value = {5, 11, 18, 19.5};
  study.inventory_at = InventoryAt::last;
  const MadeStudyBalance apart = balance_of(study);
  EXPECT_EQ(apart.balance->periods[0].status, Status::measured);
  for (const std::size_t t : {1U, 2U, 3U})
    EXPECT_EQ(apart.balance->periods[t].status, Status::not_measured);
  Study merged = study;
  EXPECT_THAT(merge_open_ends(merged), IsEmpty());  // only where it is asked for
  merged.gaps = measurement::Gaps::merge;
  const std::vector<StudyFault> said = merge_open_ends(merged);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0].fault.message,
            "the inventory of “tank” at 10 was sampled at 9, farther than 5 % of the period: the "
            "periods from 5 to 10 and from 10 to 15 are one");
  EXPECT_EQ(said[1].location, 2U);
  EXPECT_THAT(merged.edges, ElementsAre(0, 5, 20));
  Study by_hand = study;
  by_hand.edges = {0, 5, 20};
  expect_same(balance(merged), balance(by_hand));
  EXPECT_TRUE(balance(merged).is_measured());
  merged = study;
  merged.gaps = measurement::Gaps::merge;
  merged.inventory_at = InventoryAt::exact;  // nothing at 10 and 15 at all
  EXPECT_EQ(
      merge_open_ends(merged).front().fault.message,
      "there is no inventory of “tank” at 10: the periods from 5 to 10 and from 10 to 15 are one");
  expect_same(balance(merged), balance(by_hand));
}

TEST(Study, AClosedPulseEndsWithItsLastSampleThatIsOn) {
  // On from 1 to 3 at 10, the end logged at 50: 20 held to 3, not 490.
  Study study;
  study.edges = {0, 60};
  Location pulse = feed();
  pulse.time = {0, 1, 2, 3, 50};
  pulse.value = {0, 10, 10, 10, 0};
  pulse.until = 60;
  pulse.close_pulses = true;
  study.locations = {pulse};
  EXPECT_DOUBLE_EQ(balance(study).periods[0].muf_kg, 20);
  study.locations[0].between = measurement::Between::linear;
  EXPECT_DOUBLE_EQ(balance(study).periods[0].muf_kg, 20);
  study.locations[0].between = measurement::Between::hold;
  study.locations[0].close_pulses = false;
  study.gaps = measurement::Gaps::hold;
  EXPECT_DOUBLE_EQ(balance(study).periods[0].muf_kg, 490);
}

}  // namespace
}  // namespace accord::balance
