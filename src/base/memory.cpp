#include "base/memory.h"

#include <sys/mman.h>

#include <cstdint>

namespace accord {

void populate([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_POPULATE_WRITE
  constexpr std::uintptr_t page = 4096;
  constexpr std::size_t least = 4 * page;  // below, a call costs more than it saves
  if (bytes < least) return;
  // Whole pages only: those at the ends belong to others as well.
  const auto at = reinterpret_cast<std::uintptr_t>(begin);
  const std::uintptr_t first = (at + page - 1) / page * page, last = (at + bytes) / page * page;
  if (first < last)
    static_cast<void>(::madvise(reinterpret_cast<void*>(first),  // NOLINT: a page, not an object
                                last - first, MADV_POPULATE_WRITE));
#endif
}

}  // namespace accord
