#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/books/gaps.h"
#include "accounting/books/transit.h"

/// What is under way between areas, movement by movement, with what may belong together.
namespace accord::accounting {

enum class TransitState : std::uint8_t {
  paired,       ///< a shipment and the receipt that answers it
  open,         ///< a shipment that nobody has received so far
  no_shipment,  ///< a receipt that no shipment is left for
  not_shown,    ///< one side, and its partner may be what is not there or cannot be read
  candidate     ///< a receipt without a shipment, and an open shipment that may belong to it
};

struct TransitRow {
  TransitState state = TransitState::paired;
  const EffectiveEntry* shipment = nullptr;
  const EffectiveEntry* receipt = nullptr;
  std::optional<std::int32_t> days;  ///< from the one to the other, where both days can be read
  int score = 0;                     ///< of a candidate
  std::string why;                   ///< of a candidate, and of what is not shown
};

struct TransitList {
  std::vector<TransitRow> rows;
  /// Exports and imports whose other side is in a State without reports here: no pair is expected.
  std::size_t abroad = 0;
  std::size_t more_candidates = 0;  ///< of all receipts, beyond the best ones of each

  /// Of each receipt that are listed.
  static constexpr std::size_t candidates_most = 10;

  [[nodiscard]] std::size_t count(TransitState state) const;
};

/// A movement is asked for when one of its sides is of the area, and the day of one of them is in
/// the period; a day that cannot be read may be any.
struct TransitQuery {
  std::string_view mba{};  ///< empty: any
  std::optional<Day> from{}, to{};
};

/// Pairs in the order of their shipments, open shipments, receipts without one, each with its
/// candidates behind it. What has no partner is only said to be open, or without a shipment, where
/// the area of the other side reports here and nothing that cannot be read may be its partner.
/// `gaps` are those of `effective`; the result points into it.
[[nodiscard]] TransitList transit_list(const Effective& effective, const std::vector<Gap>& gaps,
                                       const TransitQuery& query = {});

/// One weight of both sides, in the order of the kinds.
struct TransitWeight {
  material::Kind kind{};
  const Weight* sent = nullptr;  ///< null: not stated, or it cannot be read
  const Weight* received = nullptr;
  bool sent_is_known = true;  ///< false: stated, and cannot be read
  bool received_is_known = true;

  /// Sent less received, where both are stated.
  [[nodiscard]] std::optional<material::MassSum> difference() const;
};
[[nodiscard]] std::vector<TransitWeight> weights_of(const TransitRow& row);

/// Country and area of a side.
struct TransitEnd {
  std::string_view country, mba;
};
[[nodiscard]] TransitEnd from_of(const TransitRow& row);
[[nodiscard]] TransitEnd to_of(const TransitRow& row);
/// As the shipper names it.
[[nodiscard]] std::string_view batch_of(const TransitRow& row);

/// "paired", "open", "no shipment", "not shown", "candidate"
[[nodiscard]] std::string_view in_words(TransitState state);

}  // namespace accord::accounting
