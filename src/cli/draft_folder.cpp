#include "cli/draft_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "cli/staged.h"

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

/// Drafts of processes that are no more.
void remove_leftovers(const fs::path& parent, const std::string& prefix,
                      const std::function<void(const fs::path&)>& keep) {
  for (const fs::path& path : entries_like(parent, prefix)) {
    const int held = locked(path, LOCK_EX | LOCK_NB);
    if (held < 0) continue;
    std::error_code error;
    if (!keep || fs::exists(path / DraftFolder::marker, error) || fs::is_empty(path, error))
      fs::remove_all(path, error);
    else
      keep(path);
    ::close(held);
  }
}

}  // namespace

DraftFolder::DraftFolder(const fs::path& folder, For what,
                         const std::function<void(const fs::path& old)>& keep) {
  std::error_code error;
  const fs::path parent = folder.has_parent_path() ? folder.parent_path() : ".";
  fs::create_directories(parent, error);
  if (error) {
    why_not_ = error.message();
    return;
  }
  const std::string prefix = prefix_of(folder, what);
  remove_leftovers(parent, prefix, keep);
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
  std::error_code ignored;
  if (is_draft_) fs::remove_all(path_, ignored);
  if (descriptor_ >= 0) ::close(descriptor_);
}

void DraftFolder::release() {
  is_draft_ = false;
}

}  // namespace accord::cli
