#include "simulation_job.h"

#include <chrono>
#include <thread>

namespace py = pybind11;

namespace accord::python {

namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 50ms;  ///< for Ctrl-C
constexpr int tell_every = 2;      ///< looks between two calls of `progress`
constexpr auto patience = 50ms;    ///< for a stopped thread, before it is left to end alone

void work(SimulationJob& job) {
  job.answer = assessment::prepare_campaign(job.source, job.threads);
  if (has_errors(job.answer.problems) || job.stop) return;
  job.simulating = true;
  simulation::Workers alone;
  job.progress = simulation::run(job.answer.prepared.campaign, job.source.scenario.sequences, {},
                                 job.threads, alone, [&](const simulation::Progress& now) {
                                   job.sequences_done = now.tally.sequences;
                                   return !job.stop;
                                 });
}

void work_to_the_end(const std::shared_ptr<SimulationJob>& job) {
  try {
    work(*job);
  } catch (...) {
    job->failure = std::current_exception();
  }
  const std::lock_guard lock(job->mutex);
  job->done = true;
  job->changed.notify_all();
}

bool done_within(SimulationJob& job, std::chrono::milliseconds time) {
  const py::gil_scoped_release release;
  std::unique_lock lock(job.mutex);
  return job.changed.wait_for(lock, time, [&] { return job.done; });
}

void wait(SimulationJob& job, const py::object& progress) {
  for (int looks = 1; !done_within(job, look_every); ++looks) {
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!progress.is_none() && job.simulating && looks % tell_every == 0)
      progress(job.sequences_done.load(), job.source.scenario.sequences);
  }
}

}  // namespace

void run(const std::shared_ptr<SimulationJob>& job, const py::object& progress) {
  std::thread thread(work_to_the_end, job);
  try {
    wait(*job, progress);
  } catch (...) {
    job->stop = true;
    if (done_within(*job, patience))
      thread.join();
    else
      thread.detach();  // it holds all it needs, and nothing of Python
    throw;
  }
  thread.join();
  if (job->failure) std::rethrow_exception(job->failure);
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  if (!progress.is_none() && !has_errors(job->answer.problems))
    progress(job->source.scenario.sequences, job->source.scenario.sequences);
}

}  // namespace accord::python
