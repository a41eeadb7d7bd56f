#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "agreement/explain/explain.h"
#include "agreement/model/party_titles.h"
#include "agreement/model/units.h"
#include "given.h"

/// The properties of chapter 14 on random records against one text that has every kind of rule.
namespace accord::agreement {
namespace {

const char* const zoo = R"(
  party a "A"
  party b "B"
  party both "Both" = { a, b }
  body v "Verifier"
  site north "North"
  site hall "Hall" in north
  site south "South"
  unit kg_x "X" with 300 kg_x = 202.8 kg
  event e "E"
  event f "F"
  day later = earliest(event f + 10 days, 2020-02-20)
  holidays { 2020-01-06 }
  measure m "m" amount kg
  measure n "n" amount kg
  measure sum "sum" amount kg = m + 2 * n
  measure rest "rest" amount kg = m - n
  measure share "share" amount % = m / n
  measure yield "yield" flow kg
  measure work "work" activity
  question Q "Q" { arises from f answer right "yes" by a answer wrong "no" by b }
  term AMOUNT "t" { obliges a verifier v from 2020-01-05 for 3 months
    limit m <= 300 kg_x stale after 20 days }
  term STEPS "t" { obliges a verifier v from 2020-01-01 without end
    limit m <= 120 kg then <= 80 kg as of event e
    then between 20 and 60 kg as of later }
  term SUM "t" { obliges a verifier v from 2020-01-01 without end limit sum <= 300 kg limit rest <= 20 kg }
  term SHARE "t" { obliges a verifier v from 2020-01-01 without end limit share <= 150 % }
  term JOINT "t" { obliges jointly both verifier v from 2020-01-01 without end
    limit m <= 150 kg prohibit work }
  term EACH "t" { obliges each both verifier v from own event e without end
    limit n >= 50 kg duty f by own event e + 9 days }
  term CAP "t" { obliges a verifier v from 2020-01-10 without end limit yield per month <= 200 kg }
  term FLOOR "t" { obliges each both verifier v from 2020-01-01 without end
    limit yield per month from 2020-01-15 >= 150 kg }
  term SITE "t" { obliges a verifier v from 2020-01-01 without end prohibit work outside north }
  term HALL "t" { obliges a verifier v from 2020-01-01 without end prohibit work at hall stale after 1 month }
  term KEEP "t" { obliges a verifier v from 2020-01-01 without end require work at { north, south } }
  term CALLS "t" { obliges each both verifier v from 2020-01-03 without end
    duty f within 2 days + 3 days of each own e }
  term MONTHLY "t" { obliges a verifier v from 2020-01-01 without end
    duty f within 5 working days of the end of the month of each e }
  term NOTICE "t" { obliges a verifier v from 2020-01-01 without end duty f at least 7 days before each e }
  term EVERY "t" { obliges a verifier v from 2020-01-01 without end duty f every 10 days grace 2 days }
  term REPORTS "t" { obliges a verifier v from 2020-01-01 without end
    duty f within 5 days of the end of each 2 weeks from 2020-01-02 }
  term COND "t" { obliges a verifier v from 2020-01-01 without end limit n <= 90 kg
    while (performing(b) and not event f) or AMOUNT is met unless Q is right }
  amendment M1 "x" { decided 2020-01-20 effective event e + 5 days replace STEPS { limit m <= 70 kg } }
  amendment M2 "x" { decided 2020-02-15 effective 2020-02-01 repeal SHARE
    replace SITE { obliges each both prohibit work } }
  waiver W "w" { of { AMOUNT, FLOOR } for a by v decided 2020-02-10 from 2020-02-05 until 2020-02-12 }
)";

const Given& the_zoo() {
  static const Given given(zoo);
  return given;
}

const Day first = *parse_day("2020-01-01");
constexpr int days = 75;

template <class T>
T any_of(std::initializer_list<T> list) {
  return *rc::gen::elementOf(std::vector<T>(list));
}

int upto(int n) {
  return *rc::gen::inRange(0, n);
}

Header random_header(Records& records) {
  Header head;
  head.valid = first + upto(days);
  head.known = head.valid + (upto(3) == 0 ? upto(30) : 0);
  head.grade = any_of({Grade::verified, Grade::verified, Grade::declared, Grade::reported});
  head.trace = any_of({Trace::found, Trace::found, Trace::derived});
  head.party = any_of<std::string>({"", "", "a", "b", "v", "both", "stranger"});
  head.origin = static_cast<std::uint32_t>(records.origins.size());
  Origin origin;
  origin.file = any_of<std::string>({"", "t.csv", "u.csv"});
  if (!origin.file.empty()) origin.id = any_of<std::string>({"1", "2", "3", "4", "5"});
  origin.source = any_of<std::string>({"", "", "report", "press"});
  origin.text = std::to_string(records.origins.size());
  origin.names_subject = !head.party.empty() && upto(3) == 0;
  records.origins.push_back(origin);
  return head;
}

Records random_records(int most = 25) {
  Records records;
  for (int i = upto(most); i > 0; --i) {
    Observation o;
    o.head = random_header(records);
    o.metric = any_of<std::string>({"m", "m", "n", "yield", "work"});
    if (o.metric == "work") {
      o.relation = any_of({Relation::seen, Relation::not_seen, Relation::not_seen,
                           Relation::no_access, Relation::no_figure});
      o.sites = any_of<std::vector<std::string>>(
          {{}, {}, {"north"}, {"hall"}, {"south"}, {"hall", "south"}});
      o.outside = !o.sites.empty() && upto(4) == 0;
    } else {
      o.relation =
          any_of({Relation::equal, Relation::equal, Relation::equal, Relation::at_most,
                  Relation::below, Relation::at_least, Relation::no_access, Relation::no_figure});
      o.value = {upto(1500), 1};
      o.unit = any_of<std::string>({"kg", "kg", "kg_x", "g", "items"});
      if (o.relation == Relation::equal && upto(4) == 0) o.uncertainty = Decimal{upto(100), 1};
    }
    records.observations.push_back(o);
  }
  for (int i = upto(most / 2); i > 0; --i) {
    EventRecord e;
    e.head = random_header(records);
    e.names = {any_of<std::string>({"e", "f"})};
    e.partly = upto(6) == 0;
    if (upto(4) == 0) e.answers = any_of<std::string>({"1", "2", "3"});
    records.events.push_back(e);
  }
  for (int i = upto(5); i > 0; --i) {
    Declaration s;
    s.head = random_header(records);
    if (s.head.party.empty()) s.head.party = "a";
    s.kind = any_of({Declaration::Kind::ceases, Declaration::Kind::suspends,
                     Declaration::Kind::resumes, Declaration::Kind::refuses});
    if (s.kind != Declaration::Kind::ceases && upto(3) != 0) s.terms = {"CALLS", "EVERY", "AMOUNT"};
    records.declarations.push_back(s);
  }
  return records;
}

/// Everything that the findings of a day say, in words.
std::string all_of(const Records& records, Day valid, Day known, const Options& options = {}) {
  const Evaluator evaluator(the_zoo().agreement(), records, options);
  std::string out;
  for (const Finding& f : evaluator.status(valid, known))
    out += explain(f, records, PartyTitles(the_zoo().agreement()));
  return out;
}

template <class Record>
void shuffle(std::vector<Record>& list) {
  for (std::size_t i = list.size(); i > 1; --i)
    std::swap(list[i - 1], list[static_cast<std::size_t>(upto(static_cast<int>(i)))]);
}

template <class Keep>
Records filtered(Records records, Keep keep) {
  const auto drop = [&](auto& list) {
    std::erase_if(list, [&](const auto& r) { return !keep(r.head); });
  };
  drop(records.observations);
  drop(records.events);
  drop(records.declarations);
  return records;
}

RC_GTEST_PROP(EvaluateProperty, LaterKnowledgeNeverChangesAnEarlierAnswer, ()) {
  const Records all = random_records();
  const Day known = first + upto(days + 10);
  const Day valid = known - upto(20);
  const Records then = filtered(all, [&](const Header& h) { return h.known <= known; });
  RC_ASSERT(all_of(all, valid, known) == all_of(then, valid, known));
}

RC_GTEST_PROP(EvaluateProperty, TheOrderOfRecordsHasNoInfluence, ()) {
  Records records = random_records();
  const Day known = first + upto(days + 10);
  const Day valid = known - upto(20);
  const std::string before = all_of(records, valid, known);
  shuffle(records.observations);
  shuffle(records.events);
  shuffle(records.declarations);
  std::vector<std::uint32_t> place(records.origins.size());
  std::iota(place.begin(), place.end(), 0U);
  shuffle(place);
  std::vector<Origin> origins(place.size());
  for (std::size_t i = 0; i < place.size(); ++i) origins[place[i]] = records.origins[i];
  records.origins = origins;
  const auto move = [&](auto& list) {
    for (auto& r : list) r.head.origin = place[r.head.origin];
  };
  move(records.observations);
  move(records.events);
  move(records.declarations);
  RC_ASSERT(all_of(records, valid, known) == before);
}

/// What is left out for its grade or its trace shows nothing, but ends what older records say: each
/// state is that of the other records alone, or shows less.
void says_no_more(const Records& all, const Records& kept, const Options& options, Day valid,
                  Day known) {
  const auto with = Evaluator(the_zoo().agreement(), all, options).status(valid, known);
  const auto alone = Evaluator(the_zoo().agreement(), kept).status(valid, known);
  const auto less = [](State found, State of_alone) {
    return found == of_alone || outcome_of(found) == Outcome::not_shown;
  };
  for (std::size_t i = 0; i < with.size(); ++i) {
    RC_LOG(with[i].id + ": " + word(with[i].state) + ", alone " + word(alone[i].state));
    if (with[i].rules.empty() || alone[i].rules.empty()) {
      RC_ASSERT(less(with[i].state, alone[i].state));
      continue;
    }
    RC_ASSERT(with[i].rules.size() == alone[i].rules.size());
    for (std::size_t rule = 0; rule < with[i].rules.size(); ++rule) {
      RC_LOG(with[i].rules[rule].rule + ": " + word(with[i].rules[rule].state) + ", alone " +
             word(alone[i].rules[rule].state));
      RC_ASSERT(less(with[i].rules[rule].state, alone[i].rules[rule].state));
    }
  }
}

RC_GTEST_PROP(EvaluateProperty, RecordsOfAGradeNeverSayMoreThanTheySayAlone, ()) {
  const Records all = random_records();
  const Day known = first + upto(days + 10);
  const Grade least = any_of({Grade::verified, Grade::declared});
  Options options;
  options.min_grade = least;
  const Records kept = filtered(all, [&](const Header& h) { return h.grade <= least; });
  says_no_more(all, kept, options, known, known);
}

RC_GTEST_PROP(EvaluateProperty, FoundRecordsNeverSayMoreThanTheySayAlone, ()) {
  const Records all = random_records();
  const Day known = first + upto(days + 10);
  const Records kept = filtered(all, [](const Header& h) { return h.trace == Trace::found; });
  Options options;
  options.found_only = true;
  says_no_more(all, kept, options, known - upto(20), known);
}

RC_GTEST_PROP(EvaluateProperty, StateIsWhatEvaluateGives, ()) {
  const Records records = random_records();
  const Day known = first + upto(days + 10);
  const Day valid = known - upto(20);
  const Evaluator evaluator(the_zoo().agreement(), records);
  const std::vector<Finding> status = evaluator.status(valid, known);
  for (std::size_t i = 0; i < status.size(); ++i) {
    const Subject& subject = evaluator.subjects()[i];
    RC_ASSERT(evaluator.state(subject, valid, known) == status[i].state);
    const Finding alone = evaluator.evaluate(subject, valid, known);
    const PartyTitles titles(the_zoo().agreement());
    RC_ASSERT(explain(alone, records, titles) == explain(status[i], records, titles));
  }
}

RC_GTEST_PROP(EvaluateProperty, StatesChangeOnlyOnDaysOfChange, ()) {
  const Records records = random_records();
  const Day known = first + days;
  const Evaluator evaluator(the_zoo().agreement(), records);
  for (const Subject& subject : evaluator.subjects()) {
    const std::vector<Day> changes = evaluator.change_days(subject, first - 5, known, known);
    RC_ASSERT(std::is_sorted(changes.begin(), changes.end()));
    for (Day day = first - 4; day <= known; day += 1) {
      if (std::binary_search(changes.begin(), changes.end(), day)) continue;
      const State now = evaluator.state(subject, day, known);
      const State before = evaluator.state(subject, day - 1, known);
      if (now != before) {
        RC_LOG(subject.term + "@" + subject.party + " " + to_string(day) + ": " + word(before) +
               " to " + word(now));
        RC_FAIL("not a day of change");
      }
    }
  }
}

/// How far a state of an upper limit is from `met`.
int distance(State state) {
  switch (state) {
    case State::met:
      return 0;
    case State::met_within_uncertainty:
      return 1;
    case State::exceeded_within_uncertainty:
      return 2;
    default:
      return 3;
  }
}

State against_hundred(const Decimal& value, const std::optional<Decimal>& uncertainty) {
  static const Given text(
      "party a \"A\" measure m \"m\" amount kg term T \"T\" { obliges a verifier none from "
      "2020-01-01 without "
      "end limit m <= 100 kg }");
  Records records;
  records.origins.emplace_back();
  Observation o;
  o.head.valid = o.head.known = first;
  o.metric = "m";
  o.unit = "kg";
  o.value = value;
  o.uncertainty = uncertainty;
  records.observations.push_back(o);
  return Evaluator(text.agreement(), records).state({"T", ""}, first, first);
}

RC_GTEST_PROP(EvaluateProperty, RaisingTheValueNeverMovesTowardsMet, ()) {
  const Decimal low{*rc::gen::inRange(95000, 105000), 3};
  const Decimal high{low.mantissa + *rc::gen::inRange(0, 3000), 3};
  const Decimal uncertainty{*rc::gen::inRange(0, 2000), 3};
  RC_ASSERT(distance(against_hundred(low, uncertainty)) <=
            distance(against_hundred(high, uncertainty)));
  // With no uncertainty four results are two, by plain integers.
  const State plain = low.mantissa <= 100000 ? State::met : State::exceeded;
  RC_ASSERT(against_hundred(low, Decimal{0, 0}) == plain);
  RC_ASSERT(against_hundred(low, std::nullopt) == plain);
  // By integers: both ends of the interval on the same side, or not.
  const bool top = low.mantissa + uncertainty.mantissa <= 100000;
  const bool bottom = low.mantissa - uncertainty.mantissa <= 100000;
  const State four = low.mantissa <= 100000
                         ? (top ? State::met : State::met_within_uncertainty)
                         : (bottom ? State::exceeded_within_uncertainty : State::exceeded);
  RC_ASSERT(against_hundred(low, uncertainty) == four);
}

RC_GTEST_PROP(EvaluateProperty, ConversionThereAndBackIsExact, ()) {
  const Units units(the_zoo().agreement());
  const std::vector<std::string> names{"kg", "g", "t", "lb", "kg_x"};
  const std::string from = *rc::gen::elementOf(names);
  const std::string to = *rc::gen::elementOf(names);
  const Decimal value{*rc::gen::inRange<std::int64_t>(0, 999'999'999),
                      static_cast<std::uint8_t>(upto(7))};
  const Rational there = Rational(value) * *units.factor(from, to);
  const Rational back = there * *units.factor(to, from);
  RC_ASSERT(back == Rational(value));
  RC_ASSERT(to_fixed(back, value.scale) == to_fixed(Rational(value), value.scale));
}

RC_GTEST_PROP(EvaluateProperty, ASumIsItsPartsOrAtLeast, ()) {
  static const Given text(
      "party a \"A\" measure x \"x\" amount kg measure y \"y\" amount kg measure z \"z\" amount kg "
      "measure s \"s\" amount kg = x + y + z "
      "term T \"T\" { obliges a verifier none from 2020-01-01 without end limit s <= 100 kg }");
  Records records;
  std::int64_t sum = 0;
  bool missing = false;
  for (const char* metric : {"x", "y", "z"}) {
    if (upto(5) == 0) {
      missing = true;
      continue;
    }
    Observation o;
    o.head.valid = o.head.known = first + upto(20);
    o.head.origin = static_cast<std::uint32_t>(records.origins.size());
    o.metric = metric;
    o.unit = "kg";
    o.value = {*rc::gen::inRange(0, 600), 1};
    sum += o.value.mantissa;
    records.origins.emplace_back();
    records.observations.push_back(o);
  }
  const Finding f =
      Evaluator(text.agreement(), records).evaluate({"T", ""}, first + 30, first + 30);
  const State expected = sum > 1000 ? State::exceeded : missing ? State::no_value : State::met;
  RC_ASSERT(f.state == expected);
  if (records.observations.empty()) return;
  const std::string shown = f.rules.at(0).comparison->value_shown;
  RC_ASSERT(shown == (missing ? "at least " : "") + to_exact_string(Rational::of(sum, 10)) + " kg");
}

/// The record that decides, straight from the words of 5.1, over one source each: no index, no
/// sorting.
std::optional<std::int64_t> deciding_value(const Records& records, Day valid, Day known) {
  const Observation* best = nullptr;
  for (const Observation& o : records.observations) {
    if (o.head.valid > valid || o.head.known > known) continue;
    const auto rank = [](const Observation& x) {
      return std::tuple(x.head.valid, -static_cast<int>(x.head.grade), x.head.known);
    };
    if (best == nullptr || rank(*best) < rank(o)) best = &o;
  }
  return best == nullptr ? std::nullopt : std::optional(best->value.mantissa);
}

RC_GTEST_PROP(EvaluateProperty, TheRecordThatDecidesIsThatOfTheRule, ()) {
  static const Given text(
      "party a \"A\" measure m \"m\" amount kg term T \"T\" { obliges a verifier none from "
      "2019-01-01 without "
      "end limit m <= 100 kg }");
  Records records;
  std::vector<std::tuple<Day, Grade, Day>> used;
  for (int i = upto(30); i > 0; --i) {
    Observation o;
    o.head = random_header(records);
    o.head.party.clear();
    o.head.valid = first + upto(6);
    o.head.known = o.head.valid + upto(6);
    const std::tuple mark(o.head.valid, o.head.grade, o.head.known);
    records.origins.back() = {};
    records.origins.back().id = std::to_string(i);  // every record a source of its own
    if (std::find(used.begin(), used.end(), mark) != used.end()) continue;  // no ties
    used.push_back(mark);
    o.metric = "m";
    o.unit = "kg";
    o.value = {upto(200), 0};
    records.observations.push_back(o);
  }
  const Evaluator evaluator(text.agreement(), records);
  for (Day known = first; known <= first + 14; known += 1)
    for (Day valid = first; valid <= known; valid += 1) {
      const auto value = deciding_value(records, valid, known);
      const State expected = !value          ? State::no_value
                             : *value <= 100 ? State::met
                                             : State::exceeded;
      RC_ASSERT(evaluator.state({"T", ""}, valid, known) == expected);
    }
}

}  // namespace
}  // namespace accord::agreement
