#pragma once

#include <functional>

namespace accord {

/// Calls `work` on up to so many threads, this one among them, and waits for all. Where the system
/// gives no more threads there are fewer: `work` takes what is left to do, whoever else does. The
/// first exception of one of them is thrown here.
void on_threads(unsigned count, const std::function<void()>& work);

}  // namespace accord
