#pragma once

#include <string>
#include <vector>

#include "accounting/effective.h"

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

/// Open shipments to the area of the receipt, or from its shipper's country, with their scores, the
/// best first: equal weights 50, equal number of items 15, same material 15, same shipper 10, not
/// more than 60 days before the receipt 10. Those below 50 are left out.
[[nodiscard]] std::vector<Candidate> candidates(const EffectiveEntry& receipt,
                                                const Transit& transit);

[[nodiscard]] bool is_shipment(Code code);  ///< SD, SF
[[nodiscard]] bool is_receipt(Code code);   ///< RD, RF

}  // namespace accord::accounting
