#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "base/text.h"
#include "folder.h"

/// Tables in the user's own columns, row by row, by hand.
namespace accord::formats {
namespace {

using evidence::Declaration;
using evidence::Observation;
using evidence::Relation;
using testing::ElementsAre;

constexpr const char* head = R"([workspace]
name = "Ceasefire"
terms = "terms/ceasefire.accord"
[parties]
"North" = "north"
"South" = "south"
"both" = ["north", "south"]
"Mission" = "mission"
[units]
"pieces" = "items"
)";

Workspace with(const std::string& settings, const std::string& table) {
  const test::Folder folder("vectors/cases/15-rows-that-feed-nothing/ceasefire");
  folder.write("accord.toml", head + settings);
  folder.write("data/log.csv", table);
  return folder.read();
}

std::string line(const Observation& o, const evidence::Records& records) {
  constexpr std::array words{"=", "<=", "<", ">=", ">", "yes", "no", "none", "no access"};
  std::string out = records.origins[o.head.origin].id + ": " + o.metric + " " +
                    words[static_cast<std::size_t>(o.relation)];
  if (o.relation <= Relation::above) out += " " + to_string(o.value) + " " + o.unit;
  for (const std::string& site : o.sites) out += (o.outside ? " outside " : " at ") + site;
  out += " on " + to_string(o.head.valid) + " " + word(o.head.grade);
  return o.head.party.empty() ? out : out + " about " + o.head.party;
}

std::vector<std::string> observations(const Workspace& workspace) {
  std::vector<std::string> out;
  for (const Observation& o : workspace.records.observations)
    out.push_back(line(o, workspace.records));
  return out;
}

std::vector<std::string> events(const Workspace& workspace) {
  std::vector<std::string> out;
  for (const evidence::EventRecord& e : workspace.records.events)
    out.push_back(join(e.names, "+") + " " + e.head.party + (e.partly ? " in part" : "") +
                  (e.answers.empty() ? "" : " answers " + e.answers) + ": " + e.title);
  return out;
}

constexpr const char* log = R"([[table]]
file = "data/log.csv"
separator = ";"
days = "D.M.YYYY"
decimal = ","
id = "I-{no}"
date = "{day}"
known = "{told}"
kind = "{what}/{place}"
party = "{side}"
by = "{from}"
answers = "I-{re}"
title = "{what} of {day}"
[table.kinds]
"fire/zone" = { seen = "fire", at = ["zone"] }
"quiet/zone" = { not_seen = "fire", outside = ["zone"] }
"count/zone" = [
  { measure = "heavy", value = "{n}", unit = "{unit}" },
  { event = "request" },
]
"passed/zone" = { event = "convoy", part = true }
"stop/zone" = { suspends = ["FIRE"] }
"end/zone" = { ceases = true }
)";

TEST(Mapped, RowsSayWhatTheirKindSays) {
  const Workspace read = with(log,
                              "no;day;told;what;place;side;from;re;n;unit\n"
                              "1;1.3.2025;;fire;zone;South;Mission;;;\n"
                              "2;2.3.2025;5.3.2025;count;zone;North;North;;4,5;pieces\n"
                              "3;3.3.2025;;quiet;zone;;Mission;;;\n"
                              "4;4.3.2025;;passed;zone;both;Mission;2;;\n"
                              "5;5.3.2025;;stop;zone;South;South;;;\n"
                              "6;6.3.2025;;end;zone;North;North;;;\n"
                              "7;7.3.2025;;fire;;North;;;;\n"
                              "8;8.3.2025;;count;zone;North;North;;;\n");
  EXPECT_EQ(test::errors(read.problems), "");
  EXPECT_THAT(observations(read),
              ElementsAre("I-1: fire yes at zone on 2025-03-01 verified about south",
                          "I-2: heavy = 4.5 items on 2025-03-02 declared about north",
                          "I-3: fire no outside zone on 2025-03-03 verified",
                          "I-8: heavy none on 2025-03-08 declared about north"));
  EXPECT_EQ(to_string(read.records.observations[1].head.known), "2025-03-05");
  EXPECT_THAT(events(read),
              ElementsAre("I-1 south: fire of 1.3.2025", "I-2+request north: count of 2.3.2025",
                          "I-3 : quiet of 3.3.2025", "I-4 north answers I-2: passed of 4.3.2025",
                          "I-4 south answers I-2: passed of 4.3.2025",
                          "convoy north in part answers I-2: passed of 4.3.2025",
                          "convoy south in part answers I-2: passed of 4.3.2025",
                          "I-5 south: stop of 5.3.2025", "I-6 north: end of 6.3.2025",
                          "I-7 north: fire of 7.3.2025", "I-8+request north: count of 8.3.2025"));
  ASSERT_EQ(read.records.declarations.size(), 2U);
  EXPECT_EQ(read.records.declarations[0].kind, Declaration::Kind::suspends);
  EXPECT_THAT(read.records.declarations[0].terms, ElementsAre("FIRE"));
  EXPECT_EQ(read.records.declarations[1].kind, Declaration::Kind::ceases);
}

TEST(Mapped, AnEmptyCellIsNotKnown) {
  const std::string table =
      "no;day;told;what;place;side;from;re;n;unit\n8;8.3.2025;;count;zone;North;;;;\n";
  const Workspace read = with(log, table);
  ASSERT_EQ(read.records.observations.size(), 1U);
  EXPECT_EQ(read.records.observations[0].unread.size(), 1U);
  EXPECT_EQ(read.records.unread.at(0).label, "{n}");
  std::string optional = log;
  optional.replace(optional.find("unit = \"{unit}\""), 15, "unit = \"{unit}\", optional = true");
  EXPECT_TRUE(with(optional, table).records.observations.empty());
}

TEST(Mapped, TheHashIsThatOfTheRowAsReceived) {
  const Workspace a =
      with(log, "no;day;told;what;place;side;from;re;n;unit\n1;1.3.2025;;x;zone;;;;;\n");
  const Workspace b =
      with(log, "no;day;told;what;place;side;from;re;n;unit\n1;01.3.2025;;x;zone;;;;;\n");
  ASSERT_EQ(a.records.origins.size(), 1U);
  EXPECT_EQ(a.records.origins[0].row, 2U);
  EXPECT_NE(a.records.origins[0].sha256, b.records.origins[0].sha256);
}

TEST(Mapped, OneFileCanBeReadTwice) {
  const Workspace read = with(R"([[table]]
file = "data/log.csv"
id = "A-{no}"
date = "{asked}"
says = { event = "request" }
[[table]]
file = "data/log.csv"
id = "B-{no}"
date = "{passed}"
party = "South"
answers = "A-{no}"
says = { event = "convoy" }
)",
                              "no,asked,passed\n1,2025-04-02,2025-04-04\n");
  EXPECT_EQ(test::errors(read.problems), "");
  EXPECT_THAT(events(read), ElementsAre("A-1+request : A-1", "B-1+convoy south answers A-1: B-1"));
  EXPECT_EQ(read.files.size(), 3U);  // accord.toml, the text, the table once
}

TEST(Mapped, WrongSettingsAreNamedAtTheirPlace) {
  const Workspace read = with(R"([[table]]
file = "data/log.csv"
separator = "x"
days = "DD.MM.YY"
decimal = ";"
thousands = "12"
id = "{no"
date = "{}"
says = [{ event = "request", seen = "fire" }, {}, { measure = "fire", value = "x", unit = "t" }]
[table.kinds]
"a" = "b"
)",
                              "no,day\n1,2025-04-02\n");
  EXPECT_EQ(
      test::errors(read.problems),
      "accord.toml:13:13: W013 “x” is no separator\n"
      "accord.toml:14:8: W014 “DD.MM.YY” is no form of days\n"
      "accord.toml:15:11: W013 “;” is no decimal mark\n"
      "accord.toml:16:13: W013 “12” is no mark of thousands beside the decimal mark “.”\n"
      "accord.toml:17:6: W014 the braces of “{no” hold no column\n"
      "accord.toml:18:8: W014 the braces of “{}” hold no column\n"
      "accord.toml:19:30: W017 one entry says one thing, not both “event” and “seen”\n"
      "accord.toml:19:47: W006 what a row says is missing\n"
      "accord.toml:19:63: W008 the text declares no measure of amounts “fire”\n"
      "accord.toml:19:79: W014 “x” is not a number\n"
      "accord.toml:20:8: W006 [table.kinds] needs the key “kind” of its table\n"
      "accord.toml:21:7: W007 { event = \"…\" }, or several in brackets, was expected here\n");
}

}  // namespace
}  // namespace accord::formats
