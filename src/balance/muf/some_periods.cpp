#include "balance/muf/some_periods.h"

#include <algorithm>
#include <vector>

#include "base/contract.h"

namespace accord::balance {

namespace {

template <class T>
std::vector<T> some(const std::vector<T>& all, std::size_t first, std::size_t count) {
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

numerics::Matrix columns(const numerics::Matrix& all, std::size_t first, std::size_t count) {
  numerics::Matrix out(all.rows, count);
  for (std::size_t row = 0; row < all.rows; ++row)
    std::copy_n(all.row(row).begin() + static_cast<std::ptrdiff_t>(first), count,
                out.values.begin() + static_cast<std::ptrdiff_t>(row * count));
  return out;
}

numerics::Matrix block(const numerics::Matrix& all, std::size_t first, std::size_t count) {
  numerics::Matrix out(count, count);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < count; ++j) out(i, j) = all(first + i, first + j);
  return out;
}

/// Of things with a period, in their order.
template <class T>
std::vector<T> within(const std::vector<T>& all, std::size_t first, std::size_t count) {
  std::vector<T> out;
  for (T one : all) {
    if (one.period < first || one.period >= first + count) continue;
    one.period -= static_cast<std::uint32_t>(first);
    out.push_back(one);
  }
  return out;
}

Contributions part(const Contributions& all, std::size_t first, std::size_t count) {
  return {within(all.sources, first, count), within(all.own, first, count),
          within(all.method, first, count), within(all.stratum, first, count),
          columns(all.nature, first, count)};
}

}  // namespace

Balance some_periods(const Balance& balance, std::size_t first, std::size_t count) {
  ACCORD_EXPECT(first + count <= balance.periods.size());
  Balance out;
  out.periods = some(balance.periods, first, count);
  const Muf& all = balance.muf;
  out.muf = {some(all.muf_kg, first, count),          some(all.active_kg, first, count),
             some(all.magnitude_kg, first, count),    some(all.used, first, count),
             block(all.covariance_kg2, first, count), part(all.contributions, first, count)};
  out.validity = balance.validity;
  out.validity.periods = some(balance.validity.periods, first, count);
  out.sources = balance.sources;
  out.methods = balance.methods;
  out.strata = balance.strata;
  return out;
}

}  // namespace accord::balance
