#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "evidence/record.h"
#include "items/item_names.h"

/// Counting items by type, place and status (chapter, section 9): what the parties declare, what
/// they notify, what inspections count. No technical characteristics of any item.
namespace accord::items {

using namespace evidence;

using ItemWord = ItemNames::Word;

/// One item in a full declaration of a party: the initial one, or an update.
struct ItemDeclaration {
  ItemWord id = 0;  ///< of the row
  ItemWord party = 0, item = 0, type = 0, site = 0, status = 0;
  Day day;    ///< the data are as of the end of this day
  Day known;  ///< the day on which they were given
  bool update = false;
  std::uint32_t origin = 0;  ///< index into Records::origins; so in all of these
};

struct ItemChange {
  enum class Kind : std::uint8_t {
    produced,        ///< new item: type, to_site, status
    arrived,         ///< from outside the count: type, to_site, status
    moved,           ///< from_site, to_site
    status_changed,  ///< status; from_status may be empty
    converted,       ///< type; from_type and a new status may be empty
    eliminated,
    left  ///< the count, not by elimination
  };
  ItemWord id = 0, party = 0, item = 0;
  Kind kind = Kind::produced;
  ItemWord type = 0, from_type = 0, to_site = 0, from_site = 0, status = 0, from_status = 0;
  Day day, known;
  std::uint32_t origin = 0;
};

/// A notification. A move needs two: "departure" with the site left, "arrival" with the site
/// reached; any other change one, with the word of its kind.
struct ItemNotice {
  ItemWord id = 0, party = 0, kind = 0, item = 0, site = 0;
  Day day;         ///< given
  Day change_day;  ///< of the change it is about
  std::uint32_t origin = 0;
};

/// What an inspection counted at a site: one row for each type (and status, unless empty).
struct ItemInspection {
  ItemWord id = 0;  ///< of the inspection; its rows share it
  ItemWord party = 0, inspector = 0, kind = 0, site = 0, type = 0, status = 0;
  std::int64_t counted = 0;
  std::vector<ItemWord> items;  ///< identifiers read; may be empty or incomplete
  Day day, known;
  std::uint32_t origin = 0;
};

struct ItemTables {
  ItemNames names;
  std::vector<ItemDeclaration> declarations;
  std::vector<ItemChange> changes;
  std::vector<ItemNotice> notices;
  std::vector<ItemInspection> inspections;
  [[nodiscard]] bool empty() const {
    return declarations.empty() && changes.empty() && notices.empty() && inspections.empty();
  }
};

/// A metric for the terms: the number of items of these types, statuses and sites (empty: any).
struct ItemMetric {
  std::string metric;
  std::vector<std::string> types, statuses, sites;
};

struct ItemSettings {
  std::vector<ItemMetric> metrics;
  std::optional<std::int32_t>
      notify_days;               ///< last day of a notice: change + this; none: unchecked
  std::optional<Day> year_from;  ///< years of quotas begin on its day; none: 1 January
};

/// What does not fit together: a finding of its own, never a breach of a limit.
enum class ItemFault : std::uint8_t {
  identifier_twice,   ///< declared twice, or produced while it is there
  identifier_reused,  ///< there again after its elimination
  item_unknown,       ///< a change of an item that the database does not hold
  change_differs,     ///< a change from a type, site or status that the database does not show
  item_missing,       ///< in the database, not in the update
  item_unexplained,   ///< in the update, with no change that brought it
  item_differs,       ///< other type, site or status in the update, with no change
  notice_missing,
  notice_late,
  notice_unmatched,   ///< about no change on record
  count_differs,      ///< inspection: another number than the database
  identifier_differs  ///< inspection: an item that the database does not have there
};

struct ItemDiscrepancy {
  std::string id;  ///< stable: "I-count_differs-N07-…"
  ItemFault fault = ItemFault::count_differs;
  std::string party, item, type, status, site;  ///< as far as they apply
  Day day;
  std::optional<std::int64_t> expected, found;  ///< numbers: of the database, and counted
  std::string text;                             ///< a sentence
  std::vector<std::uint32_t> origins;           ///< rows it rests on
};

/// One category at one site between two declarations of a party:
/// opening + produced + arrived − left − eliminated = expected.
struct ItemBalance {
  std::string party, type, status, site;
  Day from, to;
  std::int64_t opening = 0, produced = 0, arrived = 0, left = 0, eliminated = 0;
  std::int64_t declared = 0;
  [[nodiscard]] std::int64_t expected() const {
    return opening + produced + arrived - left - eliminated;
  }
};

struct ItemHolding {
  std::string party, type, status, site;
  std::int64_t count = 0;
};

/// Inspections received in one year.
struct InspectionUse {
  std::string party, kind;
  Day from, until;  ///< [from, until)
  std::int64_t used = 0;
};

/// Everything up to and including a day. All lists are sorted by what they show: order of the rows
/// has no influence.
struct ItemReview {
  std::vector<ItemDiscrepancy> discrepancies;
  std::vector<ItemBalance> balances;  ///< only categories that had or have items
  std::vector<ItemHolding> holdings;  ///< at the end of the day
  std::vector<InspectionUse> inspections;
};

/// Replays declarations and changes by day and compares updates, notifications and inspections with
/// the database so kept. A faulty update counts from its day on, so that one fault is found once.
/// Rows with a known day after `known` do not count. Linear in the rows, after sorting.
[[nodiscard]] ItemReview review_items(const ItemTables& tables, const ItemSettings& settings,
                                      Day day, Day known);

/// The same as records for the terms (origins are the rows'): for each metric and party the count
/// on each day of a change or declaration ("items", grade declared); for each inspection 1 "times"
/// of `inspection_KIND`; events `item_change` and `item_KIND`, `item_notice` and `item_notice_KIND`
/// (answering its change), `item_declaration_initial`, `item_declaration_update`,
/// `item_inspection`.
[[nodiscard]] Records item_records(const ItemTables& tables, const ItemSettings& settings);

[[nodiscard]] const char* word(ItemFault fault);
[[nodiscard]] const char* word(ItemChange::Kind kind);
[[nodiscard]] std::optional<ItemChange::Kind> item_change_of(std::string_view word);

}  // namespace accord::items
