#include <gmock/gmock.h>

#include <string>

#include "formats/text/xlsx_write.h"

namespace accord::formats {
namespace {

TEST(Xlsx, TheSameTableGivesTheSameBytes) {
  const XlsxTable table{
      "t", {{"a", CellType::number}, {"b", CellType::day}}, {{"1.5", "2026-01-31"}}};
  const auto once = write_xlsx(table, {{"what", "a test"}});
  const auto again = write_xlsx(table, {{"what", "a test"}});
  ASSERT_TRUE(once && again);
  EXPECT_EQ(*once, *again);
  EXPECT_TRUE(once->starts_with("PK"));
}

TEST(Xlsx, MoreRowsThanTheFormHoldsAreRefused) {
  XlsxTable table{"t", {{"a", CellType::text}}, {}};
  table.rows.resize(1'048'576);
  const auto written = write_xlsx(table, {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, "C011");
}

TEST(Xlsx, SeveralTablesAreSeveralSheetsAndEachIsChecked) {
  const XlsxTable one{"one", {{"a", CellType::text}}, {{"x"}}};
  XlsxTable two{"two", {{"b", CellType::text}}, {{"y"}}};
  const auto both = write_xlsx({one, two}, {});
  ASSERT_TRUE(both);
  EXPECT_NE(both->find("xl/worksheets/sheet3.xml"), std::string::npos);  // the third is “Read me”
  EXPECT_EQ(both->find("xl/worksheets/sheet4.xml"), std::string::npos);
  two.rows.resize(1'048'576);
  const auto refused = write_xlsx({one, two}, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().where, "two");
}

}  // namespace
}  // namespace accord::formats
