#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "random_talks.h"
#include "talks/rounds/mediator.h"
#include "talks/rounds/offer_order.h"
#include "talks/sealed/padding.h"
#include "talks/zone/zone.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::Bits;
using accord::talks::FairRule;
using accord::talks::LeakAccount;
using accord::talks::LeakQuery;
using accord::talks::LeakSizes;
using accord::talks::Limits;
using accord::talks::log2_of;
using accord::talks::Mediator;
using accord::talks::MediatorMessages;
using accord::talks::Number;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::ProcedureKind;
using accord::talks::RoundSettings;
using accord::talks::RunningRound;
using accord::talks::Talks;

/// The toy of section 14: frontier bp (.7, .42), cp (.4, .7), bq (.3, .72).
Talks toy() {
  Talks out;
  out.domain.issues = {made::choice("x", {"a", "b", "c"}), made::choice("y", {"p", "q"})};
  out.positions.resize(2);
  out.positions[0].party = "A";
  out.positions[0].utility.emplace();
  out.positions[0].utility->terms = {made::table(0, made::exactly("0.6"), {"1", "0.5", "0"}),
                                     made::table(1, made::exactly("0.4"), {"1", "0"})};
  out.positions[0].reservation = made::exactly("0.25");
  out.positions[1].party = "B";
  out.positions[1].utility.emplace();
  out.positions[1].utility->terms = {made::table(0, made::exactly("0.7"), {"0", "0.6", "1"}),
                                     made::table(1, made::exactly("0.3"), {"0", "1"})};
  out.positions[1].reservation = made::exactly("0.3");
  return out;
}

/// The triangle of section 14: x + y ≤ 8, x ≥ 5, y ≥ 4; every two agree, all three do not.
Talks triangle() {
  Talks out;
  out.domain.issues = {made::whole("x", 0, 9), made::whole("y", 0, 9)};
  out.positions.resize(3);
  for (std::size_t p = 0; p < 3; ++p) out.positions[p].party = std::string(1, "ABC"[p]);
  accord::talks::Rule sum;
  sum.form = accord::talks::Rule::Form::sum;
  sum.terms = {{0, 1}, {1, 1}};
  sum.max = 8;
  out.positions[0].red_lines = {{"R1", "together 8 at most", sum}};
  out.positions[1].red_lines = {{"R1", "x from 5", made::at_least(0, 5)}};
  out.positions[2].red_lines = {{"R1", "y from 4", made::at_least(1, 4)}};
  return out;
}

Mediator mediator_of(const Talks& talks, std::uint64_t work = Limits().work) {
  Limits limits;
  limits.work = work;
  return {talks, limits, LeakAccount(talks.parties())};
}

std::string said_to(const MediatorMessages& messages, const std::string& party) {
  for (const auto& message : messages)
    if (message.party == party) return accord::talks::unpadded(message.bytes).value_or("?");
  return "";
}

// log2 3 = 1.58496…, log2 6125 = 12.58050…, log2 (10^50) = 166.09640…, log2 1001 = 9.96722…
TEST(TalksLeak, BitsAreRoundedUpToThousandths) {
  EXPECT_EQ(log2_of(1).thousandths, 0U);
  EXPECT_EQ(log2_of(2).thousandths, 1000U);
  EXPECT_EQ(log2_of(3).thousandths, 1585U);
  EXPECT_EQ(log2_of(1001).thousandths, 9968U);
  EXPECT_EQ(log2_of(6125).thousandths, 12581U);
  EXPECT_EQ(log2_of(made::number("1e25") * made::number("1e25")).thousandths, 166097U);
  // 2^100 is 100 bits exactly; one more is more than that.
  const Number big = made::number("1267650600228229401496703205376");
  EXPECT_EQ(log2_of(big).thousandths, 100'000U);
  EXPECT_EQ(log2_of(big + Number(1)).thousandths, 100'001U);
  EXPECT_EQ(log2_of(big - Number(1)).thousandths, 100'000U);
  for (std::int64_t n = 3; n < 3000; n = n * 5 / 4 + 1) {
    if ((n & (n - 1)) == 0) continue;
    const double exact = 1000 * std::log2(static_cast<double>(n));
    EXPECT_EQ(static_cast<double>(log2_of(n).thousandths), std::ceil(exact)) << n;
  }
  EXPECT_EQ((Bits{9966, true}).text(), "9.966 bits");
  EXPECT_EQ((Bits{1000, true}).text(), "1 bit");
  EXPECT_EQ((Bits{500, true}).text(), "0.5 bits");
}

// The table of section 9.
TEST(TalksLeak, BitsOfEachQuery) {
  const LeakSizes sizes{1000, 3, 4, 26};
  const auto bits = [&](LeakQuery query) { return accord::talks::bits_of(query, sizes); };
  EXPECT_EQ(bits(LeakQuery::zone), (Bits{2000, true}));
  EXPECT_EQ(bits(LeakQuery::propose), (Bits{9968, true}));
  EXPECT_EQ(bits(LeakQuery::blocked_own), (Bits{4000, true}));
  EXPECT_EQ(bits(LeakQuery::blocked_who), (Bits{7000, true}));
  EXPECT_FALSE(bits(LeakQuery::blocked_full).is_bounded);
  EXPECT_EQ(bits(LeakQuery::sensitivity_own), (Bits{4 * 9968, true}));
  EXPECT_EQ(bits(LeakQuery::frontier_own), (Bits{64 * 26 * 1000, true}));
}

TEST(TalksLeak, ARoundTellsOneBitAQuestion) {
  const Talks talks = toy();
  RoundSettings settings;
  settings.parties = {"A", "B"};
  settings.start = {0, 1};
  auto round = *RunningRound::start(talks.domain, settings);
  ASSERT_TRUE(round.run(talks, 100));
  const auto leak = leak_of(talks.domain, round);
  ASSERT_EQ(leak.size(), 2U);
  EXPECT_EQ(leak[0].questions, 10U);
  EXPECT_EQ(leak[1].bits, (Bits{10'000, true}));

  settings.procedure = ProcedureKind::double_auction;
  const auto number = [](std::int64_t n) {
    return accord::talks::Told{accord::talks::RoundWord::number, {}, {n}};
  };
  auto none = *RunningRound::start(talks.domain, settings);
  ASSERT_TRUE(none.answer({number(1), number(2)}));
  EXPECT_EQ(leak_of(talks.domain, none)[0].bits, (Bits{1000, true}));
  auto agreed = *RunningRound::start(talks.domain, settings);
  ASSERT_TRUE(agreed.answer({number(2), number(1)}));
  EXPECT_FALSE(leak_of(talks.domain, agreed)[0].bits.is_bounded);
}

TEST(TalksLeak, TheOthersSetTheBudget) {
  LeakAccount account({"A", "B", "C"});
  EXPECT_FALSE(account.budget_of("A"));
  account.set_budget("A", 1);
  EXPECT_FALSE(account.budget_of("A"));
  account.set_budget("B", 5000);
  account.set_budget("C", 4000);
  EXPECT_EQ(account.budget_of("A"), 4000U);
  EXPECT_EQ(account.budget_of("B"), 1U);
  EXPECT_FALSE(account.charge({{"A", {2000, true}}}));
  EXPECT_FALSE(account.charge({{"A", {2000, true}}}));
  const auto refused = account.charge({{"A", {1, true}}, {"B", {1, true}}});
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, "P070");
  EXPECT_EQ(account.totals().at("B").questions, 0U);  // all or nobody
  EXPECT_EQ(account.totals().at("A").bits, (Bits{4000, true}));
  EXPECT_EQ(account.charge({{"C", {0, false}}})->code, "P070");
}

// Section 14: the zone is aq, bp, bq, cp; Nash and KS choose cp, welfare bp.
TEST(TalksMediator, AnswersTheToy) {
  Mediator mediator = mediator_of(toy());
  const auto zone = mediator.zone("A");
  EXPECT_EQ(said_to(zone, "A"), R"({"answer":"sure","asker":"A","query":"zone","to":"A"})");
  EXPECT_EQ(said_to(zone, "B"), R"({"answer":"sure","asker":"A","query":"zone","to":"B"})");
  // A accepts ap, aq, bp, bq, cp.
  EXPECT_NE(mediator.log().back().find("\"asker_accepts\":5"), std::string::npos);
  const auto nash = mediator.propose("A", FairRule::nash);
  EXPECT_EQ(said_to(nash, "B"),
            R"({"answer":{"x":"c","y":"p"},"asker":"A","own_utility":"7/10","query":"propose",)"
            R"("to":"B"})");
  EXPECT_NE(said_to(mediator.propose("A", FairRule::welfare), "A").find(R"("x":"b","y":"p")"),
            std::string::npos);
  EXPECT_EQ(said_to(mediator.blocked_own("B"), "B"),
            R"({"answer":[],"asker":"B","query":"blocked own","to":"B"})");
  // 2 + 2 · log2 7 (2.808) + 1 own line
  EXPECT_EQ(mediator.account().totals().at("A").bits, (Bits{2000 + 2 * 2808 + 1000, true}));
}

TEST(TalksMediator, WhyIsToldByConsent) {
  Mediator mediator = mediator_of(triangle());
  EXPECT_NE(said_to(mediator.zone("A"), "C").find("excluded"), std::string::npos);
  EXPECT_NE(said_to(mediator.blocked_own("A"), "B").find(R"("answer":["B.R1"])"),
            std::string::npos);
  EXPECT_NE(said_to(mediator.blocked_who("A"), "A").find(R"("answer":[["A","B","C"]])"),
            std::string::npos);
  const std::string refused = R"({"asker":"A","query":"blocked full","refused":"P071","to":"A"})";
  EXPECT_EQ(said_to(mediator.blocked_full("A"), "A"), refused);
  mediator.consent("A", LeakQuery::blocked_full);
  mediator.consent("B", LeakQuery::blocked_full);
  EXPECT_EQ(said_to(mediator.blocked_full("A"), "A"), refused);
  mediator.consent("C", LeakQuery::blocked_full);
  const auto full = mediator.blocked_full("A");
  ASSERT_EQ(full.size(), 1U);
  EXPECT_NE(said_to(full, "A").find(R"({"line":"C.R1","text":"y from 4"})"), std::string::npos);
}

TEST(TalksMediator, TheFrontierIsShownOnlyIfAllAgree) {
  Mediator mediator = mediator_of(toy());
  mediator.consent("A", LeakQuery::frontier_own);
  EXPECT_NE(said_to(mediator.frontier_own("A"), "A").find("P071"), std::string::npos);
  mediator.consent("B", LeakQuery::frontier_own);
  EXPECT_NE(said_to(mediator.frontier_own("A"), "A").find(R"(["3/10","2/5","7/10"])"),
            std::string::npos);
  EXPECT_EQ(mediator.account().totals().at("A").bits, (Bits{64 * 3 * 1000, true}));
}

TEST(TalksMediator, BeyondTheBudgetNothingIsAnswered) {
  const Talks talks = toy();
  LeakAccount account(talks.parties());
  account.set_budget("B", 3000);
  Mediator mediator(talks, {}, account);
  EXPECT_EQ(mediator.zone("A").size(), 2U);
  const auto refused = mediator.zone("A");
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(said_to(refused, "A"), R"({"asker":"A","query":"zone","refused":"P070","to":"A"})");
  RoundSettings settings;
  settings.parties = {"A", "B"};
  settings.start = {0, 1};
  auto round = *RunningRound::start(talks.domain, settings);
  EXPECT_TRUE(mediator.step(round));
  EXPECT_EQ(mediator.step(round).error().code, "P070");
  EXPECT_EQ(round.steps().size(), 1U);
}

TEST(TalksMediator, TooLargeAndTooLateAreTheSameBytes) {
  const auto same = [](const MediatorMessages& a, const MediatorMessages& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (a[i].party != b[i].party || a[i].bytes != b[i].bytes) return false;
    return true;
  };
  Talks wide = toy();
  for (int i = 0; i < 60; ++i)
    wide.domain.issues.push_back(made::whole("w" + std::to_string(i), 0, 9));
  accord::talks::Rule sum;
  sum.form = accord::talks::Rule::Form::sum;
  for (std::size_t i = 2; i < wide.domain.issues.size(); ++i)
    sum.terms.emplace_back(i, static_cast<std::int64_t>(i * i * i));
  sum.max = 1234567;
  wide.positions[0].red_lines.push_back({"R1", "", sum});
  Mediator large = mediator_of(wide, 1000);
  EXPECT_TRUE(same(large.zone("A"), large.late(LeakQuery::zone, "A")));
  EXPECT_TRUE(same(large.propose("A", FairRule::nash), large.late(LeakQuery::propose, "A")));
  EXPECT_TRUE(same(large.blocked_who("A"), large.late(LeakQuery::blocked_who, "A")));
}

// Two-world rule: where the answer is the same, A reads the same bytes, refusals included.
RC_GTEST_PROP(TalksMediator, TwoWorldsWithOneAnswerSendTheSameBytes, ()) {
  Talks talks;
  talks.domain = made::random_domain(3);
  talks.positions = {made::random_position(talks.domain, "A"),
                     made::random_position(talks.domain, "B")};
  Talks other = talks;
  other.positions[1] = made::random_position(talks.domain, "B");
  const bool consents = *rc::gen::arbitrary<bool>();
  const auto ask = [&](const Talks& world) {
    LeakAccount account(world.parties());
    account.set_budget("B", 40'000);
    Mediator mediator(world, {}, account);
    if (consents)
      for (const char* party : {"A", "B"}) mediator.consent(party, LeakQuery::blocked_full);
    std::vector<std::string> out;
    for (const auto& messages :
         {mediator.zone("A"), mediator.propose("A", FairRule::egal), mediator.blocked_who("A"),
          mediator.blocked_own("A"), mediator.blocked_full("A")})
      for (const auto& message : messages)
        if (message.party == "A") out.push_back(message.bytes);
    return out;
  };
  const auto one = ask(talks), two = ask(other);
  RC_ASSERT(one.size() == 5U);
  RC_ASSERT(two.size() == 5U);
  for (std::size_t i = 0; i < one.size(); ++i) {
    RC_ASSERT(one[i].size() == two[i].size());
    // The same answer leaves nothing else that could differ.
    const auto answer = [](const std::string& bytes) {
      const std::string text = accord::talks::unpadded(bytes).value_or("");
      const std::size_t start = text.find("\"answer\""), stop = text.find(",\"asker\"");
      return start < stop ? text.substr(start, stop - start) : text;
    };
    RC_ASSERT(answer(one[i]) != answer(two[i]) || one[i] == two[i]);
  }
  // What there is to learn of the zone: one of four words, and nothing else.
  const auto zone = accord::talks::zone(talks), zone_other = accord::talks::zone(other);
  if (zone && zone_other && zone->answer == zone_other->answer) RC_ASSERT(one[0] == two[0]);
}

TEST(TalksOffers, EgalitarianOrderOfTheToy) {
  // Least gains: cp .15, bp .12, bq .05, aq 0; ap and cq are excluded.
  EXPECT_EQ(*offers_in_order(toy()), (accord::talks::Offers{{2, 0}, {1, 0}, {1, 1}, {0, 1}}));
  Talks silent = toy();
  silent.domain.parties = {"A", "B", "C"};
  // Without numbers of all: by parties that have not said yes, then rank.
  EXPECT_EQ(*offers_in_order(silent), (accord::talks::Offers{{0, 1}, {1, 0}, {1, 1}, {2, 0}}));
  EXPECT_EQ(offers_in_order(toy(), 5).error().code, "P061");
}

// Section 14: Nash chooses cp, welfare bp; both are accepted by both.
TEST(TalksOffers, OneShotIsTheProposalAndAnAnswerOfEach) {
  const Talks talks = toy();
  RoundSettings settings;
  settings.procedure = ProcedureKind::one_shot;
  settings.parties = {"A", "B"};
  EXPECT_EQ(*proposal_of(talks, FairRule::welfare), (accord::talks::Offers{{1, 0}}));
  auto round = *RunningRound::start(talks.domain, settings, *proposal_of(talks, FairRule::nash));
  ASSERT_TRUE(round.run(talks, 10));
  EXPECT_EQ(round.steps().size(), 1U);
  EXPECT_EQ(round.end(), (accord::talks::Told{accord::talks::RoundWord::accepted, {2, 0}, {}}));
  // log2 7 for the outcome, one bit for the answers.
  EXPECT_EQ(leak_of(talks.domain, round)[0].bits, (Bits{2808 + 1000, true}));

  Talks apart = toy();
  apart.positions[0].reservation = made::exactly("0.9");
  EXPECT_TRUE(proposal_of(apart, FairRule::nash)->empty());
  auto none = *RunningRound::start(apart.domain, settings, *proposal_of(apart, FairRule::nash));
  EXPECT_TRUE(none.has_ended());
  EXPECT_EQ(none.end().word, accord::talks::RoundWord::none);
  apart.positions[0].utility.reset();
  EXPECT_EQ(proposal_of(apart, FairRule::nash).error().code, "P046");
}

}  // namespace
