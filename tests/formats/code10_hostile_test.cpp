#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "code10_given.h"

/// Files that are no reports, or far too large in one place: few clear findings.
namespace accord::formats {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace code10_given;

TEST(Code10Hostile, AnElementOfAHundredMegabytesIsOneFinding) {
  const std::string text =
      icr.substr(0, icr.size() - 1) + "436:" + std::string(100'000'000, 'A') + "#\n" + icr_second;
  const Code10 read = read_code10(text, "large.txt");
  EXPECT_THAT(briefs(read), ElementsAre("V004 O1 2", "V003 O1 436"));
  EXPECT_EQ(read.report.entries.size(), 2U);
  for (const auto& finding : read.findings) EXPECT_LT(finding.found.size(), 100U);
}

TEST(Code10Hostile, AFileWithoutAnyEndOfAnElementIsOneFinding) {
  const std::string text = "001:OI/ZZ;12#002:" + std::string(1'000'000, '/');
  EXPECT_THAT(briefs(text), testing::Contains("V001 O1 2"));
  EXPECT_LT(briefs(text).size(), 15U);
}

TEST(Code10Hostile, OtherEncodingsAreNoReport) {
  std::string utf16 = "\xFF\xFE";
  for (const char c : icr) utf16 += std::string{c, '\0'};
  EXPECT_THAT(briefs(utf16), ElementsAre("V001 0"));
  EXPECT_THAT(briefs(std::string(1000, '\0')), ElementsAre("V001 0"));
  EXPECT_THAT(briefs(std::string("\xEF\xBB\xBF") + icr), IsEmpty());
}

TEST(Code10Hostile, OtherFormsOfReportsAreNoReport) {
  for (const std::string text :
       {"mba,type,report_date,report_number\nZZA1,I,08072026,12\n",
        "{\"report\": 12, \"entries\": []}\n", "1:ZZA1#2:I#3:08072026#4:12#\n"}) {
    const Code10 read = read_code10(text, "other.txt");
    ASSERT_EQ(read.findings.size(), 1U) << text;
    EXPECT_EQ(read.findings[0].rule, "V001");
    EXPECT_EQ(read.findings[0].expected, "label 001, which begins an entry");
    EXPECT_THAT(read.report.entries, IsEmpty());
  }
  const Code10 xml =
      read_code10("<?xml version=\"1.0\"?>\n<ICR><entry number=\"1\"/></ICR>\n", "x");
  ASSERT_EQ(xml.findings.size(), 1U);
  EXPECT_EQ(xml.findings[0].rule, "V001");
  EXPECT_EQ(xml.findings[0].found, "the file is an XML file, not a table or a text");
  EXPECT_THAT(xml.report.entries, IsEmpty());
}

}  // namespace
}  // namespace accord::formats
