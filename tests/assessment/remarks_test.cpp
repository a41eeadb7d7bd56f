#include "assessment/remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/check/check.h"
#include "support/public_record.h"

/// Which rows of the tables feed nothing: expected by hand.
namespace accord::assessment {
namespace {

using test::day;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* text = R"(accord 1
agreement small "Small" {
  party a "A"
  party b "B"
  measure stock "stock of salt" amount t data { stock_t }
  measure work "work at the mine" activity
  event visit "Visit of the mine" data { E-1 }
  event prisoners "Release of prisoners"
  day start = 2025-01-01
  term T "Stock" { obliges a owed b verifier none from start without end limit stock <= 5 t }
})";

/// A workspace with rows of one table, one line each.
class Small {
 public:
  Small() { workspace_.agreement = agreement::read(text, "small.accord").agreement; }

  std::uint32_t row(std::string id, std::string category, std::string known,
                    bool background = false) {
    auto& records = workspace_.records;
    const auto origin = static_cast<std::uint32_t>(records.origins.size());
    evidence::Origin& made = records.origins.emplace_back();
    made.id = id;
    made.file = "data/log.csv";
    made.row = origin + 2;
    evidence::EventRecord& event = records.events.emplace_back();
    event.head.valid = event.head.known = day(known);
    event.head.origin = origin;
    event.names = {std::move(id)};
    event.category = std::move(category);
    workspace_.rows.push_back({origin, background});
    return origin;
  }
  void figure(std::uint32_t origin, std::string metric) {
    evidence::Observation& made = workspace_.records.observations.emplace_back();
    made.head = workspace_.records.events[origin].head;
    made.metric = std::move(metric);
  }
  void declaration(std::uint32_t origin) {
    workspace_.records.declarations.emplace_back().head = workspace_.records.events[origin].head;
  }
  [[nodiscard]] std::vector<std::string> sentences(const char* known = "2025-12-31") const {
    return assessment::sentences(remarks_of(workspace_, day(known)), workspace_.records);
  }
  formats::Workspace& operator*() { return workspace_; }

 private:
  formats::Workspace workspace_;
};

TEST(Remarks, NothingToSayWithoutRowsOrWhereEveryRowFeedsSomething) {
  Small small;
  EXPECT_THAT(small.sentences(), IsEmpty());
  small.row("E-1", "visit", "2025-02-01");                          // an event of the text names it
  small.figure(small.row("E-2", "sale", "2025-02-01"), "stock_t");  // data of a measure
  small.figure(small.row("E-3", "sale", "2025-02-01"), "stock");    // the measure itself
  small.declaration(small.row("E-4", "word", "2025-02-01"));
  EXPECT_THAT(small.sentences(), IsEmpty());
}

TEST(Remarks, RowsWithoutUseAreNamedWithTheNameTheyMayMean) {
  Small small;
  small.row("E-2", "talks", "2025-02-01");
  small.row("E-3", "prisoner", "2025-02-01");  // one letter away from the event
  small.row("E-4", "release", "2025-02-01");   // a word of its title
  small.row("E-5", "visit", "2025-02-01");     // its name, which no line of accord.toml explains
  small.row("E-6", "", "2025-02-01");
  EXPECT_THAT(
      small.sentences(),
      ElementsAre("5 rows feed no event or measure: E-2 (talks), E-3 (prisoner: did you mean "
                  "“prisoners”?), E-4 (release: did you mean “prisoners”?), E-5 (visit: the "
                  "text has an event of this name), E-6"));
}

TEST(Remarks, AFigureOfARowThatIsAnEventIsStillMissed) {
  Small small;
  small.figure(small.row("E-1", "visit", "2025-02-01"), "stok_t");
  const auto found = remarks_of(*small, day("2025-12-31"));
  ASSERT_EQ(found.unfed_rows.size(), 1U);
  EXPECT_TRUE(found.unfed_rows[0].only_a_figure);
  EXPECT_EQ(found.unfed_rows[0].did_you_mean->name, "stock");
  EXPECT_EQ(found.unfed_rows[0].did_you_mean->kind, Offer::Kind::measure);
  EXPECT_THAT(small.sentences(),
              ElementsAre("1 figure feeds no measure: E-1 (stok_t: did you mean “stock”?)"));
}

TEST(Remarks, ManyRowsOfOneWordAreCounted) {
  Small small;
  for (char c = 'a'; c <= 'g'; ++c) small.row(std::string("R-") + c, "talks", "2025-02-01");
  EXPECT_THAT(small.sentences(), ElementsAre("7 rows feed no event or measure: R-a, R-b, R-c, R-d, "
                                             "R-e and 2 more (talks)"));
}

TEST(Remarks, WhatWasSetAsideOnPurposeIsOnlyCounted) {
  Small small;
  small.row("E-2", "talks", "2025-02-01", true);
  small.row("E-1", "visit", "2025-02-01", true);  // it feeds an event all the same
  const auto found = remarks_of(*small, day("2025-12-31"));
  EXPECT_THAT(found.unfed_rows, IsEmpty());
  EXPECT_EQ(found.background_rows, 1U);
}

TEST(Remarks, ARowThatBecameKnownLaterSaysNothingYet) {
  Small small;
  small.row("E-2", "talks", "2025-02-02", true);
  small.row("E-3", "talks", "2025-02-02");
  small.figure(small.row("E-1", "visit", "2025-02-02"), "stok_t");
  EXPECT_EQ(remarks_of(*small, day("2025-02-01")).background_rows, 0U);
  EXPECT_THAT(small.sentences("2025-02-01"), IsEmpty());
  EXPECT_EQ(small.sentences("2025-02-02").size(), 2U);
}

TEST(Remarks, EveryRowOfThePublicRecordFeedsSomethingOrWasSetAside) {
  const auto found = remarks_of(*test::public_record(), day("2026-12-31"));
  EXPECT_THAT(sentences(found, test::public_record()->records), IsEmpty());
  EXPECT_GT(found.background_rows, 20U);
}

}  // namespace
}  // namespace accord::assessment
