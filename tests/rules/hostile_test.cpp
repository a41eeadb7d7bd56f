#include <gmock/gmock.h>

#include "accounting/books/transit.h"
#include "rules/year.h"

/// Reports that contradict themselves or are many of a kind: clear findings, and no more work than
/// there are entries.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Hostile, AFileGivenTwiceIsSaidToBe) {
  State state = Year().reports().state;
  state.add(*state.reports[1].text, "copy of 2.txt");
  const auto findings = state.findings();
  const auto twice = std::find_if(findings.begin(), findings.end(),
                                  [](const Finding& f) { return f.rule == "V005"; });
  ASSERT_NE(twice, findings.end());
  EXPECT_THAT(twice->found, HasSubstr("the same bytes as"));
  // What it says counts twice (10.1, V026), and the balance tells of it.
  std::vector<std::string> rules;
  for (const Finding& f : findings) rules.push_back(f.rule);
  EXPECT_THAT(rules, testing::UnorderedElementsAre("V005", "V021", "V026", "V061"));
}

/// Many entries that begin with `first` corrections of entry 1 in report 1.
TEST(Hostile, ManyCorrectionsOfOneEntryAreEachRefusedButTheFirst) {
  constexpr int many = 20'000;
  Entries corrections;
  for (int i = 0; i < many; ++i)
    corrections.push_back(change("LD", "20260610", "A", "610:1K#", "C/ZZ;1/1"));
  Reports reports;
  reports.add({.number = 1}, {change("LD", "20260610", "A", "610:2K#")});
  reports.add({.number = 2}, corrections);
  const Effective all = effective(reports.state.reports);
  EXPECT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(all.refused.size(), many - 1U);
}

TEST(Hostile, NumbersThatAreNotPlacesAreStillLookedUpQuickly) {
  constexpr int many = 20'000;
  // The entries of report 1 are numbered backwards; all of them are deleted.
  std::string text;
  Entries removals;
  for (int i = many; i > 0; --i) {
    text += "001:OI/ZZ;1#002:" + std::to_string(i) +
            "#003:20260705#006:DOE,J#010:I#015:20260601/20260630#207:ZZFA#307:ZZA1#" +
            change("LD", "20260610", "B" + std::to_string(i), "610:1K#") + "\n";
    removals.push_back("309:D/ZZ;1/" + std::to_string(i) + "#");
  }
  Reports reports;
  reports.state.add(text, "1.txt");
  reports.add({.number = 2}, removals);
  const Effective all = effective(reports.state.reports);
  EXPECT_THAT(all.entries, IsEmpty());
  EXPECT_THAT(all.refused, IsEmpty());
}

TEST(Hostile, AChainOfCorrectionsEndsWithItsLast) {
  constexpr int many = 5'000;
  Entries chain{change("LD", "20260610", "A", "610:1K#", "C/ZZ;1/1")};
  for (int i = 1; i < many; ++i)
    chain.push_back(change("LD", "20260610", "A", "610:1K#", "C/ZZ;2/" + std::to_string(i)));
  Reports reports;
  reports.add({.number = 1}, {change("LD", "20260610", "A", "610:2K#")});
  reports.add({.number = 2}, chain);
  const Effective all = effective(reports.state.reports);
  ASSERT_EQ(all.entries.size(), 1U);
  EXPECT_EQ(all.entries[0].entry->number, static_cast<std::uint32_t>(many));
  EXPECT_EQ(all.entries[0].report->header.number, 1U);
  EXPECT_THAT(all.refused, IsEmpty());
}

TEST(Hostile, ManyImportsOfUnknownBatchesAreLookedUpOneByOne) {
  constexpr int many = 5'000;
  Entries imports, exports;
  for (int i = 0; i < many; ++i) {
    // Half of all weigh the same.
    const std::string w = "610:" + std::to_string(i % 2 == 0 ? 1 : i) + "K#";
    imports.push_back(
        change("RF", "20260612", "I" + std::to_string(i), "370:YY/YYB1#447:UNKNOWN#" + w));
    exports.push_back(change("SF", "20260610", "E" + std::to_string(i), "372:ZZ/ZZA1#" + w));
  }
  Reports reports;
  reports.add({}, imports);
  reports.add({.mba = "YYB1", .country = "YY"}, exports);
  const auto found = reports.found("V084");
  EXPECT_EQ(found.size(), static_cast<std::size_t>(many));
}

TEST(Candidates, EachSayingIsWorthItsPoints) {
  Reports reports;
  const std::string unknown = "370:YY/YYB1#447:UNKNOWN#610:5K#";
  reports.add({}, {change("RF", "20260630", "I", unknown)});
  reports.add({.mba = "YYB1", .period = "20260401/20260630", .country = "YY"},
              {change("SF", "20260501", "E1", "372:ZZ/ZZA1#610:5K#"),    // all: 60 days before
               change("SF", "20260430", "E2", "372:ZZ/ZZA1#610:5K#"),    // 61 days
               change("SF", "20260501", "E3", "372:ZZ/ZZA1#610:6K#"),    // another weight
               change("SF", "20260430", "E4", "372:ZZ/ZZA1#610:6K#")});  // below 50
  reports.add({.mba = "YYC1", .country = "YY"},
              {change("SF", "20260610", "E5", "372:ZZ/ZZB1#610:5K#"),    // another shipper
               change("SF", "20260610", "E6", "372:XX/XXB1#610:5K#")});  // not with such a State
  const Effective all = effective(reports.state.reports);
  const Transit transit = match_transit(all);
  std::vector<std::string> found;
  for (const Candidate& c : Candidates(transit).of(
           *std::find_if(all.entries.begin(), all.entries.end(),
                         [](const EffectiveEntry& e) { return e.entry->batch == "I"; })))
    found.push_back(std::string(c.shipment->entry->batch) + " " + std::to_string(c.score));
  EXPECT_THAT(found, ElementsAre("E1 100", "E2 90", "E5 90", "E3 50"));
}

}  // namespace
}  // namespace accord::accounting::test
