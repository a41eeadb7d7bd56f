#include <algorithm>
#include <map>
#include <unordered_map>

#include "agreement/evaluate/rules/quantity.h"

namespace accord::agreement {

namespace {

template <class Keep>
void sift(std::vector<const IndexedObservation*>& candidates,
          std::vector<const IndexedObservation*>& others, Keep keep) {
  const auto gone = std::stable_partition(candidates.begin(), candidates.end(),
                                          [&](const IndexedObservation* s) { return keep(*s); });
  others.insert(others.end(), gone, candidates.end());
  candidates.erase(gone, candidates.end());
}

}  // namespace

void weigh(std::vector<const IndexedObservation*>& candidates,
           std::vector<const IndexedObservation*>& others) {
  if (candidates.size() < 2) return;
  std::unordered_map<Id, Day> newest;
  for (const IndexedObservation* s : candidates) {
    const auto [place, is_new] = newest.try_emplace(s->source, s->head().known);
    if (!is_new) place->second = std::max(place->second, s->head().known);
  }
  sift(candidates, others,
       [&](const IndexedObservation& s) { return s.head().known == newest[s.source]; });
  Grade best = Grade::unverified;
  for (const IndexedObservation* s : candidates) best = std::min(best, s->head().grade);
  sift(candidates, others, [&](const IndexedObservation& s) { return s.head().grade == best; });
  Day latest = candidates.front()->head().known;
  for (const IndexedObservation* s : candidates) latest = std::max(latest, s->head().known);
  sift(candidates, others, [&](const IndexedObservation& s) { return s.head().known == latest; });
}

void drop_corrected(std::vector<const IndexedObservation*>& records,
                    std::vector<const IndexedObservation*>& others) {
  if (records.size() < 2) return;
  std::map<std::pair<Id, Id>, Day> newest;  // row and party
  for (const IndexedObservation* s : records) {
    const auto [place, is_new] = newest.try_emplace({s->row, s->party}, s->head().known);
    if (!is_new) place->second = std::max(place->second, s->head().known);
  }
  sift(records, others, [&](const IndexedObservation& s) {
    return s.head().known == newest[{s.row, s.party}];
  });
}

std::size_t first_after(const Context& context, const Index::Series& series, Day day) {
  const auto found = std::upper_bound(series.begin(), series.end(), day, [&](Day d, Id id) {
    return d < context.index.seen(id).head().valid;
  });
  return static_cast<std::size_t>(found - series.begin());
}

}  // namespace accord::agreement
