#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "made.h"
#include "talks/rounds/adjusted_winner.h"
#include "talks/rounds/by_position.h"
#include "talks/rounds/chance.h"
#include "talks/rounds/transcript.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::Chance;
using accord::talks::Number;
using accord::talks::Outcome;
using accord::talks::ProcedureKind;
using accord::talks::Range;
using accord::talks::RoundSettings;
using accord::talks::RoundWord;
using accord::talks::RunningRound;
using accord::talks::Talks;
using accord::talks::Told;
using accord::talks::TranscriptView;

/// The toy of section 14: ap (1, 0), aq (.6, .3), bp (.7, .42), bq (.3, .72), cp (.4, .7),
/// cq (0, 1).
Talks toy() {
  Talks out;
  out.domain.issues = {made::choice("x", {"a", "b", "c"}), made::choice("y", {"p", "q"})};
  out.domain.sha256 = std::string(64, '0');
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

RoundSettings of(ProcedureKind kind) {
  RoundSettings out;
  out.procedure = kind;
  out.parties = {"A", "B"};
  return out;
}

RoundSettings text_from(const Outcome& start, std::uint32_t radius) {
  RoundSettings out = of(ProcedureKind::single_text);
  out.start = start;
  out.radius = radius;
  return out;
}

std::size_t moves(const RunningRound& round) {
  std::size_t out = 0;
  for (const auto& step : round.steps()) out += step.step.word == RoundWord::moved ? 1 : 0;
  return out;
}

Told word(RoundWord w) {
  return {w, {}, {}};
}
Told number(std::string_view text) {
  return {RoundWord::number, {}, {made::number(text)}};
}

// By hand from the utilities of the toy: from aq, single changes bq, cq, ap each hurt somebody.
TEST(TalksRounds, SingleChangesStall) {
  const Talks talks = toy();
  auto round = *RunningRound::start(talks.domain, text_from({0, 1}, 1));
  ASSERT_TRUE(round.run(talks, 1000));
  EXPECT_TRUE(round.has_ended());
  EXPECT_EQ(round.steps().size(), 3U);
  EXPECT_EQ(moves(round), 0U);
  EXPECT_EQ(round.end().outcome, (Outcome{0, 1}));
}

// By hand: bq, cq, ap no; the pair bp yes, then cq no; single ap, cp, bq no; pairs aq, cq no.
TEST(TalksRounds, PairsOfChangesReachTheFrontier) {
  const Talks talks = toy();
  auto round = *RunningRound::start(talks.domain, text_from({0, 1}, 2));
  ASSERT_TRUE(round.run(talks, 1000));
  const std::vector<Outcome> asked = {{1, 1}, {2, 1}, {0, 0}, {1, 0}, {2, 1},
                                      {0, 0}, {2, 0}, {1, 1}, {0, 1}, {2, 1}};
  ASSERT_EQ(round.steps().size(), asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i)
    EXPECT_EQ(round.steps()[i].ask.outcome, asked[i]) << i;
  EXPECT_EQ(moves(round), 1U);
  EXPECT_EQ(round.end().outcome, (Outcome{1, 0}));
}

TEST(TalksRounds, CandidatesThatBreakAPublicRuleAreNotAsked) {
  Talks talks = toy();
  accord::talks::Rule not_b;
  not_b.form = accord::talks::Rule::Form::not_in;
  not_b.values = {1};
  talks.domain.rules.push_back({"P1", "", not_b});
  auto round = *RunningRound::start(talks.domain, text_from({0, 1}, 1));
  ASSERT_TRUE(round.run(talks, 1000));
  ASSERT_EQ(round.steps().size(), 2U);
  EXPECT_EQ(round.steps()[0].ask.outcome, (Outcome{2, 1}));
  EXPECT_EQ(RunningRound::start(talks.domain, text_from({1, 1}, 1)).error().code, "P076");
}

TEST(TalksRounds, APartyLooksAtItsRedLinesFirst) {
  Talks talks = toy();
  accord::talks::Rule not_a;
  not_a.form = accord::talks::Rule::Form::not_in;
  not_a.values = {0};
  talks.positions[0].red_lines.push_back({"R1", "", not_a});
  const auto compare = [&](Outcome candidate, Outcome current) {
    return compare_by(talks.domain, talks.positions[0], candidate, current);
  };
  EXPECT_EQ(compare({2, 1}, {0, 0}).word, RoundWord::better);  // 0 beside 1, but keeps R1
  EXPECT_EQ(compare({0, 0}, {2, 1}), word(RoundWord::worse));  // not weakly: no strength
  EXPECT_EQ(compare({1, 1}, {1, 0}), (Told{RoundWord::worse, {}, {made::number("0.4")}}));
  EXPECT_EQ(compare({1, 1}, {1, 1}).word, RoundWord::same);
}

TEST(TalksRounds, WhoHasNotSaidIsUnsureAndHoldsTheText) {
  Talks talks = toy();
  talks.positions[1] = {};
  talks.positions[1].party = "B";
  EXPECT_EQ(compare_by(talks.domain, talks.positions[1], {1, 1}, {0, 1}).word, RoundWord::unsure);
  EXPECT_EQ(accept_by(talks.domain, talks.positions[1], {1, 1}).word, RoundWord::no);
  auto round = *RunningRound::start(talks.domain, text_from({2, 1}, 2));
  ASSERT_TRUE(round.run(talks, 1000));
  EXPECT_EQ(moves(round), 0U);
  talks.positions[1].order[0] = {{2}, {1}, {0}};
  EXPECT_EQ(compare_by(talks.domain, talks.positions[1], {1, 1}, {0, 1}).word, RoundWord::better);
  EXPECT_EQ(compare_by(talks.domain, talks.positions[1], {1, 0}, {0, 1}).word, RoundWord::unsure);
}

TEST(TalksRounds, AnnealIsTheSameForTheSameSeedAndNeverMovesUnasked) {
  const Talks talks = toy();
  RoundSettings settings = of(ProcedureKind::anneal);
  settings.start = {0, 1};
  settings.steps = 200;
  settings.seed = 7;
  settings.temperature = made::number("1/2");
  settings.overrides = 3;
  auto first = *RunningRound::start(talks.domain, settings);
  auto second = *RunningRound::start(talks.domain, settings);
  ASSERT_TRUE(first.run(talks, 1000));
  ASSERT_TRUE(second.run(talks, 1000));
  const auto view = TranscriptView::mediator;
  EXPECT_EQ(write_transcript(talks.domain, first, view),
            write_transcript(talks.domain, second, view));
  std::array<std::size_t, 2> overridden{};
  for (const auto& step : first.steps())
    for (std::size_t p = 0; p < 2; ++p)
      if (step.step.word == RoundWord::moved && step.answers[p].word == RoundWord::worse)
        ++overridden[p];
  EXPECT_GT(overridden[0] + overridden[1], 0U);
  EXPECT_LE(overridden[0], 3U);
  EXPECT_LE(overridden[1], 3U);
  settings.overrides = 0;
  auto plain = *RunningRound::start(talks.domain, settings);
  ASSERT_TRUE(plain.run(talks, 1000));
  for (const auto& step : plain.steps())
    for (const Told& answer : step.answers)
      EXPECT_FALSE(step.step.word == RoundWord::moved && answer.word == RoundWord::worse);
}

// Frequencies of 20 000 decisions lie within four standard deviations.
TEST(TalksRounds, ChanceHasTheProbabilityThatIsAskedFor) {
  constexpr std::uint64_t draws = 20'000;
  for (const std::string_view x : {"0", "1/3", "1", "5/2"}) {
    const double p = std::exp(-made::number(x).approximate());
    double exp_count = 0, count = 0;
    for (std::uint64_t place = 0; place < draws; ++place) {
      exp_count += Chance(5, place, 0).happens_exp_of_minus(made::number(x)) ? 1 : 0;
      count += Chance(5, place, 1).happens(made::number("1/3")) ? 1 : 0;
    }
    EXPECT_NEAR(exp_count, draws * p, 4 * std::sqrt(draws * p * (1 - p)) + 1e-9) << x;
    EXPECT_NEAR(count, draws / 3.0, 4 * std::sqrt(draws * 2 / 9.0));
  }
  EXPECT_TRUE(Chance(1, 2, 3).happens(1));
  EXPECT_FALSE(Chance(1, 2, 3).happens(0));
  std::array<int, 3> seen{};
  for (std::uint64_t place = 0; place < 3000; ++place) ++seen.at(Chance(9, place, 0).below(3));
  for (const int n : seen) EXPECT_NEAR(n, 1000, 4 * std::sqrt(3000 * 2 / 9.0));
}

// Section 14: both keep 170/3; A has 5/6 of item 1 and item 3.
TEST(TalksRounds, AdjustedWinnerOfTheChapter) {
  const std::vector<Number> a{50, 20, 15, 10, 5}, b{40, 30, 10, 10, 10};
  const auto shares = accord::talks::adjusted_winner(a, b);
  EXPECT_EQ(shares.first, (std::vector<Number>{made::number("5/6"), 0, 1, 0, 0}));
  EXPECT_EQ(shares.first_points, made::number("170/3"));
  EXPECT_EQ(shares.second_points, made::number("170/3"));
  const auto turned = accord::talks::adjusted_winner(b, a);
  EXPECT_EQ(turned.first_points, made::number("170/3"));
  EXPECT_EQ(turned.second_points, made::number("170/3"));
  EXPECT_EQ(turned.first[0], made::number("1/6"));

  RoundSettings settings = of(ProcedureKind::adjusted_winner);
  settings.items = {"1", "2", "3", "4", "5"};
  auto round = *RunningRound::start({}, settings);
  const Told wrong{RoundWord::points, {}, {50, 20, 15, 10, 6}};
  EXPECT_EQ(round.answer({{RoundWord::points, {}, a}, wrong}).error().code, "P077");
  ASSERT_TRUE(round.answer({{RoundWord::points, {}, a}, {RoundWord::points, {}, b}}));
  EXPECT_EQ(round.end().numbers, shares.first);
}

std::optional<Number> auction(std::string_view bid, std::string_view ask, const Number& k) {
  RoundSettings settings = of(ProcedureKind::double_auction);
  settings.share = k;
  auto round = *RunningRound::start({}, settings);
  EXPECT_TRUE(round.answer({number(bid), number(ask)}));
  EXPECT_TRUE(round.has_ended());
  if (round.end().word != RoundWord::price) return std::nullopt;
  return round.end().numbers.front();
}

TEST(TalksRounds, DoubleAuctionSettlesBetweenBidAndAsk) {
  const Number half = Number(1) / Number(2);
  EXPECT_EQ(auction("0.8", "0.5", half), made::number("0.65"));
  EXPECT_EQ(auction("0.8", "0.5", 1), made::number("0.8"));
  EXPECT_EQ(auction("0.8", "0.5", 0), made::number("0.5"));
  EXPECT_EQ(auction("0.5", "0.5", half), half);
  EXPECT_EQ(auction("0.4999999999", "0.5", half), std::nullopt);
}

// Section 14: with k = ½ and values uniform on 0 … 1, bid ⅔v + 1/12 and ask ⅔c + ¼ agree just when
// v − c ≥ ¼, and the expected gain is 9/64, 84.4 % of 1/6; a posted ½ gains 1/8. On the middles of
// n × n squares the sums are within 1/n of the integrals.
TEST(TalksRounds, PricesOfTheChapter) {
  constexpr std::int64_t n = 60;
  Number gain, gain_posted, gain_possible;
  for (std::int64_t i = 0; i < n; ++i)
    for (std::int64_t j = 0; j < n; ++j) {
      const Number v = Number(2 * i + 1) / Number(2 * n), c = Number(2 * j + 1) / Number(2 * n);
      const Number third = Number(2) / Number(3);
      const Number bid = third * v + Number(1) / Number(12);
      const Number ask = third * c + Number(1) / Number(4);
      const auto price = auction(bid.text(), ask.text(), Number(1) / Number(2));
      ASSERT_EQ(price.has_value(), v - c >= Number(1) / Number(4));
      if (price) gain += v - c;
      RoundSettings settings = of(ProcedureKind::posted_price);
      settings.price = Number(1) / Number(2);
      auto posted = *RunningRound::start({}, settings);
      ASSERT_TRUE(posted.answer({word(v >= settings.price ? RoundWord::yes : RoundWord::no),
                                 word(c <= settings.price ? RoundWord::yes : RoundWord::no)}));
      if (posted.end().word == RoundWord::price) gain_posted += v - c;
      if (v > c) gain_possible += v - c;
    }
  const Number all = n * n;
  EXPECT_NEAR((gain / all).approximate(), 9.0 / 64, 0.005);
  EXPECT_NEAR((gain_posted / all).approximate(), 1.0 / 8, 0.001);
  EXPECT_NEAR((gain / gain_possible).approximate(), 0.844, 0.03);
  EXPECT_NEAR((gain_posted / gain_possible).approximate(), 0.75, 0.01);
}

TEST(TalksRounds, BlindBidsSettleAtTheMiddle) {
  RoundSettings settings = of(ProcedureKind::blind_bids);
  settings.steps = 3;
  settings.band = made::number("0.1");
  auto round = *RunningRound::start({}, settings);
  EXPECT_EQ(round.answer({number("50"), number("100")})->word, RoundWord::none);
  EXPECT_EQ(round.answer({number("-1"), number("100")}).error().code, "P077");
  EXPECT_EQ(round.answer({number("89.999"), number("100")})->word, RoundWord::none);
  // (100 − 90)/100 is the band itself.
  EXPECT_EQ(round.answer({number("90"), number("100")})->numbers.front(), made::number("95"));
  EXPECT_TRUE(round.has_ended());
  EXPECT_EQ(round.answer({number("1"), number("1")}).error().code, "P077");

  auto crossed = *RunningRound::start({}, settings);
  EXPECT_EQ(crossed.answer({number("70"), number("60")})->numbers.front(), made::number("65"));
  auto none = *RunningRound::start({}, settings);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(none.answer({number("0"), number("1")}));
  EXPECT_TRUE(none.has_ended());
  EXPECT_EQ(none.end().word, RoundWord::none);
}

TEST(TalksRounds, VetoOffersInOrderAndNamesNobody) {
  const Talks talks = toy();
  const accord::talks::Offers offers = {{0, 0}, {2, 1}, {2, 0}, {1, 0}};
  auto round = *RunningRound::start(talks.domain, of(ProcedureKind::veto), offers);
  ASSERT_TRUE(round.run(talks, 100));
  EXPECT_EQ(round.steps().size(), 3U);  // ap and cq are below a walk-away value
  EXPECT_EQ(round.end(), (Told{RoundWord::accepted, {2, 0}, {}}));
  const std::string seen = write_transcript(talks.domain, round, TranscriptView::everybody);
  EXPECT_EQ(seen.find("answers"), std::string::npos);
  EXPECT_EQ(seen.find("yes"), std::string::npos);
  auto refused = *RunningRound::start(talks.domain, of(ProcedureKind::veto), {{0, 0}});
  ASSERT_TRUE(refused.run(talks, 100));
  EXPECT_EQ(refused.end().word, RoundWord::none);
}

TEST(TalksRounds, ImprovingMovesAlongTheBisectorWhileBothGain) {
  Talks talks;
  talks.domain.sha256 = std::string(64, '0');
  for (const char* id : {"x", "y"}) {
    accord::talks::Issue issue = made::whole(id, 0, 10);
    issue.kind = accord::talks::IssueKind::real;
    talks.domain.issues.push_back(issue);
  }
  RoundSettings settings = of(ProcedureKind::improving);
  settings.text = {0, 0};
  settings.step = 1;
  settings.smallest_step = made::number("1/4");
  settings.steps = 9;
  auto round = *RunningRound::start(talks.domain, settings);
  const Told east{RoundWord::direction, {}, {1, 0}}, north{RoundWord::direction, {}, {0, 1}};
  const Told west{RoundWord::direction, {}, {-1, 0}};
  EXPECT_EQ(round.answer({{RoundWord::direction, {}, {1, 1}}, north}).error().code, "P077");
  EXPECT_EQ(*round.answer({east, north}), (Told{RoundWord::moved, {}, {5, 5}}));
  EXPECT_EQ(*round.answer({east, west}), word(RoundWord::not_moved));
  EXPECT_TRUE(round.has_ended());
  EXPECT_EQ(round.end(), (Told{RoundWord::text, {}, {5, 5}}));
  for (const TranscriptView view : {TranscriptView::everybody, TranscriptView::mediator}) {
    const std::string bytes = write_transcript(talks.domain, round, view);
    const auto again = accord::talks::replay(bytes, talks.domain);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->end(), round.end());
  }

  // A: 3x + 4y, so (3/5, 4/5); B: x alone.
  talks.positions.resize(2);
  talks.positions[0].party = "A";
  talks.positions[1].party = "B";
  const auto rising = [](std::size_t issue, std::int64_t weight) {
    return accord::talks::PointsTerm{issue, {weight, weight}, {{0, 0}, {10, 1}}};
  };
  talks.positions[0].utility.emplace();
  talks.positions[0].utility->terms = {rising(0, 3), rising(1, 4)};
  talks.positions[1].utility.emplace();
  talks.positions[1].utility->terms = {rising(0, 1)};
  const auto wish = direction_by(talks.domain, talks.positions[0], {0, 0});
  ASSERT_TRUE(wish);
  EXPECT_EQ(wish->numbers, (std::vector<Number>{made::number("0.6"), made::number("0.8")}));
  EXPECT_EQ(direction_by(talks.domain, talks.positions[1], {10, 0})->numbers,
            (std::vector<Number>{0, 0}));  // at the end of the range
}

RunningRound example(const Talks& talks, ProcedureKind kind) {
  RoundSettings settings = of(kind);
  settings.start = {0, 1};
  settings.steps = 12;
  settings.seed = 3;
  settings.overrides = 1;
  settings.price = made::number("1/2");
  settings.items = {"one", "two"};
  accord::talks::Offers offers;
  if (kind == ProcedureKind::veto) offers = {{0, 0}, {2, 0}};
  if (kind == ProcedureKind::one_shot) offers = {{2, 0}};
  auto round = *RunningRound::start(talks.domain, settings, offers);
  while (!round.has_ended() && round.run(talks, 1000)) continue;
  while (!round.has_ended()) {
    const RoundWord asked = round.ask()->word;
    if (asked == RoundWord::price)
      EXPECT_TRUE(round.answer({word(RoundWord::yes), word(RoundWord::yes)}));
    else if (asked == RoundWord::points)
      EXPECT_TRUE(
          round.answer({{RoundWord::points, {}, {70, 30}}, {RoundWord::points, {}, {60, 40}}}));
    else
      EXPECT_TRUE(round.answer({number("4"), number("5")}));
  }
  return round;
}

constexpr std::array discrete_procedures{
    ProcedureKind::one_shot,     ProcedureKind::single_text,    ProcedureKind::anneal,
    ProcedureKind::veto,         ProcedureKind::double_auction, ProcedureKind::blind_bids,
    ProcedureKind::posted_price, ProcedureKind::adjusted_winner};

TEST(TalksTranscript, EveryProcedureIsReplayed) {
  const Talks talks = toy();
  for (const ProcedureKind kind : discrete_procedures)
    for (const TranscriptView view : {TranscriptView::everybody, TranscriptView::mediator}) {
      const RunningRound round = example(talks, kind);
      const std::string bytes = write_transcript(talks.domain, round, view);
      const auto again =
          accord::talks::replay(bytes, talks.domain, accord::talks::transcript_digest(bytes));
      ASSERT_TRUE(again) << words(kind) << again.error().message << again.error().where;
      EXPECT_EQ(again->end(), round.end());
      EXPECT_EQ(write_transcript(talks.domain, *again, view), bytes);
    }
}

TEST(TalksTranscript, EveryEditIsFound) {
  const Talks talks = toy();
  for (const ProcedureKind kind : discrete_procedures)
    for (const TranscriptView view : {TranscriptView::everybody, TranscriptView::mediator}) {
      const std::string bytes = write_transcript(talks.domain, example(talks, kind), view);
      const std::size_t hop = bytes.size() > 3000 ? 41 : 1;
      std::size_t line = 1;
      for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at % hop == 0) {
          std::string changed = bytes, shorter = bytes, longer = bytes;
          changed[at] = static_cast<char>(changed[at] ^ 1);
          shorter.erase(at, 1);
          longer.insert(at, 1, ' ');
          for (const std::string& edited : {changed, shorter, longer, bytes.substr(0, at)}) {
            const auto replayed = accord::talks::replay(edited, talks.domain);
            ASSERT_FALSE(replayed) << words(kind) << " " << at;
            ASSERT_EQ(replayed.error().code, "P073");
            const bool is_within = edited.size() + 1 >= bytes.size() && bytes[at] != '\n';
            const std::string place = "line " + std::to_string(line);
            ASSERT_TRUE(!is_within || replayed.error().where == place) << at;
          }
        }
        if (bytes[at] == '\n') ++line;
      }
      EXPECT_FALSE(accord::talks::replay(bytes + bytes, talks.domain));
      EXPECT_FALSE(accord::talks::replay(bytes, talks.domain, std::string(64, 'a')));
    }
}

std::vector<std::string> lines_of_text(const std::string& bytes) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t stop = bytes.find('\n', at) + 1;
    out.push_back(bytes.substr(at, stop - at));
    at = stop;
  }
  return out;
}

TEST(TalksTranscript, LinesLeftOutDoubledOrTurnedAreFound) {
  const Talks talks = toy();
  const std::string bytes = write_transcript(
      talks.domain, example(talks, ProcedureKind::single_text), TranscriptView::mediator);
  const auto lines = lines_of_text(bytes);
  const auto together = [](const std::vector<std::string>& some) {
    std::string out;
    for (const std::string& line : some) out += line;
    return out;
  };
  ASSERT_TRUE(accord::talks::replay(together(lines), talks.domain));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto out = lines, doubled = lines, turned = lines;
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
    EXPECT_FALSE(accord::talks::replay(together(out), talks.domain)) << i;
    EXPECT_FALSE(accord::talks::replay(together(doubled), talks.domain)) << i;
    if (i == 0) continue;
    std::swap(turned[i - 1], turned[i]);
    EXPECT_FALSE(accord::talks::replay(together(turned), talks.domain)) << i;
  }
  EXPECT_EQ(accord::talks::replay(bytes, {}).error().where, "line 1");
}

// Whoever knows the rule of the digests writes them anew: a step that does not follow is found all
// the same.
TEST(TalksTranscript, AStepThatDoesNotFollowIsFoundWithAllDigestsInOrder) {
  const Talks talks = toy();
  const RunningRound round = example(talks, ProcedureKind::single_text);
  auto other = *RunningRound::start(talks.domain, text_from({0, 1}, 1));
  ASSERT_TRUE(other.run(talks, 1000));
  auto text = *RunningRound::start(talks.domain, text_from({0, 1}, 2));
  accord::talks::RoundStep step = round.steps().front();
  step.ask.outcome = {2, 1};
  EXPECT_FALSE(text.follow(step));  // another candidate than the first
  step = round.steps().front();
  step.step.word = RoundWord::accepted;
  EXPECT_FALSE(text.follow(step));  // a step of another procedure
  EXPECT_TRUE(text.follow(round.steps().front()));
}

TEST(TalksTranscript, ARoundGoesOnWhereItWas) {
  const Talks talks = toy();
  auto round = *RunningRound::start(talks.domain, text_from({0, 1}, 2));
  ASSERT_TRUE(round.run(talks, 4));
  const std::string half = write_transcript(talks.domain, round, TranscriptView::mediator);
  EXPECT_EQ(accord::talks::replay(half, talks.domain).error().code, "P073");
  auto again = accord::talks::resume(half, talks.domain);
  ASSERT_TRUE(again);
  ASSERT_TRUE(again->run(talks, 1000));
  ASSERT_TRUE(round.run(talks, 1000));
  EXPECT_EQ(write_transcript(talks.domain, *again, TranscriptView::mediator),
            write_transcript(talks.domain, round, TranscriptView::mediator));
}

TEST(TalksTranscript, AnswersAreThoseOfThePositions) {
  Talks talks = toy();
  const RunningRound round = example(talks, ProcedureKind::single_text);
  EXPECT_EQ(*check_answers(round, talks), 2 * round.steps().size());
  talks.positions[1] = talks.positions[0];
  talks.positions[1].party = "B";
  EXPECT_EQ(check_answers(round, talks).error().code, "P073");
}

}  // namespace
