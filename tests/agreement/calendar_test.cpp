#include "agreement/model/calendar.h"

#include "agreement/model/units.h"
#include "given.h"

namespace accord::agreement {
namespace {

/// The named day x of a text, as known on a day.
std::string day_x(const std::string& expression, const std::vector<std::string>& facts = {},
                  const std::string& known = "2040-01-01") {
  const Given g(
      "party a \"A\" event e \"E\" event f \"F\" holidays { 2030-01-01, 2030-12-25 }\n"
      "day base = 2015-07-20 day x = " +
          expression,
      facts);
  const auto day = g.evaluator().day("x", d(known));
  return day ? to_string(*day) : "unknown";
}

TEST(CalendarRules, DaysWeeksMonthsAndYears) {
  EXPECT_EQ(day_x("base + 90 days"), "2015-10-18");
  EXPECT_EQ(day_x("base + 2 weeks"), "2015-08-03");
  EXPECT_EQ(day_x("2016-02-29 + 1 year"), "2017-02-28");
  EXPECT_EQ(day_x("2016-02-29 + 4 years"), "2020-02-29");
  EXPECT_EQ(day_x("2015-10-18 + 8 years"), "2023-10-18");
  EXPECT_EQ(day_x("2016-01-16 + 8 years + 6 months"), "2024-07-16");
  EXPECT_EQ(day_x("2016-03-31 - 1 month"), "2016-02-29");
  EXPECT_EQ(day_x("base - 90 days"), "2015-04-21");
}

TEST(CalendarRules, EachPlusIsOneStepFromLeftToRight) {
  EXPECT_EQ(day_x("2011-01-31 + 1 month + 1 month"), "2011-03-28");
  EXPECT_EQ(day_x("2011-01-31 + 2 months"), "2011-03-31");
}

TEST(CalendarRules, EndOfBindsTighterThanPlus) {
  EXPECT_EQ(day_x("end of month of base + 30 days"), "2015-08-30");
  EXPECT_EQ(day_x("end of quarter of base"), "2015-09-30");
  EXPECT_EQ(day_x("end of year of base + 1 day"), "2016-01-01");
  EXPECT_EQ(day_x("end of month of 2016-02-01"), "2016-02-29");
}

TEST(CalendarRules, WorkingDaysBeginWithTheDayAfterAndLeaveHolidaysOut) {
  EXPECT_EQ(day_x("2029-12-31 + 1 working days"), "2030-01-02");  // Monday; Tuesday is a holiday
  EXPECT_EQ(day_x("2030-01-04 + 1 working days"), "2030-01-07");  // Friday to Monday
  EXPECT_EQ(day_x("2030-01-05 + 1 working days"), "2030-01-07");  // Saturday
  EXPECT_EQ(day_x("2030-01-07 - 1 working days"), "2030-01-04");
  EXPECT_EQ(day_x("2030-12-20 + 5 working days"), "2030-12-30");  // 23, 24, 26, 27, 30
}

TEST(CalendarRules, AnEventIsTheDayOfItsFirstRecordKnown) {
  const std::vector<std::string> facts{"event e on 2020-05-01 known 2020-06-01",
                                       "event e on 2020-04-01 known 2020-09-01",
                                       "event e on 2020-07-01"};
  EXPECT_EQ(day_x("event e", facts, "2020-05-31"), "unknown");
  EXPECT_EQ(day_x("event e", facts, "2020-06-01"), "2020-05-01");
  EXPECT_EQ(day_x("event e + 1 month", facts, "2020-09-01"), "2020-05-01");
}

TEST(CalendarRules, EarliestLeavesUnknownOutAndLatestDoesNot) {
  EXPECT_EQ(day_x("earliest(2020-01-01, event f)"), "2020-01-01");
  EXPECT_EQ(day_x("latest(2020-01-01, event f)"), "unknown");
  EXPECT_EQ(day_x("earliest(event e, event f)"), "unknown");
  EXPECT_EQ(day_x("event f + 3 days"), "unknown");
  EXPECT_EQ(day_x("latest(2020-01-01, event f)", {"event f on 2019-01-01"}), "2020-01-01");
  EXPECT_EQ(day_x("earliest(2020-01-01, event f) + 1 day", {"event f on 2019-01-01"}),
            "2019-01-02");
}

TEST(CalendarRules, AnAbsurdDurationIsADayThatNeverComes) {
  EXPECT_EQ(day_x("2020-01-01 + 99999 days"), "2293-10-15");
  const Calendar calendar;
  for (const DurationUnit unit : {DurationUnit::days, DurationUnit::weeks, DurationUnit::months,
                                  DurationUnit::years, DurationUnit::working_days}) {
    const Duration huge{2'147'483'647, unit, {}};
    EXPECT_GT(calendar.add(d("2020-01-01"), huge), d("2100-12-31"));
    EXPECT_LT(calendar.subtract(d("2020-01-01"), huge), d("1900-01-01"));
    EXPECT_GT(calendar.add(calendar.add(d("2020-01-01"), huge), huge), d("2100-12-31"));
  }
}

TEST(CalendarRules, SeveralSpansAtOnceDoNotDrift) {
  const Calendar calendar;
  const Span half{{6, DurationUnit::months, {}}};
  EXPECT_EQ(calendar.add(d("2011-08-31"), half, 1), d("2012-02-29"));
  EXPECT_EQ(calendar.add(d("2011-08-31"), half, 2), d("2012-08-31"));
}

TEST(UnitsOfATask, PublishedEquivalencesAreExactAndTransitive) {
  const Given g(R"(
    unit kg_uf6 "UF6" with 300 kg_uf6 = 202.8 kg_u
    unit kg_u "U"
    unit t_u "U" with 1 t_u = 1000 kg_u
    unit bare "nothing")");
  const Units units(g.agreement());
  EXPECT_EQ(fraction_string(*units.factor("kg_uf6", "kg_u")), "169/250");  // 0.676
  EXPECT_EQ(fraction_string(*units.factor("kg_u", "kg_uf6")), "250/169");
  EXPECT_EQ(fraction_string(*units.factor("t_u", "kg_uf6")), "250000/169");
  EXPECT_EQ(fraction_string(*units.factor("lb", "kg")), "45359237/100000000");
  EXPECT_EQ(fraction_string(*units.factor("t", "g")), "1000000/1");
  EXPECT_FALSE(units.factor("kg", "kg_u"));
  EXPECT_FALSE(units.factor("bare", "kg_u"));
  EXPECT_FALSE(units.factor("%", "items"));
  EXPECT_FALSE(units.factor("days", "months"));
  EXPECT_FALSE(units.factor("nowhere", "nowhere"));
}

}  // namespace
}  // namespace accord::agreement
