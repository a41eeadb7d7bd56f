#include <gtest/gtest.h>

#include <algorithm>

#include "seal/sha256.h"
#include "talks/files/read.h"
#include "talks/files/tree.h"

namespace {

using accord::Problem;
using accord::Severity;
using accord::talks::Domain;
using accord::talks::Number;
using accord::talks::Position;
using accord::talks::read_domain;
using accord::talks::read_position;
using accord::talks::ReadOptions;

// The triangle of the chapter, 7.1.
constexpr std::string_view triangle =
    R"({"format":"accord-talks-domain/1","issues":[{"high":9,"id":"x","kind":"integer","low":0},)"
    R"({"high":9,"id":"y","kind":"integer","low":0}],"name":"triangle"})";

std::string line_of_a(const std::string& digest) {
  return R"({"domain_sha256":")" + digest +
         R"(","format":"accord-talks-position/1","party":"A","red_lines":[{"id":"R1","rule":)"
         R"({"max":8,"sum":{"x":1,"y":1}},"text":""}]})";
}

TEST(TalksFiles, TheTriangleHasTheDigestsOfTheChapter) {
  const auto domain = read_domain(triangle, "triangle.json");
  ASSERT_TRUE(domain.value.has_value());
  EXPECT_EQ(domain.value->sha256,
            "79f8209ce8dd0b8d4b34990c6da7d33e247bd3e684440b043d0ad40a0641f5d5");
  const std::string bytes = line_of_a(domain.value->sha256);
  EXPECT_EQ(accord::seal::sha256_hex("accord/talks-position/v1\n" + std::string(32, '\0') + bytes),
            "75089030f8dd1b167532844cfb17a89dac74852d620463b6a8f357c6b3d4a12f");
  const auto position = read_position(bytes, "a.json", *domain.value);
  ASSERT_TRUE(position.value.has_value()) << position.problems.front().message;
  EXPECT_EQ(position.value->red_lines.front().rule.terms.size(), 2u);
  EXPECT_TRUE(position.problems.empty());
}

constexpr std::string_view accord_domain = R"({"format":"accord-talks-domain/1","name":"n",
 "issues":[{"id":"level","kind":"discrete","values":["0","3.67","5"]},
  {"id":"stock","kind":"integer","low":0,"high":600,"step":100},
  {"id":"notice_h","kind":"real","low":0,"high":48,"points":5},
  {"id":"relief","kind":"discrete","values":["none","full"]}],
 "parties":["A","B"],
 "rules":[{"id":"P1","text":"…","rule":{"if":{"issue":"relief","in":["full"]},"then":
  {"issue":"stock","max":300}}}]})";

Domain read_accord() {
  auto read = read_domain(accord_domain, "d.json");
  EXPECT_TRUE(read.value.has_value());
  return std::move(*read.value);
}

std::string position(const std::string& digest, const std::string& members) {
  return R"({"format":"accord-talks-position/1","party":"A","domain_sha256":")" + digest + "\"" +
         (members.empty() ? "" : ",\n" + members) + "}";
}

constexpr std::string_view whole = R"("reservation":"0.42",
 "time":{"factor":"0.97","reservation":"fixed"},
 "utility":[{"issue":"level","weight":"0.25","table":{"0":"0","3.67":"0.55","5":0.7}},
  {"issue":"stock","weight":0.15,"points":[[0,"0"],[300,"0.8"],[600,"1"]]},
  {"issues":["level","notice_h"],"weight":"0.4","table":[[["0",12],"1"]],"default":"0.35"},
  {"box":{"level":{"in":["0",3.67]},"stock":{"min":100,"max":600}},"value":"-0.2","outside":true}],
 "red_lines":[{"id":"R1","text":"some level stays","rule":{"issue":"level","not_in":["0"]}},
  {"id":"R2","text":"","rule":{"any":[{"not":{"issue":"stock","min":200}},
   {"all":[{"sum":{"stock":1,"notice_h":"-1/2"},"max":5}]}]}}],
 "marks":{"level":{"yes":[5],"live":["3.67"],"no":["0"]}},"together":true,"live_at_most":2,
 "order":{"stock":[[600,500],[400]]},
 "packages":[{"is":{"level":[5],"stock":[100],"notice_h":[24],"relief":["none"]},"answer":"yes"},
  {"is":{"relief":["full"]},"answer":"no"}],
 "otherwise":"acceptable")";

TEST(TalksFiles, EveryMemberOfAPositionIsReadAndWrittenBack) {
  const Domain domain = read_accord();
  const auto read = read_position(position(domain.sha256, std::string(whole)), "a.json", domain);
  ASSERT_TRUE(read.value.has_value()) << read.problems.front().message;
  const std::string once = write_position(domain, *read.value);
  const auto again = read_position(once, "again.json", domain, {true, {}});
  ASSERT_TRUE(again.value.has_value()) << again.problems.front().message;
  EXPECT_EQ(write_position(domain, *again.value), once);
  // What was meant is the same for every outcome.
  for (std::uint64_t rank = 0; rank < 3 * 7 * 5 * 2; ++rank) {
    const auto outcome = domain.outcome_at(rank);
    EXPECT_EQ(utility_of(domain, *read.value, outcome)->low,
              utility_of(domain, *again.value, outcome)->low);
    EXPECT_EQ(broken_by(domain, *read.value, outcome), broken_by(domain, *again.value, outcome));
    EXPECT_EQ(answer_of(domain, *read.value, outcome), answer_of(domain, *again.value, outcome));
  }
  // By hand: level 5, stock 200, notice 12, relief none.
  // .25·.7 + .15·(.8·2/3) + .4·.35 − .2 (5 is outside the box) = .175 + .08 + .14 − .2.
  EXPECT_EQ(utility_of(domain, *read.value, {2, 2, 1, 0})->low, *Number::parse("0.195"));
}

TEST(TalksFiles, ADomainIsWrittenBack) {
  const Domain domain = read_accord();
  const std::string once = write_domain(domain);
  const auto again = read_domain(once, "again.json", {true, {}});
  ASSERT_TRUE(again.value.has_value());
  EXPECT_EQ(write_domain(*again.value), once);
  EXPECT_EQ(again.value->sha256, accord::seal::sha256_hex(once));
}

std::vector<std::string> codes(const std::vector<Problem>& problems) {
  std::vector<std::string> out;
  for (const Problem& problem : problems) {
    out.push_back(problem.code);
    EXPECT_FALSE(problem.help.empty()) << problem.message;
  }
  return out;
}

std::string domain_with(const std::string& issues, const std::string& more = "") {
  return R"({"format":"accord-talks-domain/1","name":"n","issues":[)" + issues + "]" + more + "}";
}

TEST(TalksFiles, WrongDomainsSayWhatIsWrong) {
  const std::string x = R"({"id":"x","kind":"integer","low":0,"high":9})";
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"P010", "{\"format\":"},
      {"P010", R"({"format":"accord-talks-domain/1","format":"accord-talks-domain/1"})"},
      {"P010", "\xff\xfe"},
      {"P013", "[]"},
      {"P013", R"({"format":"accord-talks-domain/2","issues":[)" + x + "]}"},
      {"P013", R"({"format":"accord-talks-domain/1"})"},
      {"P016", std::string(100, '[') + std::string(100, ']')},
      {"P020", domain_with("")},
      {"P021", domain_with(R"({"id":"x","kind":"discrete","values":[]})")},
      {"P022", domain_with(x + "," + x)},
      {"P023", domain_with(R"({"id":"x","kind":"discrete","values":["a","a"]})")},
      {"P024", domain_with(R"({"id":"x","kind":"float","values":["a"]})")},
      {"P025", domain_with(R"({"id":"x","kind":"integer","low":9,"high":0})")},
      {"P026", domain_with(R"({"id":"x","kind":"integer","low":0,"high":9,"step":0})")},
      {"P026", domain_with(R"({"id":"x","kind":"real","low":0,"high":9,"points":1})")},
      {"P013", domain_with(R"({"id":"x","kind":"real","low":0,"high":9})")},
      {"P016", domain_with(R"({"id":"x","kind":"integer","low":0,"high":1e9})")},
      {"P035", domain_with(R"({"id":"x","kind":"integer","low":"NaN","high":9})")},
      {"P043", domain_with(x, R"(,"parties":["A.B","C"])")},
      {"P043", domain_with(x, R"(,"parties":["no","C"])")},
      {"P051", domain_with(x, R"(,"parties":["A","A"])")},
      {"P030", domain_with(x, R"(,"rules":[{"id":"r","rule":{"issue":"y","min":1}}])")},
      {"P040", domain_with(x, R"(,"rules":[{"id":"r","rule":{"issue":"x"}}])")},
      {"P040", domain_with(x, R"(,"rules":[{"id":"r","rule":{"issue":"x","min":1,"in":[1]}}])")},
      {"P040", domain_with(x, R"(,"rules":[{"id":"r","rule":{"all":[]}}])")},
      {"P040", domain_with(x, R"(,"rules":[{"id":"r","rule":{"if":{"issue":"x","min":1}}}])")},
      {"P040", domain_with(x, R"(,"rules":[{"id":"r","rule":{"sum":{"x":1}}}])")},
      {"P031", domain_with(x, R"(,"rules":[{"id":"r","rule":{"issue":"x","in":["10"]}}])")},
      {"P041", domain_with(x, R"(,"rules":[{"id":"r","rule":{"issue":"x","min":1}},)"
                              R"({"id":"r","rule":{"issue":"x","min":1}}])")},
  };
  for (const auto& [code, text] : wrong) {
    const auto read = read_domain(text, "d.json");
    EXPECT_FALSE(read.value.has_value()) << text;
    const auto found = codes(read.problems);
    EXPECT_EQ(found, std::vector<std::string>{code}) << text;
  }
}

TEST(TalksFiles, WrongPositionsSayWhatIsWrong) {
  const Domain domain = read_accord();
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"P032", R"("utility":[{"issue":"level","table":{"0":1,"5":1}}])"},
      {"P031", R"("utility":[{"issue":"level","table":{"0":1,"5":1,"3.67":0,"6":1}}])"},
      {"P023",
       R"("utility":[{"issue":"stock","table":{"0":1,"0.0":1,"100":1,"200":1,"300":1,"400":1,)"
       R"("500":1,"600":1}}])"},
      {"P033", R"("utility":[{"issue":"stock","points":[[0,0],[500,1]]}])"},
      {"P034", R"("utility":[{"issue":"stock","points":[[0,0],[0,1],[600,1]]}])"},
      {"P037", R"("utility":[{"issue":"level","points":[[0,0],[600,1]]}])"},
      {"P036", R"("utility":[{"issue":"stock","weight":-1,"points":[[0,0],[600,1]]}])"},
      {"P035", R"("reservation":"inf")"},
      {"P035", R"("reservation":true)"},
      {"P025", R"("reservation":[2,1])"},
      {"P045", R"("reservation":{"as_good_as":{"level":"5"}})"},
      {"P013", R"("time":{"factor":0})"},
      {"P013", R"("time":{"factor":0.5,"cost":1})"},
      {"P044", R"("utility":[{"issue":"stock","weight":[0,0.5],"points":[[0,0],[600,1]]}],)"
               R"("weights_sum":1)"},
      {"P044", R"("utility":[{"issue":"stock","weight":0.5,"points":[[0,0],[600,1]]}],)"
               R"("weight_order":["stock"])"},
      {"P037", R"("red_lines":[{"id":"R","rule":{"issue":"level","min":3}}])"},
      {"P043", R"("red_lines":[{"id":"reservation","rule":{"issue":"stock","min":3}}])"},
      {"P023", R"("marks":{"level":{"yes":["5"],"no":["5"]}})"},
      {"P023", R"("order":{"level":[["5"],["0","5"]]})"},
      {"P045", R"("packages":[{"is":{"level":["5"]},"answer":"yes"}])"},
      {"P045", R"("packages":[{"is":{},"answer":"no"}])"},
      {"P013", R"("packages":[{"is":{"level":["5"]},"answer":"unsure"}])"},
      {"P013", R"("otherwise":"yes")"},
      {"P013", R"("live_at_most":1.5)"},
  };
  for (const auto& [code, members] : wrong) {
    const auto read = read_position(position(domain.sha256, members), "a.json", domain);
    EXPECT_FALSE(read.value.has_value()) << members;
    EXPECT_EQ(codes(read.problems), std::vector<std::string>{code}) << members;
  }
  const auto other = read_position(position(std::string(64, '0'), ""), "a.json", domain);
  EXPECT_EQ(codes(other.problems), std::vector<std::string>{"P050"});
}

TEST(TalksFiles, UnknownMembersAreErrorsOnlyWhereThatIsAskedFor) {
  const Domain domain = read_accord();
  const std::string text = position(domain.sha256, R"("Utility":[])");
  EXPECT_TRUE(read_position(text, "a.json", domain).value.has_value());
  const auto strict = read_position(text, "a.json", domain, {true, {}});
  EXPECT_FALSE(strict.value.has_value());
  EXPECT_EQ(codes(strict.problems), std::vector<std::string>{"P014"});
}

TEST(TalksFiles, AllProblemsAreSaidAtOnceWithTheirLines) {
  const Domain domain = read_accord();
  const auto read = read_position(
      position(domain.sha256, "\"reservation\":\"x\",\n\"otherwise\":\"maybe\""), "a.json", domain);
  ASSERT_EQ(codes(read.problems), (std::vector<std::string>{"P035", "P013"}));
  EXPECT_EQ(read.problems[0].place.line, 2u);
  EXPECT_EQ(read.problems[1].place.line, 3u);
  EXPECT_NE(read.problems[0].message.find("/reservation: expected a number, found “x”"),
            std::string::npos)
      << read.problems[0].message;
}

TEST(TalksFiles, ANumberAtTheEndOfALineIsOnThatLine) {
  const auto read = read_domain(
      "{\"format\":\"accord-talks-domain/1\",\n\"issues\":[{\"id\":\"x\",\"kind\":\"integer\",\n"
      "\"low\":0,\n\"step\":0\n,\"high\":9}]}",
      "d.json");
  ASSERT_EQ(codes(read.problems), std::vector<std::string>{"P026"});
  EXPECT_EQ(read.problems[0].place.line, 4u);
}

TEST(TalksFiles, ANumberBeyondAllIsNotANumber) {
  const auto read = read_domain("{\"format\":\n1e400}", "d.json");
  ASSERT_EQ(codes(read.problems), std::vector<std::string>{"P035"});
  EXPECT_EQ(read.problems[0].place.line, 2u);
}

TEST(TalksFiles, MembersOfAnotherKindOfTermAreNotPassedOver) {
  const Domain domain = read_accord();
  const auto found = [&](const std::string& members, bool strict) {
    return codes(
        read_position(position(domain.sha256, members), "a.json", domain, {strict, {}}).problems);
  };
  const std::string both = R"("utility":[{"issue":"stock","points":[[0,0],[600,1]],"table":{}}])";
  EXPECT_EQ(found(both, false), std::vector<std::string>{"P013"});
  const std::string more = R"("utility":[{"issue":"stock","points":[[0,0],[600,1]],"default":1}])";
  EXPECT_EQ(found(more, false), std::vector<std::string>{"P014"});
  EXPECT_EQ(found(R"("weights_sum":1)", false), std::vector<std::string>{"P044"});
}

TEST(TalksFiles, WeightsThatDoNotComeToOneAreAWarning) {
  const Domain domain = read_accord();
  const auto read = read_position(
      position(domain.sha256,
               R"("utility":[{"issue":"stock","weight":0.5,"points":[[0,0],[600,1]]}])"),
      "a.json", domain);
  EXPECT_TRUE(read.value.has_value());
  ASSERT_EQ(codes(read.problems), std::vector<std::string>{"P038"});
  EXPECT_EQ(read.problems[0].severity, Severity::warning);
}

TEST(TalksFiles, NumbersAreNeverRounded) {
  const Domain domain = read_accord();
  const auto read = read_position(
      position(domain.sha256, R"("reservation":0.1000000000000000000000000000000001)"), "a.json",
      domain);
  ASSERT_TRUE(read.value.has_value());
  EXPECT_EQ(std::get<accord::talks::Range>(read.value->reservation).low,
            *Number::parse("0.1000000000000000000000000000000001"));
}

}  // namespace
