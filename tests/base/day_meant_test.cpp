#include "base/day_meant.h"

#include <gtest/gtest.h>

#include "base/named.h"

namespace accord {
namespace {

std::string all(std::string_view text) {
  std::string out;
  for (const Day day : days_meant(text)) out += (out.empty() ? "" : " ") + to_string(day);
  return out;
}

TEST(DaysMeant, FormsOfOneDay) {
  for (const char* text : {"2024-12-31", "2024/12/31", "2024.12.31", "20241231", "31.12.2024",
                           "31/12/2024", "12/31/2024", "31 December 2024", "December 31, 2024",
                           "31 Dec 2024", "31-dec-2024", "2024 December 31", "31.12.2024 "})
    EXPECT_EQ(all(text), "2024-12-31") << text;
}

TEST(DaysMeant, ShortNumbers) {
  EXPECT_EQ(all("2025-2-1"), "2025-02-01");
  EXPECT_EQ(all("1.2.2025"), "2025-02-01");
}

TEST(DaysMeant, TwoDaysWhereTheOrderIsNotKnown) {
  EXPECT_EQ(all("1/2/2025"), "2025-02-01 2025-01-02");
  EXPECT_EQ(all("2/2/2025"), "2025-02-02");
}

TEST(DaysMeant, TheNearestDayThatExists) {
  EXPECT_EQ(all("2025-02-30"), "2025-02-28");
  EXPECT_EQ(all("2024-02-30"), "2024-02-29");
  EXPECT_EQ(all("2025-04-31"), "2025-04-30");
  EXPECT_EQ(all("2025-13-01"), "2025-12-01 2025-01-13");
  EXPECT_EQ(all("2025-13-31"), "2025-12-31");
  EXPECT_EQ(all("2025-00-00"), "2025-01-01");
  EXPECT_EQ(all("32.1.2025"), "2025-01-31");
}

TEST(DaysMeant, NothingIsGuessed) {
  for (const char* text : {"", "soon", "2025", "2025-02", "1.2.25", "GOV/2025/8", "12345678901",
                           "1-2-3-2025", "2025-01-01T00:00", "99999999999999999999", "0-0-0",
                           "1 Mai 2025 x", "2025-1000-01", "3000-01-01", "-", "4.5"})
    EXPECT_EQ(all(text), "") << text;
}

TEST(DayHelp, NamesTheDays) {
  EXPECT_EQ(day_help("1/2/2025"), "did you mean 2025-02-01 or 2025-01-02?");
  EXPECT_EQ(day_help("soon"), "");
}

constexpr Named parties[] = {{"iran", "Iran"}, {"us", "United States"}, {"uk", "United Kingdom"}};

TEST(DidYouMean, ByIdTitleAndPart) {
  EXPECT_EQ(did_you_mean("IRAN", parties), "did you mean “iran” (Iran)?");
  EXPECT_EQ(did_you_mean("irna", parties), "did you mean “iran” (Iran)?");
  EXPECT_EQ(did_you_mean("united states", parties), "did you mean “us” (United States)?");
  EXPECT_EQ(did_you_mean("Untied States", parties), "did you mean “us” (United States)?");
  EXPECT_EQ(did_you_mean("united", parties),
            "did you mean “us” (United States) or “uk” (United Kingdom)?");
  EXPECT_EQ(did_you_mean("france", parties), "");
  EXPECT_EQ(did_you_mean("", parties), "");
}

TEST(DidYouMean, SaysNothingWhereManyHoldTheWord) {
  constexpr Named many[] = {{"T-A", "a"}, {"T-AB", "b"}, {"T-ABC", "c"}, {"T-ABCD", "d"}};
  EXPECT_EQ(did_you_mean("abcdefghijkl", many), "");
  EXPECT_TRUE(named_near("-ab", std::span(many).first(1)).empty());
}

}  // namespace
}  // namespace accord
