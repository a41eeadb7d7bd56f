#pragma once

#include <pybind11/pybind11.h>

#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>

#include "assessment/scenario_source.h"
#include "simulation/run.h"

namespace accord::python {

/// A simulation on a thread of its own, so that Python hears Ctrl-C whatever is being computed.
struct SimulationJob {
  assessment::ScenarioSource source;  ///< without errors
  unsigned threads = 0;

  std::atomic<bool> stop = false;
  std::atomic<std::uint64_t> sequences_done = 0;
  std::atomic<bool> simulating = false;  ///< the limits are known, sequences are being counted

  // Of the thread until `done`, then of the caller.
  assessment::CampaignAnswer answer;
  simulation::Progress progress;
  std::exception_ptr failure;

  std::mutex mutex;
  std::condition_variable changed;
  bool done = false;
};

/// Prepares and simulates; `progress(done, sequences)` is called on the calling thread about ten
/// times a second, and once at the end. An exception (Ctrl-C, or one of `progress`) ends the wait
/// at once; the thread ends by itself with its present step.
void run(const std::shared_ptr<SimulationJob>& job, const pybind11::object& progress);

}  // namespace accord::python
