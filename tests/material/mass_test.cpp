#include "material/mass.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace accord::material {
namespace {

constexpr auto gram = MassUnit::gram;
constexpr auto kilogram = MassUnit::kilogram;

MassFault fault(std::string_view number, MassUnit unit = gram) {
  return parse_mass(number, unit).fault;
}

std::int64_t micrograms(std::string_view number, MassUnit unit = gram) {
  const ParsedMass parsed = parse_mass(number, unit);
  EXPECT_EQ(parsed.fault, MassFault::none) << number;
  return parsed.mass.micrograms;
}

TEST(Mass, IsReadExactly) {
  EXPECT_EQ(micrograms("0"), 0);
  EXPECT_EQ(micrograms("461200"), 461'200'000'000);
  EXPECT_EQ(micrograms("0.1"), 100'000);
  EXPECT_EQ(micrograms("-0.25"), -250'000);
  EXPECT_EQ(micrograms("1523.4", kilogram), 1'523'400'000'000);
  EXPECT_EQ(micrograms("0.000000001", kilogram), 1);
  EXPECT_EQ(micrograms("007.50"), 7'500'000);
  EXPECT_EQ(micrograms("-0"), 0);
}

TEST(Mass, AMicrogramIsTheFinestAndZerosAfterItSayNothing) {
  EXPECT_EQ(micrograms("0.000001"), 1);
  EXPECT_EQ(micrograms("0.0000010000"), 1);
  EXPECT_EQ(fault("0.0000001"), MassFault::too_fine);
  EXPECT_EQ(fault("0.0000010001"), MassFault::too_fine);
  EXPECT_EQ(fault("0.0000000001", kilogram), MassFault::too_fine);
}

TEST(Mass, HoldsTheWholeRangeOf64Bits) {
  EXPECT_EQ(micrograms("9223372036854.775807"), INT64_MAX);
  EXPECT_EQ(micrograms("9223372036.854775807", kilogram), INT64_MAX);
  EXPECT_EQ(micrograms("-9223372036854.775807"), -INT64_MAX);
  EXPECT_EQ(fault("9223372036854.775808"), MassFault::too_large);
  EXPECT_EQ(fault("-9223372036854.775808"), MassFault::too_large);
  EXPECT_EQ(fault("9223372036855"), MassFault::too_large);
  EXPECT_EQ(fault(std::string(1000, '9')), MassFault::too_large);
  EXPECT_EQ(micrograms(std::string(1000, '0') + "1"), 1'000'000);
}

TEST(Mass, OtherFormsAreNoNumbers) {
  for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "+1", "--1", "1-", "1e3", "1,5", " 1",
                           "1 ", "1 000", "0x10", "G", "\xC2\xB2"})
    EXPECT_EQ(fault(text), MassFault::not_a_number) << text;
}

TEST(Mass, IsWrittenExactlyWithoutTrailingZeros) {
  EXPECT_EQ(to_string(Mass{7'531'254'800'000}, gram), "7531254.8");
  EXPECT_EQ(to_string(Mass{-250'000}, gram), "-0.25");
  EXPECT_EQ(to_string(Mass{0}, gram), "0");
  EXPECT_EQ(to_string(Mass{1}, gram), "0.000001");
  EXPECT_EQ(to_string(Mass{1}, kilogram), "0.000000001");
  EXPECT_EQ(to_string(Mass{INT64_MAX}, gram), "9223372036854.775807");
  EXPECT_EQ(to_string(Mass{INT64_MIN}, gram), "-9223372036854.775808");
  EXPECT_EQ(to_string(Mass{100'000'000}, gram), "100");
}

TEST(Mass, WhatIsWrittenIsReadBack) {
  std::uint64_t bits = 0x9E3779B97F4A7C15U;  // any odd constant: a fixed walk through all sizes
  for (int i = 0; i < 2000; ++i) {
    bits = bits * 6364136223846793005U + 1442695040888963407U;
    const auto value = static_cast<std::int64_t>(bits) >> (i % 63);
    if (value == INT64_MIN) continue;
    for (const auto unit : {gram, kilogram})
      EXPECT_EQ(micrograms(to_string(Mass{value}, unit), unit), value);
  }
}

TEST(Mass, RoundsHalfAwayFromZero) {
  EXPECT_EQ(to_fixed(Mass{500'000}, gram, 0), "1");
  EXPECT_EQ(to_fixed(Mass{499'999}, gram, 0), "0");
  EXPECT_EQ(to_fixed(Mass{-500'000}, gram, 0), "-1");
  EXPECT_EQ(to_fixed(Mass{-499'999}, gram, 0), "0");
  EXPECT_EQ(to_fixed(Mass{2'345'000}, gram, 2), "2.35");
  EXPECT_EQ(to_fixed(Mass{-2'345'000}, gram, 2), "-2.35");
  EXPECT_EQ(to_fixed(Mass{210'000'000}, gram, 2), "210.00");
  EXPECT_EQ(to_fixed(Mass{1'499'999'999}, kilogram, 0), "1");
  EXPECT_EQ(to_fixed(Mass{5}, kilogram, 6), "0.000000");
  EXPECT_EQ(to_fixed(Mass{500}, kilogram, 6), "0.000001");
  EXPECT_EQ(to_fixed(Mass{1}, gram, 6), "0.000001");
}

TEST(Mass, RoundedIsAWholeNumberOfUnits) {
  EXPECT_EQ(rounded(Mass{1'500'000}, gram), MassSum(2'000'000));
  EXPECT_EQ(rounded(Mass{-1'500'000}, gram), MassSum(-2'000'000));
  EXPECT_EQ(rounded(Mass{1'499'999}, gram), MassSum(1'000'000));
  EXPECT_EQ(rounded(Mass{499'999'999}, kilogram), MassSum(0));
  EXPECT_EQ(rounded(Mass{INT64_MAX}, gram), MassSum(MassSum::Int{9'223'372'036'855} * 1'000'000));
}

TEST(Mass, SumsGoBeyond64Bits) {
  MassSum sum;
  for (int i = 0; i < 4; ++i) sum += Mass{INT64_MAX};
  EXPECT_EQ(to_string(sum, gram), "36893488147419.103228");
  for (int i = 0; i < 8; ++i) sum -= Mass{INT64_MAX};
  EXPECT_EQ(to_string(sum, gram), "-36893488147419.103228");
  EXPECT_EQ(to_string(-sum, kilogram), "36893488147.419103228");
}

}  // namespace
}  // namespace accord::material
