#include "assessment/unsure.h"

#include <gtest/gtest.h>

#include "agreement/check/check.h"
#include "assessment/assessment.h"
#include "support/public_record.h"

/// What a row may mean is not judged on the rest in silence: states by hand.
namespace accord::assessment {
namespace {

using evidence::Finding;
using evidence::Observation;
using evidence::Relation;
using evidence::State;
using test::day;

constexpr const char* text = R"(accord 1
agreement small "Small" {
  party a "A"
  party b "B"
  measure stock "stock of salt" amount t data { stock_t }
  measure digging "work at the mine" activity
  event report "Yearly report"
  day start = 2025-01-01
  term STOCK "Stock" ref "1" { obliges a owed b verifier none from start without end limit stock <= 5 t }
  term WORK "No work" ref "2" { obliges a owed b verifier none from start without end prohibit digging }
  term REPORT "Report" ref "3" { obliges a owed b verifier none from start without end duty report by 2025-03-31 }
})";

class Small {
 public:
  Small() { workspace_.agreement = agreement::read(text, "small.accord").agreement; }

  /// A row about A, with its category; `known` on its day.
  Small& row(const char* on, const char* category, const char* party = "a") {
    auto& records = workspace_.records;
    const auto origin = static_cast<std::uint32_t>(records.origins.size());
    evidence::Origin& made = records.origins.emplace_back();
    made.id = "R-" + std::to_string(origin + 1);
    made.file = "data/log.csv";
    made.row = origin + 2;
    evidence::EventRecord& event = records.events.emplace_back();
    event.head.valid = event.head.known = day(on);
    event.head.origin = origin;
    event.head.party = party;
    event.names = {made.id};
    event.category = category;
    workspace_.rows.push_back({origin, false});
    return *this;
  }
  Small& figure(const char* on, const char* metric, std::int64_t tonnes) {
    row(on, "count");
    Observation& made = add(metric, Relation::equal);
    made.value = {tonnes, 0};
    made.unit = "t";
    return *this;
  }
  Small& seen(const char* on, const char* metric, bool yes) {
    row(on, "visit");
    add(metric, yes ? Relation::seen : Relation::not_seen);
    return *this;
  }
  [[nodiscard]] Finding judged(const char* term, const char* on) const {
    Query query;
    query.on = day(on);
    const auto made = Assessment::make(std::make_shared<formats::Workspace>(workspace_), query);
    return *made.value().find(term);
  }

 private:
  Observation& add(const char* metric, Relation relation) {
    Observation& made = workspace_.records.observations.emplace_back();
    made.head = workspace_.records.events.back().head;
    made.metric = metric;
    made.relation = relation;
    return made;
  }
  formats::Workspace workspace_;
};

TEST(Unsure, AStockOfAnOlderDayIsNotShown) {
  const Small small = Small().figure("2025-02-01", "stock_t", 3).figure("2025-03-01", "stok_t", 9);
  EXPECT_EQ(small.judged("STOCK", "2025-02-28").state, State::met);
  const Finding found = small.judged("STOCK", "2025-03-01");
  EXPECT_EQ(found.state, State::no_value);
  ASSERT_TRUE(found.last_known);
  EXPECT_EQ(found.last_known->state, State::met);
  EXPECT_EQ(found.last_known->valid, day("2025-02-01"));
  EXPECT_EQ(found.rules[0].reason,
            "the row R-2 (data/log.csv:3) may be about it: its metric “stok_t” feeds nothing");
}

TEST(Unsure, AStockOfALaterDayCounts) {
  const Small small = Small().figure("2025-02-01", "stok_t", 9).figure("2025-03-01", "stock_t", 3);
  EXPECT_EQ(small.judged("STOCK", "2025-03-01").state, State::met);
}

TEST(Unsure, ARowOfTheSameDayMayStandInTheFiguresPlace) {
  const Small small = Small().figure("2025-03-01", "stock_t", 9).figure("2025-03-01", "stok_t", 3);
  EXPECT_EQ(small.judged("STOCK", "2025-03-01").state, State::no_value);
}

TEST(Unsure, ARowFarFromEveryNameChangesNothing) {
  const Small small =
      Small().figure("2025-02-01", "stock_t", 3).figure("2025-03-01", "pressure", 9);
  EXPECT_EQ(small.judged("STOCK", "2025-03-01").state, State::met);
}

TEST(Unsure, AnActivityIsNeitherMetNorExceededByAnOlderWord) {
  for (const bool yes : {false, true}) {
    const Small small =
        Small().seen("2025-02-01", "digging", yes).seen("2025-03-01", "diging", !yes);
    EXPECT_EQ(small.judged("WORK", "2025-02-28").state, yes ? State::exceeded : State::met);
    EXPECT_EQ(small.judged("WORK", "2025-03-01").state, State::no_value);
  }
  const Small later =
      Small().seen("2025-03-01", "diging", false).seen("2025-03-02", "digging", true);
  EXPECT_EQ(later.judged("WORK", "2025-03-02").state, State::exceeded);
}

TEST(Unsure, ASilenceIsNoBreachWhileARowInTimeMayBeTheAct) {
  EXPECT_EQ(Small().row("2025-03-01", "visit").judged("REPORT", "2025-04-01").state,
            State::overdue);
  const Small small = Small().row("2025-03-01", "reprt");
  EXPECT_EQ(small.judged("REPORT", "2025-03-31").state, State::not_due);
  const Finding found = small.judged("REPORT", "2025-04-01");
  EXPECT_EQ(found.state, State::no_value);
  ASSERT_EQ(found.rules[0].evidence.size(), 1U);
  EXPECT_EQ(found.rules[0].evidence[0].origin, 0U);
}

TEST(Unsure, ARowThatCameTooLateOrIsAnothersDoesNotExcuse) {
  EXPECT_EQ(Small().row("2025-04-01", "reprt").judged("REPORT", "2025-04-02").state,
            State::overdue);
  EXPECT_EQ(Small().row("2025-03-01", "reprt", "b").judged("REPORT", "2025-04-01").state,
            State::overdue);
}

}  // namespace
}  // namespace accord::assessment
