#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreement/check/check.h"
#include "agreement/evaluate/evaluate.h"
#include "formats/workspace/workspace.h"
#include "items/items.h"

/// The made-up exchange of examples/items: what its README plants is what is found, and nothing
/// else.
namespace accord::items {

using namespace agreement;
namespace {

Day d(std::string_view text) {
  return parse_day(text).value();
}

const formats::Workspace& exchange() {
  static const formats::Workspace workspace =
      formats::read_workspace(std::string(ACCORD_SOURCE_DIR) + "/examples/items").value();
  return workspace;
}

TEST(ItemExample, ReadsWithoutAProblem) {
  for (const Problem& p : exchange().problems) ADD_FAILURE() << brief(p);
  for (const Problem& p : read(exchange().terms_text).problems)
    EXPECT_NE(p.severity, Severity::error) << brief(p);
  EXPECT_EQ(exchange().items.changes.size(), 13U);
}

TEST(ItemExample, FindsWhatTheAnswerKeyPlantsAndNothingElse) {
  std::vector<std::string> found;
  const ItemReview review =
      review_items(exchange().items, exchange().item_settings, d("2022-04-30"), d("2022-04-30"));
  for (const ItemDiscrepancy& x : review.discrepancies) {
    found.push_back(to_string(x.day) + " " + x.party + " " + word(x.fault) + " " + x.item);
    EXPECT_FALSE(x.origins.empty());
  }
  EXPECT_THAT(
      found,
      testing::ElementsAre(
          "2021-07-01 southland notice_missing S-05", "2021-09-10 southland notice_late S-16",
          "2021-09-30 northland item_missing N-17", "2021-10-15 northland count_differs ",
          "2021-10-15 northland identifier_differs N-17",
          "2021-12-01 southland identifier_reused S-16", "2022-02-01 southland change_differs S-09",
          "2022-03-31 northland item_differs N-10", "2022-03-31 southland item_unexplained S-30"));
}

TEST(ItemExample, BalancesThatDoNotCloseAreThoseOfTheFaultyUpdates) {
  std::vector<std::string> open;
  const ItemReview review =
      review_items(exchange().items, exchange().item_settings, d("2022-04-30"), d("2022-04-30"));
  for (const ItemBalance& b : review.balances)
    if (b.expected() != b.declared)
      open.push_back(to_string(b.to) + " " + b.type + " " + b.site + " " +
                     std::to_string(b.expected()) + "/" + std::to_string(b.declared));
  EXPECT_THAT(
      open, testing::ElementsAre("2021-09-30 alpha north_depot 3/2", "2022-03-31 beta kelm 4/3",
                                 "2022-03-31 beta norwick 0/1", "2022-03-31 beta south_yard 1/2"));
}

TEST(ItemExample, WhichTypesAreHeldWhereOnADay) {
  std::vector<std::string> held;
  const ItemReview review =
      review_items(exchange().items, exchange().item_settings, d("2021-09-01"), d("2022-04-30"));
  for (const ItemHolding& h : review.holdings)
    if (h.party == "northland")
      held.push_back(h.type + " " + h.status + " " + h.site + " " + std::to_string(h.count));
  // 20 items: 8 − N-08 + N-16 − N-07 alpha deployed, 4 beta, 3 gamma; N-07; N-08, N-17, N-21; N-19,
  // N-20.
  EXPECT_THAT(held,
              testing::ElementsAre("alpha deployed norwick 7", "alpha non_deployed north_depot 3",
                                   "alpha non_deployed norwick 1", "beta deployed kelm 4",
                                   "beta non_deployed north_depot 2", "gamma deployed aster 3"));
}

TEST(ItemExample, QuotaUseByYear) {
  const auto use =
      review_items(exchange().items, exchange().item_settings, d("2022-04-30"), d("2022-04-30"))
          .inspections;
  std::vector<std::string> lines;
  for (const InspectionUse& u : use)
    lines.push_back(u.party + " " + u.kind + " " + to_string(u.from) + " " +
                    std::to_string(u.used));
  EXPECT_THAT(lines, testing::ElementsAre("northland type_one 2021-03-01 1",
                                          "northland type_two 2021-03-01 1",
                                          "southland type_one 2021-03-01 3"));
}

std::string state(const char* term, const char* party, const char* on, const char* known) {
  const Evaluator evaluator(exchange().agreement, exchange().records);
  return word(evaluator.state({term, party}, d(on), d(known)));
}

TEST(ItemExample, TheTermsEngineJudgesTheCounts) {
  EXPECT_EQ(state("I-DEPLOYED", "northland", "2021-09-01", "2022-04-30"), "met");
  EXPECT_EQ(state("I-DEPLOYED", "northland", "2021-11-11", "2022-04-30"), "met");
  EXPECT_EQ(state("I-DEPLOYED", "northland", "2021-11-12", "2022-04-30"), "exceeded");
  EXPECT_EQ(state("I-DEPLOYED", "northland", "2021-11-13", "2021-11-13"), "met")
      << "the change of the 12th is known on the 14th";
  EXPECT_EQ(state("I-DEPLOYED", "northland", "2021-12-20", "2022-04-30"), "met");
  EXPECT_EQ(state("I-COUNTED", "northland", "2021-11-20", "2022-04-30"), "met");
  EXPECT_EQ(state("I-ALL", "southland", "2022-03-31", "2022-04-30"), "met");
}

TEST(ItemExample, TheTermsEngineJudgesDutiesAndQuotas) {
  EXPECT_EQ(state("I-DATA0", "northland", "2021-04-20", "2021-04-20"), "performed");
  EXPECT_EQ(state("I-DATA0", "southland", "2021-04-20", "2021-04-20"), "performed");
  EXPECT_EQ(state("I-DATA6", "northland", "2021-11-06", "2021-11-06"), "performed");
  EXPECT_EQ(state("I-DATA6", "southland", "2021-11-01", "2021-11-01"), "overdue");
  EXPECT_EQ(state("I-DATA6", "southland", "2021-11-06", "2021-11-06"), "performed_late");
  EXPECT_EQ(state("I-NOTICE", "southland", "2021-09-16", "2021-09-16"), "overdue");
  EXPECT_EQ(state("I-NOTICE", "southland", "2021-09-20", "2021-09-20"), "performed_late");
  EXPECT_EQ(state("I-QUOTA", "southland", "2021-12-11", "2022-04-30"), "exceeded");
  EXPECT_EQ(state("I-QUOTA", "northland", "2021-12-11", "2022-04-30"), "met");
}

}  // namespace
}  // namespace accord::items
