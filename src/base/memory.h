#pragma once

#include <cstddef>
#include <vector>

namespace accord {

/// Brings the pages of fresh memory in at once, which costs a fraction of bringing them in one by
/// one when they are first used. A hint: without it, or where the system does not know it, all
/// works the same.
void populate(void* begin, std::size_t bytes);

/// `reserve` and `populate`, for what will be filled.
template <class T>
void reserve_populated(std::vector<T>& out, std::size_t count) {
  out.reserve(count);
  populate(out.data(), count * sizeof(T));
}

}  // namespace accord
