#include "report/pages/sheet_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::report {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TableSheet made_up() {
  TableSheet out;
  out.day = "2025-03-01";
  out.round = "Last round: 2 of 2025-02-20, Alder";
  out.sentence = "Some packages are excluded by nobody.";
  out.notes = {"Illustration from public statements. Nobody proposed this."};
  out.sides = {{"North", "public words"}, {"South", "nothing"}};
  out.issues = {{"Water",
                 {"shared", "metered"},
                 {},
                 {"South"},
                 {{"North, 2025-02-01 (S1)", "https://alder.example/1"}}}};
  out.digest = std::string(64, 'a');
  return out;
}

TEST(SheetPage, SaysTheSameInBothForms) {
  const Page page = sheet_page(made_up());
  for (const std::string& text : {html(page), markdown(page)})
    EXPECT_THAT(text, AllOf(HasSubstr("Talks on 2025-03-01"), HasSubstr("Alder"),
                            HasSubstr("Some packages are excluded by nobody."),
                            HasSubstr("Nobody proposed this."), HasSubstr("public words"),
                            HasSubstr("shared; metered"), HasSubstr("https://alder.example/1"),
                            HasSubstr(std::string(64, 'a'))));
}

TEST(SheetPage, WhatNobodyNamesIsSaidAndNotLeftEmpty) {
  EXPECT_THAT(markdown(sheet_page(made_up())), HasSubstr("| none |"));
}

TEST(SheetPage, WithoutPublicWordsHasNoTableOfIssues) {
  TableSheet sheet = made_up();
  sheet.issues.clear();
  EXPECT_THAT(markdown(sheet_page(sheet)), Not(HasSubstr("Issue by issue")));
}

}  // namespace
}  // namespace accord::report
