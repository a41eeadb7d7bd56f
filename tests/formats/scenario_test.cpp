#include "formats/measured/scenario.h"

#include <gtest/gtest.h>

namespace accord::formats {
namespace {

std::string codes(const ReadScenario& read) {
  std::string out;
  for (const Problem& problem : read.problems) out += problem.code + " ";
  return out;
}

ReadScenario with_covariance(const std::string& rows) {
  return read_scenario(
      "[balance]\ncovariance_kg2 = [" + rows + "]\n[[test]]\nkind = \"page\"\nfalse_alarm = 0.05\n",
      "scenario.toml");
}

TEST(Scenario, CovarianceIsReadRowByRow) {
  const ReadScenario read = with_covariance("[1.5, -0.25], [-0.125, 1.4]");
  EXPECT_EQ(codes(read), "");
  ASSERT_TRUE(read.scenario.balance.covariance_kg2);
  EXPECT_EQ(read.scenario.balance.covariance_kg2->values,
            (std::vector<double>{1.5, -0.25, -0.125, 1.4}));
}

/// A square of so many rows is more than there is memory for: 100 000² numbers are 75 GiB.
TEST(Scenario, CovarianceOfTooManyRowsTakesNoMemory) {
  std::string rows;
  for (int i = 0; i < 100'000; ++i) rows += "1,";
  EXPECT_EQ(codes(with_covariance(rows)), "S005 ");
}

TEST(Scenario, CovarianceThatIsNotSquareIsRefused) {
  EXPECT_EQ(codes(with_covariance("[1, 2], [3]")), "S005 ");
  EXPECT_EQ(codes(with_covariance("1, 2, 3")), "S005 ");
  EXPECT_EQ(codes(with_covariance("")), "S005 ");
}

}  // namespace
}  // namespace accord::formats
