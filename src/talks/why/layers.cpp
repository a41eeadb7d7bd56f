#include "talks/why/layers.h"

#include "talks/solve/points.h"

namespace accord::talks {

std::optional<std::vector<std::vector<std::vector<Number>>>> layers_of(const Additive& additive,
                                                                       std::size_t vectors_max) {
  const std::size_t size = additive.needed.size();
  std::vector<std::vector<std::vector<Number>>> out;
  std::vector<std::vector<Number>> last{std::vector<Number>(size)};
  std::size_t vectors = 0;
  for (const auto& values : additive.contributions) {
    Points<Number> sums(size);
    for (const auto& value : values) {
      if (value.empty()) continue;
      for (std::vector<Number> sum : last) {
        for (std::size_t p = 0; p < size; ++p) sum[p] += value[p];
        sums.add(sum.data(), 1, 0);
      }
    }
    reduce(sums);
    last.clear();
    for (std::size_t i = 0; i < sums.size(); ++i) last.emplace_back(sums.at(i), sums.at(i) + size);
    vectors += last.size();
    if (vectors > vectors_max) return std::nullopt;
    out.push_back(last);
  }
  for (const auto& sum : last) {
    bool reaches_all = true;
    for (std::size_t p = 0; p < size; ++p)
      reaches_all = reaches_all && sum[p] >= additive.needed[p];
    if (reaches_all) return std::nullopt;
  }
  return out;
}

}  // namespace accord::talks
