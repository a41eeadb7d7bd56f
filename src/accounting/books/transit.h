#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "accounting/reports/effective.h"

/// Shipments and receipts that are two sides of one movement (reporting chapter, V080 to V084).
namespace accord::accounting {

struct Transfer {
  const EffectiveEntry* shipment = nullptr;
  const EffectiveEntry* receipt = nullptr;
};

struct Transit {
  std::vector<Transfer> pairs;                   ///< in order of the shipments
  std::vector<const EffectiveEntry*> open;       ///< shipments that nobody has received so far
  std::vector<const EffectiveEntry*> unshipped;  ///< receipts without a shipment, or the second one
};

/// Pairs by shipping area, receiving area and the shipper's batch name; equal ones in order of day.
/// Domestic movements always; imports and exports only with States whose reports are in the set.
/// Linear in the entries, after sorting the movements.
[[nodiscard]] Transit match_transit(const Effective& effective);

/// A shipment that may belong to a receipt whose shipper's batch is not known. Never accepted by
/// the program: the score is shown and somebody decides.
struct Candidate {
  const EffectiveEntry* shipment = nullptr;
  int score = 0;  ///< 0 to 100
  std::string why;
};

/// The open shipments of a transit, to be looked up by what a receipt says; it must outlive them.
class Candidates {
 public:
  static constexpr int score_least = 50;  ///< those below are left out
  static constexpr std::int32_t days_most = 60;
  /// Of as many shipments that look alike, those nearest before and after the day of the receipt.
  static constexpr std::size_t near_most = 100;

  explicit Candidates(const Transit& transit);

  /// Shipments to the area of the receipt, or from its shipper's country, with their scores, the
  /// best first: equal weights 50, equal number of items 15, same material 15, same shipper 10, not
  /// more than 60 days before the receipt 10.
  [[nodiscard]] std::vector<Candidate> of(const EffectiveEntry& receipt) const;

 private:
  using List = std::vector<const EffectiveEntry*>;
  std::unordered_map<std::size_t, List> by_weights_;
  std::map<std::tuple<std::string_view, std::uint32_t, std::array<char, 4>>, List> by_shipper_;

  void add_near(const List& list, const EffectiveEntry& receipt, List& out) const;
};

[[nodiscard]] bool is_shipment(Code code);  ///< SD, SF
[[nodiscard]] bool is_receipt(Code code);   ///< RD, RF

}  // namespace accord::accounting
