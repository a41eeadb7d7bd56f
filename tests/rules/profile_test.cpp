#include "formats/profiles/profile.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace accord::accounting {
namespace {

using formats::code10_profile;

std::string profile_text() {
  std::ifstream in(ACCORD_SOURCE_DIR "/profiles/iaea-code10-labelled-2011.toml");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

/// Codes of the profile with this sign, in alphabetical order.
std::string codes_with(int sign, Group group) {
  std::string out;
  for (const CodeRule& rule : code10_profile().codes)
    if (rule.sign == sign && rule.group == group) out += to_string(rule.code) + " ";
  return out;
}

TEST(Code10Profile, HasTheSignsOfTheTableOfChangeCodes) {
  EXPECT_EQ(codes_with(1, Group::receipt), "RD RF RN RS ");
  EXPECT_EQ(codes_with(1, Group::gain), "DQ DU FW GA NP ");
  EXPECT_EQ(codes_with(-1, Group::shipment), "SD SF SN ");
  EXPECT_EQ(codes_with(-1, Group::loss), "EQ EU LA LD LN TU TW ");
  EXPECT_EQ(codes_with(-1, Group::difference), "DI ");
  EXPECT_EQ(codes_with(0, Group::category_change), "DE DN ED EN ND NE ");
  EXPECT_EQ(codes_with(0, Group::rebatching), "RM RP ");
  EXPECT_EQ(codes_with(0, Group::balance), "BA BE MF PB PE ");
  EXPECT_EQ(code10_profile().codes.size(), 33U);
}

TEST(Code10Profile, MovesTheBookAsItsTableSays) {
  const Signs signs = signs_of(code10_profile());
  EXPECT_EQ(signs.of(code("RF"), material::Kind::u235), 1);
  EXPECT_EQ(signs.of(code("DI"), material::Kind::u235), -1);
  EXPECT_EQ(signs.of(code("RM"), material::Kind::u235), 0);
  EXPECT_EQ(signs.of(code("NE"), material::Kind::natural_uranium), -1);
  EXPECT_EQ(signs.of(code("NE"), material::Kind::enriched_uranium), 1);
  EXPECT_FALSE(signs.is_change(code("PB")));
}

TEST(Code10Profile, SaysWhichCodesNameAPartner) {
  const CodeRule& import = *code10_profile().find(code("RF"));
  EXPECT_TRUE(import.must_have(370) && import.must_have(447) && import.may_have(372));
  const CodeRule& first = *code10_profile().find(code("RS"));
  EXPECT_TRUE(first.may_have(447) && !first.must_have(447) && !first.may_have(370));
  EXPECT_EQ(code10_profile().find(code("NL")), nullptr);
}

TEST(Code10Profile, MarksWhatNoSourceConfirms) {
  EXPECT_EQ(code10_profile().natural_high.value, (Decimal{72, 4}));
  EXPECT_EQ(code10_profile().natural_high.trust, Trust::unread);
  EXPECT_EQ(code10_profile().icr_days.value, (Decimal{30, 0}));
  EXPECT_EQ(code10_profile().icr_days.trust, Trust::official);
}

TEST(Code10Profile, TellsErrorsFromWarnings) {
  EXPECT_EQ(code10_profile().severity("V005"), Severity::error);
  EXPECT_EQ(code10_profile().severity("V005 gap"), Severity::warning);
  EXPECT_EQ(code10_profile().severity("V090"), Severity::warning);
  EXPECT_EQ(code10_profile().severity("V999"), Severity::error);
}

TEST(Profile, AMistakeIsNamedWithItsPlace) {
  const auto read = [](const std::string& text) {
    const auto profile = formats::read_profile(text, "own.toml");
    return profile ? std::string("read") : profile.error().code + " " + profile.error().message;
  };
  const std::string good = profile_text();
  EXPECT_EQ(read(good), "read");
  EXPECT_EQ(read(replaced(good, "group = \"receipt\"", "group = \"recipt\"")),
            "W013 “recipt” is none of the words here");
  EXPECT_EQ(read(replaced(good, "code = \"RD\"", "code = \"RF\"")),
            "W016 the code “RF” is there twice");
  EXPECT_EQ(read(replaced(good, "\"0.0070\"", "\"0,7 %\"")), "W014 “0,7 %” is not a number");
  EXPECT_EQ(read(replaced(good, "value = \"30\"", "value = \"30.5\"")),
            "W014 “30.5” is not a whole number");
  EXPECT_EQ(read(replaced(good, "\"RD\"", "\"RDISTRICT\"")),
            "W014 “RDISTRICT” is longer than four letters");
  EXPECT_EQ(read(replaced(good, "icr_days", "icr_dais")).substr(0, 4), "W006");
  EXPECT_EQ(read("id = ").substr(0, 4), "W003");
  const auto wrong =
      formats::read_profile(replaced(good, "sign = \"+\"", "sign = \"plus\""), "own");
  EXPECT_EQ(wrong.error().where.substr(0, 4), "own:");
}

}  // namespace
}  // namespace accord::accounting
