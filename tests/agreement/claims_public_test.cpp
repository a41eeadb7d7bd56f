#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "agreement/evaluate/evaluate.h"
#include "claims/claims.h"
#include "formats/workspace/workspace.h"

/// The 25 claims of the public record. What each should give was worked out by hand from the tables
/// (data/quarterly.csv, chronology.csv), with the reason beside it; 1 lb = 0.45359237 kg.
namespace accord::claims {
namespace {

struct Expected {
  const char* id;
  ClaimWord verdict;
  ClaimFault fault;
  const char* said;  ///< a number that the computation or the reason must contain
};

constexpr auto consistent = ClaimWord::consistent;
constexpr auto inconsistent = ClaimWord::inconsistent;
constexpr auto none = ClaimFault::none;

const Expected expected[] = {
    // 274.8 / 0.45359237 = 605.8303…: cut off 605, rounded it would be 606.
    {"C01", ClaimWord::consistent_truncated, none, "605.8303"},
    // The same, rounded to the one decimal that the record has too; 605.8 lb = 274.786… kg.
    {"C02", consistent, none, "274.78625"},
    // 9874.9 / 202.8 = 48.69…: 48 whole times.
    {"C03", consistent, none, "rounded down 48"},
    // 4744.5 / 202.8 = 23.39…, "over 23".
    {"C04", consistent, none, "23.39"},
    // 3809.3 / 202.8 = 18.78…, "more than 18".
    {"C05", consistent, none, "18.78"},
    // 3760.8 / 202.8 = 18.54…, "more than 18".
    {"C06", consistent, none, "18.54"},
    // 4486.8 / 202.8 = 22.12…: 22 whole times.
    {"C07", consistent, none, "rounded down 22"},
    // 2105.4 / 202.8 = 10.38…, "more than 10".
    {"C08", consistent, none, "10.38"},
    // 5525.5 (next report) less 1038.7 is 4486.8; 5525.5 plus 1038.7 is 6564.2.
    {"C09", inconsistent, ClaimFault::sign_error, "6564.2"},
    // 3621.3 is the part in the form of UF6; the total is 3940.9.
    {"C10", inconsistent, ClaimFault::part_for_whole, "in the form of UF6"},
    // 33.2 (2022-02) less 17.7 (2021-11) is 15.5: the increase taken for the stock.
    {"C11", inconsistent, ClaimFault::difference_for_value, "GOV/2022/4"},
    // Above 130 t on 2016-02-17 (130.9) and 2016-11-08 (130.1) before.
    {"C12", inconsistent, ClaimFault::later_for_first, "2016-02-17"},
    // 2105.4 less 638.8 (up to 2 %) is 1466.6; 2105.4 less 215.1 (up to 3.67 %) is 1890.3.
    {"C13", inconsistent, ClaimFault::other_part_taken_off, "1890.3"},
    // 2015-07-20 + 90 days: 11 days of July, 31 of August, 30 of September, 18 of October.
    {"C14", inconsistent, ClaimFault::off_by_one_day, "2015-10-18"},
    // On record 2021-02-23, 18 days later.
    {"C15", inconsistent, ClaimFault::unknown, "18 days"},
    // 8294.4 - 6604.4 = 1690.0
    {"C16", consistent, none, "1690.0"},
    // 9247.6 - 8294.4 = 953.2
    {"C17", consistent, none, "953.2"},
    // 9874.9 - 9247.6 = 627.3
    {"C18", consistent, none, "627.3"},
    // 6604.4 - 5751.8 = 852.6
    {"C19", consistent, none, "852.6"},
    // 6201.3 kg = 13671.5… lb; 1671.5 lacks the 3.
    {"C20", inconsistent, ClaimFault::digit_lost, "13671.5"},
    // Withdrawal 2018-05-08; last report within the limit as of 2019-05-20 (377 days, one whole
    // year), first above it on 2019-07-01 (419 days, less than two years): between 1 and 2.
    {"C21", consistent, none, "377 days"},
    // The record has 372.3; 373.2 has the 2 and the 3 exchanged.
    {"C22", inconsistent, ClaimFault::digits_swapped, "372.3"},
    // 6201.3 / 0.45359237 = 13671.526…
    {"C23", consistent, none, "13671.5263"},
    // 3940.9 - 3809.3 = 131.6; 2519.9 - 2154.4 = 365.5 is the change of what is enriched up to 2 %.
    {"C24", inconsistent, ClaimFault::part_for_whole, "up to 2 %"},
    // The figure of the report named; the claim’s words about its day are not checked.
    {"C25", consistent, none, "3760.8"},
};

std::string all_text(const ClaimVerdict& verdict) {
  std::string out = verdict.reason;
  for (const std::string& line : verdict.computation) out += "\n" + line;
  return out;
}

TEST(PublicClaims, EachOfTheTwentyFiveGivesWhatTheTablesGiveByHand) {
  const auto workspace =
      formats::read_workspace(std::string(ACCORD_SOURCE_DIR) + "/examples/jcpoa").value();
  ASSERT_FALSE(has_errors(workspace.problems));
  const Evaluator evaluator(workspace.agreement, workspace.records);
  const auto verdicts = check_claims(workspace.claims, workspace.claim_settings, evaluator,
                                     parse_day("2026-06-30").value());
  ASSERT_EQ(verdicts.size(), std::size(expected));
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const ClaimVerdict& v = verdicts[i];
    EXPECT_EQ(v.claim, expected[i].id);
    EXPECT_STREQ(word(v.verdict), word(expected[i].verdict)) << v.claim << ": " << all_text(v);
    EXPECT_STREQ(word(v.fault), word(expected[i].fault)) << v.claim << ": " << all_text(v);
    EXPECT_NE(all_text(v).find(expected[i].said), std::string::npos) << v.claim << all_text(v);
    EXPECT_TRUE(v.claim == "C14" || !v.origins.empty()) << v.claim;
  }
}

TEST(PublicClaims, ARecordNotYetKnownSupportsNoClaim) {
  const auto workspace =
      formats::read_workspace(std::string(ACCORD_SOURCE_DIR) + "/examples/jcpoa").value();
  const Evaluator evaluator(workspace.agreement, workspace.records);
  const auto verdicts = check_claims(workspace.claims, workspace.claim_settings, evaluator,
                                     parse_day("2025-02-25").value());
  // C01 and C02 speak about the report of 2025-02-26.
  EXPECT_EQ(verdicts[0].verdict, ClaimWord::cannot_check);
  EXPECT_EQ(verdicts[1].verdict, ClaimWord::cannot_check);
  EXPECT_EQ(verdicts[7].verdict, ClaimWord::consistent);
}

}  // namespace
}  // namespace accord::claims
