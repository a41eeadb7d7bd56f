#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/evaluate/examples.h"
#include "agreement/syntax/parse.h"

/// An agreement text with facts, as a test writes them.
namespace accord::agreement {

inline Day d(std::string_view text) {
  const auto day = parse_day(text);
  EXPECT_TRUE(day) << text;
  return day.value_or(Day{});
}

class Given {
 public:
  /// `items` stand inside the braces of an agreement; facts are written as after `given`.
  explicit Given(const std::string& items, const std::vector<std::string>& facts = {})
      : parsed_(parse("accord 1 agreement test \"Test\" {\n" + items + "\n}")) {
    for (const Problem& p : parsed_.problems) ADD_FAILURE() << brief(p);
    std::vector<Fact> read;
    for (const std::string& text : facts) {
      ParsedFact fact = parse_fact(text);
      for (const Problem& p : fact.problems) ADD_FAILURE() << text << "\n" << brief(p);
      if (fact.fact) read.push_back(std::move(*fact.fact));
    }
    FactRecords made = records_of(read, false);
    records = std::move(made.records);
    options.assume = std::move(made.assume);
  }

  Records records;
  Options options;

  [[nodiscard]] const Agreement& agreement() const { return parsed_.agreement; }
  [[nodiscard]] Evaluator evaluator() const {
    return Evaluator(parsed_.agreement, records, options);
  }

  [[nodiscard]] std::string on(std::string_view day, std::string_view known = {},
                               const std::string& term = "T", const std::string& party = {}) const {
    const Evaluator e = evaluator();
    const Subject subject{term, party};
    const Day k = d(known.empty() ? day : known);
    const Finding finding = e.evaluate(subject, d(day), k);
    EXPECT_EQ(finding.state, e.state(subject, d(day), k)) << "state() and evaluate() differ";
    return word(finding.state);
  }
  [[nodiscard]] std::string of(const std::string& party, std::string_view day,
                               std::string_view known = {}) const {
    return on(day, known, "T", party);
  }
  [[nodiscard]] Finding finding(std::string_view day, std::string_view known = {},
                                const std::string& term = "T",
                                const std::string& party = {}) const {
    return evaluator().evaluate({term, party}, d(day), d(known.empty() ? day : known));
  }

 private:
  Parsed parsed_;
};

}  // namespace accord::agreement
