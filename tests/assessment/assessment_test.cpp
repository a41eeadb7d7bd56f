#include "assessment/assessment.h"

#include <gtest/gtest.h>

#include "assessment/changes.h"
#include "assessment/data_hash.h"
#include "assessment/recalled.h"
#include "support/public_record.h"

namespace accord::assessment {
namespace {

using evidence::Outcome;
using evidence::State;
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

Counts of_iran(const Assessment& a) {
  Counts out;
  for (const evidence::Finding& f : a.findings()) {
    if (f.party != std::vector<std::string>{"iran"}) continue;
    if (f.outcome() == Outcome::met) ++out.met;
    if (f.outcome() == Outcome::not_met) ++out.not_met;
    if (f.outcome() == Outcome::not_shown) ++out.not_shown;
  }
  return out;
}

std::vector<std::string> not_shown(const Assessment& a) {
  std::vector<std::string> out;
  for (const evidence::Finding& f : a.findings())
    if (f.outcome() == Outcome::not_shown) out.push_back(f.term);
  return out;
}

// README of the tables, “What no report states”: ten commitments.
TEST(Assessment, InNovember2017EighteenOfIransCommitmentsAreMetAndTenNotShown) {
  const auto a = Assessment::make(public_record(), on("2017-11-20")).value();
  EXPECT_EQ(of_iran(a).met, 18U);
  EXPECT_EQ(of_iran(a).not_met, 0U);
  EXPECT_EQ(of_iran(a).not_shown, 10U);
  EXPECT_EQ(not_shown(a),
            (std::vector<std::string>{"T-GENERAL", "T-SITE-NATANZ", "T-FORDOW-CONV", "T-OTHERSEP",
                                      "T-HW-REACT", "T-SPENT", "T-METAL", "T-PRESENCE", "T-WEAPDEV",
                                      "T-PROCURE"}));
}

// attestations.csv, report of 2019-05-31: research in named types of machines, their number left
// open; the report before, as of 2019-02-22, stated that nothing else was done.
TEST(Assessment, AReportThatLeavesTheOutcomeOpenShowsTheLastOneBeside) {
  const auto a = Assessment::make(public_record(), on("2019-06-30")).value();
  const evidence::Finding* research = a.find("T-RD");
  ASSERT_NE(research, nullptr);
  EXPECT_EQ(research->state, State::no_new_value);
  ASSERT_TRUE(research->last_known);
  EXPECT_EQ(research->last_known->state, State::met);
  EXPECT_EQ(to_string(research->last_known->valid), "2019-02-22");
}

// The text limits type IR-1. 5408 machines of all types (report of 2021-02-23) are not more than
// 5060 of that type.
TEST(Assessment, TotalsOfAllTypesOfMachinesAreNotHeldAgainstALimitForOneType) {
  const auto a = Assessment::make(public_record(), on("2021-03-01")).value();
  EXPECT_EQ(a.find("T-CENT-NATANZ")->state, State::met_attested);
  const auto later = Assessment::make(public_record(), on("2023-01-01")).value();
  EXPECT_EQ(later.find("T-CENT-NATANZ")->state, State::no_value);
  EXPECT_EQ(later.find("T-FORDOW-COUNT")->state, State::no_value);
}

// Twelve of Iran's eighteen have no row that was found; of the others, the two on lasting relief
// (their rows are found in part) and civil cooperation.
TEST(Assessment, FindingsOnRecalledRowsOnlyAreNamed) {
  const auto a = Assessment::make(public_record(), on("2017-11-20")).value();
  std::vector<std::string> terms;
  for (const evidence::Finding* f : resting_on_recalled(a.findings())) terms.push_back(f->term);
  EXPECT_EQ(terms, (std::vector<std::string>{"T-CENT-STORE", "T-FORDOW-ENR", "T-FORDOW-COUNT",
                                             "T-RD", "T-MANUF", "T-HW-INFO", "T-ARAK", "T-REPROC",
                                             "T-OLEM", "T-UOC", "T-ROTOR", "T-DAILY",
                                             "O-US-MAINTAIN", "O-EU-MAINTAIN", "O-ALL-COOP"}));
  EXPECT_EQ(recalled_sentence(a.findings()),
            "15 of the 29 commitments that are met or not met rest on recalled records only");
  Query found = on("2017-11-20");
  found.options.found_only = true;
  EXPECT_EQ(recalled_sentence(Assessment::make(public_record(), found).value().findings()), "");
}

evidence::Finding finding(State state, std::vector<std::pair<State, evidence::Trace>> rules) {
  evidence::Finding out;
  out.state = state;
  for (const auto& [of_rule, trace] : rules) {
    evidence::RuleFinding& rule = out.rules.emplace_back();
    rule.state = of_rule;
    rule.evidence.emplace_back().trace = trace;
  }
  return out;
}

// Met needs every rule; not met stands as long as one rule is shown by something that was found.
TEST(RecalledOnly, IsWhatWouldNotBeShownWithoutRecalledRecords) {
  using enum evidence::Trace;
  EXPECT_TRUE(
      rests_on_recalled_only(finding(State::met, {{State::met, found}, {State::met, recalled}})));
  EXPECT_FALSE(rests_on_recalled_only(finding(State::met, {{State::met, derived}})));
  EXPECT_FALSE(rests_on_recalled_only(
      finding(State::exceeded, {{State::exceeded, recalled}, {State::not_performed, found}})));
  EXPECT_TRUE(rests_on_recalled_only(
      finding(State::exceeded, {{State::exceeded, recalled}, {State::met, found}})));
  EXPECT_FALSE(rests_on_recalled_only(finding(State::no_value, {{State::no_value, recalled}})));
  EXPECT_EQ(recalled_sentence({finding(State::met, {{State::met, recalled}})}),
            "the one commitment that is met or not met rests on recalled records only");
  EXPECT_EQ(recalled_sentence({finding(State::met, {{State::met, recalled}}),
                               finding(State::met, {{State::met, found}})}),
            "1 of the 2 commitments that are met or not met rests on recalled records only");
}

// terms.csv: 300 kg UF6 (202.8 kg U). quarterly.csv: 205.0 kg on 2019-07-01, 274.8 kg of up to
// 60 % and 8294.4 kg in all on 2025-02-08.
TEST(Assessment, AStateIsDatedFromItsFirstObservation) {
  const auto a = Assessment::make(public_record(), on("2025-02-26")).value();
  const evidence::Finding* stock = a.find("T-STOCK");
  ASSERT_NE(stock, nullptr);
  EXPECT_EQ(stock->state, State::exceeded);
  ASSERT_TRUE(stock->since);
  EXPECT_EQ(to_string(*stock->since), "2019-07-01");
  EXPECT_EQ(stock->grade, evidence::Grade::estimated);
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
  evidence::Records records;
  for (const char* hash : {"bb", "aa", "", "bb"}) {
    evidence::Origin origin;
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
