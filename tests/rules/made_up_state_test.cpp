#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "rules/state.h"

/// The rules on the made-up State of examples/state, against its answers.
namespace accord::accounting {
namespace {

using test::State;

std::string line(const std::string& rule, const std::string& severity, const std::string& mba,
                 unsigned report, const std::string& kind, unsigned entry, unsigned label) {
  return rule + " " + severity + " " + mba + " " + std::to_string(report) + " " + kind + " " +
         std::to_string(entry) + " " + std::to_string(label);
}

std::set<std::string> lines(const std::vector<Finding>& findings) {
  std::set<std::string> out;
  for (const Finding& f : findings)
    out.insert(line(f.rule, f.severity == Severity::error ? "E" : "W", f.mba, f.report,
                    f.kind == 'O'   ? "OI"
                    : f.kind == 'N' ? "NC"
                                    : "-",
                    f.entry, f.label));
  return out;
}

struct Answers {
  std::set<std::string> needed, tolerated;
};

Answers answers(const std::string& folder) {
  const auto json = nlohmann::json::parse(
      test::read_text(std::string(ACCORD_SOURCE_DIR) + "/" + folder + "/expected.json"));
  Answers out;
  const auto number = [](const nlohmann::json& value) {
    return value.is_null() ? 0U : value.get<unsigned>();
  };
  for (const auto& f : json.at("findings")) {
    const auto rule = f.at("rule").get<std::string>();
    auto& set = f.at("role") == "tolerated" ? out.tolerated : out.needed;
    set.insert(line(rule, f.at("severity"), f.at("mba"), number(f.at("report")),
                    f.at("kind").is_null() ? "-" : f.at("kind").get<std::string>(),
                    number(f.at("entry")), number(f.at("label"))));
  }
  return out;
}

TEST(MadeUpState, WithoutMistakesHasNoFinding) {
  const State state = test::read_state("examples/state/clean");
  EXPECT_THAT(state.problems, testing::IsEmpty());
  EXPECT_THAT(lines(state.findings()), testing::IsEmpty());
}

TEST(MadeUpState, EveryPlantedMistakeIsFoundAndNothingElse) {
  const State state = test::read_state("examples/state/errors");
  const Answers expected = answers("examples/state/errors");
  ASSERT_GE(expected.needed.size(), 35U);
  std::vector<Finding> all = state.findings();
  all.insert(all.end(), state.of_reader.begin(), state.of_reader.end());
  std::set<std::string> found = lines(all);
  for (const std::string& also : expected.tolerated) found.erase(also);
  EXPECT_EQ(found, expected.needed);
}

TEST(MadeUpState, OrderOfFilesHasNoInfluence) {
  State state = test::read_state("examples/state/errors");
  const auto before = state.findings();
  std::reverse(state.reports.begin(), state.reports.end());
  EXPECT_EQ(state.findings(), before);
}

TEST(MadeUpState, EveryFindingHasTheWordsOfItsRuleAndAPlace) {
  for (const Finding& f : test::read_state("examples/state/errors").findings()) {
    EXPECT_GT(f.place.line, 0U) << f.rule;
    EXPECT_FALSE(f.file.empty()) << f.rule;
  }
}

TEST(MadeUpState, DamagedReportsAreFoundFaultWithAndNeverStopTheProgram) {
  const State whole = test::read_state("examples/state/errors");
  std::mt19937 random(20260701);  // NOLINT: the same damage every time
  for (int round = 0; round < 30; ++round) {
    State damaged;
    damaged.tables = whole.tables;
    for (std::size_t i = random() % 20; i < whole.reports.size(); i += 20) {
      std::string text = *whole.reports[i].text;
      for (int hit = 0; hit < 8; ++hit)
        text[random() % text.size()] = "0-9#:/;ENKG1"[random() % 12];
      damaged.add(std::move(text), whole.reports[i].file);
    }
    for (const Finding& f : damaged.findings()) EXPECT_EQ(f.rule.size(), 4U);
    EXPECT_FALSE(damaged.of_reader.empty());
  }
}

}  // namespace
}  // namespace accord::accounting
