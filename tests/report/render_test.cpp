#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/forms/pdf.h"
#include "report/sections/report.h"
#include "support/golden.h"

namespace accord::report {
namespace {

using testing::HasSubstr;
using testing::Not;

Report with(Block block) {
  Report out;
  out.title = "Title";
  out.day = out.known = "2020-01-01";
  out.sections.push_back({"A", "Section", 1, {std::move(block)}});
  return out;
}

Report one_table(std::size_t rows) {
  Table table{"t", "Table", "", {{"name"}, {"value", true}}, {}};
  table.rows.push_back({"", {{.text = "Group"}}, true});
  for (std::size_t i = 1; i < rows; ++i)
    table.rows.push_back({"", {{.text = "a|b"}, {.text = "1.0", .mark = Mark::recalled}}});
  return with(std::move(table));
}

TEST(Render, TextIsNeverMarkup) {
  const Report r = with(Paragraph{"<script>alert(1)</script> & \"x\""});
  EXPECT_THAT(html(r), Not(HasSubstr("<script>")));
  EXPECT_THAT(html(r), HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
  EXPECT_THAT(markdown(r), Not(HasSubstr(" <script>")));
}

TEST(Render, AHeadingRowSpansTheTable) {
  EXPECT_THAT(html(one_table(2)), HasSubstr("<th colspan=\"2\" scope=\"colgroup\">Group</th>"));
  EXPECT_THAT(markdown(one_table(2)), HasSubstr("| **Group** | |"));
}

TEST(Render, AMarkStandsBesideItsFigureInEveryForm) {
  EXPECT_THAT(html(one_table(2)), HasSubstr("title=\"recalled\">○</span> 1.0"));
  EXPECT_THAT(markdown(one_table(2)), HasSubstr("| a\\|b | ○ 1.0 |"));
  const auto json = nlohmann::json::parse(report::json(one_table(2)));
  EXPECT_EQ(json["sections"][0]["blocks"][0]["rows"][1][1]["mark"], "recalled");
}

TEST(Render, ANarrowScreenNamesEveryCell) {
  const std::string page = html(one_table(3));
  EXPECT_THAT(page,
              HasSubstr("table[id=\"t\"] td:nth-child(1)::before { content: \"name: \"; }\n"
                        "table[id=\"t\"] td:nth-child(2)::before { content: \"value: \"; }\n}\n"));
  // A title ends neither its string nor the style sheet.
  const Table hostile{"t", "Table", "", {{"\"; } </style><b> \\a\n"}, {""}}, {}};
  EXPECT_THAT(html(with(hostile)),
              HasSubstr("td:nth-child(1)::before { content: "
                        "\"\\22 ; } \\3c /style>\\3c b> \\5c a\\a : \"; }\n}\n"));
}

TEST(Render, PaperShowsThreeHundredRowsAndSaysSo) {
  EXPECT_EQ(test::count_of(html(one_table(300)), "class=\"beyond\""), 0U);
  const std::string page = html(one_table(302));
  EXPECT_EQ(test::count_of(page, "class=\"beyond\""), 2U);
  EXPECT_THAT(page, HasSubstr("first 300 of 302 rows"));
}

TEST(Render, EachBlockIsWrittenAsItIsRead) {
  const auto body = [](Block block) {
    const std::string page = html(with(std::move(block)));
    const std::size_t from = page.find("</h1>\n", page.find("<section")) + 6;
    return page.substr(from, page.find("</section>") - from);
  };
  EXPECT_EQ(body(Paragraph{"It’s “so”", Paragraph::Kind::note}),
            "<p class=\"note\">It’s “so”</p>\n");
  EXPECT_EQ(body(List{{{.text = "a"}, {.text = "b", .href = "#c"}}}),
            "<ul>\n<li>a</li>\n<li><a href=\"#c\">b</a></li>\n</ul>\n");
  EXPECT_EQ(body(Statements{"Who", {{{.text = "is ", .mark = Mark::found}, {.text = "it"}}}}),
            "<p class=\"about\">Who</p>\n<ul class=\"statements\">\n"
            "<li><span class=\"m\" title=\"found\">●</span> is it</li>\n</ul>\n");
  Table table{"t", "T", "S", {{"name", false, 60}, {"value", true, 40}}, {}};
  table.rows.push_back(
      {"r",
       {{.text = "x'", .outcome = "not met", .more = {{.text = "y", .href = "#z"}}},
        {.text = "1"}}});
  EXPECT_EQ(body(table),
            "<table id=\"t\" class=\"fixed\">\n<caption>T<span "
            "class=\"statement\">S</span></caption>\n"
            "<colgroup><col style=\"width:60%\"/><col style=\"width:40%\"/></colgroup>\n"
            "<thead><tr><th>name</th><th class=\"n\">value</th></tr></thead>\n<tbody>\n"
            "<tr id=\"r\"><td class=\"k\"><span class=\"o not-met\">x&#39;</span>, <a "
            "href=\"#z\">y</a></td>"
            "<td class=\"n\">1</td></tr>\n</tbody>\n</table>\n");
  EXPECT_EQ(body(Figure{"f", "F", "S", "<svg/>", {{.text = "e", .href = "#ev-1"}}}),
            "<figure>\n<svg/>\n<figcaption>Evidence: <a href=\"#ev-1\">e</a> "
            "</figcaption>\n</figure>\n");
}

TEST(Render, TheDataAreOneDocumentAlsoWithoutRows) {
  Report r = with(Table{"t", "T", "", {{"name"}}, {}});
  const std::string text = report::json(r);
  EXPECT_EQ(text, nlohmann::ordered_json::parse(text).dump(1) + "\n");
  r = one_table(3);
  r.evidence.push_back(
      {"ev-0", "E", "a.csv", 2, "line\nbreak", "", "", "00", false, {{.text = "T"}}});
  const std::string more = report::json(r);
  EXPECT_EQ(more, nlohmann::ordered_json::parse(more).dump(1) + "\n");
}

/// A folder of its own, on the PATH as the only one.
class Pdf : public testing::Test {
 protected:
  Pdf() {
    std::string pattern = testing::TempDir() + "accord-pdf-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
    before_ = std::getenv("PATH");
    ::setenv("PATH", folder_.c_str(), 1);
    std::ofstream(folder_ / "r.html") << "<p>report</p>";
  }
  ~Pdf() override {
    ::setenv("PATH", before_.c_str(), 1);
    std::filesystem::remove_all(folder_);
  }
  void engine(const std::string& script) {
    std::ofstream(folder_ / "weasyprint") << "#!/bin/sh\n" << script;
    std::filesystem::permissions(folder_ / "weasyprint", std::filesystem::perms::owner_all);
  }
  std::filesystem::path folder_;
  std::string before_;
  const Day day_ = parse_day("1970-01-03").value();
};

TEST_F(Pdf, WithoutTheProgramTheRemedyNamesIt) {
  EXPECT_FALSE(has_pdf_engine());
  const auto done = write_pdf(folder_ / "r.html", folder_ / "r.pdf", day_);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "R010");
  EXPECT_THAT(done.error().remedy, HasSubstr("weasyprint"));
}

TEST_F(Pdf, TheOnlyTimeIsTheDayOfTheReport) {
  engine("for last; do :; done; echo $SOURCE_DATE_EPOCH $@ > $last\n");
  ASSERT_TRUE(write_pdf(folder_ / "r.html", folder_ / "r.pdf", day_, {"r.json"}));
  std::stringstream written;
  written << std::ifstream(folder_ / "r.pdf").rdbuf();
  EXPECT_THAT(written.str(), testing::StartsWith("172800 "));
  EXPECT_THAT(written.str(), HasSubstr("-a ./r.json"));
}

TEST_F(Pdf, AFailureLeavesNoHalfFileAndRepeatsWhatWasSaid) {
  engine("for last; do :; done; echo half > $last; echo no font >&2; exit 3\n");
  const auto done = write_pdf(folder_ / "r.html", folder_ / "r.pdf", day_);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "R011");
  EXPECT_THAT(done.error().message, HasSubstr("no font"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "r.pdf"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "r.pdf.part"));
}

}  // namespace
}  // namespace accord::report
