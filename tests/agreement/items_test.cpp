#include "items/items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "agreement/item_story.h"

namespace accord::items {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Kind = ItemChange::Kind;

/// Party p with three items on 2021-01-01, no notices wanted.
class Items : public testing::Test {
 protected:
  Items() {
    s.settings.notify_days.reset();
    s.declare("p", "2021-01-01", false, {"x1 a north up", "x2 a north up", "x3 b south down"});
  }
  ItemStory s;
};

std::string line(const ItemBalance& b) {
  return b.type + " " + b.site + " " + b.status + ": " + std::to_string(b.opening) + "+" +
         std::to_string(b.produced) + "+" + std::to_string(b.arrived) + "-" +
         std::to_string(b.left) + "-" + std::to_string(b.eliminated) + "=" +
         std::to_string(b.expected()) + ", " + std::to_string(b.declared);
}

std::string line(const ItemHolding& h) {
  return h.party + " " + h.type + " " + h.site + " " + h.status + " " + std::to_string(h.count);
}

template <class T>
std::vector<std::string> lines(const std::vector<T>& all) {
  std::vector<std::string> out;
  for (const T& one : all) out.push_back(line(one));
  return out;
}

TEST_F(Items, TheBalanceOfEveryCategoryAndSiteHoldsWhenEveryChangeIsDeclared) {
  s.change("p", "2021-02-01", Kind::produced, "x4", "a", "", "north", "up");
  s.change("p", "2021-02-02", Kind::moved, "x1", "", "north", "south");
  s.change("p", "2021-02-03", Kind::status_changed, "x2", "", "", "", "down");
  s.change("p", "2021-02-04", Kind::converted, "x3", "a");
  s.change("p", "2021-02-05", Kind::eliminated, "x3");
  s.declare("p", "2021-03-01", true, {"x1 a south up", "x2 a north down", "x4 a north up"});
  EXPECT_THAT(s.faults(), IsEmpty());
  EXPECT_THAT(lines(s.review().balances),
              UnorderedElementsAre("a north up: 2+1+0-2-0=1, 1", "a north down: 0+0+1-0-0=1, 1",
                                   "a south up: 0+0+1-0-0=1, 1", "a south down: 0+0+1-0-1=0, 0",
                                   "b south down: 1+0+0-1-0=0, 0"));
  EXPECT_THAT(lines(s.review("2021-02-02").holdings),
              ElementsAre("p a north up 2", "p a south up 1", "p b south down 1"));
}

TEST_F(Items, AnItemThatVanishesAppearsOrDiffersIsFoundOnceAndTheUpdateCounts) {
  s.declare("p", "2021-03-01", true, {"x1 a south up", "x3 b south down", "x9 b south down"});
  s.declare("p", "2021-06-01", true, {"x1 a south up", "x3 b south down", "x9 b south down"});
  EXPECT_THAT(s.faults(),
              ElementsAre("2021-03-01 item_missing x2", "2021-03-01 item_unexplained x9",
                          "2021-03-01 item_differs x1"));
  EXPECT_THAT(lines(s.review("2021-03-01").balances),
              UnorderedElementsAre("a north up: 2+0+0-0-0=2, 0", "a south up: 0+0+0-0-0=0, 1",
                                   "b south down: 1+0+0-0-0=1, 2"));
}

TEST_F(Items, AnIdentifierIsNeverUsedAgain) {
  s.change("p", "2021-02-01", Kind::eliminated, "x1");
  s.change("p", "2021-02-02", Kind::produced, "x1", "a", "", "north", "up");
  s.change("p", "2021-02-03", Kind::produced, "x2", "a", "", "north", "up");
  s.change("p", "2021-02-04", Kind::left, "x3");
  s.change("p", "2021-02-05", Kind::produced, "x3", "b", "", "south", "up");
  EXPECT_THAT(s.faults(),
              ElementsAre("2021-02-02 identifier_reused x1", "2021-02-03 identifier_twice x2",
                          "2021-02-05 identifier_reused x3"));
}

TEST_F(Items, AnItemMayLeaveAndArriveElsewhereUnderItsIdentifier) {
  s.declare("q", "2021-01-01", false, {"y1 a east up"});
  s.change("p", "2021-02-01", Kind::left, "x1");
  s.change("q", "2021-02-02", Kind::arrived, "x1", "a", "", "east", "up");
  EXPECT_THAT(s.faults(), IsEmpty());
  s.declare("p", "2021-03-01", true, {"x1 a north up", "x2 a north up", "x3 b south down"});
  EXPECT_THAT(s.faults(), ElementsAre("2021-03-01 identifier_twice x1"));
}

TEST_F(Items, OneDeclarationListsAnItemOnce) {
  s.declare("p", "2021-03-01", true,
            {"x1 a north up", "x2 a north up", "x2 a north up", "x3 b south down"});
  EXPECT_THAT(s.faults(), ElementsAre("2021-03-01 identifier_twice x2"));
}

TEST_F(Items, AChangeMustStartFromWhatTheDatabaseShows) {
  s.change("p", "2021-02-01", Kind::moved, "x1", "", "south", "north");
  s.change("p", "2021-02-02", Kind::moved, "x7", "", "north", "south");
  s.change("q", "2021-02-03", Kind::eliminated, "x2");
  EXPECT_THAT(s.faults(), ElementsAre("2021-02-01 change_differs x1", "2021-02-02 item_unknown x7",
                                      "2021-02-03 item_unknown x2"));
}

TEST_F(Items, AMoveHasTwoNoticesWithinTheDeadline) {
  s.settings.notify_days = 5;
  s.change("p", "2021-02-01", Kind::moved, "x1", "", "north", "south");
  EXPECT_THAT(s.faults("2021-02-06"), IsEmpty()) << "they can still come on the last day";
  EXPECT_THAT(s.faults("2021-02-07"),
              ElementsAre("2021-02-01 notice_missing x1", "2021-02-01 notice_missing x1"));
  s.notice("p", "2021-02-06", "departure", "x1", "2021-02-01", "north");
  s.notice("p", "2021-02-07", "arrival", "x1", "2021-02-01", "south");
  EXPECT_THAT(s.faults(), ElementsAre("2021-02-01 notice_late x1"));
  s.tables.notices.back().day = ItemStory::day("2021-01-30");
  EXPECT_THAT(s.faults(), IsEmpty()) << "a notice may come before the move";
}

TEST_F(Items, ANoticeOfAnotherPlaceDayPartyOrItemMatchesNothing) {
  s.settings.notify_days = 5;
  s.change("p", "2021-02-01", Kind::moved, "x1", "", "north", "south");
  s.notice("p", "2021-02-02", "departure", "x1", "2021-02-01", "north");
  ItemNotice& n = s.notice("p", "2021-02-02", "arrival", "x1", "2021-02-01", "south");
  const ItemNotice right = n;
  EXPECT_THAT(s.faults(), IsEmpty());
  const std::vector<std::string> wrong{"2021-02-01 notice_missing x1",
                                       "2021-02-02 notice_unmatched x1"};
  n.site = s.tables.names.word("east");
  EXPECT_EQ(s.faults(), wrong);
  n = right;
  n.change_day += 1;
  EXPECT_EQ(s.faults(), wrong);
  n = right;
  n.kind = s.tables.names.word("departure");
  EXPECT_EQ(s.faults(), wrong);
}

TEST_F(Items, OneNoticeIsAboutOneChangeOnly) {
  s.settings.notify_days = 5;
  s.change("p", "2021-02-01", Kind::status_changed, "x1", "", "", "", "down");
  s.change("p", "2021-02-01", Kind::status_changed, "x1", "", "", "", "up");
  s.notice("p", "2021-02-02", "status_changed", "x1", "2021-02-01");
  EXPECT_THAT(s.faults(), ElementsAre("2021-02-01 notice_missing x1"));
}

TEST_F(Items, AnInspectionIsComparedWithTheDatabaseOfItsDay) {
  s.change("p", "2021-02-01", Kind::eliminated, "x2");
  s.inspect("I1", "p", "2021-01-31", "north", "a", 2, {"x1", "x2"});
  s.inspect("I2", "p", "2021-02-02", "north", "a", 1, {"x1"});
  EXPECT_THAT(s.faults(), IsEmpty());
  s.inspect("I3", "p", "2021-02-03", "north", "a", 2, {"x1", "x2", "x3", "zz"});
  const auto found = s.review().discrepancies;
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].fault, ItemFault::count_differs);
  EXPECT_EQ(found[0].expected, 1);
  EXPECT_EQ(found[0].found, 2);
  EXPECT_NE(found[1].text.find("eliminated"), std::string::npos) << found[1].text;
  EXPECT_NE(found[2].text.find("b at south"), std::string::npos) << found[2].text;
  EXPECT_NE(found[3].text.find("does not know it"), std::string::npos) << found[3].text;
}

TEST_F(Items, AnItemThatMovesOnTheDayOfTheInspectionMayBeSeenAtEitherEnd) {
  s.change("p", "2021-02-01", Kind::moved, "x1", "", "north", "south");
  s.inspect("I1", "p", "2021-02-01", "north", "a", 2, {"x1"});
  s.inspect("I2", "p", "2021-02-01", "south", "a", 1, {"x1"});
  EXPECT_THAT(s.faults(), IsEmpty());
  s.inspect("I3", "p", "2021-02-01", "south", "a", 2);
  EXPECT_THAT(s.faults(), ElementsAre("2021-02-01 count_differs "));
}

TEST_F(Items, InspectionsOfAYearAreCountedByKindAndTheirRowsOnce) {
  s.settings.year_from = ItemStory::day("2020-03-15");
  for (const char* id : {"I1", "I1", "I2"}) s.inspect(id, "p", "2021-03-14", "north", "a", 2);
  s.inspect("I3", "p", "2021-03-15", "north", "a", 2);
  const auto use = s.review().inspections;
  ASSERT_EQ(use.size(), 2U);
  EXPECT_EQ(to_string(use[0].from) + " " + to_string(use[0].until), "2020-03-15 2021-03-15");
  EXPECT_EQ(use[0].used, 2);
  EXPECT_EQ(use[1].used, 1);
}

TEST_F(Items, WhatIsNotYetKnownDoesNotCount) {
  s.change("p", "2021-02-01", Kind::eliminated, "x1").known = ItemStory::day("2021-02-20");
  EXPECT_EQ(s.review("2021-02-10", "2021-02-19").holdings.front().count, 2);
  EXPECT_EQ(s.review("2021-02-10", "2021-02-20").holdings.front().count, 1);
}

// --- series
// ---------------------------------------------------------------------------------------

std::vector<std::string> series(const ItemStory& s, const std::string& metric) {
  std::vector<std::string> out;
  for (const Observation& o : item_records(s.tables, s.settings).observations)
    if (o.metric == metric)
      out.push_back(o.head.party + " " + to_string(o.head.valid) + " known " +
                    to_string(o.head.known) + ": " + to_string(o.value) + " " + o.unit);
  return out;
}

TEST_F(Items, CountsBecomeObservationsOnEveryDayOfAChangeOrDeclaration) {
  s.settings.metrics = {{"a_up", {"a"}, {"up"}, {}}, {"south", {}, {}, {"south"}}};
  s.change("p", "2021-02-01", Kind::moved, "x1", "", "north", "south");
  s.declare("p", "2021-03-01", true, {"x1 a south up", "x2 a north up", "x3 b south down"});
  EXPECT_THAT(series(s, "a_up"), ElementsAre("p 2021-01-01 known 2021-01-01: 2 items",
                                             "p 2021-02-01 known 2021-02-01: 2 items",
                                             "p 2021-03-01 known 2021-03-01: 2 items"));
  EXPECT_THAT(series(s, "south"), ElementsAre("p 2021-01-01 known 2021-01-01: 1 items",
                                              "p 2021-02-01 known 2021-02-01: 2 items",
                                              "p 2021-03-01 known 2021-03-01: 2 items"));
}

TEST_F(Items, AChangeKnownLateGivesTheLaterCountsAgain) {
  s.settings.metrics = {{"a", {"a"}, {}, {}}};
  s.change("p", "2021-02-01", Kind::eliminated, "x1").known = ItemStory::day("2021-04-01");
  s.change("p", "2021-03-01", Kind::eliminated, "x2");
  EXPECT_THAT(series(s, "a"), ElementsAre("p 2021-01-01 known 2021-01-01: 2 items",
                                          "p 2021-03-01 known 2021-03-01: 1 items",
                                          "p 2021-02-01 known 2021-04-01: 1 items",
                                          "p 2021-03-01 known 2021-04-01: 0 items"));
}

TEST(ItemSeries, NoCountIsStatedBeforeTheInitialDataAreKnown) {
  ItemStory s;
  s.settings.metrics = {{"a", {"a"}, {}, {}}};
  s.declare("p", "2021-01-01", false, {"x1 a north up", "x2 a north up"}, "2021-02-15");
  s.change("p", "2021-02-01", Kind::eliminated, "x1");
  s.change("q", "2021-02-01", Kind::produced, "y1", "a", "", "east", "up");
  EXPECT_THAT(series(s, "a"), ElementsAre("p 2021-01-01 known 2021-02-15: 2 items",
                                          "p 2021-02-01 known 2021-02-15: 1 items"));
}

TEST_F(Items, EventsNameTheirKindAndANoticeAnswersItsChange) {
  s.change("p", "2021-02-01", Kind::eliminated, "x1");
  s.notice("p", "2021-02-02", "eliminated", "x1", "2021-02-01");
  s.inspect("I1", "p", "2021-02-03", "north", "a", 1);
  const Records made = item_records(s.tables, s.settings);
  std::vector<std::string> all;
  for (const EventRecord& e : made.events)
    all.push_back(e.names.at(1) + " " + e.head.party + " " + e.answers);
  const std::string change = s.tables.names.text(s.tables.changes[0].id);
  EXPECT_THAT(all,
              UnorderedElementsAre("item_change p ", "item_notice p " + change,
                                   "item_declaration_initial p ", "item_inspection inspector "));
  EXPECT_EQ(made.observations.back().metric, "inspection_short_notice");
}

TEST_F(Items, OrderOfTheRowsHasNoInfluence) {
  s.settings.metrics = {{"a", {"a"}, {}, {}}};
  s.change("p", "2021-02-01", Kind::moved, "x1", "", "south", "north");
  s.change("p", "2021-02-01", Kind::moved, "x1", "", "north", "south");
  s.inspect("I1", "p", "2021-02-03", "north", "a", 5);
  s.inspect("I2", "p", "2021-02-03", "north", "a", 6);
  s.declare("p", "2021-03-01", true, {"x1 a south up", "x9 b south down"});
  const auto before = s.faults();
  const auto counts = series(s, "a");
  const auto turn = [](auto& rows) { std::reverse(rows.begin(), rows.end()); };
  turn(s.tables.changes);
  turn(s.tables.declarations);
  turn(s.tables.inspections);
  EXPECT_EQ(before, s.faults());
  EXPECT_EQ(counts, series(s, "a"));
  EXPECT_EQ(before.size(), 6U);
}

TEST(ItemsEmpty, NoTablesGiveNothing) {
  const ItemStory s;
  EXPECT_THAT(s.faults(), IsEmpty());
  EXPECT_TRUE(item_records(s.tables, s.settings).observations.empty());
}

}  // namespace
}  // namespace accord::items
