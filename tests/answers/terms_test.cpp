#include "answers/agreement/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answers/agreement/depends.h"
#include "answers/agreement/diff.h"
#include "answers/agreement/terms_check.h"
#include "answers/table.h"

namespace accord::answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A limit that holds while another party performs; `limit` is its number.
std::string text_with(const std::string& limit) {
  return R"(accord 1
agreement demo "Demo" {
  party a "A"
  party b "B"
  event report "Report"
  day start = event report
  measure stock "stock" amount t
  term T-A "Stock of A" ref "1" {
    obliges a owed b verifier none from start for 15 years
    limit stock <= )" +
         limit + R"( t
    while performing(b)
  }
}
)";
}

Terms texts(std::initializer_list<std::string> all) {
  Terms out;
  for (const std::string& text : all)
    out.texts.push_back({"t" + std::to_string(out.texts.size() + 1) + ".accord", text, {}});
  return out;
}

std::string code_of(const Refusal& refusal) {
  return refusal.problems.back().code;
}

TEST(Depends, NamesWhatFallsWhenAPartyCeases) {
  const auto all = depends(texts({text_with("5")}), {}).value();
  EXPECT_EQ(all.item, std::nullopt);
  EXPECT_THAT(all.falls_when_ceases, IsEmpty());
  const auto of_b = depends(texts({text_with("5")}), {"b"}).value();
  EXPECT_TRUE(of_b.is_of_party());
  ASSERT_THAT(of_b.falls_when_ceases, SizeIs(1));
  EXPECT_EQ(of_b.falls_when_ceases[0].term, "T-A");
  const AnswerTable table = table_of({&of_b, depends_question.answer}, {}, described::Shown::all);
  EXPECT_EQ(table.name, "edges");
}

TEST(Depends, RefusesANameThatIsNotInTheText) {
  const auto refused = depends(texts({text_with("5")}), {"T-B"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(code_of(refused.error()), "C001");
  EXPECT_EQ(refused.error().problems.back().help, "did you mean “T-A” (Stock of A)?");
}

TEST(Terms, WithErrorsAreRefusedWithAllOfThem) {
  const auto refused = depends(texts({"accord 1 agreement a \"A\" { day d = 2016-02-30 }"}), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.front().code, "A004");
  EXPECT_THAT(refused.error().texts, SizeIs(1));
}

TEST(TermsCheck, CountsWhatItFindsInEachText) {
  const auto made =
      terms_check(texts({text_with("5"), "accord 1 agreement a \"A\" { day d = 2016-02-30 }"}), {})
          .value();
  ASSERT_THAT(made.texts, SizeIs(2));
  EXPECT_EQ(made.texts[0].terms_read, 1U);
  EXPECT_EQ(made.texts[0].errors, 0U);
  EXPECT_EQ(made.texts[1].errors, 1U);
  EXPECT_TRUE(made.has_errors());
  EXPECT_EQ(made.problems.back().file, "t2.accord");
}

TEST(Diff, OfTwoTextsIsByMeaning) {
  const auto made = diff(texts({text_with("5"), text_with("7")}), {}).value();
  ASSERT_THAT(made.differences, SizeIs(1));
  EXPECT_EQ(made.differences[0].name, "T-A");
  EXPECT_EQ(made.differences[0].details[0].before, "<= 5 t");
  EXPECT_TRUE(made.is_different());
  EXPECT_EQ(made.workspace, std::nullopt);
  EXPECT_FALSE(diff(texts({text_with("5"), text_with("5.0")}), {}).value().is_different());
}

TEST(Diff, NeedsTwoTextsOrTwoKnownDays) {
  EXPECT_EQ(code_of(diff(texts({text_with("5")}), {}).error()), "U005");
  EXPECT_EQ(code_of(diff(texts({"", "", ""}), {}).error()), "U005");
  const Day day = *parse_day("2016-01-16");
  EXPECT_FALSE(diff(texts({text_with("5")}), {{day, day}, {}, {}}).value().is_different());
  EXPECT_EQ((DiffQuestion{{day}, {}, {}}.fault()->code), "U004");
  EXPECT_EQ((DiffQuestion{{day, day}, {}, {}}.fault()), std::nullopt);
}

}  // namespace
}  // namespace accord::answers
