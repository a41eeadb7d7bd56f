#include "cli/files/draft_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "cli/files/staged.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view exchange_word = "add-";
constexpr std::string_view pattern = "XXXXXX";

/// What begins the names of drafts for the folder.
std::string prefix_of(const fs::path& folder, DraftFolder::For what) {
  return unfinished_prefix(folder) +
         std::string(what == DraftFolder::For::exchange ? exchange_word : "");
}

int locked(const fs::path& folder, int how) {
  const int file =
      ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat found {};
  if (file < 0 ||
      (::flock(file, how) == 0 && ::fstat(file, &found) == 0 && found.st_uid == ::geteuid()))
    return file;
  ::close(file);
  return -1;
}

std::vector<fs::path> entries_like(const fs::path& folder, const std::string& prefix) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.size() == prefix.size() + pattern.size() && name.starts_with(prefix))
      out.push_back(at->path());
  }
  return out;
}

/// The marker goes last: what is left of it is still known as a draft.
void remove_draft(const fs::path& path) {
  std::error_code error;
  for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->path().filename() != DraftFolder::marker) fs::remove_all(at->path(), ignored);
  }
  fs::remove_all(path, error);
}

fs::path parent_of(const fs::path& folder) {
  return folder.has_parent_path() ? folder.parent_path() : fs::path(".");
}

}  // namespace

void DraftFolder::clean_up(const fs::path& folder, For what, const Keep& keep) {
  for (const fs::path& path : entries_like(parent_of(folder), prefix_of(folder, what))) {
    const int held = locked(path, LOCK_EX | LOCK_NB);
    if (held < 0) continue;
    std::error_code error;
    if (what == For::new_folder || fs::exists(path / marker, error) || fs::is_empty(path, error))
      remove_draft(path);
    else if (keep)
      keep(path);
    ::close(held);
  }
}

DraftFolder::DraftFolder(const fs::path& folder, For what) {
  std::error_code error;
  const fs::path parent = parent_of(folder);
  fs::create_directories(parent, error);
  if (error) {
    why_not_ = error.message();
    return;
  }
  if (what == For::new_folder) clean_up(folder, what);
  const std::string prefix = prefix_of(folder, what);
  std::string name = (parent / (prefix + std::string(pattern))).string();
  if (::mkdtemp(name.data()) != nullptr) {
    path_ = name;
    is_draft_ = true;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::chmod(name.c_str(), 0777U & ~mask);
    descriptor_ = locked(path_, LOCK_SH);
  }
  if (!made()) why_not_ = std::strerror(errno);
}

DraftFolder::~DraftFolder() {
  if (is_draft_) remove_draft(path_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

void DraftFolder::release() {
  is_draft_ = false;
}

}  // namespace accord::cli
