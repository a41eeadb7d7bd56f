#include "agreement/explain/figure_words.h"

#include <gmock/gmock.h>

#include <tuple>

namespace accord::agreement {

bool operator==(const FigureWords& a, const FigureWords& b) {
  return std::tie(a.number, a.bound, a.unit) == std::tie(b.number, b.bound, b.unit);
}
void PrintTo(const FigureWords& f, std::ostream* out) {
  *out << f.number << "|" << f.bound << "|" << f.unit;
}

namespace {

using F = FigureWords;

TEST(FigureWords, ANumberItsBoundAndItsUnitStandForThemselves) {
  EXPECT_EQ(figure_in("205.0 kg_u"), (F{"205.0", "", "kg_u"}));
  EXPECT_EQ(figure_in("4.5 %"), (F{"4.5", "", "%"}));
  EXPECT_EQ(figure_in("-3 t"), (F{"-3", "", "t"}));
  EXPECT_EQ(figure_in("at least 17.6 kg_u"), (F{"17.6", "at least", "kg_u"}));
  EXPECT_EQ(figure_in("at most 5060 items"), (F{"5060", "at most", "items"}));
  EXPECT_EQ(figure_in("below 130 t"), (F{"130", "below", "t"}));
  EXPECT_EQ(figure_in("above 0 t"), (F{"0", "above", "t"}));
  EXPECT_EQ(figure_in("≈ 2.1429 t"), (F{"2.1429", "about", "t"}));
}

TEST(FigureWords, OneOfACountHasTheUnitOfMany) {
  EXPECT_EQ(figure_in("1 item"), (F{"1", "", "items"}));
  EXPECT_EQ(figure_in("at least 1 day"), (F{"1", "at least", "days"}));
  EXPECT_EQ(figure_in("1 kg"), (F{"1", "", "kg"}));
}

TEST(FigureWords, SeveralNumbersAreNone) {
  EXPECT_EQ(figure_in("from 40 to 60 t"), (F{"", "between", "t"}));
  EXPECT_EQ(figure_in("5 kg or 6 kg"), (F{"", "one of", "kg"}));
}

TEST(FigureWords, OtherWordsAreNoFigure) {
  for (const char* words :
       {"", "seen at Fordow", "no access", "7", "at least", "at most many items", "5 kg of it",
        "2 or more", "from A to B", "1,000 kg", "kg 5"})
    EXPECT_EQ(figure_in(words), F()) << words;
}

TEST(FigureWords, ALimitIsInTheUnitOfWhatIsComparedWithIt) {
  EXPECT_EQ(limit_in("300 kg_uf6 (202.8 kg_u)"), (F{"202.8", "", "kg_u"}));
  EXPECT_EQ(limit_in("5060 items"), (F{"5060", "", "items"}));
  EXPECT_EQ(limit_in("60 t, with a tolerance of 5 %"), (F{"60", "", "t"}));
  EXPECT_EQ(limit_in("40 to 60 t"), (F{"", "between", "t"}));
  EXPECT_EQ(limit_in("40 to 60 t (40000 to 60000 kg)"), (F{"", "between", "kg"}));
}

TEST(FigureWords, AFigureAndItsLimitStandInOneUnit) {
  const auto in = [](const char* value, const char* limit) {
    const ComparedWords c = compared_in(value, limit);
    return c.value + "|" + c.bound + "|" + c.limit + "|" + c.unit;
  };
  EXPECT_EQ(in("205.0 kg_u", "300 kg_uf6 (202.8 kg_u)"), "205.0||202.8|kg_u");
  EXPECT_EQ(in("1 item", "5060 items"), "1||5060|items");
  EXPECT_EQ(in("at least 45 t", "40 to 60 t"), "45|at least||t");
  EXPECT_EQ(in("5 t", "7000 kg"), "5|||t");  // 7000 beside 5 would be read as tonnes
  EXPECT_EQ(in("5 t", "≈ 7.1429 t"), "5||7.1429|t");
  EXPECT_EQ(in("seen at Fordow", ""), "|||");
  EXPECT_EQ(in("no access", "60 t"), "||60|t");
}

}  // namespace
}  // namespace accord::agreement
