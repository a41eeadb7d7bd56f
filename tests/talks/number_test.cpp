#include "talks/model/number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace {

using accord::talks::common_multiple;
using accord::talks::Number;

std::string text_of(std::string_view written) {
  const auto number = Number::parse(written);
  return number ? number->text() : "none";
}

TEST(TalksNumber, ReadsDecimalsAndFractionsWithoutRounding) {
  EXPECT_EQ(text_of("0.42"), "21/50");
  EXPECT_EQ(text_of("6/2"), "3");
  EXPECT_EQ(text_of("3.0"), "3");
  EXPECT_EQ(text_of("-.5"), "-1/2");
  EXPECT_EQ(text_of("1e-30"), "1/1000000000000000000000000000000");
  EXPECT_EQ(text_of("08/010"), "4/5");
  EXPECT_EQ(*Number::parse("0.1") + *Number::parse("0.2"), *Number::parse("0.3"));
}

TEST(TalksNumber, RefusesWhatIsNotANumber) {
  for (const char* written :
       {"", "-", ".", "NaN", "inf", "-Infinity", "1/0", "1/-2", "1e31", "1e-31", "1e", "0x10", "1 ",
        " 1", "1,5", "1/2/3", "1.2.3", "--1", "1e999999999999"})
    EXPECT_EQ(text_of(written), "none") << written;
}

TEST(TalksNumber, WritesTwelveDigitsRoundedHalfAwayFromZero) {
  EXPECT_EQ(Number::parse("2/3")->decimal(), "0.666666666667");
  EXPECT_EQ(Number::parse("-2/3")->decimal(), "-0.666666666667");
  EXPECT_EQ(Number::parse("0.0000000000005")->decimal(), "0.000000000001");
  EXPECT_EQ(Number::parse("-0.0000000000001")->decimal(), "0");
  EXPECT_EQ(Number::parse("279/400")->decimal(), "0.6975");
  EXPECT_EQ(Number(600).decimal(), "600");
}

TEST(TalksNumber, KnowsItsFloorAndWhatFits) {
  EXPECT_EQ(Number::parse("-7/2")->floor(), Number(-4));
  EXPECT_EQ(Number::parse("7/2")->floor(), Number(3));
  EXPECT_EQ(Number(-4).floor(), Number(-4));
  EXPECT_EQ(Number::parse("9223372036854775807")->to_int64(), 9223372036854775807);
  EXPECT_EQ(Number::parse("9223372036854775808")->to_int64(), std::nullopt);
  EXPECT_EQ(Number::parse("85070591730234615865843651857942052863")->to_wide().has_value(), true);
  EXPECT_EQ(Number::parse("85070591730234615865843651857942052864")->to_wide(), std::nullopt);
  EXPECT_EQ(common_multiple(6, 4), Number(12));
}

// The sum and the product of small fractions, by hand: a/b + c/d = (ad + cb)/bd.
RC_GTEST_PROP(TalksNumber, AddsAndMultipliesAsFractionsDo, ()) {
  const auto a = *rc::gen::inRange(-1000, 1000), c = *rc::gen::inRange(-1000, 1000);
  const auto b = *rc::gen::inRange(1, 1000), d = *rc::gen::inRange(1, 1000);
  const Number x = Number(a) / Number(b), y = Number(c) / Number(d);
  RC_ASSERT(x + y == Number(a * d + c * b) / Number(b * d));
  RC_ASSERT(x * y == Number(a * c) / Number(b * d));
  RC_ASSERT((x < y) == (a * d < c * b));
  RC_ASSERT(Number::parse(x.text()) == x);
}

}  // namespace
