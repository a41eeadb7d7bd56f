#include "talks/draft/draft.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "made.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::Domain;
using accord::talks::draft_terms;
using accord::talks::Issue;
using accord::talks::issue_of_sentence;
using accord::talks::issue_sentence;
using accord::talks::Outcome;

Issue grid(std::string id, std::int64_t low, std::int64_t high, std::uint32_t points) {
  Issue out = made::whole(std::move(id), low, high);
  out.kind = accord::talks::IssueKind::real;
  out.points = points;
  return out;
}

void expect_same(const Issue& a, const Issue& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.values, b.values);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
  EXPECT_EQ(a.step, b.step);
  EXPECT_EQ(a.points, b.points);
}

TEST(TalksDraft, TheSentenceOfAnIssueIsThatOfTheGuide) {
  EXPECT_EQ(issue_sentence(made::whole("visits", 0, 12, 4), 2),
            "Issue visits: a number from 0 to 12 in steps of 4. Chosen: 8.");
  EXPECT_EQ(issue_sentence(made::choice("relief", {"late", "step by step"}), 1),
            "Issue relief: one of late | step by step. Chosen: step by step.");
  EXPECT_EQ(issue_sentence(grid("notice_h", 0, 48, 5), 1),
            "Issue notice_h: a number from 0 to 48 in 5 points. Chosen: 12.");
}

TEST(TalksDraft, AnIssueIsFoundAgainInItsSentence) {
  for (const Issue& issue :
       {made::whole("visits", -4, 12, 3), made::choice("a: one of", {"x. y", "3.67", "z"}),
        grid("h", 0, 1, 1000000), made::choice("only", {"one"})}) {
    const auto found = issue_of_sentence(issue_sentence(issue, 0));
    ASSERT_TRUE(found.has_value()) << issue.id;
    expect_same(*found, issue);
  }
}

TEST(TalksDraft, OtherSentencesAreNotIssues) {
  for (const char* text :
       {"", "Issue", "Issue x", "Issue x: one of a | a. Chosen: a.", "Issue x: one of . Chosen: .",
        "Issue x: a number from 3 to 1 in steps of 1. Chosen: 3.",
        "Issue x: a number from 0 to 1 in steps of 0. Chosen: 0.",
        "Issue x: a number from 0 to 1 in 1 points. Chosen: 0.",
        "Issue x: a number from zero to 1 in 2 points. Chosen: 0.",
        "The parties agree on an issue."})
    EXPECT_FALSE(issue_of_sentence(text).has_value()) << text;
}

RC_GTEST_PROP(TalksDraft, EveryNumericIssueIsFoundAgain, ()) {
  const auto low = *rc::gen::inRange(-1000, 1000), width = *rc::gen::inRange(0, 1000);
  const Issue issue = made::whole("n", low, low + width, *rc::gen::inRange(1, 20));
  const auto found = issue_of_sentence(issue_sentence(issue, *rc::gen::inRange(0u, issue.size())));
  RC_ASSERT(found.has_value());
  expect_same(*found, issue);
}

TEST(TalksDraft, ATextNamesWhatIsChosenAndWhatIsOpen) {
  Domain domain;
  domain.issues = {made::choice("LEVEL-2.5", {"none", "say \"so\""}),
                   made::whole("visits", 0, 12, 4), made::choice("LEVEL 2.5", {"a"})};
  const auto text = draft_terms(domain, Outcome{1, 2, 0}, {{"X", "X land"}, {"2", "Y land"}},
                                {"A draft", "Chosen by hand. Nobody has agreed to it."});
  ASSERT_TRUE(text.has_value());
  for (const char* part :
       {"agreement draft \"A draft\" {", "  party X \"X land\"\n", "  party P_2 \"Y land\"\n",
        "measure agreed_LEVEL_2_5 \"LEVEL-2.5: say \\\"so\\\"\" activity",
        "measure agreed_LEVEL_2_5_2 \"LEVEL 2.5: a\" activity", "term D_visits \"visits: 8\" {",
        "obliges jointly { X, P_2 } verifier none",
        "note \"Issue visits: a number from 0 to 12 in steps of 4. Chosen: 8.\""})
    EXPECT_NE(text->find(part), std::string::npos) << part;
  EXPECT_EQ(draft_terms(domain, Outcome{1, 2, 0}, {{"X", "X"}}, {"", ""}).error().code, "P052");
}

}  // namespace
