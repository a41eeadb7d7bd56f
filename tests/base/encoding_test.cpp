#include "base/encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace accord {
namespace {

using namespace std::literals;

/// Latin text in units of `width` bytes, the byte of the letter first or last.
std::string wide(std::string_view text, std::size_t width, bool little) {
  std::string out;
  for (const char c : text) {
    std::string unit(width, '\0');
    unit[little ? 0 : width - 1] = c;
    out += unit;
  }
  return out;
}

std::string said(const std::optional<ByteFault>& fault) {
  return fault ? fault->message : "nothing";
}

constexpr std::string_view table = "period,role\n1,PB\n2,X\n";

TEST(ForeignFormat, TextInWideCharactersIsNamedWithAndWithoutAByteOrderMark) {
  for (const bool little : {true, false}) {
    const std::string two = wide(table, 2, little), four = wide(table, 4, little);
    const std::string mark = little ? "\xFF\xFE"s : "\xFE\xFF"s;
    EXPECT_EQ(said(foreign_format(two)), "the file is UTF-16 text, not UTF-8") << little;
    EXPECT_EQ(said(foreign_format(mark + two)), "the file is UTF-16 text, not UTF-8") << little;
    EXPECT_EQ(said(foreign_format(four)), "the file is UTF-32 text, not UTF-8") << little;
  }
  EXPECT_EQ(said(foreign_format("\xFF\xFE\0\0"s + wide(table, 4, true))),
            "the file is UTF-32 text, not UTF-8");
  EXPECT_EQ(said(foreign_format("\0\0\xFE\xFF"s + wide(table, 4, false))),
            "the file is UTF-32 text, not UTF-8");
}

TEST(ForeignFormat, OfOtherScriptsTheSignsTellUtf16) {
  // “период,имя” and a row, in UTF-16 LE without a mark: Cyrillic letters have the high byte 04.
  std::string text;
  for (const char16_t c : u"период,имя\n1,да\n2,нет\n"sv) {
    text += static_cast<char>(c & 0xFFU);
    text += static_cast<char>(c >> 8U);
  }
  EXPECT_EQ(said(foreign_format(text)), "the file is UTF-16 text, not UTF-8");
}

TEST(ForeignFormat, OtherFilesAreNamedForWhatTheyAre) {
  const std::pair<std::string, std::string> cases[] = {
      {"PK\x03\x04\x14\0\x06\0........[Content_Types].xml xl/workbook.xml"s,
       "the file is a workbook (xlsx), not a text"},
      {"PK\x03\x04\x14\0..mimetypeapplication/vnd.oasis.opendocument.spreadsheet"s,
       "the file is a workbook (ods), not a text"},
      {"PK\x03\x04\x14\0..[Content_Types].xml word/document.xml"s,
       "the file is a Word document (docx), not plain text"},
      {"PK\x03\x04\x14\0..items.csv"s, "the file is a packed file (zip), not a text"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s,
       "the file is an Excel or Word file of the old form (xls, doc), not a text"},
      {"\x1F\x8B\x08\0"s, "the file is a packed file (gzip), not a text"},
      {"%PDF-1.7\n"s, "the file is a PDF, not a text"},
      {"{\\rtf1\\ansi"s, "the file is a rich text file (RTF), not plain text"},
      {"\n<!DOCTYPE HTML><html>"s, "the file is a web page (HTML), not a table or a text"},
      {"\xEF\xBB\xBF<?xml version=\"1.0\"?>"s, "the file is an XML file, not a table or a text"}};
  for (const auto& [bytes, message] : cases) {
    const auto fault = foreign_format(bytes);
    EXPECT_EQ(said(fault), message);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->place, (Place{1, 1, 1}));
    EXPECT_NE(fault->help, "");
  }
}

TEST(ForeignFormat, TextOfOneByteACharacterIsNot) {
  for (const std::string_view text : {""sv, "a"sv, "period,role\n"sv,
                                      "\xEF\xBB\xBF"
                                      "a,b\n"sv,
                                      "Zürich,Genève\n"sv, "a\0b,c,d,e,f,g\n"sv, "P,K\n"sv})
    EXPECT_EQ(said(foreign_format(text)), "nothing") << text;
}

TEST(ForeignByte, IsNamedAtItsPlaceWithWhatItIsInWindows1252) {
  const auto dash = foreign_byte("a,b\nMünchen \x96 x\n");
  ASSERT_TRUE(dash);
  EXPECT_EQ(dash->place, (Place{2, 9, 1}));
  EXPECT_EQ(dash->message, "the byte 96 does not belong to UTF-8 text; in Windows-1252 it is “–”");
  EXPECT_EQ(dash->help, "save it as UTF-8 (in Excel: “CSV UTF-8”)");
  EXPECT_EQ(said(foreign_byte("M\xFCnchen")),
            "the byte FC does not belong to UTF-8 text; in Windows-1252 it is “ü”");
  EXPECT_EQ(said(foreign_byte("x\x81")), "the byte 81 does not belong to UTF-8 text");
  EXPECT_EQ(said(foreign_byte("München – ایران 漢字 \xF0\x9F\x98\x80")), "nothing");
}

TEST(ForeignByte, AByteOrderMarkTakesNoColumnAndTheFirstByteIsNamed) {
  const auto zero = foreign_byte(
      "\xEF\xBB\xBF"
      "ab\0\xFC"sv);
  ASSERT_TRUE(zero);
  EXPECT_EQ(zero->place, (Place{1, 3, 1}));
  EXPECT_EQ(zero->message, "the byte 00 does not belong to a text");
}

TEST(LoneReturn, IsOneWithoutALineFeed) {
  EXPECT_EQ(said(lone_return("a\r\nb\r\n")), "nothing");
  const auto fault = lone_return("a\r\nbc\rd");
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->place, (Place{2, 3, 1}));
  EXPECT_EQ(said(lone_return("a\r")), "a carriage return is without a line feed");
}

}  // namespace
}  // namespace accord
