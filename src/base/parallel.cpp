#include "base/parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace accord {

void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& body) {
  if (threads == 1 || count < 2) {
    for (std::size_t i = 0; i < count; ++i) body(i);
    return;
  }
  constexpr unsigned most = 1024;
  const int wanted =
      threads == 0 ? tbb::task_arena::automatic : static_cast<int>(std::min(threads, most));
  // Without it more threads than processors are not given, and a warning is printed.
  std::optional<tbb::global_control> allowed;
  if (threads > 0)
    allowed.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(wanted));
  tbb::task_arena arena(wanted);
  try {
    arena.execute(
        [&] { tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { body(i); }); });
  } catch (const std::runtime_error& fault) {
    // What the library says when the system gives it no thread.
    if (!std::string_view(fault.what()).starts_with("pthread_create")) throw;
    throw std::system_error(EAGAIN, std::generic_category(), "no thread for parallel work");
  }
}

}  // namespace accord
