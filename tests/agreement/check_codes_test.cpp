#include <gtest/gtest.h>

#include "agreement/check/check.h"
#include "agreement/syntax/parse.h"
#include "agreement/vectors.h"

namespace accord::agreement {
namespace {

/// The lines that stand before the wrong texts of the chapter; the text begins in line 18.
constexpr std::string_view frame = R"(accord 1
agreement demo "Demo" {
  languages { en }
  party iran "Iran"
  party us "United States"
  party e3 "E3" = { fr, de, gb }
  party fr "France"
  party de "Germany"
  party gb "United Kingdom"
  body iaea "Agency"
  site natanz "Natanz"
  event access_request "Request"
  event access_granted "Access"
  day start = 2016-01-16
  measure stock_u "stock" amount t
  measure exports "exports" flow t
  measure enrichment "enrichment" activity
)";

/// Everything reported about `text` inside the frame, except about the frame itself.
std::string reported(std::string_view text) {
  std::string out;
  for (const Problem& problem : read(std::string(frame) + std::string(text) + "}\n").problems)
    if (problem.place.line >= 18) out += brief(problem);
  return out;
}

std::string term(std::string_view clauses) {
  return "  term T-1 \"Cap\" ref \"1\" { obliges iran verifier iaea from start without end\n" +
         std::string(clauses) + " }\n";
}

struct Case {
  const char* name;
  std::string text;
  const char* message;  ///< nothing else is reported; "" when the text is right
};

class Code : public testing::TestWithParam<Case> {};

TEST_P(Code, IsReportedExactlyWhereItIsDue) {
  EXPECT_EQ(reported(GetParam().text), GetParam().message);
}

const std::string capped = term("limit stock_u <= 130 t");

const Case cases[] = {
    {"A021UnknownGrade",
     capped + "example \"x\" { given stock_u = 1 t on 2017-01-01 grade verifid }\n",
     "20:55: error: no grade named “verifid”  [A021]\n  help: did you mean “verified”?\n"},
    {"A021KnownGrade",
     capped + "example \"x\" { given stock_u = 1 t on 2017-01-01 grade attested }\n", ""},
    {"A022UnknownState", capped + "example \"x\" { expect T-1 exceded on 2017-01-01 }\n",
     "20:26: error: no state named “exceded”  [A022]\n  help: did you mean “exceeded”?\n"},
    {"A022Declaration", capped + "example \"x\" { expect T-1 suspended on 2017-01-01 }\n",
     "20:26: error: no state named “suspended”  [A022]\n"
     "  help: a declaration is beside the state and does not replace it\n"},
    {"A023KnownBeforeItsDay",
     capped + "example \"x\" { given stock_u = 1 t on 2017-01-02 known 2017-01-01 }\n",
     "20:35: error: known on 2017-01-01, before the day it is about, 2017-01-02  [A023]\n"
     "  help: a fact cannot be known before its day; leave known out when it is the same day\n"},
    {"A023KnownOnItsDay",
     capped + "example \"x\" { given stock_u = 1 t on 2017-01-02 known 2017-01-02 }\n", ""},
    {"A024AskedBeforeItsDay",
     capped + "example \"x\" { expect T-1 no_value on 2017-01-02 known 2017-01-01 }\n",
     "20:15: error: asked on 2017-01-01 about 2017-01-02, a later day  [A024]\n"
     "  help: known is the day on which it is asked, never before the day asked about\n"},
    {"A024AskedOnItsDay",
     capped + "example \"x\" { expect T-1 no_value on 2017-01-02 known 2017-01-02 }\n", ""},

    {"A030NamesOfTwoKinds", "  site iran \"a place\"\n",
     "18:8: error: the name “iran” is used twice  [A030]\n  help: first used in line 4\n"},
    {"A030OneListTwice",
     "  term T-1 \"Cap\" ref \"1\" { obliges each { fr, de, fr } verifier iaea from start without "
     "end\n"
     "    prohibit enrichment }\n",
     "18:51: error: the name “fr” appears twice in one list  [A030]\n  help: leave one of them "
     "out\n"},
    {"A030AnswerTwice",
     "  question Q-1 \"?\" ref \"1\" { arises from access_request\n"
     "    answer yes1 \"yes\" by us\n    answer yes1 \"no\" by iran }\n",
     "20:12: error: the name “yes1” is used twice  [A030]\n  help: first used in line 19\n"},
    {"A031BuiltInUnit",
     "  unit kg \"kilograms\"\n  measure m \"m\" amount kg\n" + term("limit m <= 1 kg"),
     "18:8: error: “kg” is a built-in unit  [A031]\n"
     "  help: leave the line out; built-in units need no declaration\n"},
    {"A031CommonUnitMayBeDeclared",
     "  unit EUR \"euro of 2030\"\n  measure m \"m\" amount EUR\n" + term("limit m <= 1 EUR"), ""},
    {"A032NotInTheNewUnit",
     "  unit kg_u \"kilograms of uranium\" with 300 t = 202.8 kg\n  measure m \"m\" amount kg_u\n" +
         term("limit m <= 1 kg_u"),
     "18:41: error: the equivalence does not say what kg_u is  [A032]\n"
     "  help: one side is in the new unit: unit kg_u … with 1 kg_u = …\n"},
    {"A032EitherSideWillDo",
     "  unit box \"boxes\" with 25 kg = 1 box\n" + term("limit stock_u <= 130 box"), ""},
    {"A032Zero",
     "  unit box \"boxes\" with 25 kg = 0 box\n  measure m \"m\" amount box\n" +
         term("limit m <= 1 box"),
     "18:33: error: an equivalence has no 0 in it  [A032]\n"
     "  help: write the published pair, for example 100 crates = 2.5 t\n"},
    {"A033PlainWord", term("limit stock_u <= 130 tonnes"),
     "19:22: error: no unit named “tonnes”  [A033]\n  help: did you mean “t”?\n"},
    {"A033NothingNear", term("limit stock_u <= 130 barrels"),
     "19:22: error: no unit named “barrels”  [A033]\n  help: declare it: unit barrels \"…\"\n"},
    {"A034Site", term("prohibit enrichment at natans"),
     "19:24: error: no site named “natans”  [A034]\n  help: did you mean “natanz”?\n"},
    {"A034MinusBetweenMeasures",
     "  measure net \"net\" flow t = exports-exports\n" + term("limit net <= 1 t"),
     "18:30: error: no measure named “exports-exports”  [A034]\n"
     "  help: put spaces around the minus sign: exports - exports\n"},
    {"A034NothingNear", term("duty treaty_signed by start"),
     "19:6: error: no event named “treaty_signed”  [A034]\n"
     "  help: declare it: event treaty_signed \"…\"\n"},
    {"A035EventIsNoDay", term("duty access_granted by access_request + 3 days"),
     "19:24: error: “access_request” is an event, not a day  [A035]\n"
     "  help: write event access_request\n"},
    {"A035SiteIsNoMeasure", term("limit natanz <= 130 t"),
     "19:7: error: “natanz” is a site, not a measure  [A035]\n"},
    {"A035PartyIsNoCondition", term("prohibit enrichment while us is met"),
     "19:27: error: “us” is a party, not a term or question  [A035]\n  help: write "
     "performing(us)\n"},

    {"A036Measures",
     "  measure a \"a\" amount t = b + stock_u\n  measure b \"b\" amount t = 2 * a\n",
     "18:11: error: measure “a” depends on itself: a → b → a  [A036]\n"},
    {"A036Terms",
     term("prohibit enrichment while T-2 is met") +
         "  term T-2 \"Cap\" ref \"1\" { obliges us verifier iaea from start without end\n"
         "    prohibit enrichment unless T-1 is not_met or event access_request }\n",
     "18:8: error: term “T-1” depends on itself: T-1 → T-2 → T-1  [A036]\n"},
    {"A036TermsThroughAnAmendment",
     term("prohibit enrichment") +
         "  amendment AM \"a\" ref \"1\" { decided 2020-01-01 effective 2020-01-01\n"
         "    replace T-1 { while T-1 is met } }\n",
     "18:8: error: term “T-1” depends on itself: T-1 → T-1  [A036]\n"},
    {"A036PerformingIsNoCircle",
     term("prohibit enrichment while performing(us)") +
         "  term T-2 \"Cap\" ref \"1\" { obliges us verifier iaea from start without end\n"
         "    prohibit enrichment while performing(iran) }\n",
     ""},
    {"A036Groups", "  party g \"g\" = { h }\n  party h \"h\" = { g }\n",
     "18:9: error: party “g” depends on itself: g → h → g  [A036]\n"},
    {"A036Sites", "  site g \"g\" in g\n",
     "18:8: error: site “g” depends on itself: g → g  [A036]\n"},
    {"A036Units", "  unit a \"a\" with 1 a = 2 b\n  unit b \"b\" with 1 b = 2 a\n",
     "18:8: error: unit “a” depends on itself: a → b → a  [A036]\n"},
    {"A036WhatRestsOnTheCircleIsSilent",
     "  day e3x = e2 + 1 day\n  day e1 = e2 + 1 day\n  day e2 = e1 + 1 day\n  day e4 = e3x + 1 "
     "day\n"
     "  provision P \"p\" ref \"1\" { from e4 without end }\n",
     "19:7: error: day “e1” depends on itself: e1 → e2 → e1  [A036]\n"},

    {"A037ActivityIsNoFigure", term("limit enrichment <= 130 t"),
     "19:7: error: “enrichment” is an activity, not a figure  [A037]\n"
     "  help: an activity is prohibited, required, or seen: yes or no\n"},
    {"A037RequireAFigure", term("require stock_u"),
     "19:9: error: “stock_u” is a figure, not an activity  [A037]\n"
     "  help: use limit, for example >= 1\n"},
    {"A037InAFact",
     term("prohibit enrichment") + "example \"x\" { given stock_u yes on 2017-01-01 }\n",
     "20:21: error: “stock_u” is a figure, not an activity  [A037]\n"
     "  help: give the figure: stock_u = …\n"},
    {"A037FlowAndAmountInOneSum",
     "  measure sum \"sum\" amount t = stock_u + exports\n" + term("limit sum <= 1 t"),
     "18:42: error: “sum” is an amount, “exports” is a flow  [A037]\n"
     "  help: a formula joins flows, or amounts, not both\n"},
    {"A038Fact", capped + "example \"x\" { given stock_u = 3 items on 2017-01-01 }\n",
     "20:31: error: the figure is in items, “stock_u” is in t  [A038]\n"
     "  help: use one unit, or declare an equivalence: unit items … with …\n"},
    {"A038Tolerance", term("limit stock_u <= 130 t tolerance 3 %"),
     "19:34: error: the tolerance is in %, “stock_u” is in t  [A038]\n"
     "  help: use one unit, or declare an equivalence: unit % … with …\n"},
    {"A038Formula",
     "  measure n \"n\" amount items\n  measure s \"s\" amount t = stock_u + n\n" +
         term("limit s <= 1 t"),
     "19:38: error: “s” is in t, “n” is in items  [A038]\n"
     "  help: use one unit, or declare an equivalence: unit items … with …\n"},
    {"A038Share", "  measure s \"s\" amount t = stock_u / stock_u\n" + term("limit s <= 1 t"),
     "18:24: error: a share is in %, “s” is in t  [A038]\n  help: write: measure s … amount % = "
     "…\n"},
    {"A038ConvertibleIsComparable", term("limit stock_u <= 130000 kg tolerance 2 lb"), ""},
    {"A038ShareOfComparables",
     "  measure kilos \"k\" amount kg\n  measure s \"s\" amount % = kilos / stock_u\n" +
         term("limit s <= 1 %"),
     ""},

    {"A039Answer",
     term("prohibit enrichment unless Q is maybe") +
         "  question Q \"?\" ref \"1\" { arises from access_request answer agreed \"y\" by us "
         "answer refused "
         "\"n\" by iran }\n",
     "19:33: error: question “Q” has no answer “maybe”  [A039]\n"
     "  help: its answers are agreed, refused\n"},
    {"A039Outcome",
     term("prohibit enrichment while T-2 is exceeded") +
         "  term T-2 \"Cap\" ref \"1\" { obliges us verifier iaea from start without end prohibit "
         "enrichment }\n",
     "19:34: error: no outcome “exceeded”  [A039]\n  help: a term is met, not_met or not_shown\n"},
    {"A040SeveralNamed",
     "  term T-1 \"Cap\" ref \"1\" { obliges { fr, de } verifier iaea from start without end\n"
     "    prohibit enrichment }\n",
     "18:38: error: several parties are obliged: say “each” or “jointly”  [A040]\n"
     "  help: obliges each … = one finding for every party; obliges jointly … = one finding for "
     "the "
     "sum\n"},
    {"A040EachAndJointly",
     "  term T-1 \"Cap\" ref \"1\" { obliges each e3 verifier iaea from start without end\n"
     "    prohibit enrichment }\n"
     "  term T-2 \"Cap\" ref \"1\" { obliges jointly { fr, de } verifier iaea from start without "
     "end\n"
     "    prohibit enrichment }\n",
     ""},
    {"A041Between", term("limit stock_u between 150 and 130 t"),
     "19:23: error: the bounds are reversed: 150 is above 130  [A041]\n  help: write between 130 "
     "and 150\n"},
    {"A041BetweenEquals", term("limit stock_u between 130 and 130.0 t"), ""},
    {"A041Period", "  provision P \"p\" ref \"1\" { from start until 2016-01-16 }\n",
     "18:46: error: the end 2016-01-16 is not after the start 2016-01-16  [A041]\n"},
    {"A042AFlowMayHavePeriods", term("limit exports per year from start <= 10 t"), ""},
    {"A043Days", term("limit stock_u <= 9 t as of 2020-01-01 then <= 8 t as of 2019-01-01"),
     "19:57: error: this step holds from 2019-01-01, the one before it from 2020-01-01  [A043]\n"
     "  help: write the steps in the order of their days\n"},
    {"A043CountedFromOneEvent",
     "  day d = event access_request + 1 year\n" +
         term("limit stock_u <= 9 t then <= 8 t as of d + 2 years\n"
              "then <= 7 t as of event access_request + 30 months"),
     "21:19: error: this step holds from event access_request + 30 months, the one before it from "
     "d + 2 "
     "years  [A043]\n  help: write the steps in the order of their days\n"},
    {"A043EqualAndUnknownDaysAreFine",
     term("limit stock_u <= 9 t as of event access_request then <= 8 t as of start\n"
          "then <= 7 t as of start then <= 6 t as of event access_granted"),
     ""},

    {"A046NoObliges",
     "  term T-1 \"Cap\" ref \"1\" { verifier iaea from start without end prohibit enrichment }\n",
     "18:8: error: term “T-1” does not say who is obliged  [A046]\n  help: add obliges and the "
     "party\n"},
    {"A047NoFrom",
     "  term T-1 \"Cap\" ref \"1\" { obliges iran verifier iaea prohibit enrichment }\n",
     "18:8: error: term “T-1” does not say from when and how long it holds  [A047]\n"
     "  help: add for example: from 2016-01-16 for 15 years, or: from 2016-01-16 without end\n"},
    {"A046IsNotForReplace",
     capped + "  amendment AM \"a\" ref \"1\" { decided 2020-01-01 effective 2020-01-01\n"
              "    replace T-1 { limit stock_u <= 1 t } }\n",
     ""},
    {"A048InATermAddedByAnAmendment",
     "  amendment AM \"a\" ref \"1\" { decided 2020-01-01 effective 2020-01-01\n"
     "    term T-9 \"t\" ref \"1\" { obliges iran verifier none from start without end } }\n",
     "19:10: error: term “T-9” has no rule: limit, prohibit, require or duty  [A048]\n"
     "  help: a paragraph that is not judged is a provision\n"},
    {"A049OneAnswer",
     "  question Q-1 \"?\" ref \"1\" { arises from access_request answer only \"yes\" by us }\n",
     "18:12: error: question “Q-1” has only one answer  [A049]\n"
     "  help: a question on which nobody differs is not a question: write two answers or more\n"},
    {"A049TwoAnswers",
     "  question Q-1 \"?\" ref \"1\" { arises from access_request answer a1 \"yes\" by us answer "
     "a2 \"no\" by "
     "iran }\n",
     ""},
    {"A050NoOpener", "  procedure D \"d\" ref \"1\" { stage first 15 days }\n",
     "18:13: error: procedure “D” does not say who opens it, with what  [A050]\n"
     "  help: add for example: opens by … with …\n"},
    {"A051NoStage", "  procedure D \"d\" ref \"1\" { opens by us with access_request }\n",
     "18:13: error: procedure “D” has no stage  [A051]\n  help: add for example: stage first 15 "
     "days\n"},
    {"A050A051Whole",
     "  procedure D \"d\" ref \"1\" { opens by us with access_request stage first 15 days }\n", ""},

    {"A044NotAuthentic", term("prohibit enrichment text fa \"…\""),
     "19:26: warning: “fa” is not an authentic language of the text  [A044]\n  help: authentic are "
     "en\n"},
    {"A044Authentic", term("prohibit enrichment text en \"no enrichment\""), ""},
    {"A060NoRef", "  provision P \"p\" { about iran }\n",
     "18:13: warning: provision “P” has no ref  [A060]\n"
     "  help: say where it is, behind the title: ref \"Article 1\"\n"},
    {"A061NoVerifier",
     "  term T-1 \"Cap\" ref \"1\" { obliges iran from start without end prohibit enrichment }\n",
     "18:8: warning: term “T-1” does not say who verifies  [A061]\n"
     "  help: add verifier and the body, or openly: verifier none\n"},
    {"A061NoneSaidOpenly",
     "  term T-1 \"Cap\" ref \"1\" { obliges iran verifier none from start without end prohibit "
     "enrichment }\n",
     ""},
    {"A062Limit", term("limit stock_u <= 130 t text en \"not more than 13 t or 1.30 t\""),
     "19:18: warning: the number 130 does not occur in the quoted text “en”  [A062]\n"
     "  help: compare the rule with the text; numbers in words are not recognised\n"},
    {"A062Duty",
     term("duty access_granted within 14 days + 7 days of each access_request\n"
          "text en \"within 14 days\""),
     "19:38: warning: the number 7 does not occur in the quoted text “en”  [A062]\n"
     "  help: compare the rule with the text; numbers in words are not recognised\n"},
    {"A062WaysToWriteANumber",
     term("limit stock_u <= 20000.5 t then <= 3.670 t as of start then <= 12000 t as of start\n"
          "then <= 5 t as of start then <= 1550 t as of start\n"
          "text en \"20,000.5 t; 3,67 t; 12 000 t; from 5 10 t; 1.550 t.\""),
     ""},
    {"A062PersianDigits", term("limit stock_u <= 3.67 t\ntext en \"تا ۳٫۶۷ درصد\""), ""},
    {"A063WorkingDays",
     term("duty access_granted within 30 working days of each access_request\n"
          "duty access_granted within 3 working days of each access_request"),
     "19:28: warning: working days are counted, and no holidays are listed  [A063]\n"
     "  help: add for example: holidays { 2030-01-01, 2030-12-25 }\n"},
    {"A063WithHolidays",
     term("duty access_granted within 30 working days of each access_request") +
         "  holidays { 2030-01-01 }\n",
     ""},
    {"A064Cut",
     "  day d = 2031-01-31 + 1 month\n  provision P \"p\" ref \"1\" { from d for 1 year }\n",
     "18:24: warning: 2031-01-31 + 1 month has no day 31: cut to 2031-02-28  [A064]\n"
     "  help: the last day of the month is meant? then write end of month of …\n"},
    {"A064StepByStep",
     "  provision P \"p\" ref \"1\" { from 2031-01-30 for 2 months + 11 months }\n",
     "18:60: warning: 2031-03-30 + 11 months has no day 30: cut to 2032-02-29  [A064]\n"
     "  help: the last day of the month is meant? then write end of month of …\n"},
    {"A064UnknownDay", term("duty access_granted by event access_request + 1 month"), ""},
    {"A065Unused", "  event never \"never\"\n",
     "18:9: warning: nothing uses the event “never”  [A065]\n"},
    {"A065UsedInAnExample",
     "  event once \"once\"\n  example \"x\" { given event once on 2017-01-01 }\n", ""},
};

INSTANTIATE_TEST_SUITE_P(OfTheChecks, Code, testing::ValuesIn(cases),
                         [](const auto& test) { return std::string(test.param.name); });

/// Each day rests on the next: what the last one says must reach the first without deep recursion.
TEST(LongTexts, ChainsOfDaysAreFollowedToTheirEnd) {
  std::string days;
  constexpr int count = 30000;
  for (int i = 0; i < count; ++i)
    days += "day c" + std::to_string(i) + " = c" + std::to_string(i + 1) + " + 1 day\n";
  days += "day c" + std::to_string(count) + " = 2030-01-31\n";
  const std::string from = "provision P \"p\" ref \"1\" { from c0 until ";
  EXPECT_EQ(reported(days + from + "2030-01-31 + 30001 days }\n"), "");
  EXPECT_NE(reported(days + from + "2030-01-31 + 30000 days }\n").find("[A041]"),
            std::string::npos);
}

/// What is supposed on the command line is checked as a fact of an example is.
TEST(SupposedFact, IsCheckedAgainstTheText) {
  const Agreement agreement = parse(std::string(frame) + "}").agreement;
  const auto reported_of = [&](std::string_view text) {
    std::string out;
    for (const Problem& problem : FactCheck(agreement)(parse_fact(text).fact.value()))
      out += brief(problem);
    return out;
  };
  EXPECT_EQ(reported_of("stock_u = 205.0 t on 2019-07-01 by iran grade verified"), "");
  EXPECT_EQ(reported_of("iran ceases on 2018-05-08"), "");
  EXPECT_EQ(reported_of("irn ceases on 2018-05-08"),
            "1:1: error: no party named “irn”  [A034]\n  help: did you mean “iran”?\n");
  EXPECT_EQ(reported_of("stock_u = 205.0 items on 2019-07-01 known 2019-06-30"),
            "1:11: error: the figure is in items, “stock_u” is in t  [A038]\n"
            "  help: use one unit, or declare an equivalence: unit items … with …\n"
            "1:23: error: known on 2019-06-30, before the day it is about, 2019-07-01  [A023]\n"
            "  help: a fact cannot be known before its day; leave known out when it is the same "
            "day\n");
}

}  // namespace
}  // namespace accord::agreement
