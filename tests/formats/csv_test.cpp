#include "formats/csv.h"

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

TEST(Csv, BytesThatAreNotUtf8AreReportedAndTheRestIsRead) {
  const ReadTable read = read_csv("a,b\n1,2\nx,M\xFCnchen\n3,4\n", "t.csv");
  EXPECT_EQ(all_brief(read),
            "3:4: error: the byte FC does not belong to UTF-8 text  [I002]\n"
            "  help: save the table with encoding UTF-8\n");
  ASSERT_EQ(read.table.rows.size(), 2U);
  EXPECT_EQ(texts(read.table.rows[1]), (Texts{"3", "4"}));
}

TEST(Csv, ATableInTwoByteCharactersIsRefused) {
  const ReadTable read = read_csv(std::string_view("a\0,\0b\0\n\0", 8), "t.csv");
  ASSERT_FALSE(read.problems.empty());
  EXPECT_EQ(read.problems[0].code, "I002");
  EXPECT_EQ(read.problems[0].place, (Place{1, 2, 1}));
}

TEST(Csv, ACarriageReturnAloneIsRefused) {
  const ReadTable read = read_csv("a,b\r1,2\r", "t.csv");
  EXPECT_EQ(all_brief(read),
            "1:4: error: a carriage return stands without a line feed  [I002]\n"
            "  help: save the table with lines that end in LF or CR LF\n");
}

TEST(Csv, AQuoteInsideAPlainCellIsRefused) {
  const ReadTable read = read_csv("a,b\n1,5\" pipe\n3,4\n", "t.csv");
  EXPECT_EQ(all_brief(read),
            "2:4: error: a quote stands inside a cell that does not start with one  [I003]\n"
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
            "1:5: error: the column “a” is there twice  [I005]\n"
            "  help: give each column a name of its own\n");
  EXPECT_TRUE(read_csv("a,,\n1,2,3\n", "t.csv").problems.empty());
}

TEST(Csv, ALineIsQuotedOnlyWhereNeeded) {
  EXPECT_EQ(csv_line(Texts{"a", "", "x, y", "5\"", "two\nlines"}),
            "a,,\"x, y\",\"5\"\"\",\"two\nlines\"\n");
  EXPECT_EQ(csv_line(Texts{""}), "\"\"\n");
}

}  // namespace
}  // namespace accord::formats
