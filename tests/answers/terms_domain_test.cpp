#include "answers/talks/terms_domain.h"

#include <gtest/gtest.h>

#include "agreement/check/check.h"
#include "talks/draft/draft.h"

namespace {

using accord::answers::domain_of;
using accord::talks::Domain;
using accord::talks::Issue;
using accord::talks::IssueKind;

Domain talks_domain() {
  Domain out;
  Issue level, visits, notice;
  level.id = "level-a";
  level.values = {"none", "3 %", "with \"care\""};
  visits.id = "visits";
  visits.kind = IssueKind::integer;
  visits.high = 12;
  visits.step = 4;
  notice.id = "notice h";
  notice.kind = IssueKind::real;
  notice.high = 48;
  notice.points = 5;
  out.issues = {level, visits, notice};
  return out;
}

TEST(TermsDomain, ADraftIsATextWithoutErrorsWhoseIssuesAreFoundAgain) {
  const Domain before = talks_domain();
  const auto text = accord::talks::draft_terms(
      before, {2, 1, 3}, {{"A", "State A"}, {"B", "State B"}}, {"Draft", "Chosen by hand."});
  ASSERT_TRUE(text.has_value());
  const auto parsed = accord::agreement::read(*text, "draft.accord");
  for (const auto& problem : parsed.problems)
    EXPECT_NE(problem.severity, accord::Severity::error) << accord::render(problem, *text);
  const Domain after = domain_of(parsed.agreement);
  EXPECT_EQ(after.parties, (std::vector<std::string>{"A", "B"}));
  ASSERT_EQ(after.issues.size(), before.issues.size());
  for (std::size_t i = 0; i < before.issues.size(); ++i) {
    EXPECT_EQ(after.issues[i].id, before.issues[i].id);
    EXPECT_EQ(after.issues[i].kind, before.issues[i].kind);
    ASSERT_EQ(after.issues[i].size(), before.issues[i].size());
    for (std::uint32_t v = 0; v < before.issues[i].size(); ++v)
      EXPECT_EQ(after.issues[i].label(v), before.issues[i].label(v));
  }
}

TEST(TermsDomain, ATermOfAnyOtherTextIsWrittenOrLeftOut) {
  const auto parsed = accord::agreement::read(
      "accord 1 agreement a \"A\" { party x \"X\" body b \"B\" measure m \"m\" activity "
      "term T \"T\" { obliges x verifier b from 2020-01-01 without end require m "
      "note \"Issue: of the first order\" } }",
      "a.accord");
  const Domain domain = domain_of(parsed.agreement);
  EXPECT_EQ(domain.parties, (std::vector<std::string>{"x"}));
  ASSERT_EQ(domain.issues.size(), 1u);
  EXPECT_EQ(domain.issues[0].id, "T");
  EXPECT_EQ(domain.issues[0].values, (std::vector<std::string>{"as written", "left out"}));
}

}  // namespace
