#include <random>

#include "agreement/history/timeline.h"
#include "given.h"

/// An evaluator that is asked about many days remembers what it has computed; one that is asked
/// once does not. Both say the same.
namespace accord::agreement {
namespace {

struct Row {
  std::string event, day, id, answers;
  bool partly = false;
};

std::string day_in_2021(int number) {
  return to_string(d("2021-01-01") + number);
}

/// A record by chance; `names`: which acts name their call (none, some, all).
std::vector<Row> rows_by_chance(std::mt19937& random, int names, bool parts) {
  std::vector<Row> out;
  const int calls = 2 + static_cast<int>(random() % 8);
  for (int i = 0; i < calls; ++i)
    out.push_back(
        {"call", day_in_2021(static_cast<int>(random() % 120)), "C" + std::to_string(i), ""});
  const int acts = static_cast<int>(random() % 9);
  for (int i = 0; i < acts; ++i) {
    Row row{"done", day_in_2021(static_cast<int>(random() % 140)), "D" + std::to_string(i), ""};
    if (names == 2 || (names == 1 && random() % 2 == 0))
      row.answers = "C" + std::to_string(random() % static_cast<unsigned>(calls));
    row.partly = parts && random() % 4 == 0;
    out.push_back(std::move(row));
  }
  return out;
}

Given given(const std::string& rule, const std::vector<Row>& rows, bool refused) {
  std::vector<std::string> facts;
  for (const Row& row : rows) facts.push_back("event " + row.event + " on " + row.day);
  if (refused) facts.push_back("a refuses T on 2021-03-01");
  Given g(R"(
    party a "A"
    event call "Call"
    event done "Done"
    day start = 2021-01-10
    term T "T" { obliges a verifier none from start without end )" +
              rule + " }",
          facts);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    g.records.origins[i].id = rows[i].id;
    g.records.events[i].answers = rows[i].answers;
    g.records.events[i].partly = rows[i].partly;
  }
  return g;
}

TEST(ManyDays, AStateDoesNotDependOnWhatWasAskedBefore) {
  const char* const rules[] = {
      "duty done within 10 days of each call",
      "duty done within 5 days \"one\" + 7 days \"two\" of each call",
      "duty done within 10 days of the end of the month of each call",
      "duty done at least 4 days before each call",
      "duty done within 10 days of the end of each month",
      "duty done within 3 days of the end of each 20 days from start",
  };
  std::mt19937 random(20211);
  std::size_t compared = 0, missed = 0;
  for (int round = 0; round < 150; ++round) {
    const std::string rule = rules[static_cast<std::size_t>(round) % std::size(rules)];
    const std::vector<Row> rows = rows_by_chance(random, round % 3, round % 7 == 0);
    const Given g = given(rule, rows, round % 5 == 0);
    if (testing::Test::HasFailure()) FAIL() << rule;
    const Evaluator asked_often = g.evaluator();
    const Day known = d("2021-08-01");
    for (int i = 150; i >= 0; i -= 1 + round % 3) {
      const Day day = d("2021-01-01") + i;
      const State state = asked_often.state({"T", ""}, day, known);
      ASSERT_EQ(state, g.evaluator().state({"T", ""}, day, known))
          << rule << " on " << to_string(day) << " in round " << round;
      ASSERT_EQ(state, asked_often.evaluate({"T", ""}, day, known).state) << rule;
      ++compared;
      if (state == State::overdue || state == State::not_performed) ++missed;
    }
  }
  EXPECT_GT(compared, 8000U);
  EXPECT_GT(missed, 500U);
}

TEST(ManyDays, WhatIsKnownLaterDoesNotSpeakForAnEarlierKnownDay) {
  Given g = given("duty done within 10 days of each call",
                  {{"call", "2021-02-01", "C0", ""}, {"done", "2021-02-05", "D0", ""}}, false);
  g.records.events[1].head.known = d("2021-06-01");
  const Evaluator e = g.evaluator();
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(e.state({"T", ""}, d("2021-03-01"), d("2021-03-01")), State::overdue);
    EXPECT_EQ(e.state({"T", ""}, d("2021-03-01"), d("2021-07-01")), State::performed);
  }
}

TEST(ManyDays, EpisodesOfATermWithoutAnythingThatCanBreakAreNone) {
  const Given kept =
      given("duty done within 10 days of each call", {{"call", "2021-02-01", "C0", ""}}, false);
  EXPECT_TRUE(episodes(kept.evaluator(), {"T", ""}, d("2021-06-01"), d("2021-06-01")).empty());
  const Given refused =
      given("duty done within 10 days of each call", {{"call", "2021-03-05", "C0", ""}}, true);
  EXPECT_EQ(episodes(refused.evaluator(), {"T", ""}, d("2021-06-01"), d("2021-06-01")).size(), 1U);
}

}  // namespace
}  // namespace accord::agreement
