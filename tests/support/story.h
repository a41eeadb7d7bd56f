#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "agreement/evaluate/evaluate.h"
#include "agreement/evaluate/examples.h"
#include "agreement/syntax/parse.h"

namespace accord::tests {

/// An agreement text whose examples' `given` lines are the records: a small world to ask questions
/// of. The text stands in one string; every fact of every example counts.
struct Story {
  explicit Story(const std::string& text, agreement::Options options = {})
      : parsed(agreement::parse(text)) {
    EXPECT_TRUE(parsed.problems.empty())
        << (parsed.problems.empty() ? "" : brief(parsed.problems.front()));
    std::vector<agreement::Fact> facts;
    for (const agreement::Item& item : parsed.agreement.items)
      if (const auto* example = std::get_if<agreement::Example>(&item))
        for (const auto& line : example->lines)
          if (const auto* fact = std::get_if<agreement::Fact>(&line)) facts.push_back(*fact);
    records = agreement::records_of(facts, false).records;
    evaluator = std::make_unique<agreement::Evaluator>(parsed.agreement, records, options);
  }

  agreement::Parsed parsed;
  evidence::Records records;
  std::unique_ptr<agreement::Evaluator> evaluator;
};

inline Day day(const char* text) {
  const auto found = parse_day(text);
  EXPECT_TRUE(found) << text;
  return found.value_or(Day{});
}

}  // namespace accord::tests
