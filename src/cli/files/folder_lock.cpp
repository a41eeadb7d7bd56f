#include "cli/files/folder_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace accord::cli {

Result<FolderLock> FolderLock::wait_for(const std::filesystem::path& folder) {
  FolderLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  bool held = lock.descriptor_ >= 0;
  while (held && ::flock(lock.descriptor_, LOCK_EX) != 0) held = errno == EINTR;
  if (held) return lock;
  return fail("E006", fmt::format("the folder cannot be locked: {}", std::strerror(errno)),
              folder.string(),
              "name a folder that may be read, on a disk that knows locks (flock)");
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace accord::cli
