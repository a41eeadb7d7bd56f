#include "simulation/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

#include "balance/tests/arguments.h"
#include "balance/tests/page.h"
#include "base/parallel.h"
#include "numerics/solve.h"
#include "simulation/kernel.h"

namespace accord::simulation {

namespace {

/// Whole numbers in the order of the doubles, and back.
std::uint64_t ordered(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  return (bits & sign) != 0 ? ~bits : bits | sign;
}

double unordered(std::uint64_t number) {
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  return std::bit_cast<double>((number & sign) != 0 ? number & ~sign : ~number);
}

constexpr unsigned digit_bits = 16;
constexpr std::size_t digits = std::size_t{1} << digit_bits;
constexpr std::size_t ranks = 3;

/// One order statistic on its way: its rank among the values that share the digits known so far.
struct Search {
  std::uint64_t rank = 0;  ///< values below it, from 0
  std::uint64_t prefix = 0;
};
using Histograms = std::array<std::vector<std::uint64_t>, ranks>;

/// How often each next digit comes among the values that share a search's digits.
void count_digits(const Rule& rule, std::size_t periods, std::uint64_t sequences,
                  std::uint64_t seed, unsigned threads, unsigned shift,
                  const std::array<Search, ranks>& searches, Histograms& total) {
  const std::size_t slots =
      static_cast<std::size_t>(std::min<std::uint64_t>(8, chunks_of(sequences)));
  std::vector<Histograms> counts(slots);
  parallel_for(slots, threads, [&](std::size_t slot) {
    for (auto& histogram : counts[slot]) histogram.assign(digits, 0);
    std::vector<Lane> y;
    Outcome outcome;
    for (std::uint64_t first = slot * lanes; first < sequences; first += slots * lanes) {
      draw({seed, 0}, first, periods, y);
      apply(rule, std::span(y).first(periods), outcome);
      const auto used = static_cast<std::size_t>(std::min<std::uint64_t>(lanes, sequences - first));
      for (std::size_t i = 0; i < used; ++i) {
        const std::uint64_t value = ordered(outcome.peak[i]);
        const std::uint64_t above = shift + digit_bits == 64 ? 0 : value >> (shift + digit_bits);
        for (std::size_t r = 0; r < ranks; ++r)
          if (above == searches[r].prefix) ++counts[slot][r][(value >> shift) & (digits - 1)];
      }
    }
  });
  for (std::size_t r = 0; r < ranks; ++r) {
    total[r].assign(digits, 0);
    for (const Histograms& part : counts)
      for (std::size_t digit = 0; digit < digits; ++digit) total[r][digit] += part[r][digit];
  }
}

}  // namespace

Result<SimulatedLimit> simulated_limit(const Rule& rule, std::size_t periods, double alpha,
                                       std::uint64_t sequences, std::uint64_t seed,
                                       unsigned threads) {
  if (auto error = balance::alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  const auto number = static_cast<double>(sequences);
  if (number * alpha < 10)
    return fail("B108",
                fmt::format("{} sequences are too few for alpha {}: expected at least {}",
                            sequences, alpha, std::ceil(10 / alpha)),
                "sequences");
  // Above the order statistic of this rank there are at most alpha · sequences values.
  const double allowed = std::floor(number * alpha);
  const double spread = 1.959964 * std::sqrt(number * alpha * (1 - alpha));
  const auto rank = [&](double above) {
    return static_cast<std::uint64_t>(std::clamp(number - 1 - std::round(above), 0.0, number - 1));
  };
  std::array<Search, ranks> searches{Search{rank(allowed), 0}, Search{rank(allowed + spread), 0},
                                     Search{rank(allowed - spread), 0}};
  Histograms histograms;
  for (unsigned shift = 64; shift > 0;) {
    shift -= digit_bits;
    count_digits(rule, periods, sequences, seed, threads, shift, searches, histograms);
    for (std::size_t r = 0; r < ranks; ++r) {
      std::uint64_t digit = 0;
      while (searches[r].rank >= histograms[r][digit]) searches[r].rank -= histograms[r][digit++];
      searches[r].prefix = searches[r].prefix << digit_bits | digit;
    }
  }
  return SimulatedLimit{unordered(searches[0].prefix), unordered(searches[1].prefix),
                        unordered(searches[2].prefix)};
}

Result<JointPages> joint_page_limits(const numerics::Cholesky& factor, std::span<const double> k,
                                     double alpha, std::uint64_t sequences, std::uint64_t seed,
                                     unsigned threads) {
  if (auto error = balance::alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (k.empty()) return fail("B102", "no test: expected at least one k", "k");
  if (static_cast<double>(sequences) * alpha < 10)
    return fail("B108", fmt::format("{} sequences are too few for alpha {}", sequences, alpha),
                "sequences");
  JointPages result;
  std::optional<Error> error;
  // The same random numbers for every own probability, so that the joint one grows with it.
  const auto joint = [&](double each) {
    Campaign campaign{
        factor, {{"none", std::vector<double>(factor.size())}}, {}, {{"any", {}}}, seed};
    result.h.clear();
    for (const double one : k) {
      const auto h = balance::page_threshold(factor.size(), each, one);
      if (!h) return error = h.error(), 0.0;
      result.h.push_back(*h);
      campaign.combinations[0].rules.push_back(campaign.rules.size());
      campaign.rules.push_back(*page_rule(factor, {one, *h, 0}));
    }
    const Tally tally = simulate(campaign, sequences, {0, chunks_of(sequences)}, threads);
    result.alpha_each = each;
    result.false_alarm = alarm_probability(tally, 0, k.size(), factor.size() - 1);
    return result.false_alarm.value - alpha;
  };
  double low = alpha / static_cast<double>(k.size());
  double high = alpha;
  if (joint(low); error) return tl::make_unexpected(*std::move(error));
  if (k.size() > 1)
    for (int step = 0; step < 24; ++step) {
      const double middle = 0.5 * (low + high);
      (joint(middle) > 0 ? high : low) = middle;
      if (error) return tl::make_unexpected(*std::move(error));
    }
  joint(low);
  if (error) return tl::make_unexpected(*std::move(error));
  // What the joint probability may be off, relative, the own one is off too: they grow together.
  const double share = std::min(1.959964 * result.false_alarm.standard_error / alpha, 0.5);
  for (const double one : k) {
    const auto low_h =
        balance::page_threshold(factor.size(), std::min(low * (1 + share), 0.999999), one);
    const auto high_h = balance::page_threshold(factor.size(), low * (1 - share), one);
    if (!high_h) return tl::make_unexpected(high_h.error());
    result.h_low.push_back(low_h ? *low_h : 0);
    result.h_high.push_back(*high_h);
  }
  return result;
}

}  // namespace accord::simulation
