#include "assessment/book_items.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

namespace accord::assessment {
namespace {

using measurement::Role;

const Ledger& made_up_state() {
  static const Ledger ledger(
      formats::read_accounts(ACCORD_SOURCE_DIR "/examples/state/clean").value(), day_max);
  return ledger;
}

/// What the rows add up to, period by period, against the balance of the books, which is added up
/// from the entries in another way.
TEST(BookItems, HaveTheMufOfTheBooks) {
  const Ledger& ledger = made_up_state();
  std::size_t compared = 0;
  std::size_t missing = 0;
  for (const std::string_view mba : ledger.books.areas()) {
    const auto days = ledger.books.inventories(mba);
    for (const material::KindFacts& facts : material::kinds) {
      std::map<std::uint32_t, material::MassSum> closing, flows;
      for (const BookItem& row : book_items(ledger, mba, facts.kind)) {
        if (row.role == Role::closing) closing[row.period] += row.mass;
        if (row.role == Role::increase) flows[row.period] += row.mass;
        if (row.role == Role::decrease) flows[row.period] -= row.mass;
      }
      for (std::uint32_t t = 1; t < days.size(); ++t) {
        const material::MassSum muf = closing[t - 1] + flows[t] - closing[t];
        const auto expected = accounting::at(
            ledger.books.balance(mba, days[t - 1], days[t]).unaccounted(), facts.kind);
        EXPECT_EQ(muf, expected) << mba << " " << facts.name << " " << t;
        ++compared;
        if (expected != material::MassSum()) ++missing;
      }
    }
  }
  EXPECT_GT(compared, 300U);
  EXPECT_GT(missing, 5U);  // the State has MUFs other than 0
}

TEST(BookItems, NameEachItemOnceInAList) {
  const Ledger& ledger = made_up_state();
  for (const std::string_view mba : ledger.books.areas()) {
    std::set<std::tuple<std::uint32_t, Role, std::string>> names;
    for (const BookItem& row : book_items(ledger, mba, material::Kind::enriched_uranium))
      EXPECT_TRUE(names.emplace(row.period, row.role, row.item).second) << mba << " " << row.item;
  }
}

TEST(BookItems, KeepTheMeasurementOfWhatWasNotMeasuredAgain) {
  const Ledger& ledger = made_up_state();
  std::size_t kept = 0;
  for (const std::string_view mba : ledger.books.areas())
    for (const BookItem& row : book_items(ledger, mba, material::Kind::enriched_uranium)) {
      EXPECT_LE(row.measured_in, row.period);
      if (row.measured_in == row.period) continue;
      ++kept;
      EXPECT_TRUE(row.entry->basis == 'L' || row.entry->basis == 'T') << row.item;
    }
  EXPECT_GT(kept, 10U);
}

TEST(BookItems, OfAnAreaWithoutInventoriesAreNone) {
  EXPECT_TRUE(book_items(made_up_state(), "NONE", material::Kind::plutonium).empty());
}

}  // namespace
}  // namespace accord::assessment
