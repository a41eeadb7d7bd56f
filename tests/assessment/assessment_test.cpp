#include "assessment/assessment.h"

#include <gtest/gtest.h>

#include "assessment/changes.h"
#include "assessment/data_hash.h"
#include "support/public_record.h"

namespace accord::assessment {
namespace {

using agreement::Outcome;
using agreement::State;
using test::day;
using test::public_record;

Query on(std::string_view text) {
  Query query;
  query.on = day(text);
  return query;
}

Result<Assessment> with(Query query, std::string fact) {
  query.suppose.push_back(std::move(fact));
  return Assessment::make(public_record(), query);
}

const char* const within_the_limit = "eu_total = 100 kg_u on 2025-03-01";

TEST(Assessment, ADayAloneIsAlsoTheKnownDay) {
  const auto a = Assessment::make(public_record(), on("2019-07-01")).value();
  EXPECT_EQ(to_string(a.on()), "2019-07-01");
  EXPECT_EQ(to_string(a.known()), "2019-07-01");
}

// The last row of quarterly.csv is the report of 2026-06-04; chronology.csv and the obligations
// have none that became known later.
TEST(Assessment, WithoutADayTheLastKnownDayOfTheRecordsCounts) {
  const auto a = Assessment::make(public_record(), {}).value();
  EXPECT_EQ(a.on(), a.known());
  for (const auto& e : a.records().events) EXPECT_LE(e.head.known, a.known());
  EXPECT_LE(day("2026-06-04"), a.known());
}

TEST(Assessment, ADayAfterTheKnownDayIsRefused) {
  Query query = on("2019-07-02");
  query.known = day("2019-07-01");
  EXPECT_EQ(Assessment::make(public_record(), query).error().code, "W021");
}

TEST(Assessment, AWorkspaceWithErrorsIsRefused) {
  auto broken = std::make_shared<formats::Workspace>();
  Problem problem;
  problem.severity = Severity::error;
  broken->problems.push_back(problem);
  EXPECT_EQ(Assessment::make(broken, {}).error().code, "W010");
}

TEST(Assessment, ASupposedFactThatDoesNotReadOrNamesNothingIsRefused) {
  EXPECT_EQ(with(on("2025-03-01"), "eu_total equals 100").error().code, "W020");
  EXPECT_EQ(with(on("2025-03-01"), "eu_totel = 100 kg_u on 2025-03-01").error().code, "W020");
}

TEST(Assessment, AnUnknownAnswerNamesTheNearestOne) {
  Query query = on("2025-10-01");
  query.options.assume.push_back({"Q-SNAPBAK", "reinstated"});
  Error error = Assessment::make(public_record(), query).error();
  EXPECT_EQ(error.code, "W023");
  EXPECT_NE(error.remedy.find("Q-SNAPBACK"), std::string::npos) << error.remedy;
  query.options.assume.back() = {"Q-SNAPBACK", "maybe"};
  error = Assessment::make(public_record(), query).error();
  EXPECT_EQ(error.code, "W023");
  EXPECT_NE(error.remedy.find("reinstated"), std::string::npos) << error.remedy;
}

// terms.csv: 300 kg UF6 (202.8 kg U). quarterly.csv: 205.0 kg on 2019-07-01, 274.8 kg of up to
// 60 % and 8294.4 kg in all on 2025-02-08.
TEST(Assessment, AStateIsDatedFromItsFirstObservation) {
  const auto a = Assessment::make(public_record(), on("2025-02-26")).value();
  const agreement::Finding* stock = a.find("T-STOCK");
  ASSERT_NE(stock, nullptr);
  EXPECT_EQ(stock->state, State::exceeded);
  ASSERT_TRUE(stock->since);
  EXPECT_EQ(to_string(*stock->since), "2019-07-01");
  EXPECT_EQ(stock->grade, agreement::Grade::estimated);
}

TEST(Assessment, FindingsAreFoundByTermByIdAndByIdWithoutPrefix) {
  const auto a = Assessment::make(public_record(), on("2025-02-26")).value();
  EXPECT_EQ(a.find("T-STOCK"), a.find("F-T-STOCK"));
  EXPECT_EQ(a.find("O-EU-TRANS@fr")->party.front(), "fr");
  EXPECT_EQ(a.find("T-NOTHING"), nullptr);
}

TEST(Assessment, CountsCoverEveryFindingOnce) {
  const auto a = Assessment::make(public_record(), on("2025-02-26")).value();
  const Counts c = a.counts();
  EXPECT_EQ(c.met + c.not_met + c.not_shown + c.out_of_count, a.findings().size());
  std::size_t not_met = 0;
  for (const auto& f : a.findings()) not_met += f.outcome() == Outcome::not_met ? 1U : 0U;
  EXPECT_EQ(c.not_met, not_met);
}

TEST(Supposed, AFigureChangesItsTermAndIsMarked) {
  const auto supposed = with(on("2025-03-01"), within_the_limit).value();
  EXPECT_EQ(supposed.find("T-STOCK")->state, State::met);
  EXPECT_TRUE(supposed.find("T-STOCK")->supposed);
  EXPECT_FALSE(supposed.find("T-LEVEL")->supposed);
  EXPECT_TRUE(supposed.records().origins.back().supposed);
  EXPECT_TRUE(supposed.records().origins.back().sha256.empty());
}

TEST(Supposed, ChangesListOnlyWhatDiffersFromTheRecord) {
  const auto supposed = with(on("2025-03-01"), within_the_limit).value();
  const Assessment record = supposed.without_supposed();
  const auto direct = Assessment::make(public_record(), on("2025-03-01")).value();
  EXPECT_TRUE(changes(direct, record).empty());
  const auto found = changes(record, supposed);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().with->term, "T-STOCK");
  EXPECT_EQ(found.front().without->state, State::exceeded);
  EXPECT_EQ(found.front().with->state, State::met);
}

TEST(Supposed, AnAnswerThatIsSupposedIsNotKeptOnTheRecord) {
  const auto supposed = with(on("2025-12-01"), "Q-SNAPBACK is reinstated").value();
  const Assessment record = supposed.without_supposed();
  EXPECT_NE(supposed.find("O-UN-IMPL")->state, record.find("O-UN-IMPL")->state);
}

TEST(DataHash, IsTheHashOfTheSortedRowHashes) {
  agreement::Records records;
  for (const char* hash : {"bb", "aa", "", "bb"}) {
    agreement::Origin origin;
    origin.sha256 = hash;
    records.origins.push_back(origin);
  }
  EXPECT_EQ(row_hashes(records, {0, 1, 2, 3}), (std::vector<std::string>{"aa", "bb"}));
  // printf 'aa\nbb' | sha256sum; printf '' | sha256sum
  EXPECT_EQ(data_hash({"aa", "bb"}),
            "80c0d5c7137871baa75af2038f350bf60a4d45a131a653d0eb93f3cda3d28609");
  EXPECT_EQ(data_hash({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(DataHash, CoversWhatEveryFindingRestsOn) {
  const auto a = Assessment::make(public_record(), on("2025-02-26")).value();
  const auto origins = origins_of(a.findings());
  for (const auto& f : a.findings())
    for (const auto& rule : f.rules)
      for (const auto& e : rule.evidence) EXPECT_EQ(origins.count(e.origin), 1U);
  EXPECT_EQ(row_hashes(a.records(), origins).size(), origins.size());
}

}  // namespace
}  // namespace accord::assessment
