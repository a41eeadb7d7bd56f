#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "simulation/campaign.h"

/// A campaign from where it stands to its end, in rounds, alone or together with other processes.
namespace accord::simulation {

/// The processes that simulate together; this one is number `rank` of `size`. The default is alone.
class Workers {
 public:
  Workers() = default;
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  virtual ~Workers() = default;
  [[nodiscard]] virtual unsigned rank() const { return 0; }
  [[nodiscard]] virtual unsigned size() const { return 1; }
  /// Replaces the numbers by their sums over all processes, in all of them.
  virtual void sum(std::span<std::uint64_t> numbers) { static_cast<void>(numbers); }
};

struct Progress {
  std::uint64_t chunks = 0;  ///< done, from the beginning: where a later run goes on
  Tally tally;               ///< of these
};

/// Called after each round; false ends the run. In several processes one that says false is enough.
using GoOn = std::function<bool(const Progress&)>;

/// Goes on from `from` (its tally of this campaign) until the end or until told to stop. The same
/// tally for any number of threads and processes, and however often it was stopped between. A round
/// takes about a twentieth of a second.
[[nodiscard]] Progress run(const Campaign& campaign, std::uint64_t sequences, Progress from,
                           unsigned threads, Workers& workers, const GoOn& go_on);

}  // namespace accord::simulation
