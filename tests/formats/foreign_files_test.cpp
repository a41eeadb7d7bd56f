#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "agreement/check/check.h"
#include "formats/code10/code10.h"
#include "formats/measured/measured.h"
#include "formats/measured/scenario.h"
#include "formats/measured/series.h"
#include "formats/measured/study.h"
#include "formats/measured/target_values.h"
#include "formats/profiles/criteria.h"
#include "formats/profiles/profile.h"
#include "formats/profiles/state.h"
#include "formats/report_table/report_table.h"

/// One cause, one message: whatever reads a file that is not text says the same of it, and no more.
namespace accord::formats {
namespace {

using namespace std::literals;

struct Said {
  Place place;
  std::string message, help;

  friend bool operator==(const Said&, const Said&) = default;
};

std::vector<Said> said(const std::vector<Problem>& problems) {
  std::vector<Said> out;
  for (const Problem& p : problems) out.push_back({p.place, p.message, p.help});
  return out;
}

std::vector<Said> said(const std::vector<accounting::Finding>& findings) {
  std::vector<Said> out;
  for (const accounting::Finding& f : findings) out.push_back({f.place, f.found, f.expected});
  return out;
}

struct Reader {
  const char* name;
  std::function<std::vector<Said>(const std::string&)> read;
};

std::vector<Said> said_of_state(const std::string& bytes) {
  accounting::StateTables tables;
  accounting::Profile profile = code10_profile();
  std::vector<Problem> problems;
  read_state(bytes, "f", tables, profile, problems);
  return said(problems);
}

std::vector<Said> said_of_notices(const std::string& bytes) {
  accounting::StateTables tables;
  std::vector<Problem> problems;
  read_notices(bytes, "f", tables, problems);
  return said(problems);
}

std::vector<Said> said_of_series(const std::string& bytes) {
  return said(read_series(bytes, "f", {}, {}).problems);
}

const std::vector<Reader> readers{
    {"terms", [](const std::string& b) { return said(agreement::read(b, "f").problems); }},
    {"scenario", [](const std::string& b) { return said(read_scenario(b, "f").problems); }},
    {"study", [](const std::string& b) { return said(read_study(b, "f").problems); }},
    {"criteria", [](const std::string& b) { return said(read_criteria(b, "f").problems); }},
    {"items", [](const std::string& b) { return said(read_items(b, "f").problems); }},
    {"methods", [](const std::string& b) { return said(read_methods(b, "f").problems); }},
    {"targets", [](const std::string& b) { return said(read_target_values(b, "f").problems); }},
    {"series", said_of_series},
    {"notices", said_of_notices},
    {"state.json", said_of_state},
    {"Code 10",
     [](const std::string& b) { return said(read_code10(b, "f", code10_profile()).findings); }},
    {"report table", [](const std::string& b) {
       return said(read_report_table(b, "f", *find_profile("euratom-302-2005")).findings);
     }}};

std::string utf16(std::string_view text) {
  std::string out = "\xFF\xFE";
  for (const char c : text) out.append({c, '\0'});
  return out;
}

TEST(ForeignFiles, EveryReaderSaysTheSameOfUtf16AndNothingElse) {
  const std::vector<Said> right{{{1, 1, 1},
                                 "the file is UTF-16 text, not UTF-8",
                                 "save it as UTF-8 (in Excel: “CSV UTF-8”)"}};
  for (const Reader& reader : readers)
    for (const std::string_view text : {"a,b\r\n1,2\r\n"sv, "{\"a\": 1}\n"sv, "001:OI/ZZ;1#\n"sv})
      EXPECT_EQ(reader.read(utf16(text)), right) << reader.name;
}

TEST(ForeignFiles, EveryReaderNamesAWorkbook) {
  const std::string book =
      "PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml\xB4\x01 xl/workbook.xml"s;
  for (const Reader& reader : readers) {
    const auto found = reader.read(book);
    ASSERT_EQ(found.size(), 1U) << reader.name;
    EXPECT_EQ(found[0].message, "the file is a workbook (xlsx), not a text") << reader.name;
    EXPECT_EQ(found[0].place, (Place{1, 1, 1})) << reader.name;
  }
}

TEST(ForeignFiles, EveryReaderOfUtf8NamesTheFirstForeignByteOnce) {
  const std::string message =
      "the byte 96 does not belong to UTF-8 text; in Windows-1252 it is “–”";
  for (const Reader& reader : readers) {
    if (reader.name == "Code 10"sv) continue;  // it takes Latin-1
    const auto found = reader.read("a\x96,b\n1,2\x96\n3,\x96\n");
    ASSERT_FALSE(found.empty()) << reader.name;
    std::size_t times = 0;
    for (const Said& one : found) times += one.message == message ? 1U : 0U;
    EXPECT_EQ(times, 1U) << reader.name;
    EXPECT_EQ(found[0].place, (Place{1, 2, 1})) << reader.name;
  }
}

TEST(ForeignFiles, Code10TakesLatin1) {
  for (const auto& one :
       said(read_code10("001:OI/ZZ;1#006:M\xDCLLER#\n", "f", code10_profile()).findings))
    EXPECT_EQ(one.message.find("UTF-8"), std::string::npos) << one.message;
}

}  // namespace
}  // namespace accord::formats
