#pragma once

#include <atomic>

/// Long calculations ask now and then whether they shall go on.
namespace accord {

/// May throw to whoever asked the question: a host hears Ctrl-C in the middle of a formula.
using StopPoint = void (*)();
inline std::atomic<StopPoint> stop_handler = nullptr;

/// Called in the outer loops of what may take seconds; costs a load where no host has asked for it.
inline void stop_point() {
  if (const StopPoint handler = stop_handler.load(std::memory_order_relaxed)) handler();
}

}  // namespace accord
