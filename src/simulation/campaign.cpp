#include "simulation/campaign.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "balance/tests/best_test.h"
#include "base/contract.h"
#include "base/parallel.h"
#include "simulation/kernel.h"

namespace accord::simulation {

namespace {

/// Means of SITMUF for each loss.
std::vector<std::vector<double>> means_of(const Campaign& campaign) {
  ACCORD_EXPECT(!balance::first_determined(campaign.factor));
  std::vector<std::vector<double>> means;
  for (const Loss& loss : campaign.losses) {
    ACCORD_EXPECT(loss.per_period.size() == campaign.factor.size());
    means.push_back(campaign.factor.solve_lower(loss.per_period));
  }
  return means;
}

/// The earliest of the first alarms of several rules.
void earliest(const Combination& combination, const std::vector<Outcome>& outcomes,
              std::array<std::uint32_t, lanes>& first) {
  first.fill(0);
  for (const std::size_t rule : combination.rules)
    for (std::size_t i = 0; i < lanes; ++i) {
      const std::uint32_t here = outcomes[rule].first[i];
      if (here != 0 && (first[i] == 0 || here < first[i])) first[i] = here;
    }
}

/// SITMUF without loss of 64 sequences: drawn, or from the measurements.
void draw_sitmuf(const Campaign& campaign, std::uint64_t first, std::vector<Lane>& work,
                 std::vector<Lane>& y) {
  if (!campaign.measured) return draw({campaign.seed, 0}, first, campaign.factor.size(), y);
  campaign.measured->draw_muf_errors(campaign.seed, first, work);
  whiten(campaign.factor, work, y);
}

void add_moments(std::span<const Lane> y, std::size_t used, std::vector<double>& sums) {
  std::size_t at = 0;
  for (const Lane& period : y)
    for (std::size_t i = 0, here = at++; i < used; ++i) sums[here] += period[i];
  for (std::size_t t = 0; t < y.size(); ++t)
    for (std::size_t u = 0; u <= t; ++u, ++at)
      for (std::size_t i = 0; i < used; ++i) sums[at] += y[t][i] * y[u][i];
}

constexpr double moment_unit = 0x1p-20;

void count(const std::array<std::uint32_t, lanes>& first, std::size_t used,
           std::vector<std::uint64_t>& alarms) {
  for (std::size_t i = 0; i < used; ++i)
    if (first[i] != 0) ++alarms[first[i] - 1];
}

/// One chunk, by blocks of as many sequences as there are lanes.
Tally simulate_chunk(const Campaign& campaign, const std::vector<std::vector<double>>& means,
                     std::uint64_t first, std::uint64_t count_in_chunk) {
  Tally tally(campaign);
  tally.sequences = count_in_chunk;
  std::vector<Lane> y;
  std::vector<Lane> work;
  std::vector<double> sums(tally.moments.size());
  std::vector<Lane> sitmuf;
  std::vector<Outcome> outcomes(campaign.rules.size());
  std::array<std::uint32_t, lanes> combined;
  for (std::uint64_t done = 0; done < count_in_chunk; done += lanes) {
    const auto used =
        static_cast<std::size_t>(std::min<std::uint64_t>(lanes, count_in_chunk - done));
    draw_sitmuf(campaign, first + done, work, y);
    if (!sums.empty()) add_moments(std::span(y).first(campaign.factor.size()), used, sums);
    for (std::size_t loss = 0; loss < means.size(); ++loss) {
      shift(y, means[loss], sitmuf);
      for (std::size_t rule = 0; rule < outcomes.size(); ++rule) {
        apply(campaign.rules[rule], sitmuf, outcomes[rule]);
        count(outcomes[rule].first, used, tally.alarms[loss][rule]);
      }
      for (std::size_t c = 0; c < campaign.combinations.size(); ++c) {
        earliest(campaign.combinations[c], outcomes, combined);
        count(combined, used, tally.alarms[loss][outcomes.size() + c]);
      }
    }
  }
  // A chunk is always summed in the same order; from here on sums are exact.
  for (std::size_t i = 0; i < sums.size(); ++i)
    tally.moments[i] = std::llround(sums[i] / moment_unit);
  return tally;
}

}  // namespace

Tally::Tally(const Campaign& campaign)
    : alarms(campaign.losses.size(), std::vector<std::vector<std::uint64_t>>(
                                         campaign.rules.size() + campaign.combinations.size(),
                                         std::vector<std::uint64_t>(campaign.factor.size()))),
      moments(campaign.measured ? campaign.factor.size() * (campaign.factor.size() + 3) / 2 : 0) {}

Tally& Tally::operator+=(const Tally& other) {
  ACCORD_EXPECT(alarms.size() == other.alarms.size());
  sequences += other.sequences;
  for (std::size_t loss = 0; loss < alarms.size(); ++loss)
    for (std::size_t rule = 0; rule < alarms[loss].size(); ++rule)
      for (std::size_t t = 0; t < alarms[loss][rule].size(); ++t)
        alarms[loss][rule][t] += other.alarms[loss][rule][t];
  for (std::size_t i = 0; i < moments.size(); ++i) moments[i] += other.moments[i];
  return *this;
}

Estimate alarm_probability(const Tally& tally, std::size_t loss, std::size_t rule,
                           std::size_t period) {
  ACCORD_EXPECT(tally.sequences > 0);
  std::uint64_t alarms = 0;
  for (std::size_t t = 0; t <= period; ++t) alarms += tally.alarms[loss][rule][t];
  const auto sequences = static_cast<double>(tally.sequences);
  const double p = static_cast<double>(alarms) / sequences;
  return {p, std::sqrt(p * (1 - p) / sequences)};
}

SitmufMoments sitmuf_moments(const Tally& tally) {
  ACCORD_EXPECT(tally.sequences > 0 && !tally.moments.empty());
  std::size_t periods = 0;
  while (periods * (periods + 3) / 2 < tally.moments.size()) ++periods;
  const double scale = moment_unit / static_cast<double>(tally.sequences);
  SitmufMoments found{std::vector<double>(periods), numerics::Matrix(periods, periods)};
  for (std::size_t t = 0; t < periods; ++t)
    found.mean[t] = scale * static_cast<double>(tally.moments[t]);
  std::size_t at = periods;
  for (std::size_t t = 0; t < periods; ++t)
    for (std::size_t u = 0; u <= t; ++u, ++at)
      found.covariance(t, u) = found.covariance(u, t) =
          scale * static_cast<double>(tally.moments[at]) - found.mean[t] * found.mean[u];
  return found;
}

Tally simulate(const Campaign& campaign, std::uint64_t sequences, Range range, unsigned threads) {
  ACCORD_EXPECT(range.first <= range.last && range.last <= chunks_of(sequences));
  const auto means = means_of(campaign);
  std::vector<Tally> slots(
      static_cast<std::size_t>(std::min<std::uint64_t>(64, range.last - range.first)),
      Tally(campaign));
  // Each slot takes every 64th chunk: few tallies, whatever the number of chunks.
  parallel_for(slots.size(), threads, [&](std::size_t slot) {
    for (std::uint64_t chunk = range.first + slot; chunk < range.last; chunk += slots.size()) {
      const std::uint64_t first = chunk * chunk_size;
      slots[slot] +=
          simulate_chunk(campaign, means, first, std::min(chunk_size, sequences - first));
    }
  });
  Tally tally(campaign);
  for (const Tally& slot : slots) tally += slot;
  return tally;
}

numerics::Matrix sample(const Campaign& campaign, std::size_t loss, std::uint64_t first,
                        std::size_t sequences, unsigned threads) {
  const std::size_t periods = campaign.factor.size();
  const std::vector<double>& lost = campaign.losses.at(loss).per_period;
  numerics::Matrix muf(sequences, periods);
  parallel_for((sequences + lanes - 1) / lanes, threads, [&](std::size_t block) {
    std::vector<Lane> y;
    std::vector<Lane> work;
    draw_sitmuf(campaign, first + block * lanes, work, y);
    const std::size_t used = std::min(lanes, sequences - block * lanes);
    for (std::size_t i = 0; i < used; ++i)
      for (std::size_t t = 0; t < periods; ++t) {
        double sum = lost[t];
        for (std::size_t u = 0; u <= t; ++u) sum += campaign.factor(t, u) * y[u][i];
        muf(block * lanes + i, t) = sum;
      }
  });
  return muf;
}

}  // namespace accord::simulation
