#include "formats/text/day_form.h"

#include <gtest/gtest.h>

/// Days and numbers as users write them: expected by hand.
namespace accord::formats {
namespace {

std::string day(const char* text, const char* form) {
  const auto read = day_form_of(form);
  return read ? plain_day(text, *read).value_or("none") : "no form";
}

std::string number(const char* text, char decimal, char thousands) {
  return plain_number(text, {decimal, thousands}).value_or("none");
}

TEST(DayForm, ReadsWhatTheFormSays) {
  EXPECT_EQ(day("31.12.2025", "DD.MM.YYYY"), "2025-12-31");
  EXPECT_EQ(day("12/31/2025", "MM/DD/YYYY"), "2025-12-31");
  EXPECT_EQ(day("20251231", "YYYYMMDD"), "2025-12-31");
  EXPECT_EQ(day("1.2.2025", "D.M.YYYY"), "2025-02-01");
  EXPECT_EQ(day("31.12.2025", "D.M.YYYY"), "2025-12-31");
  EXPECT_EQ(day("on 2025-02-01", "on YYYY-MM-DD"), "2025-02-01");
  EXPECT_EQ(day("31.02.2025", "DD.MM.YYYY"), "2025-02-31");  // that it does not exist says the day
}

TEST(DayForm, RefusesWhatHasNotTheForm) {
  for (const char* text : {"", "1.12.2025", "31.12.25", "31/12/2025", "31.12.2025 ", " 31.12.2025",
                           "31.12.20255", "ab.cd.efgh", "2025-12-31", "31.12."})
    EXPECT_EQ(day(text, "DD.MM.YYYY"), "none") << text;
  EXPECT_EQ(day("001.2.2025", "D.M.YYYY"), "none");
}

TEST(DayForm, AFormHasEachPartOnceAndCanBeTold) {
  for (const char* form : {"", "DD.MM", "DD.MM.YY", "DD.DD.YYYY", "DDD.MM.YYYY", "DMYYYY", "YYYYMD",
                           "DD.MM.YYYY YYYY", "DD1MM.YYYY"})
    EXPECT_EQ(day("x", form), "no form") << form;
}

TEST(NumberForm, MarksOfDecimalsAndThousands) {
  EXPECT_EQ(number("1.234.567,89", ',', '.'), "1234567.89");
  EXPECT_EQ(number("1234,5", ',', '.'), "1234.5");
  EXPECT_EQ(number("1'234.5", '.', '\''), "1234.5");
  EXPECT_EQ(number("12 345", '.', ' '), "12345");
  EXPECT_EQ(number("1,5 %", ',', '\0'), "1.5 %");
  EXPECT_EQ(number("1,5%", ',', '\0'), "1.5 %");
  EXPECT_EQ(number("0", ',', '.'), "0");
}

TEST(NumberForm, AMarkInAWrongPlaceIsNoNumber) {
  for (const char* text : {"", "1.23", "1.2345", "12.34.567", ".234", "1..234", "1,2,3", "1,", ",5",
                           "-5", "5 t", "1e3", "1.234,"})
    EXPECT_EQ(number(text, ',', '.'), "none") << text;
  EXPECT_EQ(number("1.5", ',', '\0'), "none");
}

}  // namespace
}  // namespace accord::formats
