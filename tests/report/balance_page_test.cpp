#include "report/pages/balance_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assessment/measured_balance.h"
#include "report/pages/run_words.h"
#include "support/golden.h"
#include "support/xml.h"

namespace accord::report {
namespace {

using test::count_of;
using test::XmlCheck;
using testing::HasSubstr;
using testing::Not;

/// Two periods by hand. Scale: 0.3 kg anew in each weighing; flow: one error of 0.4 kg in all.
/// MUF 1 = 10 + 5 − 14 = 1 and MUF 2 = 14 + 5 − 17.5 = 1.5; each variance 0.3² + 0.3² + 0.4² =
/// 0.34; covariance 0.4² − 0.3² = 0.07: the inventory between them counts in both.
constexpr const char* items =
    "period,role,stratum,item,method,declared_kg\n"
    "0,PE,store,a,scale,10\n"
    "1,X,in,b,flow,5\n"
    "1,PE,store,c,scale,14\n"
    "2,X,in,d,flow,5\n"
    "2,PE,store,e,scale,17.5\n";
constexpr const char* methods =
    "method,component,kind,standard_deviation,source_key\n"
    "scale,random,absolute,0.3,\n"
    "flow,systematic,absolute,0.4,meter\n";

struct Made {
  balance::Balance balance;
  assessment::BalanceTests tests;
  balance::Decisions decisions{};
  [[nodiscard]] BalanceRun run() const {
    BalanceRun out{balance, tests, decisions};
    out.files = {run_file("items.csv", items), run_file("m.csv", methods)};
    return out;
  }
};

Made made(const char* item_table = items, const char* method_table = methods) {
  auto read = assessment::measured_balance({"items.csv", item_table}, {"m.csv", method_table});
  Made out{std::move(read.balance.value()), {}};
  out.decisions = balance::decide(out.balance, {}).value();
  out.tests =
      assessment::balance_tests(out.balance.muf.muf_kg, out.balance.muf.covariance_kg2, {}).value();
  return out;
}

TEST(BalancePage, SaysWhatAnInspectorReadsFirst) {
  const Made two = made();
  const std::string page = markdown(balance_page(two.run()));
  // 1.5/√0.34 = 2.57; 2·√0.34 = 1.166; √(2·0.34 + 2·0.07) = 0.906.
  EXPECT_THAT(page, HasSubstr("MUF of period 2 is 1.500 ± 0.583 kg (k = 1), an apparent loss: 2.57 "
                              "times its standard error. The limit of error LEID is 1.166 kg."));
  EXPECT_THAT(page, HasSubstr("MUF lies outside ± LEID in 1 of 2 periods: 2. Over all periods MUF "
                              "adds up to 2.500 ± 0.906 kg (k = 1)."));
  // S: 1.715 − 0.5, then + 2.268 − 0.5; its threshold for two periods and 0.05 is 1.629 (Simpson's
  // rule over the state after the first period, and bisection). CUMUF: 2.5/0.9055.
  EXPECT_THAT(page, HasSubstr("Page's test alarms in period 2: its statistic is 2.983 there, above "
                              "the threshold 1.629."));
  EXPECT_THAT(page, HasSubstr("CUMUF/sigma at the end: 2.761, above the limit 1.645: alarm."));
  EXPECT_THAT(
      page,
      HasSubstr(
          "GEMUF at the end: 8.085, above the limit 5.991: alarm (it also answers to gains)."));
  EXPECT_THAT(page, HasSubstr("3 of 3 tests over 2 periods alarm."));
  EXPECT_THAT(page, HasSubstr("they do not show its cause"));
  EXPECT_THAT(page, HasSubstr("lies between 0.05 and 0.15."));
}

TEST(BalancePage, HasDecisionsCriteriaAndTargetValues) {
  const Made two = made();
  // σ = √0.34 = 0.58310: limit 0.95911, found 1.91822; a loss of 1.5 kg alarms with
  // Φ(1.5/0.58310 − 1.64485) = 0.8232.
  const balance::DecisionChoice choice{0.05, 0.95, 1.5};
  measurement::Criterion criterion;
  criterion.name = "MUF above a goal quantity";
  criterion.above_goal = 0.9;
  criterion.action = "look again";
  criterion.source = "nowhere";
  criterion.note = "A note.";
  const measurement::Criteria criteria{"x", "A made-up rule", {criterion}};
  const balance::Decisions decisions = balance::decide(two.balance, choice, criteria).value();
  BalanceRun with{two.balance, two.tests, decisions, {}, choice, criteria};
  measurement::TargetValue target;
  target.edition = "made up";
  target.method = "EBAL";
  target.material = "any";
  target.quantity = "mass";
  target.u_random = 0.2;
  target.unit = "kg";
  with.targets = measurement::TargetReport{
      {{"scale", "", measurement::against_target(target, 0.3, 0)}}, {"flow"}, {}, {}};
  with.demonstration = true;
  const std::string page = markdown(balance_page(with));
  EXPECT_THAT(page, HasSubstr("| 2 | 1.500 | 0.959 | alarm | 1.918 | 82.32 |"));
  EXPECT_THAT(page, HasSubstr("| 2 | 1.500 | 1.350 | exceeded: look again |"));
  EXPECT_THAT(page, HasSubstr("not confirmed at its source (nowhere). A note."));
  EXPECT_THAT(page, HasSubstr("| scale |  | 0.3 | 0.2 | 1.50 | above | EBAL, any, mass; made up | "
                              "nobody |"));
  EXPECT_THAT(page, HasSubstr("No target is named for flow."));
  EXPECT_THAT(page, HasSubstr("A demonstration: target values that nobody verified"));
}

TEST(BalancePage, AnApparentGainIsCalledSo) {
  const Made two = made(
      "period,role,stratum,item,method,declared_kg\n"
      "0,PE,store,a,scale,10\n"
      "1,PE,store,c,scale,10.25\n");
  const std::string page = markdown(balance_page(two.run()));
  EXPECT_THAT(page, HasSubstr("MUF of period 1 is -0.250 ± 0.424 kg (k = 1), an apparent gain: "
                              "-0.59 times its standard error."));
  EXPECT_THAT(page, HasSubstr("MUF lies within ± LEID in the one period with measurement errors."));
  EXPECT_THAT(page, HasSubstr("None of 3 tests over 1 period alarms."));
}

TEST(BalancePage, HtmlIsOneFileThatNeedsNothingElse) {
  const Made two = made();
  const std::string page = html(balance_page(two.run()));
  EXPECT_EQ(page, html(balance_page(two.run())));
  EXPECT_EQ(count_of(page, "<svg "), 4U);
  EXPECT_EQ(count_of(page, "<desc "), 4U);
  for (const char* outside : {"<script", "<link", "<img", "url(", "src="})
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  // printf '…' | sha256sum of the table of methods above.
  EXPECT_THAT(
      page, HasSubstr("SHA-256 78533cb431ed10999c2bcbf9aff7dd73a6040fd863fd91cd8fac825fef4b9474"));
  EXPECT_THAT(page, Not(HasSubstr("{{")));
  const std::string body =
      page.substr(page.find("<header"), page.find("</body>") - page.find("<header"));
  EXPECT_EQ(XmlCheck::fault(body), "");  // also: every id is there once
}

TEST(BalancePage, EveryFigureHasItsNameAndIsOneDocument) {
  const Made two = made();
  const Page page = balance_page(two.run());
  std::vector<std::string> names;
  for (const Figure* figure : figures_of(page)) {
    names.push_back(figure->id);
    EXPECT_EQ(XmlCheck::fault(figure->svg), "") << figure->id;
    EXPECT_FALSE(figure->statement.empty()) << figure->id;
  }
  EXPECT_EQ(names, balance_figures);
}

TEST(BalanceFigures, ShowTheNumbersOfTheHandCalculation) {
  const Made two = made();
  const std::string muf = muf_figure(two.run()).svg;
  EXPECT_THAT(muf, HasSubstr("<title>period 1: MUF 1.000 ± 0.583 kg (k = 1), measured</title>"));
  EXPECT_THAT(muf, HasSubstr(">± LEID (2 × SEID)</text>"));
  const std::string sitmuf = sitmuf_figure(two.run()).svg;
  EXPECT_THAT(sitmuf, HasSubstr("<title>period 1: SITMUF 1.715</title>"));
  EXPECT_THAT(sitmuf, HasSubstr("<title>period 2: SITMUF 2.268</title>"));
  EXPECT_THAT(sitmuf, HasSubstr(">+1.955</text>"));  // z(√0.95)
  const std::string page = page_figure(two.run()).svg;
  EXPECT_THAT(page, HasSubstr("<title>period 2: S 2.983</title>"));
  EXPECT_THAT(page, HasSubstr(">threshold 1.629</text>"));
  EXPECT_THAT(page, HasSubstr(">alarm in period 2</text>"));
  const std::string shares = contributions_figure(two.run(), 1).svg;
  EXPECT_THAT(shares, HasSubstr(">52.9 %</text>"));  // 0.18/0.34
  EXPECT_THAT(shares, HasSubstr(">47.1 %</text>"));  // 0.16/0.34
  EXPECT_EQ(count_of(shares, "<path "), 2U);         // the shared one is hatched, and in the legend
}

TEST(BalanceFigures, SmallSourcesAreAddedUp) {
  std::string table = "method,component,kind,standard_deviation,source_key\n";
  std::string list = "period,role,stratum,item,method,declared_kg\n0,PE,store,a,m1,10\n";
  for (int i = 1; i <= 20; ++i) {
    table += "m" + std::to_string(i) + ",random,absolute,0.1,\n";
    list += "1,X,in,i" + std::to_string(i) + ",m" + std::to_string(i) + ",1\n";
  }
  const Made many = made(list.c_str(), table.c_str());
  const std::string shares = contributions_figure(many.run(), 0).svg;
  // 21 measurements of 0.01 kg²: m1 twice, then 13 of one, then 6 together.
  EXPECT_THAT(shares, HasSubstr(">6 other random sources</text>"));
  EXPECT_THAT(shares, HasSubstr(">28.6 %</text>"));  // 6/21
  EXPECT_THAT(shares, HasSubstr(">9.5 %</text>"));   // 2/21
}

TEST(BalanceFigures, TheLargestOfTwelveHasItsLimit) {
  // z(0.95^(1/12)), by bisection of erfc
  EXPECT_NEAR(largest_sitmuf_limit(12, 0.05), 2.630312646175007, 1e-12);
  EXPECT_NEAR(largest_sitmuf_limit(1, 0.05), 1.6448536269514729, 1e-12);
}

TEST(BalancePage, ADiscrepancyIsNoQuestionOfStatistics) {
  const Made counted = made(
      "period,role,stratum,item,method,declared_kg\n0,PE,store,a,count,0.3\n1,PE,store,b,count,0."
      "1\n",
      "method,component,kind,standard_deviation,source_key\ncount,none,,,\n");
  const Page page = balance_page(counted.run());
  const std::string text = markdown(page);
  EXPECT_THAT(text,
              HasSubstr("MUF of period 1 is 0.200 kg without any measurement error. This is not a "
                        "question of statistics: an item is missing or too many."));
  EXPECT_THAT(text, HasSubstr("Item discrepancy in period 1"));
  EXPECT_THAT(
      text,
      HasSubstr(
          "The balance does not add up: period 1: 0.200 kg that no measurement error explains."));
  EXPECT_THAT(figures_of(page)[0]->svg, HasSubstr(">item discrepancy</text>"));
  for (const Figure* figure : figures_of(page)) EXPECT_EQ(XmlCheck::fault(figure->svg), "");
}

TEST(BalancePage, WithoutAPeriodItSaysSo) {
  const Made none = made("period,role,stratum,item,method,declared_kg\n");
  EXPECT_THAT(markdown(balance_page(none.run())), HasSubstr("nothing to balance"));
}

TEST(RunWords, NumbersAsTheyAreRead) {
  EXPECT_EQ(fixed(-0.0004, 3), "0.000");
  EXPECT_EQ(fixed(-0.0006, 3), "-0.001");
  EXPECT_EQ(with_error({0.25, 0.0433}), "0.250 ± 0.043");
  EXPECT_EQ(with_error({0.0493, 0.00153}), "0.0493 ± 0.0015");
  EXPECT_EQ(with_error({0, 0}), "no sequence");
  EXPECT_EQ(with_error({1, 0}), "all sequences");
}

}  // namespace
}  // namespace accord::report
