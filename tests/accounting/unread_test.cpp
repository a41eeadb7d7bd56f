#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounting/books/books.h"
#include "accounting/books/stock.h"
#include "accounting/rules/due_list.h"
#include "rules/given.h"

/// What cannot be read is unknown (reporting chapter, 10.1, "Books and what cannot be read"): one
/// thing after the other, on an area with 1000 g of enriched uranium on 31 May 2026 and a receipt
/// of 100 g on 10 June.
namespace accord::accounting::test {
namespace {

using material::Kind;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string list_weights = "630:1000G#670:40G#", weights = "630:100G#670:4G#";
const std::string partners = "370:YY/YYB1#372:ZZ/ZZA1#447:S1#";

/// The list of 31 May, and a report of June with these entries.
Reports with(const std::vector<std::string>& entries) {
  Reports out;
  out.add({.number = 1, .date = "20260605", .period = "20260531", .kind = "P"},
          {item("A", "M", list_weights)});
  out.add({.number = 2}, entries);
  return out;
}

std::string receipt(const std::string& more = weights, const std::string& day = "20260610",
                    const std::string& code = "RF", const std::string& status = "N") {
  return change(code, day, "B", partners + more, status);
}

/// "1000", "at least 1000", "not known": the book of enriched uranium in grams.
std::string book(const State& state, int day, Day known = day_max, const std::string& mba = "ZZA1",
                 Kind kind = Kind::enriched_uranium) {
  const Effective all = effective(state.reports, known);
  const Books books(all, signs_of(state.profile));
  const Day on = *day_of(2026, 6, 1) + (day - 1);
  const std::string amount = to_string(at(books.on(mba, on), kind), material::facts(kind).unit);
  switch (books.doubt(mba, on).bound(kind)) {
    case Bound::at_least:
      return "at least " + amount;
    case Bound::at_most:
      return "at most " + amount;
    case Bound::none:
      return "not known";
    default:
      return amount;
  }
}

std::string book_with(const std::string& entry, int day) {
  return book(with({entry}).state, day);
}

TEST(Unread, AReceiptOfAnUnreadWeightIsAtLeastWhatWasThere) {
  for (const char* weight :
       {"630:1 00G#670:4G#", "630:100#670:4G#", "630:100T#670:4G#", "63O:100G#670:4G#"}) {
    EXPECT_EQ(book_with(receipt(weight), 9), "1000") << weight;
    EXPECT_EQ(book_with(receipt(weight), 10), "at least 1000") << weight;
    EXPECT_EQ(book_with(receipt(weight), 30), "at least 1000") << weight;
  }
  EXPECT_EQ(book(with({receipt("630:1 00G#670:4G#")}).state, 10, day_max, "ZZA1", Kind::u235),
            "44");
}

TEST(Unread, ALossIsAtMost_AndBothAreNoFigure) {
  const std::string loss = change("LD", "20260612", "A", "630:1O0G#670:4G#");
  EXPECT_EQ(book_with(loss, 11), "1000");
  EXPECT_EQ(book_with(loss, 12), "at most 1000");
  EXPECT_EQ(book(with({receipt("630:1O0G#670:4G#"), loss}).state, 12), "not known");
  EXPECT_EQ(book_with(change("DI", "20260612", "A", "630:1O0G#670:4G#"), 12), "not known");
}

TEST(Unread, ADayThatCannotBeReadIsOfThePeriodOfItsReport) {
  EXPECT_EQ(book_with(receipt(weights, "20260631"), 1), "at least 1000");
  const Reports before = with({receipt(weights, "20260631")});
  EXPECT_EQ(book(before.state, 0), "1000");  // 31 May
}

TEST(Unread, ACodeThatCannotBeReadMayBeAnyChange) {
  EXPECT_EQ(book_with(receipt(weights, "20260610", "XX"), 9), "1000");
  EXPECT_EQ(book_with(receipt(weights, "20260610", "XX"), 10), "not known");
}

TEST(Unread, AnEntryWithoutAUsableStatusDoesNotCountAndMayReplace) {
  const State state = with({receipt(weights, "20260610", "RF", "Q")}).state;
  EXPECT_EQ(effective(state.reports).entries.size(), 1U);
  EXPECT_EQ(effective(state.reports).doubtful.size(), 1U);
  EXPECT_EQ(book(state, 9), "1000");
  EXPECT_EQ(book(state, 10), "not known");
  // It may replace what was said of its batch before.
  const State earlier =
      with({receipt(weights, "20260605"), receipt(weights, "20260610", "RF", "Q")}).state;
  EXPECT_EQ(book(earlier, 4), "1000");
  EXPECT_EQ(book(earlier, 5), "not known");
}

TEST(Unread, WhereItCountsDecidesToo) {
  // The weight was read and is in; the chapter asks for the shipper, the receiver and the point.
  EXPECT_EQ(
      book_with(change("RF", "20260610", "B", "370:Y/YYB1#372:ZZ/ZZA1#447:S1#" + weights), 10),
      "at least 1100");
  std::string point = receipt();
  point.replace(point.find("407:1#"), 6, "407:123#");
  EXPECT_EQ(book_with(point, 10), "at least 1100");
}

TEST(Unread, AnIsotopeWithoutItsElementIsOfAnAmountThatIsNotKnown) {
  EXPECT_EQ(book_with(receipt("670:4G#"), 9), "1000");
  EXPECT_EQ(book_with(receipt("670:4G#"), 10), "at least 1000");
  EXPECT_EQ(book(with({receipt("670:4G#")}).state, 10, day_max, "ZZA1", Kind::u235), "44");
  // A loss by reaction may be of the isotope alone.
  EXPECT_EQ(book_with(change("LN", "20260610", "B", "670:4G#"), 10), "1000");
}

TEST(Unread, AMarkThatIsMissingMayHideWeights) {
  std::string open = receipt();
  open.erase(open.find("#630:"), 1);  // 447 runs into 630
  EXPECT_EQ(book_with(open, 9), "1000");
  EXPECT_EQ(book_with(open, 10), "at least 1000");
}

TEST(Unread, AMarkBetweenEntriesMayHideAnyEntry) {
  Reports reports = with({receipt(), receipt(weights, "20260615")});
  std::string text = *reports.state.reports.back().text;
  text.erase(text.find("#\n"), 1);
  reports.state.reports.pop_back();
  reports.state.add(text, "torn.txt");
  EXPECT_EQ(book(reports.state, 9), "not known");
  EXPECT_EQ(book(reports.state, 30), "not known");
}

TEST(Unread, AFileThatIsCutOff) {
  Reports reports = with({receipt(), receipt(weights, "20260615")});
  const std::string text = *reports.state.reports.back().text;
  reports.state.reports.pop_back();
  reports.state.add(text.substr(0, text.find("630:") + 6), "torn.txt");
  EXPECT_EQ(book(reports.state, 30), "not known");
}

TEST(Unread, WhatCannotBeReadAtAllMayBeAnything) {
  Reports reports = with({receipt()});
  reports.state.add("", "empty.txt");
  EXPECT_EQ(book(reports.state, 1), "not known");
}

TEST(Unread, WithoutTheAreaEveryAreaOfTheStateIsInDoubt) {
  Reports reports = with({receipt()});
  std::string text = report_text({.mba = "ZZC1", .number = 1}, {receipt()});
  text.replace(text.find("307:ZZC1"), 8, "307:ZZC");
  reports.state.add(text, "which.txt");
  EXPECT_EQ(book(reports.state, 9), "1000");
  EXPECT_EQ(book(reports.state, 10), "not known");
  reports.add({.mba = "YYA1", .number = 1, .country = "YY"}, {receipt()});
  EXPECT_EQ(book(reports.state, 10, day_max, "YYA1"), "100");
}

TEST(Unread, AListWithAnItemThatCannotBeReadIsAtLeast) {
  Reports reports = with({receipt()});
  reports.add({.number = 3, .date = "20260702", .period = "20260620", .kind = "P"},
              {item("A", "M", "630:900G#670:40G#"), item("B", "M", "630:1_0G#670:4G#")});
  EXPECT_EQ(book(reports.state, 19), "1100");
  EXPECT_EQ(book(reports.state, 20), "at least 900");
  EXPECT_EQ(book(reports.state, 30), "at least 900");
}

TEST(Unread, TheNextListSaysAnewWhatThereIs) {
  Reports reports = with({receipt("630:1O0G#670:4G#")});
  reports.add({.number = 3, .date = "20260702", .period = "20260620", .kind = "P"},
              {item("A", "M", "630:1090G#670:44G#")});
  EXPECT_EQ(book(reports.state, 19), "at least 1000");
  EXPECT_EQ(book(reports.state, 20), "1090");
  const Effective all = effective(reports.state.reports);
  const Books books(all, signs_of(reports.state.profile));
  const BalanceDoubt doubt = books.doubt("ZZA1", *day_of(2026, 5, 31), *day_of(2026, 6, 20));
  EXPECT_EQ(doubt.of(code("PB")).bound(Kind::enriched_uranium), Bound::exact);
  EXPECT_EQ(doubt.of(code("RF")).bound(Kind::enriched_uranium), Bound::at_least);
  EXPECT_EQ(doubt.of(code("BA")).bound(Kind::enriched_uranium), Bound::at_least);
  EXPECT_EQ(doubt.of(code("PE")).bound(Kind::enriched_uranium), Bound::exact);
  EXPECT_EQ(doubt.of(code("MF")).bound(Kind::enriched_uranium), Bound::at_least);
  EXPECT_EQ(doubt.of(code("MF")).bound(Kind::u235), Bound::exact);
}

TEST(Unread, ACorrectionThatCanBeReadEndsItFromTheDayItIsKnown) {
  for (const std::string& entry :
       {receipt("630:1O0G#670:4G#"), receipt(weights, "20260631"),
        receipt(weights, "20260610", "XX"), receipt(weights, "20260610", "RF", "Q")}) {
    Reports reports = with({entry});
    reports.add({.number = 3, .date = "20260720"},
                {receipt(weights, "20260610", "RF", "C/ZZ;2/1")});
    EXPECT_NE(book(reports.state, 30, *day_of(2026, 7, 19)), "1100") << entry;
    EXPECT_EQ(book(reports.state, 30, *day_of(2026, 7, 20)), "1100") << entry;
  }
}

TEST(Unread, WithoutTheKindOfAReportItsAreaIsInDoubtFromItsFirstDay) {
  Reports reports = with({});
  reports.state.reports.pop_back();
  std::string text = report_text({.number = 2}, {receipt()});
  text.erase(text.find("010:I#"), 6);
  reports.state.add(text, "kind.txt");
  EXPECT_EQ(book(reports.state, 9), "1000");
  EXPECT_EQ(book(reports.state, 10), "not known");
  // A correction says what it is.
  reports.add({.number = 3, .date = "20260720"}, {receipt(weights, "20260610", "RF", "C/ZZ;2/1")});
  EXPECT_EQ(book(reports.state, 30), "1100");
}

TEST(Unread, AnAdditionToAReportWithoutAKindBelongsWhereItSays) {
  Reports reports = with({});
  reports.state.reports.pop_back();
  std::string text = report_text({.number = 2}, {receipt(weights, "20260620")});
  text.erase(text.find("010:I#"), 6);
  reports.state.add(text, "kind.txt");
  reports.add({.number = 3, .date = "20260720"}, {receipt(weights, "20260605", "RF", "A/ZZ;2/2")});
  // Whether it may be added there is not known: a book from the day that it is about on.
  EXPECT_EQ(book(reports.state, 4), "1000");
  EXPECT_EQ(book(reports.state, 5), "not known");
}

TEST(Unread, AnEntryWrittenTwiceInPartTakesNoNumberFromAnother) {
  Reports reports = with({});
  reports.state.reports.pop_back();
  std::string text = report_text({.number = 2}, {receipt(), receipt(weights, "20260612")});
  text.insert(text.rfind("001:"), "001:OI/ZZ;2#");
  reports.state.add(text, "twice.txt");
  reports.add({.number = 3, .date = "20260720"}, {change("RF", "20260612", "B", "", "D/ZZ;2/2")});
  const Effective all = effective(reports.state.reports);
  ASSERT_EQ(all.applied.size(), 1U);
  EXPECT_EQ(all.applied.front().target->declared, 2U);
  EXPECT_EQ(book(reports.state, 30), "not known");
}

TEST(Unread, AReportThatCannotBePlacedMayBeTheOneThatIsMissing) {
  Reports reports = with({receipt()});
  const auto overdue = [&] {
    const Effective all = effective(reports.state.reports);
    std::vector<std::string> out;
    for (const DueReport& row :
         due_list(all, reports.state.profile, reports.state.tables, *day_of(2026, 12, 1)))
      if (row.state == DueState::overdue || row.unread) out.emplace_back(in_words(row.state));
    return out;
  };
  reports.add({.number = 3, .date = "20260702", .period = "20260620", .kind = "P"},
              {item("A", "M", list_weights)});
  EXPECT_THAT(overdue(), ElementsAre("overdue"));  // the balance of 20 June
  std::string text =
      report_text({.number = 4, .date = "20260703", .period = "20260601/20260620", .kind = "M"},
                  {"309:N#411:PB#" + list_weights});
  text.erase(text.find("010:M#"), 6);
  reports.state.add(text, "kind.txt");
  EXPECT_THAT(overdue(), ElementsAre("not shown"));
}

TEST(Unread, WordsNameTheValueTheAreaAndTheFirstDay) {
  const State state = with({receipt("630:1O0G#670:4G#")}).state;
  const std::vector<Gap> gaps = gaps_of(effective(state.reports), signs_of(state.profile));
  ASSERT_EQ(gaps.size(), 1U);
  EXPECT_EQ(in_words(gaps[0]),
            "“1O0G” of label 630 cannot be read: the book of ZZA1 is incomplete from 2026-06-10 "
            "(enriched uranium)");
}

/// "2026-06-10 known 2026-07-05: at least 1000 g, 1 unread".
std::vector<std::string> figures(const State& state, const StockQuery& query) {
  std::vector<std::string> out;
  const auto all = stock_figures(state.reports, signs_of(state.profile), {}, {query});
  for (const StockFigure& f : all.front()) {
    constexpr std::array words{"", "at least ", "at most ", "not known, "};
    out.push_back(to_string(f.valid) + " known " + to_string(f.known) + ": " +
                  words.at(static_cast<std::size_t>(f.bound)) +
                  to_string(f.stock.amount, material::MassUnit::gram) + " g, " +
                  std::to_string(f.unread_count) + " unread");
  }
  return out;
}

TEST(Unread, FiguresForTermsAreEndsUntilTheCorrectionIsKnown) {
  Reports reports = with({receipt("630:1O0G#670:4G#"), receipt("630:10G#670:0.4G#", "20260620")});
  reports.add({.number = 3, .date = "20260720"}, {receipt(weights, "20260610", "RF", "C/ZZ;2/1")});
  const StockQuery all{{Kind::enriched_uranium}, {}, {}, {}};
  EXPECT_THAT(figures(reports.state, all),
              ElementsAre("2026-05-31 known 2026-06-05: 1000 g, 0 unread",
                          "2026-06-10 known 2026-07-05: at least 1000 g, 1 unread",
                          "2026-06-10 known 2026-07-20: 1100 g, 0 unread",
                          "2026-06-20 known 2026-07-05: at least 1010 g, 1 unread",
                          "2026-06-20 known 2026-07-20: 1110 g, 0 unread"));
  // By level the batch of which the weight is not known counts with nothing, also when it goes out.
  StockQuery low = all;
  low.up_to = Decimal{5, 0};
  EXPECT_THAT(figures(reports.state, low),
              ElementsAre("2026-05-31 known 2026-06-05: 1000 g, 0 unread",
                          "2026-06-10 known 2026-07-05: at least 1000 g, 1 unread",
                          "2026-06-10 known 2026-07-20: 1100 g, 0 unread",
                          "2026-06-20 known 2026-07-05: at least 1000 g, 1 unread",
                          "2026-06-20 known 2026-07-20: 1110 g, 0 unread"));
}

}  // namespace
}  // namespace accord::accounting::test
