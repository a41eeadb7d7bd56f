#pragma once

#include <cstddef>
#include <functional>

namespace accord {

/// body(0) … body(count − 1), in any order and on at most `threads` threads (0: one for each
/// processor). Each number writes only its own slot, and who reads the slots goes through them in
/// order: results do not depend on the number of threads. The body throws nothing.
void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& body);

}  // namespace accord
