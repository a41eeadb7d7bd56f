#include <gmock/gmock.h>

#include "rules/year.h"

/// Rules of movements: V068, V080 to V083.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string natural = "610:5K#";

std::string sent(const std::string& day, const std::string& batch,
                 const std::string& weights = natural, const std::string& to = "ZZ/ZZB1",
                 const std::string& code = "SD") {
  return change(code, day, batch, "372:" + to + "#" + weights);
}
std::string received(const std::string& day, const std::string& batch,
                     const std::string& weights = natural, const std::string& from = "ZZ/ZZA1",
                     const std::string& code = "RD") {
  return change(code, day, "R" + batch + day.substr(6),
                "370:" + from + "#447:" + batch + "#" + weights);
}

struct Moves {
  Entries out, in;
  std::optional<Day> today = {};

  [[nodiscard]] std::vector<std::string> found() const {
    Reports reports;
    if (!out.empty()) reports.add({.mba = "ZZA1", .number = 1}, out);
    if (!in.empty()) reports.add({.mba = "ZZB1", .number = 2}, in);
    reports.state.tables.assessment_day = today;
    return reports.found();
  }
};

TEST(Transit, AShipmentAndItsReceiptHaveNoFinding) {
  EXPECT_THAT((Moves{{sent("20260610", "X")}, {received("20260610", "X")}}.found()), IsEmpty());
}

TEST(V080, AReceiptNeedsItsShipment) {
  EXPECT_THAT((Moves{{}, {received("20260610", "X")}}.found()), ElementsAre("V080 E 2/1 447"));
  // Another batch, another receiver, another shipper.
  EXPECT_THAT((Moves{{sent("20260610", "Y")}, {received("20260610", "X")}}.found()),
              ElementsAre("V080 E 2/1 447"));
  EXPECT_THAT(
      (Moves{{sent("20260610", "X", natural, "ZZ/ZZC1")}, {received("20260610", "X")}}.found()),
      ElementsAre("V080 E 2/1 447"));
  EXPECT_THAT(
      (Moves{{sent("20260610", "X")}, {received("20260610", "X", natural, "ZZ/ZZC1")}}.found()),
      ElementsAre("V080 E 2/1 447"));
}

TEST(V080, TheSecondReceiptOfOneShipmentIsWrong) {
  EXPECT_THAT(
      (Moves{{sent("20260610", "X")}, {received("20260612", "X"), received("20260611", "X")}}
           .found()),
      ElementsAre("V080 E 2/1 447"));
}

TEST(V080, EqualKeysGoInTheOrderOfTheirDays) {
  EXPECT_THAT((Moves{{sent("20260620", "X", "610:2K#"), sent("20260610", "X", "610:1K#")},
                     {received("20260621", "X", "610:2K#"), received("20260611", "X", "610:1K#")}}
                   .found()),
              IsEmpty());
}

TEST(V080, ImportsAreMatchedOnlyWithAStateWhoseReportsAreThere) {
  const std::string import = received("20260610", "X", natural, "YY/YYA1", "RF");
  EXPECT_THAT((Moves{{}, {import}}.found()), IsEmpty());
  Reports reports;
  reports.add({.mba = "ZZB1"}, {import});
  reports.add({.mba = "YYA1", .country = "YY"}, {sent("20260610", "Y", natural, "ZZ/ZZB1", "SF")});
  EXPECT_THAT(reports.found(), ElementsAre("V080 E 1/1 447"));
  reports.add({.mba = "YYA1",
               .number = 2,
               .date = "20260805",
               .period = "20260701/20260731",
               .country = "YY"},
              {sent("20260701", "X", natural, "ZZ/ZZB1", "SF")});
  EXPECT_THAT(reports.found(), ElementsAre("V082 W 1/1 412"));  // received before
}

TEST(V080, ADeletedShipmentIsNone) {
  Reports reports;
  reports.add({.mba = "ZZA1", .number = 1}, {sent("20260610", "X")});
  reports.add({.mba = "ZZB1", .number = 1}, {received("20260610", "X")});
  EXPECT_THAT(reports.found(), IsEmpty());
  reports.add({.mba = "ZZA1", .number = 2}, {"309:D/ZZ;1/1#"});
  EXPECT_THAT(reports.found(), ElementsAre("V080 E 1/1 447"));
}

TEST(V081, BothSidesSayTheSameWeights) {
  const auto with = [](const std::string& out, const std::string& in) {
    return Moves{{sent("20260610", "X", out)}, {received("20260610", "X", in)}}.found();
  };
  EXPECT_THAT(with("610:5K#", "610:5.000K#"), IsEmpty());
  EXPECT_THAT(with("610:5K#", "610:5.000001K#"), ElementsAre("V081 E 2/1 610"));
  EXPECT_THAT(with("630:1000G#670:40G#", "630:1001G#670:41G#"),
              ElementsAre("V081 E 2/1 630", "V081 E 2/1 670"));
  EXPECT_THAT(with("610:5K#", "800:5K#"), ElementsAre("V081 E 2/1 610", "V081 E 2/1 800"));
}

/// The first place of `was` in a change replaced.
std::string with(std::string entry, const std::string& was, const std::string& is) {
  return entry.replace(entry.find(was), was.size(), is);
}

TEST(V081, BothSidesSayTheSameItemsAndMaterial) {
  const auto changed = [](const std::string& was, const std::string& is) {
    return Moves{{sent("20260610", "X")}, {with(received("20260610", "X"), was, is)}}.found();
  };
  EXPECT_THAT(changed("470:1#", "470:2#"), ElementsAre("V081 E 2/1 470"));
  EXPECT_THAT(changed("430:F/U/N/B#", "430:F/U/N/C#"), ElementsAre("V081 E 2/1 430"));
}

TEST(V081, WhatTheReaderRefusedIsNotCompared) {
  const auto changed = [](const std::string& was, const std::string& is) {
    return Moves{{sent("20260610", "X")}, {with(received("20260610", "X"), was, is)}}.found();
  };
  EXPECT_THAT(changed("470:1#", "470:1.5#"), IsEmpty());
  EXPECT_THAT(changed("430:F/U/N/B#", "430:F/U/N/5#"), IsEmpty());
  EXPECT_THAT(changed("610:5K#", "610:FIVEK#"), IsEmpty());
  EXPECT_THAT(changed("412:20260610#", "412:20260631#"), IsEmpty());
}

TEST(V082, AReceiptIsNotBeforeItsShipment) {
  EXPECT_THAT((Moves{{sent("20260610", "X")}, {received("20260609", "X")}}.found()),
              ElementsAre("V082 W 2/1 412"));
}

TEST(V082, AShipmentIsReceivedWithinThirtyDaysAfterItsMonth) {
  EXPECT_THAT((Moves{{sent("20260601", "X")}, {}}.found()), IsEmpty());  // no day to compare with
  EXPECT_THAT((Moves{{sent("20260601", "X")}, {}, day_of(2026, 7, 30)}.found()), IsEmpty());
  EXPECT_THAT((Moves{{sent("20260601", "X")}, {}, day_of(2026, 7, 31)}.found()),
              ElementsAre("V082 W 1/1 372"));
  EXPECT_THAT(
      (Moves{{sent("20260601", "X", natural, "YY/YYA1", "SF")}, {}, day_of(2027, 1, 1)}.found()),
      IsEmpty());
}

/// A receipt of 1000 g of plutonium on 10 June and a difference, with 0.3 and 0.4 per cent.
std::vector<std::string> difference(const std::string& day, const std::string& batch,
                                    const std::string& weight) {
  Reports reports;
  reports.add({.mba = "ZZA1"}, {sent("20260610", "X", "700:1000G#")});
  reports.add({.mba = "ZZB1", .number = 2},
              {received("20260610", "X", "700:1000G#"), change("DI", day, batch, weight)});
  reports.state.tables.transfers.push_back({"ZZB1", material::Kind::plutonium, {3, 3}, {4, 3}});
  return reports.found();
}

TEST(V068, ADifferenceIsOfABatchThatWasReceived) {
  EXPECT_THAT(difference("20260610", "RX10", "700:5G#"), IsEmpty());
  EXPECT_THAT(difference("20260612", "RX10", "700:5G#"), IsEmpty());
  EXPECT_THAT(difference("20260609", "RX10", "700:5G#"), ElementsAre("V068 E 2/2 446"));
  EXPECT_THAT(difference("20260612", "X", "700:5G#"), ElementsAre("V068 E 2/2 446"));
}

TEST(V068, ADifferenceIsOfTheReceiver) {
  EXPECT_THAT((Moves{{sent("20260610", "X"), change("DI", "20260611", "X", "610:0.1K#")},
                     {received("20260610", "X")}}
                   .found()),
              ElementsAre("V068 E 1/2 446"));
}

TEST(V068, ADifferenceOnAnUnreadableDayIsNotChecked) {
  EXPECT_THAT(difference("20260631", "RX10", "700:5G#"), IsEmpty());
}

TEST(V083, ThreeTimesTheUncertaintyIsTheLimit) {
  // 3 · √(0.003² + 0.004²) · 1000 g = 15 g.
  EXPECT_THAT(difference("20260612", "RX10", "700:15G#"), IsEmpty());
  EXPECT_THAT(difference("20260612", "RX10", "700:-15G#"), IsEmpty());
  EXPECT_THAT(difference("20260612", "RX10", "700:15.000001G#"), ElementsAre("V083 W 2/2 700"));
  EXPECT_THAT(difference("20260612", "RX10", "700:-15.000001G#"), ElementsAre("V083 W 2/2 700"));
}

TEST(V083, WithoutAnUncertaintyThereIsNoLimit) {
  EXPECT_THAT((Moves{{sent("20260610", "X")},
                     {received("20260610", "X"), change("DI", "20260611", "RX10", "610:4K#")}}
                   .found()),
              IsEmpty());
}

}  // namespace
}  // namespace accord::accounting::test
