#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "formats/folder.h"
#include "formats/workspace/workspace.h"

/// [books]: what the accounts of a party add to the records.
namespace accord::formats {
namespace {

using evidence::Observation;
using testing::ElementsAre;
using testing::HasSubstr;

Workspace example() {
  Result<Workspace> read = read_workspace(ACCORD_SOURCE_DIR "/examples/books");
  EXPECT_TRUE(read);
  return std::move(*read);
}

/// "2026-02-20 known 2026-03-08: 300 XBF1/3/2": the figures of a metric.
std::vector<std::string> said(const Workspace& workspace, const std::string& metric) {
  std::vector<std::string> out;
  for (const Observation& o : workspace.records.observations)
    if (o.metric == metric)
      out.push_back(to_string(o.head.valid) + " known " + to_string(o.head.known) + ": " +
                    (o.relation == evidence::Relation::at_least ? "at least " : "") +
                    to_string(o.value) + " " + workspace.records.origins[o.head.origin].id);
  return out;
}

TEST(Books, EachDayOfTheBooksAndEachCorrectionIsAFigureWithItsTwoDays) {
  // Worked out by hand in examples/books/README.md.
  EXPECT_THAT(
      said(example(), "enriched_low"),
      ElementsAre(

          "2025-12-31 known 2026-01-20: at least 200 XBF1/1/2",
          "2025-12-31 known 2026-01-22: 250 XBF2/1/1", "2026-01-14 known 2026-02-10: 250 XBF1/2/1",
          "2026-01-16 known 2026-02-12: 250 XBF2/2/1", "2026-02-09 known 2026-03-08: 290 XBF1/3/1",
          "2026-02-20 known 2026-03-08: 300 XBF1/3/2", "2026-02-20 known 2026-06-10: 302 XBF1/6/1",
          "2026-03-12 known 2026-04-09: 325 XBF1/4/1", "2026-03-12 known 2026-06-10: 327 XBF1/6/1",
          "2026-04-20 known 2026-05-08: 285 XBF1/5/1",
          "2026-04-20 known 2026-06-10: 287 XBF1/6/1"));
}

TEST(Books, AnInventoryOfOneAreaIsAFigureOfWhatItHolds) {
  EXPECT_THAT(said(example(), "natural"),
              ElementsAre("2025-12-31 known 2026-01-15: at least 3000 XBC1/1/1",
                          "2025-12-31 known 2026-01-22: 3000 XBF2/1",
                          "2026-02-18 known 2026-03-05: 3900 XBC1/2/1",
                          "2026-02-24 known 2026-03-05: 3880 XBC1/2/2",
                          "2026-04-10 known 2026-05-04: 3400 XBC1/3/1",
                          "2026-04-30 known 2026-05-26: 3399.2 XBC1/4/2"));
}

TEST(Books, FiguresAreDeclaredByThePartyAndDerived) {
  const Workspace workspace = example();
  for (const Observation& o : workspace.records.observations) {
    EXPECT_EQ(o.head.grade, evidence::Grade::declared);
    EXPECT_EQ(o.head.trace, evidence::Trace::derived);
    EXPECT_EQ(o.head.party, "borland");
    EXPECT_EQ(o.unit, "kg_u");
    EXPECT_THAT(workspace.records.origins[o.head.origin].file, HasSubstr("accounts/reports/XB"));
  }
}

TEST(Books, EveryFileOfTheAccountsIsAmongTheFilesRead) {
  std::size_t reports = 0, tables = 0;
  for (const DataFile& file : example().files) {
    reports += file.path.starts_with("accounts/reports/") ? 1U : 0U;
    tables += file.path == "accounts/state.json" || file.path == "accounts/uncertainty.csv";
  }
  EXPECT_EQ(reports, 13U);
  EXPECT_EQ(tables, 2U);
}

}  // namespace
}  // namespace accord::formats
