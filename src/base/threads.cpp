#include "base/threads.h"

#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace accord {

void on_threads(unsigned count, const std::function<void()>& work) {
  std::exception_ptr first;
  std::mutex one_at_a_time;
  const auto guarded = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard held(one_at_a_time);
      if (!first) first = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(count);
  try {
    while (threads.size() + 1 < count) threads.emplace_back(guarded);
  } catch (const std::system_error&) {  // no more threads: the work is done by those there are
  }
  guarded();
  for (std::thread& thread : threads) thread.join();
  if (first) std::rethrow_exception(first);
}

}  // namespace accord
