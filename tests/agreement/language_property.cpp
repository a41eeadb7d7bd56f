#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "agreement/random_model.h"
#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {
namespace {

std::string messages(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += brief(problem);
  return out;
}

std::size_t comment_lines(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("# remark "); at != std::string_view::npos;
       at = text.find("# remark ", at + 1))
    ++count;
  return count;
}

/// Property 8 of the chapter.
RC_GTEST_PROP(Language, AnyModelIsPrintedAndReadAgainTheSame, (std::uint64_t seed)) {
  const Agreement model = random_agreement(seed);
  const std::string printed = print(model);
  const Parsed again = parse(printed);
  RC_ASSERT(messages(again.problems) == "");
  RC_ASSERT(again.agreement == model);
  const std::string twice = print(again.agreement);
  RC_ASSERT(comment_lines(twice) == comment_lines(printed));
  RC_ASSERT(twice == printed);
}

RC_GTEST_PROP(Language, AnyFactIsPrintedAndReadAgainTheSame, (std::uint64_t seed)) {
  const Fact fact = random_fact(seed);
  const ParsedFact again = parse_fact(print(fact));
  RC_ASSERT(messages(again.problems) == "");
  RC_ASSERT(*again.fact == fact);
}

/// Any cut of a valid text is refused with a place inside it, and never crashes.
RC_GTEST_PROP(Language, ATextCutAnywhereIsRefused, (std::uint64_t seed, std::size_t cut)) {
  Agreement model = random_agreement(seed);
  model.end_comments.lines.clear();
  const std::string printed = print(model);
  const Parsed parsed = parse(std::string_view(printed).substr(0, cut % (printed.size() - 1)));
  RC_ASSERT(has_errors(parsed.problems));
  for (const Problem& problem : parsed.problems) RC_ASSERT(problem.place.line >= 1U);
}

TEST(RandomModels, CoverEveryItem) {
  std::set<std::size_t> items;
  for (std::uint64_t seed = 0; seed < 300; ++seed)
    for (const Item& item : random_agreement(seed).items) items.insert(item.index());
  EXPECT_EQ(items.size(), std::variant_size_v<Item>);
}

}  // namespace
}  // namespace accord::agreement
