#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "base/result.h"

namespace accord::cli {

/// A folder beside the one that is wanted, locked (flock) as long as its process lives, so that the
/// next run knows a leftover; gone at the end unless it was put in place. An existing folder that
/// is to be exchanged has another name: what stands under that name afterwards is the old folder.
class DraftFolder {
 public:
  enum class For { new_folder, exchange };
  using Keep = std::function<void(const std::filesystem::path& old)>;

  /// Removes drafts for the same folder of processes that are no more; what an old folder that was
  /// exchanged still holds goes to `keep`.
  static void clean_up(const std::filesystem::path& folder, For what, const Keep& keep = {});

  /// Makes the folders above as well. For a new folder leftovers are removed first.
  DraftFolder(const std::filesystem::path& folder, For what);
  ~DraftFolder();
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;

  [[nodiscard]] bool made() const { return descriptor_ >= 0; }
  [[nodiscard]] const std::string& why_not() const { return why_not_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// What has its name is no draft any more, and is not removed.
  void release();

  /// A file in drafts that are to be exchanged: without it, it is the old folder.
  static constexpr std::string_view marker = ".accord-draft";

 private:
  std::filesystem::path path_;
  std::string why_not_;
  int descriptor_ = -1;
  bool is_draft_ = false;
};

}  // namespace accord::cli
