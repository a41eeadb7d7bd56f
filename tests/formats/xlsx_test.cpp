#include <gmock/gmock.h>

#include "formats/xlsx_write.h"

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

}  // namespace
}  // namespace accord::formats
