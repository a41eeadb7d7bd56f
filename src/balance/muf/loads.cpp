#include "balance/muf/loads.h"

#include <algorithm>
#include <cmath>

namespace accord::balance {

namespace {

constexpr std::uint32_t high(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32U);
}
constexpr std::uint32_t low(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}

/// Ordered by source, otherwise as they were: sources are numbered without gaps.
std::vector<LoadPart> by_source(const std::vector<LoadPart>& parts, std::uint32_t sources) {
  std::vector<std::size_t> begin(std::size_t{sources} + 1);
  for (const LoadPart& part : parts) ++begin[part.source + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<LoadPart> out(parts.size());
  for (const LoadPart& part : parts) out[begin[part.source]++] = part;
  return out;
}

}  // namespace

std::uint32_t Loads::cell_of(std::uint32_t method, std::uint32_t stratum) {
  const std::uint64_t key = packed(method, stratum);
  if (key != last_key_) {
    last_key_ = key;
    last_cell_ = cells_(key, 0);
  }
  return last_cell_;
}

Loads::Sums& Loads::sums(std::uint32_t cell, std::uint32_t first, std::uint32_t second) {
  // The samples of a series come one after the other: of one cell and, but for the ends, one
  // period.
  const std::uint64_t periods = packed(first, second);
  if (last_slot_ == Slots::none || cell != last_slot_cell_ || periods != last_slot_periods_) {
    last_slot_ = slots_(cell, periods);
    last_slot_cell_ = cell;
    last_slot_periods_ = periods;
  }
  if (last_slot_ == sums_.size()) sums_.emplace_back();
  return sums_[last_slot_];
}

void Loads::add(const Measured& m) {
  const std::size_t uses = m.period.size();
  if (uses == 0) return;
  const double x = m.value_kg;
  const std::uint32_t cell = cell_of(m.method, m.stratum);
  const bool wide = uses >= wide_min;
  if (wide) wide_.push_back({x, m.method, {}});
  for (std::size_t i = 0; i < uses; ++i) {
    const double c = m.coefficient(i);
    const std::uint32_t period = m.period[i];
    if (wide) wide_.back().uses.emplace_back(period, c);
    Sums& single = sums(cell, period, period);
    single.values.add(c * x);
    single.count += c;
    single.squares.add(c * c * x * x);
    single.pairs += c * c;
    for (std::size_t j = i + 1; j < uses && !wide; ++j) {
      const double both = c * m.coefficient(j);
      Sums& pair = sums(cell, std::min(period, m.period[j]), std::max(period, m.period[j]));
      pair.squares.add(both * x * x);
      pair.pairs += both;
    }
  }
}

std::vector<LoadPart> Loads::parts(Methods methods, std::uint32_t sources) const {
  std::vector<LoadPart> out;
  for (std::size_t slot = 0; slot < sums_.size(); ++slot) {
    const std::uint64_t cell = cells_.a(slots_.a(slot));
    const std::uint64_t periods = slots_.b(slot);
    if (high(periods) != low(periods)) continue;
    for (const ErrorTerm& term : methods[high(cell)]) {
      if (term.source == own_source) continue;
      const double load =
          term.sigma * (term.relative ? sums_[slot].values.value() : sums_[slot].count);
      out.push_back({term.source, low(periods), high(cell), low(cell), term.systematic, load});
    }
  }
  return by_source(out, sources);
}

std::vector<OwnPart> Loads::own_parts(Methods methods) const {
  std::vector<OwnPart> out;
  for (std::size_t slot = 0; slot < sums_.size(); ++slot) {
    const std::uint64_t cell = cells_.a(slots_.a(slot));
    const std::uint64_t periods = slots_.b(slot);
    OwnPart part{high(cell), low(cell), high(periods), low(periods), 0, 0};
    for (const ErrorTerm& term : methods[high(cell)]) {
      if (term.source != own_source || term.column != no_column) continue;
      const double variance = term.sigma * term.sigma *
                              (term.relative ? sums_[slot].squares.value() : sums_[slot].pairs);
      (term.systematic ? part.systematic_kg2 : part.random_kg2) += variance;
    }
    if (part.random_kg2 != 0 || part.systematic_kg2 != 0) out.push_back(part);
  }
  return out;
}

TiedLoads::TiedLoads(const Measurements& measurements) : in_(measurements) {
  const bool any = !in_.source_columns.empty();
  if (!any) return;
  begin_.resize(std::size_t{in_.sources} + 1);
  const auto for_each = [&](auto take) {
    for (std::uint32_t m = 0; m < in_.value_kg.size(); ++m) {
      if (in_.use_begin[m] == in_.use_begin[m + 1]) continue;
      const std::vector<ErrorTerm>& terms = in_.methods[in_.method[m]];
      for (std::uint32_t j = 0; j < terms.size(); ++j)
        if (terms[j].column != no_column) take(m, j, in_.source_columns[terms[j].column][m]);
    }
  };
  for_each([&](std::uint32_t, std::uint32_t, std::uint32_t source) { ++begin_[source + 1]; });
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  entries_.resize(begin_.back());
  std::vector<std::size_t> next = begin_;
  for_each([&](std::uint32_t m, std::uint32_t j, std::uint32_t source) {
    entries_[next[source]++] = {m, j};
  });
}

void TiedLoads::append(std::uint32_t source, std::vector<LoadPart>& out) const {
  if (begin_.empty()) return;
  for (std::size_t i = begin_[source]; i < begin_[source + 1]; ++i) {
    const std::uint32_t m = entries_[i].measurement;
    const ErrorTerm& term = in_.methods[in_.method[m]][entries_[i].term];
    const double s = term.relative ? term.sigma * in_.value_kg[m] : term.sigma;
    for (std::uint32_t u = in_.use_begin[m]; u < in_.use_begin[m + 1]; ++u)
      out.push_back({source, in_.use_period[u], in_.method[m], in_.stratum[m], term.systematic,
                     in_.coefficient(u) * s});
  }
}

}  // namespace accord::balance
