#include "simulation/kernel.h"

#include <cmath>
#include <limits>
#include <memory>

#include "numerics/lanes.h"

namespace accord::simulation {

namespace {

[[gnu::always_inline]] inline void note(const double* statistic, double scale, double limit,
                                        std::uint32_t period, Outcome& outcome) {
  double* const peak = outcome.peak.data();
  std::uint32_t* const first = outcome.first.data();
  for (std::size_t i = 0; i < lanes; ++i) {
    const double value = statistic[i] * scale;
    peak[i] = value > peak[i] ? value : peak[i];
    first[i] = first[i] == 0 && value > limit ? period : first[i];
  }
}

[[gnu::always_inline]] inline void add_row(const double* weights, const Lane* sitmuf,
                                           std::size_t count, double* sum) {
  for (std::size_t i = 0; i < lanes; ++i) sum[i] = 0;
  for (std::size_t u = 0; u < count; ++u)
    for (std::size_t i = 0; i < lanes; ++i) sum[i] += weights[u] * sitmuf[u][i];
}

[[gnu::always_inline]] inline void linear(const Rule& rule, const Lane* sitmuf, std::size_t periods,
                                          Outcome& outcome) {
  alignas(64) double sum[lanes];
  for (std::size_t t = 0; t < periods; ++t) {
    if (rule.scale[t] == 0) continue;
    add_row(rule.left.values.data() + t * periods, sitmuf, t + 1, sum);
    if (rule.two_sided)
      for (std::size_t i = 0; i < lanes; ++i) sum[i] = std::fabs(sum[i]);
    note(sum, rule.scale[t], rule.limit, static_cast<std::uint32_t>(t + 1), outcome);
  }
}

[[gnu::always_inline]] inline void page(const Rule& rule, const Lane* sitmuf, std::size_t periods,
                                        Outcome& outcome) {
  alignas(64) double level[lanes];
  for (std::size_t i = 0; i < lanes; ++i) level[i] = rule.headstart;
  for (std::size_t t = 0; t < periods; ++t) {
    for (std::size_t i = 0; i < lanes; ++i) {
      const double next = level[i] + rule.sign * sitmuf[t][i] - rule.k;
      level[i] = next > 0 ? next : 0;
    }
    note(level, 1, rule.limit, static_cast<std::uint32_t>(t + 1), outcome);
  }
}

[[gnu::always_inline]] inline void squares(const Rule& rule, const Lane* sitmuf,
                                           std::size_t periods, Outcome& outcome) {
  alignas(64) double sum[lanes];
  for (std::size_t i = 0; i < lanes; ++i) sum[i] = 0;
  for (std::size_t t = 0; t < periods; ++t) {
    for (std::size_t i = 0; i < lanes; ++i) sum[i] += sitmuf[t][i] * sitmuf[t][i];
    if (rule.scale[t] != 0)
      note(sum, rule.scale[t], rule.limit, static_cast<std::uint32_t>(t + 1), outcome);
  }
}

[[gnu::always_inline]] inline void bilinear(const Rule& rule, const Lane* sitmuf,
                                            std::size_t periods, Outcome& outcome) {
  alignas(64) double sum[lanes];
  alignas(64) double left[lanes];
  alignas(64) double right[lanes];
  for (std::size_t i = 0; i < lanes; ++i) sum[i] = 0;
  for (std::size_t row = 0; row < rule.left.rows; ++row) {
    add_row(rule.left.values.data() + row * periods, sitmuf, periods, left);
    add_row(rule.right.values.data() + row * periods, sitmuf, periods, right);
    for (std::size_t i = 0; i < lanes; ++i) sum[i] += left[i] * right[i];
  }
  note(sum, 1, rule.limit, static_cast<std::uint32_t>(periods), outcome);
}

[[gnu::always_inline]] inline void run(const Rule& rule, const Lane* sitmuf, std::size_t periods,
                                       Outcome& outcome) {
  for (std::size_t i = 0; i < lanes; ++i) {
    outcome.first[i] = 0;
    outcome.peak[i] = -std::numeric_limits<double>::infinity();
  }
  switch (rule.form) {
    case Rule::Form::linear:
      return linear(rule, sitmuf, periods, outcome);
    case Rule::Form::page:
      return page(rule, sitmuf, periods, outcome);
    case Rule::Form::squares:
      return squares(rule, sitmuf, periods, outcome);
    case Rule::Form::bilinear:
      return bilinear(rule, sitmuf, periods, outcome);
  }
}

ACCORD_LANES(run, (const Rule& rule, const Lane* sitmuf, std::size_t periods, Outcome& outcome),
             (rule, sitmuf, periods, outcome))

const auto chosen = run_versions().back();

}  // namespace

void draw(const numerics::RandomStream& stream, std::uint64_t first, std::size_t periods,
          std::vector<Lane>& y) {
  y.resize((periods + 3) / 4 * 4);  // whole draws; the rest of the last one is not used
  for (std::size_t t = 0; t < periods; t += 4) {
    numerics::NormalBlock block;
    numerics::normal_block(stream, first, static_cast<std::uint32_t>(t / 4), block);
    for (std::size_t j = 0; j < 4; ++j) y[t + j] = block[j];
  }
}

void shift(std::span<const Lane> y, std::span<const double> means, std::vector<Lane>& sitmuf) {
  sitmuf.resize(means.size());
  for (std::size_t t = 0; t < means.size(); ++t)
    for (std::size_t i = 0; i < lanes; ++i) sitmuf[t][i] = y[t][i] + means[t];
}

void apply(const Rule& rule, std::span<const Lane> sitmuf, Outcome& outcome) {
  chosen(rule, sitmuf.data(), sitmuf.size(), outcome);
}

}  // namespace accord::simulation
