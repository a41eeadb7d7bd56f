#include "support/comma_locale.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>

#include "formats/text/toml.h"
#include "formats/text/xlsx_write.h"

/// Numbers are read and written with a point, whatever the locale of the process.
namespace accord::formats {
namespace {

using testing_support::CommaLocale;

XlsxTable figures() {
  return {"t", {{"kg", CellType::number}, {"on", CellType::day}}, {{"1234.5", "2026-01-31"}}};
}

TEST(CommaLocale, ChangesNothingThatIsReadOrWritten) {
  const auto plain = write_xlsx(figures(), {{"what", "a test"}});
  const CommaLocale comma;
  ASSERT_TRUE(comma.is_set()) << "install the package locales";
  const auto written = write_xlsx(figures(), {{"what", "a test"}});
  ASSERT_TRUE(plain && written);
  EXPECT_EQ(*plain, *written);
  EXPECT_STREQ(std::localeconv()->decimal_point, ",") << "the process keeps its locale";

  const ReadToml read = read_toml("limit = 1234.5\nsmall = 2.5e-3\n", "a.toml");
  ASSERT_TRUE(read.problems.empty());
  ASSERT_EQ(read.root.entries.size(), 2U);
  EXPECT_EQ(read.root.entries[0].value.number, 1234.5);
  EXPECT_EQ(read.root.entries[1].value.number, 0.0025);

  EXPECT_EQ(nlohmann::json::parse("[202.8]")[0].get<double>(), 202.8);
  EXPECT_EQ(nlohmann::json(202.8).dump(), "202.8");
  EXPECT_EQ(fmt::format("{} {:.2f}", 202.8, 202.8), "202.8 202.80");
}

}  // namespace
}  // namespace accord::formats
