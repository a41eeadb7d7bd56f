#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounting/books/transit_list.h"
#include "answers/accounts/parts.h"

namespace accord::described {

template <>
struct Words<accounting::TransitState> {
  static constexpr auto last = accounting::TransitState::candidate;
  static constexpr std::string_view name = "transit_state",
                                    words[] = {"paired", "open", "no shipment", "not shown",
                                               "candidate"};
};

}  // namespace accord::described

namespace accord::answers {

struct PairsQuestion {
  std::optional<std::string> mba;
  std::optional<Day> from_day, to_day;

  [[nodiscard]] std::optional<Error> fault() const { return turned_period(from_day, to_day); }

  static constexpr auto described = object(
      "pairs_question", "Shipments with the receipts that answer them, and what has no partner",
      mba_flag<&PairsQuestion::mba>(), from_flag<&PairsQuestion::from_day>(),
      to_flag<&PairsQuestion::to_day>());
};

/// One weight of a movement; a movement of which no weight is stated has one row without.
struct PairRow {
  std::uint32_t movement = 0;
  accounting::TransitState state{};
  std::string from_country, from_area, to_country, to_area, batch;
  std::optional<Day> shipped, received;
  std::optional<std::int32_t> days;
  std::optional<Label> label;
  std::optional<material::Amount> amount_sent;
  std::optional<Bound> amount_sent_bound;
  std::optional<material::Amount> amount_got;
  std::optional<Bound> amount_got_bound;
  std::optional<material::Amount> difference;
  std::optional<std::int32_t> score;
  std::optional<std::string> why, shipment, shipment_file;
  std::optional<std::uint32_t> shipment_line;
  std::optional<std::string> receipt, receipt_file;
  std::optional<std::uint32_t> receipt_line;

  [[nodiscard]] std::optional<std::string> material() const {
    return label ? std::optional(material_of(*label)) : std::nullopt;
  }
  [[nodiscard]] std::optional<material::Unit> unit() const {
    return label ? std::optional(unit_of(*label)) : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> unit_letter() const {
    return label ? std::optional(unit_letter_of(*label)) : std::nullopt;
  }

  static constexpr auto described = object(
      "pair_row", "One weight of a movement between areas, as both sides state it",
      member<&PairRow::state>("state", "whether the movement has both sides"),
      member<&PairRow::from_country>("from_country", "country that shipped").detail(),
      member<&PairRow::from_area>("from_area", "area that shipped"),
      member<&PairRow::to_country>("to_country", "country that received").detail(),
      member<&PairRow::to_area>("to_area", "area that received"),
      member<&PairRow::batch>("batch", "name of the batch"),
      member<&PairRow::shipped>("shipped",
                                "day of the shipment; none: there is none, or it cannot "
                                "be read"),
      member<&PairRow::received>("received",
                                 "day of the receipt; none: there is none, or it cannot "
                                 "be read"),
      member<&PairRow::days>("days", "from the shipment to the receipt"),
      label_member<&PairRow::label>(), material_member<&PairRow::material>().detail(),
      member<&PairRow::amount_sent>("amount_sent", "weight that the shipper states, exact"),
      member<&PairRow::amount_sent_bound>("amount_sent_bound",
                                          "not known: it is stated and cannot be read"),
      member<&PairRow::amount_got>("amount_got", "weight that the receiver states, exact"),
      member<&PairRow::amount_got_bound>("amount_got_bound",
                                         "not known: it is stated and cannot be read"),
      member<&PairRow::difference>("difference", "sent less received, where both are stated")
          .detail(),
      unit_member<&PairRow::unit>(), unit_letter_member<&PairRow::unit_letter>(),
      member<&PairRow::score>("score", "of a candidate: how much is alike, from 50 to 100"),
      member<&PairRow::why>("why", "what is alike, or why it is not shown"),
      member<&PairRow::shipment>("shipment", "area, report and entry of the shipment").detail(),
      member<&PairRow::shipment_file>("shipment_file", "its file").detail(),
      member<&PairRow::shipment_line>("shipment_line", "its line in the file").detail(),
      member<&PairRow::receipt>("receipt", "area, report and entry of the receipt").detail(),
      member<&PairRow::receipt_file>("receipt_file", "its file").detail(),
      member<&PairRow::receipt_line>("receipt_line", "its line in the file").detail(),
      member<&PairRow::movement>("movement", "number of the movement in this answer, from 1")
          .detail());
};

struct PairCounts {
  std::uint64_t paired = 0, open_shipments = 0, no_shipment = 0, not_shown = 0, candidates = 0;
  bool at_least = false;
  std::uint64_t abroad = 0, candidates_not_listed = 0;

  static constexpr auto described = object(
      "pair_counts", "How many movements there are",
      member<&PairCounts::paired>("paired", "with both sides"),
      member<&PairCounts::open_shipments>("open_shipments", "that nobody has received so far"),
      member<&PairCounts::no_shipment>("no_shipment", "receipts without a shipment"),
      member<&PairCounts::not_shown>("not_shown", "whose partner cannot be seen"),
      member<&PairCounts::candidates>("candidates", "shipments that may belong to a receipt"),
      member<&PairCounts::at_least>("counts_are_at_least",
                                    "whether there may be more, because something cannot be read"),
      member<&PairCounts::abroad>("abroad", "to and from States without reports here"),
      member<&PairCounts::candidates_not_listed>("candidates_not_listed",
                                                 "candidates with a lower score"));
};

struct PairsAnswer {
  std::vector<PairRow> pairs;
  PairCounts counts;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes, closing;

  [[nodiscard]] bool rests_on_unread() const { return !incomplete.empty(); }

  static constexpr auto described = object(
      "pairs", "Shipments with the receipts that answer them, and what has no partner",
      member<&PairsAnswer::pairs>("pairs",
                                  "pairs by their shipments, open shipments, receipts without one, "
                                  "each with its candidates behind it"),
      member<&PairsAnswer::counts>("counts", "how many there are"),
      incomplete_member<&PairsAnswer::incomplete>(), not_read_member<&PairsAnswer::not_read>(),
      notes_member<&PairsAnswer::notes>(), closing_member<&PairsAnswer::closing>(),
      rests_on_unread_member<&PairsAnswer::rests_on_unread>());
};

/// As the rules V080 to V084 pair them. U006, C009.
[[nodiscard]] Answered<PairsAnswer> pairs(const Ledger& ledger, const PairsQuestion& asked);

extern const Question pairs_question;

}  // namespace accord::answers
