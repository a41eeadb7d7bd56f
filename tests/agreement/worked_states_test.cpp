#include <filesystem>

#include "given.h"
#include "vectors.h"

namespace accord::agreement {
namespace {

TEST(WorkedTexts, EveryExampleInThemGivesWhatItExpects) {
  std::size_t examples = 0;
  for (const std::string& path : worked_texts()) {
    const Parsed parsed = parse(read_text(path));
    for (const Item& item : parsed.agreement.items)
      examples += std::holds_alternative<Example>(item) ? 1U : 0U;
    for (const Problem& p : run_examples(parsed.agreement)) ADD_FAILURE() << path << brief(p);
  }
  EXPECT_GE(examples, 2U);
}

TEST(WorkedTexts, TheAccordOf2015PassesItsOwnExamples) {
  const std::string path = std::string(ACCORD_SOURCE_DIR) + "/examples/jcpoa/terms/jcpoa.accord";
  const Parsed parsed = parse(read_text(path));
  ASSERT_FALSE(has_errors(parsed.problems));
  for (const Problem& p : run_examples(parsed.agreement)) ADD_FAILURE() << brief(p);
}

TEST(WorkedTexts, EveryTermIsJudgedWithoutAnyRecord) {
  for (const std::string& path : worked_texts()) {
    const Parsed parsed = parse(read_text(path));
    const Records none;
    const Evaluator evaluator(parsed.agreement, none);
    for (const char* day : {"1990-01-01", "2016-01-16", "2032-02-29"}) {
      const std::vector<Finding> all = evaluator.status(d(day), d(day));
      ASSERT_EQ(all.size(), evaluator.subjects().size());
      for (const Finding& f : all) {
        EXPECT_NE(f.outcome(), Outcome::met) << path << " " << f.id << " " << day;
        EXPECT_EQ(f.state,
                  evaluator.state({f.term, f.id.find('@') == std::string::npos ? std::string()
                                                                               : f.party.front()},
                                  d(day), d(day)));
      }
    }
  }
}

}  // namespace
}  // namespace accord::agreement
