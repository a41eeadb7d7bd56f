#include "chart/svg.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/text.h"
#include "chart/text_width.h"
#include "support/golden.h"
#include "support/xml.h"

namespace accord::chart {
namespace {

TEST(Number, HasAtMostTwoDigitsAndAPoint) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(12.5), "12.5");
  EXPECT_EQ(number(1.0 / 3), "0.33");
  EXPECT_EQ(number(-1.005), "-1");  // the nearest double lies above −1.005
  EXPECT_EQ(number(-0.001), "0");
  EXPECT_EQ(number(0.05), "0.05");
}

TEST(Escape, LeavesNoMarkupAndNoForbiddenCharacter) {
  EXPECT_EQ(escape("<a b=\"c\" & 'd'>"), "&lt;a b=&quot;c&quot; &amp; &#39;d&#39;&gt;");
  EXPECT_EQ(escape("≤ 3.67 %"), "≤ 3.67 %");
  EXPECT_EQ(escape("a\x01"
                   "b\xFF"
                   "c\xC3"),
            "a&lt;U+0001&gt;"
            "b\xEF\xBF\xBD"
            "c\xEF\xBF\xBD");
}

/// WCAG 2.2, relative luminance of "#RRGGBB".
double luminance(const std::string& code) {
  const auto part = [&](std::size_t at) {
    const double c = std::stoi(code.substr(at, 2), nullptr, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

TEST(Colours, LettersStandOutFromWhatIsBehindThem) {
  EXPECT_NEAR(luminance("#777777"), 0.184475, 1e-6);
  for (int i = 0; i <= static_cast<int>(Colour::black); ++i) {
    const double text = luminance(letters(static_cast<Colour>(i)));
    for (const char* behind : {"#FFFFFF", "#eef3f7"})
      EXPECT_GE((luminance(behind) + 0.05) / (text + 0.05), 4.5) << i << " on " << behind;
  }
}

TEST(Escape, ShowsWhatWouldTurnTheLineAround) {
  EXPECT_EQ(escape("a\u202Eb\u009Bc\tand\nso\r"),
            "a&lt;U+202E&gt;b&lt;U+009B&gt;c\tand\nso&lt;U+000D&gt;");
  EXPECT_EQ(escape("\uFFFE"), "\uFFFD");
}

TEST(Svg, NamesAndDescribesItself) {
  Svg svg({"fig-1", "Stock & <limit>", "What it \"shows\"."}, 100, 50);
  const std::string out = svg.finish();
  EXPECT_EQ(test::XmlCheck::fault(out), "");
  EXPECT_NE(out.find("role=\"img\" aria-labelledby=\"fig-1-title fig-1-desc\""), std::string::npos);
  EXPECT_NE(out.find("<title id=\"fig-1-title\">Stock &amp; &lt;limit&gt;</title>"),
            std::string::npos);
  EXPECT_NE(out.find("<desc id=\"fig-1-desc\">What it &quot;shows&quot;.</desc>"),
            std::string::npos);
}

TEST(Svg, DropsLinksThatCouldRunSomething) {
  for (const char* href : {"javascript:alert(1)", "data:text/html,x", " #x", ""}) {
    Svg svg({"f", "t", "s"}, 10, 10);
    const Anchor anchor{"ev-1", href, "text"};
    svg.open_anchor(anchor);
    svg.close_anchor(anchor);
    const std::string out = svg.finish();
    EXPECT_EQ(out.find("<a "), std::string::npos) << href;
    EXPECT_NE(out.find("data-id=\"ev-1\""), std::string::npos);
    EXPECT_EQ(test::XmlCheck::fault(out), "");
  }
}

TEST(Svg, EveryMarkHasAShapeOfItsOwn) {
  std::set<std::string> shapes;
  for (const Mark mark : {Mark::found, Mark::derived, Mark::recalled, Mark::estimated,
                          Mark::supposed, Mark::event, Mark::declaration}) {
    Svg svg({"f", "t", "s"}, 10, 10);
    svg.mark(5, 5, mark, Colour::black);
    shapes.insert(svg.finish());
  }
  EXPECT_EQ(shapes.size(), 7U);
}

TEST(TextWidth, GrowsWithTheText) {
  EXPECT_EQ(text_width("", 12), 0);
  EXPECT_LT(text_width("ill", 12), text_width("www", 12));
  EXPECT_EQ(text_width("aé", 12), text_width("éa", 12));
  EXPECT_EQ(wrap("", 12, 100).size(), 0U);
  EXPECT_EQ(wrap("one two", 12, 10).size(), 2U);
  EXPECT_EQ(wrap("one two", 12, 500).size(), 1U);
}

TEST(TextWidth, ShortensBetweenCharacters) {
  EXPECT_EQ(shorten("short", 12, 500), "short");
  const std::string cut = shorten("ééééééééééééééé", 12, 60);
  EXPECT_TRUE(cut.ends_with("…"));
  EXPECT_LE(text_width(cut, 12), 60);
  EXPECT_FALSE(invalid_utf8_at(cut));
}

}  // namespace
}  // namespace accord::chart
