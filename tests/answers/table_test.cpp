#include "answers/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::answers {
namespace {

using described::Shown;
using testing::ElementsAre;

struct Row {
  std::string mba;
  std::optional<double> sigma;
  std::int32_t label = 0;

  static constexpr auto described = object("test_row", "A row", member<&Row::mba>("mba", "area"),
                                           member<&Row::sigma>("sigma", "standard error"),
                                           member<&Row::label>("label", "label").detail());
};
struct Answer {
  std::vector<std::string> notes;
  std::vector<Row> rows, others;

  static constexpr auto described =
      object("test_answer", "Rows", member<&Answer::notes>("notes", "notes"),
             member<&Answer::rows>("rows", "rows"), member<&Answer::others>("others", "others"));
};

const Answer answer{{"a note"}, {{"B", 2.0, 10}, {"A", {}, 9}, {"C", 0.5, 9}}, {{"D", 1.0, 1}}};

auto rows(const TableChoice& choice, Shown shown = Shown::main) {
  return table_of(described::view(answer), choice, shown).cells.rows;
}

TEST(Tables, AreTheListsOfRows) {
  EXPECT_THAT(table_names(described::type_of<Answer>), ElementsAre("rows", "others"));
  EXPECT_THAT(rows({}),
              ElementsAre(ElementsAre("B", "2"), ElementsAre("A", ""), ElementsAre("C", "0.5")));
  EXPECT_THAT(rows({{"others"}, {}, {}}, Shown::all), ElementsAre(ElementsAre("D", "1", "1")));
  EXPECT_THAT(lines_of(described::view(answer), "notes"), ElementsAre("a note"));
  EXPECT_TRUE(lines_of(described::view(answer), "closing").empty());
}

TEST(Tables, HaveTheColumnsThatAreAskedForAndAreSorted) {
  EXPECT_THAT(rows({{}, {"label,mba"}, {"label,-mba"}}),
              ElementsAre(ElementsAre("9", "C"), ElementsAre("9", "A"), ElementsAre("10", "B")));
  // By number, and what is not there comes last both ways.
  EXPECT_THAT(rows({{}, {"mba"}, {"sigma"}}),
              ElementsAre(ElementsAre("C"), ElementsAre("B"), ElementsAre("A")));
  EXPECT_THAT(rows({{}, {"mba"}, {"-sigma"}}),
              ElementsAre(ElementsAre("B"), ElementsAre("C"), ElementsAre("A")));
}

TEST(Tables, RefuseNamesThatAreNone) {
  const auto message = [](const TableChoice& choice) {
    const auto problem = problem_of(choice, described::type_of<Answer>);
    return problem ? problem->message + "|" + problem->help : "";
  };
  EXPECT_EQ(message({{"rows"}, {"mba,label"}, {"-label"}}), "");
  EXPECT_EQ(message({{"row"}, {}, {}}),
            "--rows: no list is named “row”; there are rows, others|did you mean “rows”?");
  EXPECT_EQ(
      message({{}, {"mba,lable"}, {}}),
      "--columns: no column is named “lable”; there are mba, sigma, label|did you mean “label”?");
  EXPECT_EQ(message({{}, {}, {"--mba"}}),
            "--sort: no column is named “-mba”; there are mba, sigma, label|did you mean “mba”?");
  EXPECT_THAT(message({{}, {""}, {}}), testing::StartsWith("--columns: no column is named “”"));
}

}  // namespace
}  // namespace accord::answers
