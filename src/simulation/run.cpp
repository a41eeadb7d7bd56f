#include "simulation/run.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "base/contract.h"

namespace accord::simulation {

namespace {

/// Chunks that one process simulates in one round: about 2·10⁸ elementary steps for each thread.
std::uint64_t chunks_in_round(const Campaign& campaign, unsigned threads) {
  std::uint64_t steps =
      campaign.factor.size() + (campaign.measured ? campaign.measured->draws() : 0);
  for (const Rule& rule : campaign.rules) {
    const std::uint64_t periods = campaign.factor.size();
    const bool dense = rule.form == Rule::Form::linear || rule.form == Rule::Form::bilinear;
    steps += campaign.losses.size() * (dense ? periods * periods : periods);
  }
  const std::uint64_t processors =
      threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
  return std::max<std::uint64_t>(1, 200'000'000 / (steps * chunk_size)) * processors;
}

std::vector<std::uint64_t> flat(const Tally& tally) {
  std::vector<std::uint64_t> numbers{tally.sequences};
  for (const auto& loss : tally.alarms)
    for (const auto& rule : loss) numbers.insert(numbers.end(), rule.begin(), rule.end());
  for (const std::int64_t moment : tally.moments)
    numbers.push_back(static_cast<std::uint64_t>(moment));
  return numbers;
}

void fill(Tally& tally, std::span<const std::uint64_t> numbers) {
  tally.sequences = numbers.front();
  std::size_t at = 1;
  for (auto& loss : tally.alarms)
    for (auto& rule : loss)
      for (std::uint64_t& number : rule) number = numbers[at++];
  // Sums of two's complement numbers are the same as sums without a sign.
  for (std::int64_t& moment : tally.moments) moment = static_cast<std::int64_t>(numbers[at++]);
}

}  // namespace

Progress run(const Campaign& campaign, std::uint64_t sequences, Progress from, unsigned threads,
             Workers& workers, const GoOn& go_on) {
  const std::uint64_t chunks = chunks_of(sequences);
  ACCORD_EXPECT(from.chunks <= chunks);
  if (from.tally.alarms.empty()) from.tally = Tally(campaign);
  const std::uint64_t each = chunks_in_round(campaign, threads);
  while (from.chunks < chunks) {
    const std::uint64_t left = chunks - from.chunks;
    const std::uint64_t round = std::min(left, each * workers.size());
    const auto edge = [&](std::uint64_t rank) {
      return from.chunks + round * rank / workers.size();
    };
    const Tally part =
        simulate(campaign, sequences, {edge(workers.rank()), edge(workers.rank() + 1)}, threads);
    std::vector<std::uint64_t> numbers = flat(part);
    workers.sum(numbers);
    Tally whole(campaign);
    fill(whole, numbers);
    from.tally += whole;
    from.chunks += round;
    // All processes have to come to the same answer.
    std::uint64_t stop = go_on(from) ? 0 : 1;
    workers.sum({&stop, 1});
    if (stop != 0) break;
  }
  return from;
}

}  // namespace accord::simulation
