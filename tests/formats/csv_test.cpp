#include "formats/text/csv.h"

#include <gtest/gtest.h>

namespace accord::formats {
namespace {

std::vector<std::string> texts(const Row& row) {
  std::vector<std::string> out;
  for (const Cell& cell : row.cells) out.emplace_back(cell.text);
  return out;
}
using Texts = std::vector<std::string>;

std::string all_brief(const ReadTable& read) {
  std::string out;
  for (const Problem& problem : read.problems) out += brief(problem);
  return out;
}

TEST(Csv, ReadsPlainAndQuotedCells) {
  const ReadTable read = read_csv("a,b\n1,\"x, y\"\n,\"say \"\"yes\"\"\"\n", "t.csv");
  EXPECT_EQ(all_brief(read), "");
  EXPECT_EQ(read.table.columns, (Texts{"a", "b"}));
  ASSERT_EQ(read.table.rows.size(), 2U);
  EXPECT_EQ(texts(read.table.rows[0]), (Texts{"1", "x, y"}));
  EXPECT_EQ(texts(read.table.rows[1]), (Texts{"", "say \"yes\""}));
  EXPECT_EQ(read.table.rows[1].line, 3U);
}

TEST(Csv, ColumnsAreFoundByName) {
  const Table table = read_csv("a,b\n1,2\n", "t.csv").table;
  EXPECT_EQ(table.column("b"), 1U);
  EXPECT_EQ(table.column("c"), 2U);
}

TEST(Csv, AQuotedCellMayHoldLineEndsAndTheNextRowKnowsItsLine) {
  const ReadTable read = read_csv("a,b\n\"one\r\ntwo\nthree\",x\n4,5\n", "t.csv");
  EXPECT_EQ(all_brief(read), "");
  EXPECT_EQ(read.table.rows[0].cells[0].text, "one\r\ntwo\nthree");
  EXPECT_EQ(read.table.rows[0].cells[1].line, 4U);
  EXPECT_EQ(read.table.rows[0].cells[1].column, 8U);
  EXPECT_EQ(read.table.rows[1].line, 5U);
}

TEST(Csv, CrLfAByteOrderMarkEmptyLinesAndAMissingLastLineEndChangeNothing) {
  const ReadTable read = read_csv(
      "\xEF\xBB\xBF"
      "a,b\r\n\r\n1,2\r\n\n3,4",
      "t.csv");
  EXPECT_EQ(all_brief(read), "");
  EXPECT_EQ(read.table.columns, (Texts{"a", "b"}));
  ASSERT_EQ(read.table.rows.size(), 2U);
  EXPECT_EQ(read.table.rows[0].line, 3U);
  EXPECT_EQ(texts(read.table.rows[1]), (Texts{"3", "4"}));
}

TEST(Csv, ARowKeepsItsBytesWithoutItsLineEnd) {
  const Table unix_table = read_csv("a,b\n1,\"2\"\n", "t.csv").table;
  const Table windows_table = read_csv("a,b\r\n1,\"2\"\r\n", "t.csv").table;
  EXPECT_EQ(unix_table.rows[0].bytes, "1,\"2\"");
  EXPECT_EQ(windows_table.rows[0].bytes, "1,\"2\"");
  EXPECT_NE(windows_table.sha256, unix_table.sha256);
  // FIPS 180-4: the hash of the three letters of the standard's first example.
  EXPECT_EQ(read_csv("abc", "t").table.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Csv, PlacesCountCharactersNotBytes) {
  const Table table = read_csv("a,b\nÄÖ€,x\n", "t.csv").table;
  EXPECT_EQ(table.rows[0].cells[1].column, 5U);
}

TEST(Csv, AnEmptyTableHasNoHeader) {
  EXPECT_EQ(all_brief(read_csv("", "t.csv")),
            "1:1: error: the table is empty  [I001]\n"
            "  help: begin the table with a line of column names\n");
  EXPECT_EQ(all_brief(read_csv("\n\r\n", "t.csv")).substr(0, 32),
            "1:1: error: the table is empty  ");
  EXPECT_TRUE(read_csv("a,b\n", "t.csv").problems.empty());
}

TEST(Csv, BytesThatAreNotUtf8AreReportedOnceAndTheRestIsRead) {
  const ReadTable read = read_csv("a,b\n1,2\nx,M\xFCnchen\n3,4\nK\xF6ln,5\n6\n", "t.csv");
  EXPECT_EQ(all_brief(read),
            "3:4: error: the byte FC does not belong to UTF-8 text; in Windows-1252 it is “ü”  "
            "[I002]\n"
            "  help: save it as UTF-8 (in Excel: “CSV UTF-8”)\n"
            "6:1: error: the row has 1 cell, the header has 2  [I004]\n"
            "  help: write one cell for each column; a cell that is not known stays empty\n");
  ASSERT_EQ(read.table.rows.size(), 2U);
  EXPECT_EQ(texts(read.table.rows[1]), (Texts{"3", "4"}));
}

TEST(Csv, ATableInTwoByteCharactersIsRefused) {
  const ReadTable read = read_csv(std::string_view("a\0,\0b\0\n\0", 8), "t.csv");
  EXPECT_EQ(all_brief(read),
            "1:1: error: the file is UTF-16 text, not UTF-8  [I002]\n"
            "  help: save it as UTF-8 (in Excel: “CSV UTF-8”)\n");
  EXPECT_TRUE(read.table.columns.empty());
}

TEST(Csv, ACarriageReturnAloneIsRefusedOnce) {
  const std::string said =
      "error: a carriage return is without a line feed  [I002]\n"
      "  help: save the file with lines that end in LF or CR LF\n";
  EXPECT_EQ(all_brief(read_csv("a,b\r1,2\r", "t.csv")), "1:4: " + said);
  EXPECT_EQ(all_brief(read_csv("a,b\n1\r,2\n3\r,4\n", "t.csv")), "2:2: " + said);
}

TEST(Csv, ARowInWhichEveryCellIsBlankIsSkippedLikeAnEmptyLine) {
  const ReadTable read = read_csv(",,\na,b,c\n1,2,3\n,,\n , \t,\n\"\",,\n,,,,,\n4,,\n", "t.csv");
  EXPECT_EQ(all_brief(read), "");
  EXPECT_EQ(read.table.columns, (Texts{"a", "b", "c"}));
  ASSERT_EQ(read.table.rows.size(), 2U);
  EXPECT_EQ(read.table.rows[1].line, 8U);
  EXPECT_EQ(all_brief(read_csv(",,\n,\n", "t.csv")).substr(0, 30),
            "1:1: error: the table is empty");
}

TEST(Csv, AHintForExcelIsOneErrorAndTheHeaderIsTheNextLine) {
  for (const std::string_view hint : {"sep=,", "SEP=,", "\"sep=,\""}) {
    const ReadTable read = read_csv(std::string(hint) + "\r\na,b\r\n1,2\r\n", "t.csv");
    EXPECT_EQ(all_brief(read),
              "1:1: error: the first line is a hint for Excel, not the header  [I001]\n"
              "  help: delete it\n");
    EXPECT_EQ(read.table.columns, (Texts{"a", "b"}));
  }
  EXPECT_EQ(all_brief(read_csv("separator,b\n1,2\n", "t.csv")), "");
}

TEST(Csv, AnotherSeparatorIsOneError) {
  for (const auto& [mark, words] :
       {std::pair(";", "semicolons"), {"\t", "tabs"}, {"|", "vertical bars"}}) {
    std::string text = "a*b, kg*c\n1*2,5*3\n\"x\"*1,5*y\n";
    for (std::size_t at = text.find('*'); at != text.npos; at = text.find('*', at))
      text.replace(at, 1, mark);
    EXPECT_EQ(all_brief(read_csv(text, "t.csv")),
              "1:1: error: the columns are separated by " + std::string(words) +
                  ", not by commas  [I006]\n"
                  "  help: separate columns by commas, and write numbers with a point\n");
  }
  EXPECT_EQ(all_brief(read_csv("\"a;b;c\",d\n1,2\n", "t.csv")), "");
  EXPECT_EQ(all_brief(read_csv("one column\n1\n", "t.csv")), "");
}

TEST(Csv, AQuoteInsideAPlainCellIsRefused) {
  const ReadTable read = read_csv("a,b\n1,5\" pipe\n3,4\n", "t.csv");
  EXPECT_EQ(all_brief(read),
            "2:4: error: a quote is inside a cell that does not start with one  [I003]\n"
            "  help: put the whole cell in quotes and write each quote inside it twice: \"say "
            "\"\"yes\"\"\"\n");
  EXPECT_EQ(read.table.rows.size(), 1U);
}

TEST(Csv, TextAfterAClosingQuoteIsRefused) {
  const ReadTable read = read_csv("a,b\n\"1\"x,2\n3,4\n", "t.csv");
  EXPECT_EQ(all_brief(read),
            "2:4: error: text follows the quote that closes the cell begun at 2:1  [I003]\n"
            "  help: end the cell after its closing quote; write a quote inside it twice\n");
  EXPECT_EQ(read.table.rows.size(), 1U);
}

TEST(Csv, AnOpenQuoteDoesNotHideTheProblemsOfTheLinesItSwallows) {
  const ReadTable read = read_csv("a,b\n\"1,2\n3\n5,6\n", "t.csv");
  EXPECT_EQ(all_brief(read),
            "2:1: error: the quote that opens here is never closed  [I003]\n"
            "  help: close the cell with a quote; write a quote inside it twice\n"
            "3:1: error: the row has 1 cell, the header has 2  [I004]\n"
            "  help: write one cell for each column; a cell that is not known stays empty\n");
  ASSERT_EQ(read.table.rows.size(), 1U);
  EXPECT_EQ(texts(read.table.rows[0]), (Texts{"5", "6"}));
}

TEST(Csv, WrongCountsAreReportedForEveryRow) {
  const ReadTable read = read_csv("a,b\n1,2,3\n4,5\n6\n", "t.csv");
  EXPECT_EQ(all_brief(read),
            "2:1: error: the row has 3 cells, the header has 2  [I004]\n"
            "  help: put a cell that holds a comma in quotes: \"one, two\"\n"
            "4:1: error: the row has 1 cell, the header has 2  [I004]\n"
            "  help: write one cell for each column; a cell that is not known stays empty\n");
  EXPECT_EQ(read.table.rows.size(), 1U);
}

TEST(Csv, TwoColumnsOfOneNameAreRefused) {
  EXPECT_EQ(all_brief(read_csv("a,b,a\n1,2,3\n", "t.csv")),
            "1:5: error: the column “a” appears twice  [I005]\n"
            "  help: give each column a name of its own\n");
  EXPECT_TRUE(read_csv("a,,\n1,2,3\n", "t.csv").problems.empty());
}

TEST(Csv, ALineIsQuotedOnlyWhereNeeded) {
  EXPECT_EQ(csv_line(Texts{"a", "", "x, y", "5\"", "two\nlines"}),
            "a,,\"x, y\",\"5\"\"\",\"two\nlines\"\n");
  EXPECT_EQ(csv_line(Texts{""}), "\"\"\n");
  // A reader takes the header for one of semicolons otherwise, or refuses it.
  EXPECT_EQ(csv_line(Texts{"a; b"}), "\"a; b\"\n");
  EXPECT_EQ(csv_line(Texts{"a; b", "c"}), "a; b,c\n");
}

}  // namespace
}  // namespace accord::formats
