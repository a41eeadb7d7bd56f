#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/judged.h"
#include "items/words.h"

namespace accord::answers {

template <auto P>
consteval auto item_party_member() {
  return member<P>("party", "whose items they are").detail();
}
template <auto P>
consteval auto party_title_member() {
  return member<P>("party_title", "its name");
}

struct CompareItemsQuestion {
  static constexpr described::Object<CompareItemsQuestion, 0> described{
      "compare_items_question",
      "Counted items: what is held where, and what does not fit together",
      {}};
};

struct Holding {
  std::string party, party_title, type, status, site;
  std::int64_t item_count = 0;

  static constexpr auto described =
      object("holding", "How many items of a kind a party holds at a place",
             item_party_member<&Holding::party>(), party_title_member<&Holding::party_title>(),
             member<&Holding::type>("type", "type of the items"),
             member<&Holding::status>("status", "their status"),
             member<&Holding::site>("site", "their place"),
             member<&Holding::item_count>("item_count", "number of items"));
};

struct ItemBalanceRow {
  std::string party, party_title, type, status, site;
  Day from_day, to_day;
  std::int64_t opening = 0, produced = 0, arrived = 0, left_count = 0, eliminated = 0;
  std::int64_t expected_count = 0, declared_count = 0;

  static constexpr auto described = object(
      "item_balance", "Items of a kind at a place between two declarations of a party",
      item_party_member<&ItemBalanceRow::party>(),
      party_title_member<&ItemBalanceRow::party_title>(),
      member<&ItemBalanceRow::type>("type", "type of the items"),
      member<&ItemBalanceRow::status>("status", "their status"),
      member<&ItemBalanceRow::site>("site", "their place"),
      member<&ItemBalanceRow::from_day>("from_day", "day of the first declaration"),
      member<&ItemBalanceRow::to_day>("to_day", "day of the second declaration"),
      member<&ItemBalanceRow::opening>("opening", "number in the first declaration"),
      member<&ItemBalanceRow::produced>("produced", "number produced since"),
      member<&ItemBalanceRow::arrived>("arrived", "number that came since"),
      member<&ItemBalanceRow::left_count>("left_count", "number that went, not by elimination"),
      member<&ItemBalanceRow::eliminated>("eliminated", "number eliminated since"),
      member<&ItemBalanceRow::expected_count>("expected_count", "number that should be there"),
      member<&ItemBalanceRow::declared_count>("declared_count",
                                              "number in the second declaration"));
};

struct InspectionsReceived {
  std::string party, party_title, inspection_kind;
  Day from_day, until;
  std::int64_t used = 0;

  static constexpr auto described =
      object("inspections_received", "Inspections that a party received in a year",
             member<&InspectionsReceived::party>("party", "who received them"),
             party_title_member<&InspectionsReceived::party_title>(),
             member<&InspectionsReceived::inspection_kind>("inspection_kind", "their kind"),
             member<&InspectionsReceived::from_day>("from_day", "first day of the year"),
             member<&InspectionsReceived::until>("until", "first day of the next year"),
             member<&InspectionsReceived::used>("used", "number of inspections"));
};

struct Discrepancy {
  std::string id;
  items::ItemFault fault{};
  std::string party, party_title;
  std::optional<std::string> item, type, status, site;
  Day day;
  std::optional<std::int64_t> expected_count, found_count;
  std::string text;
  std::vector<Record> records;

  static constexpr auto described = object(
      "discrepancy", "Something that declarations, notifications and inspections say differently",
      member<&Discrepancy::id>("id", "its name, the same on every day"),
      member<&Discrepancy::fault>("fault", "what does not fit"),
      item_party_member<&Discrepancy::party>(), party_title_member<&Discrepancy::party_title>(),
      member<&Discrepancy::item>("item", "the item; none: it is about no single one"),
      member<&Discrepancy::type>("type", "type of the items; none: of any"),
      member<&Discrepancy::status>("status", "status of the items; none: of any"),
      member<&Discrepancy::site>("site", "their place; none: any"),
      member<&Discrepancy::day>("day", "the day of it"),
      member<&Discrepancy::expected_count>("expected_count",
                                           "number of items by what was declared; none: no number"),
      member<&Discrepancy::found_count>("found_count", "number counted; none: no number"),
      member<&Discrepancy::text>("text", "the same as a sentence"),
      member<&Discrepancy::records>("records", "rows that it rests on"));
};

struct CompareItemsAnswer {
  Judged judged;
  std::vector<Holding> holdings;
  std::vector<ItemBalanceRow> item_balances;
  std::vector<InspectionsReceived> inspections;
  std::vector<Discrepancy> discrepancies;

  [[nodiscard]] bool is_discrepant() const { return !discrepancies.empty(); }

  static constexpr auto described = object(
      "compare_items", "Counted items: what is held where, and what does not fit together",
      judged_member<&CompareItemsAnswer::judged>(),
      member<&CompareItemsAnswer::holdings>("holdings", "what is held at the end of the day"),
      member<&CompareItemsAnswer::item_balances>(
          "item_balances",
          "each category at a place between two declarations; expected: opening and produced and "
          "arrived less left and eliminated"),
      member<&CompareItemsAnswer::inspections>("inspections", "inspections received in a year"),
      member<&CompareItemsAnswer::discrepancies>("discrepancies", "what does not fit together"),
      member<&CompareItemsAnswer::is_discrepant>("is_discrepant", "whether there is a discrepancy")
          .deciding());
};

[[nodiscard]] Answered<CompareItemsAnswer> compare_items(const Assessment& assessment,
                                                         const CompareItemsQuestion& asked);

extern const Question compare_items_question;

}  // namespace accord::answers
