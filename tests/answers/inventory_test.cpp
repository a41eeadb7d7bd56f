#include "answers/accounts/inventory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "described/cells.h"

namespace accord::answers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string source = ACCORD_SOURCE_DIR;

Day day(const char* text) {
  return *parse_day(text);
}

InventoryAnswer answer(const std::string& path, std::optional<Day> known,
                       const InventoryQuestion& asked) {
  const auto ledger = opened({source + "/" + path, known});
  return inventory(**ledger, asked).value();
}

/// "ZZC1 630 at least 10000 g"
std::vector<std::string> in_words(const InventoryAnswer& answer) {
  std::vector<std::string> out;
  for (const BookRow& row : answer.books) {
    std::string line = row.mba + " " + described::cell(described::view(row.label));
    for (const described::View v : {described::view(row.book_bound), described::view(row.book)})
      if (const std::string cell = described::cell(v); !cell.empty()) line += " " + cell;
    out.push_back(line + (row.unit() == material::Unit::gram ? " g" : " kg"));
  }
  return out;
}

// examples/books/README.md: 80 + 40 + 10 kg; the 10 are 12 by the correction of 10 June.
TEST(Inventory, IsThatOfTheDayAsItWasKnown) {
  const InventoryQuestion asked{"XBF1", day("2026-02-28")};
  EXPECT_THAT(in_words(answer("examples/books/accounts", day("2026-06-09"), asked)),
              ElementsAre("XBF1 630 130000 g", "XBF1 670 3900 g"));
  EXPECT_THAT(in_words(answer("examples/books/accounts", day("2026-06-10"), asked)),
              ElementsAre("XBF1 630 132000 g", "XBF1 670 3960 g"));
}

TEST(Inventory, OfADayBeforeTheAccountsIsNoFigureAndNotZero) {
  const InventoryAnswer made = answer("examples/books/accounts", {}, {"XBF1", day("2025-12-30")});
  EXPECT_TRUE(made.books.empty());
  ASSERT_EQ(made.no_figure.size(), 1U);
  EXPECT_EQ(made.no_figure[0].mba, "XBF1");
  EXPECT_EQ(made.no_figure[0].why, "its accounts begin on 2025-12-31");
  EXPECT_THAT(made.notes,
              ElementsAre("XBF1 has no figure on 2025-12-30: its accounts begin on 2025-12-31"));
  EXPECT_FALSE(made.rests_on_unread());
}

// 80 + 12 + 25 kg; the receipt of 40 kg cannot be read.
TEST(Inventory, ThatCannotBeReadIsAnEndOfTheFigure) {
  const std::string torn = "vectors/cases/01-unreadable-element-counts-as-zero/workspace/accounts";
  const InventoryAnswer made = answer(torn, day("2026-06-10"), {"XBF1", day("2026-04-01")});
  EXPECT_EQ(in_words(made).front(), "XBF1 630 at least 117000 g");
  ASSERT_FALSE(made.incomplete.empty());
  EXPECT_EQ(made.incomplete[0].found, "400 00G");
  EXPECT_EQ(made.incomplete[0].label, 630U);
  EXPECT_TRUE(made.rests_on_unread());
}

TEST(Inventory, OfAnUnknownAreaIsRefusedWithThoseThatAreThere) {
  const auto ledger = opened({source + "/examples/books/accounts", {}});
  const auto made = inventory(**ledger, {"XBF3", {}});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().problems.front().code, "C009");
  EXPECT_THAT(made.error().problems.front().help, HasSubstr("the areas are XBC1, XBF1, XBF2"));
}

TEST(Inventory, OfNoReportsIsRefused) {
  const auto none = opened({source + "/docs", {}});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().problems.front().code, "W030");
}

}  // namespace
}  // namespace accord::answers
