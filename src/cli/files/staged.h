#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

/// Files that are whole before they get their names, and what is done about those of a run that was
/// killed in between.
namespace accord::cli {

/// E002, with what the system says.
[[nodiscard]] Error cannot_write(const std::filesystem::path& path, const std::string& why);

/// ".NAME.accord-": what begins the name of something unfinished that shall be called NAME.
[[nodiscard]] std::string unfinished_prefix(const std::filesystem::path& target);
/// Whether a file or folder is called as an unfinished one.
[[nodiscard]] bool is_unfinished_name(std::string_view name);

/// The bytes, on the disk, under a name of their own in the folder of their target. The file is
/// locked (flock) as long as its process lives: one that can be locked is a leftover. It is gone at
/// the end unless it was put in place.
class StagedFile {
 public:
  /// E002: it cannot be written.
  [[nodiscard]] static Result<StagedFile> make(const std::filesystem::path& target,
                                               std::string_view bytes);
  /// Takes the name of the target. An existing file keeps its permissions.
  [[nodiscard]] Result<void> put();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }

  StagedFile(StagedFile&& other) noexcept;
  StagedFile& operator=(StagedFile&&) = delete;
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  ~StagedFile();

 private:
  StagedFile(std::filesystem::path target, std::filesystem::path path, int descriptor)
      : target_(std::move(target)), path_(std::move(path)), descriptor_(descriptor) {}
  std::filesystem::path target_, path_;
  int descriptor_;  ///< −1: moved from
  bool is_put_ = false;
};

/// Removes unfinished files of processes that are no more from the folder, and finishes a set that
/// one of them had begun to put in place.
void clean_up(const std::filesystem::path& folder);

/// Puts files of one folder in place, all or none: when one cannot be, those before it are taken
/// back; when the process is killed meanwhile, the next `clean_up` of the folder goes on.
[[nodiscard]] Result<void> put_together(std::vector<StagedFile>& files);

}  // namespace accord::cli
