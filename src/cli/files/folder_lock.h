#pragma once

#include <filesystem>

#include "base/result.h"

namespace accord::cli {

/// A folder held by this process alone, among those that ask for this lock: whoever reads it,
/// decides and then writes holds it for the whole time. The system releases it when the process
/// ends, however it ends; nothing is left on the disk.
class FolderLock {
 public:
  /// Waits until nobody else holds the folder. E006: it cannot be locked.
  [[nodiscard]] static Result<FolderLock> wait_for(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;  ///< of the folder; −1: moved from
};

}  // namespace accord::cli
