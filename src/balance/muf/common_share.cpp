#include "balance/muf/common_share.h"

namespace accord::balance {

std::optional<double> common_share(const Muf& muf) {
  const std::size_t periods = muf.periods();
  double variance = 0;
  for (std::size_t t = 0; t < periods; ++t) variance += muf.covariance_kg2(t, t);
  if (periods < 2 || !(variance > 0)) return std::nullopt;
  double common = 0;
  const auto& loads = muf.contributions.sources;  // by source; each period once, only where not 0
  for (std::size_t first = 0; first < loads.size();) {
    std::size_t end = first;
    double squares = 0;
    for (; end < loads.size() && loads[end].source == loads[first].source; ++end)
      squares += loads[end].load_kg * loads[end].load_kg;
    if (end - first == periods) common += squares;
    first = end;
  }
  return common / variance;
}

}  // namespace accord::balance
