#include "cli/print/descriptors.h"

#include <fcntl.h>
#include <unistd.h>

namespace accord::cli {

void keep_standard_descriptors() {
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
    if (::fcntl(number, F_GETFD) >= 0) continue;
    // The lowest free number is taken, which is this one. Opened the wrong way round, so that an
    // answer that cannot be printed, and input that cannot be read, are errors and not lost.
    const int way = number == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    if (::open("/dev/null", way) != number) static_cast<void>(::open("/", O_PATH));
  }
}

}  // namespace accord::cli
