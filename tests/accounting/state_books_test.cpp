#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "accounting/books/books.h"
#include "accounting/books/mbr.h"
#include "accounting/books/transit.h"
#include "accounting/state.h"

/// The books of the made-up State against its answer key, which another program computed.
namespace accord::accounting {
namespace {

using nlohmann::json;
using test::State;

class StateSet : public testing::TestWithParam<const char*> {
 protected:
  static const State& state() {
    static std::map<std::string, State> read;
    const std::string name = GetParam();
    if (!read.contains(name)) read.emplace(name, test::read_state(name));
    return read.at(name);
  }
};

std::map<std::string, std::string> shown(const Amounts& amounts) {
  std::map<std::string, std::string> out;
  for (const material::KindFacts& facts : material::kinds)
    if (facts.balanced && at(amounts, facts.kind) != material::MassSum())
      out[std::to_string(static_cast<int>(facts.kind))] =
          material::to_string(at(amounts, facts.kind), facts.unit);
  return out;
}

std::map<std::string, std::string> expected(const json& book) {
  std::map<std::string, std::string> out;
  for (const auto& [label, amount] : book.items())
    if (amount != "0") out[label] = amount;
  return out;
}

TEST_P(StateSet, EveryBookIsAsInTheKey) {
  const Effective all = effective(state().reports);
  const Books books(all, test::code10_signs());
  for (const json& one : state().key["books"])
    EXPECT_EQ(shown(books.on(one["mba"].get<std::string>(), test::day(one["day"]))),
              expected(one["book"]))
        << one["mba"] << one["day"];
  EXPECT_GT(state().key["books"].size(), 300U);
}

TEST_P(StateSet, EveryBookAsKnownOnADayIsAsInTheKey) {
  for (const json& one : state().key["books_as_known"]) {
    const Effective all = effective(state().reports, test::day(one["known"]));
    const Books books(all, test::code10_signs());
    EXPECT_EQ(shown(books.on(one["mba"].get<std::string>(), test::day(one["day"]))),
              expected(one["book"]))
        << one["mba"] << one["day"] << one["known"];
  }
}

TEST_P(StateSet, CorrectionsAreAppliedInTheOrderOfTheKey) {
  const Effective all = effective(state().reports);
  using Applied = std::tuple<std::string, unsigned, unsigned, std::string, unsigned, unsigned>;
  std::multiset<Applied> found, wanted;
  for (const Correction& c : all.applied)
    found.insert({std::string(c.source->header.mba), c.source->header.number, c.entry->number,
                  std::string(1, static_cast<char>(c.entry->status)), c.entry->reference.report,
                  c.entry->reference.entry});
  for (const json& one : state().key["corrections"])
    wanted.emplace(one["mba"].get<std::string>(), one["report"].get<unsigned>(),
                   one["entry"].get<unsigned>(), one["action"].get<std::string>(),
                   one["target"][0].get<unsigned>(), one["target"][1].get<unsigned>());
  EXPECT_EQ(found, wanted);
}

TEST_P(StateSet, EffectiveEntriesAreAsManyAsInTheKey) {
  const Effective all = effective(state().reports);
  std::map<std::pair<std::string, char>, unsigned> found;
  // The key leaves out a change whose code the profile does not have: it changes nothing.
  for (const EffectiveEntry& e : all.entries)
    if (e.report->header.kind != ReportKind::icr || (e.entry->unusable & mask_of(411)) == 0)
      ++found[{std::string(e.report->header.mba), static_cast<char>(e.report->header.kind)}];
  for (const auto& [mba, counts] : state().key["effective"].items())
    for (const auto& [kind, letter] :
         {std::pair("icr", 'I'), std::pair("pil", 'P'), std::pair("mbr", 'M')})
      EXPECT_EQ((found[{mba, letter}]), counts[kind].get<unsigned>()) << mba << letter;
}

TEST_P(StateSet, ShipmentsAndReceiptsPairAsInTheKey) {
  const Effective all = effective(state().reports);
  const Transit transit = match_transit(all);
  using Name = std::tuple<std::string, unsigned, unsigned>;
  const auto name = [](const EffectiveEntry* e) {
    return Name(e->source->header.mba, e->source->header.number, e->entry->number);
  };
  const auto wanted_name = [](const json& one) {
    return Name(one[0].get<std::string>(), one[1].get<unsigned>(), one[2].get<unsigned>());
  };
  std::set<std::pair<Name, Name>> found, wanted;
  for (const Transfer& pair : transit.pairs)
    found.insert({name(pair.shipment), name(pair.receipt)});
  for (const json& one : state().key["pairs"])
    wanted.insert({wanted_name(one["shipment"]), wanted_name(one["receipt"])});
  EXPECT_EQ(found, wanted);
}

TEST_P(StateSet, BalancesFromTheEntriesAreAsInTheKey) {
  const Effective all = effective(state().reports);
  const test::State& s = state();
  const Signs signs = test::code10_signs();
  const Books books(all, signs);
  for (const json& one : s.key["mbr"]) {
    const std::string mba = one["mba"];
    const Day end = test::day(one["pit"]);
    Day before = day_min;
    for (const Day day : books.inventories(mba))
      if (day < end) before = day;
    const auto kind = material::Kind{one["label"].get<std::uint16_t>()};
    std::map<std::string, std::string> found, wanted;
    for (const MbrKind& made : computed_mbr(books.balance(mba, before, end), signs))
      if (made.kind == kind)
        for (const MbrLine& line : made.lines)
          if (line.amount != material::MassSum())
            found[to_string(line.code)] =
                material::to_string(line.amount, material::facts(kind).unit);
    for (const auto& [code, amount] : one["from_entries"].items())
      if (amount != "0") wanted[code] = amount;
    found.erase("BA");
    found.erase("MF");
    // The key continues from the ending inventory as it was reported, rounded.
    if (before != books.inventories(mba).front()) found.erase("PB"), wanted.erase("PB");
    EXPECT_EQ(found, wanted) << one["mba"] << one["pit"] << one["label"];
  }
}

INSTANTIATE_TEST_SUITE_P(Made, StateSet, testing::Values("clean", "errors"));

}  // namespace
}  // namespace accord::accounting
