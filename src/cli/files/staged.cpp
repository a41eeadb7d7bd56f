#include "cli/files/staged.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "formats/text/files.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view mark = ".accord-";
constexpr std::size_t random_letters = 6;
constexpr std::size_t name_max = 200;  ///< of a target's name, in its unfinished one
constexpr std::string_view set_prefix = ".accord-set-";  ///< of lists of what goes together
constexpr std::string_view old_suffix = ".old";          ///< what a file was before

std::string reason() {
  return std::strerror(errno);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

mode_t mode_for(const fs::path& target) {
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) return old.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// A new file that this process holds locked. Whoever cleans up may lock it first and remove it:
/// then it is made again.
int make_locked(std::string& name) {
  constexpr int attempts_max = 100;
  const std::string pattern = name;
  for (int n = 0; n < attempts_max; ++n) {
    name = pattern;
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) return file;
    static_cast<void>(::flock(file, LOCK_EX));  // where there are no locks nothing is cleaned up
    struct stat now {};
    if (::fstat(file, &now) == 0 && now.st_nlink > 0) return file;
    ::close(file);
  }
  errno = EBUSY;
  return -1;
}

/// A leftover, held locked while it is looked at. Nothing when its process lives.
class Leftover {
 public:
  explicit Leftover(const fs::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    struct stat found {};
    is_own_ = descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 &&
              ::fstat(descriptor_, &found) == 0 && S_ISREG(found.st_mode) &&
              found.st_uid == ::geteuid();
  }
  ~Leftover() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Leftover(const Leftover&) = delete;
  Leftover& operator=(const Leftover&) = delete;

  explicit operator bool() const { return is_own_; }

 private:
  int descriptor_;
  bool is_own_;
};

void sync_folder(const fs::path& folder) {
  const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  static_cast<void>(::fsync(file));
  ::close(file);
}

/// One line of a list: the unfinished name and that of the target, parted by a slash, which no name
/// can have.
std::string line_of(const StagedFile& file) {
  return file.path().filename().string() + "/" + file.target().filename().string() + "\n";
}

/// Goes on with a set: whatever of it is still under its unfinished name gets that of its target.
void finish_set(const fs::path& folder, const fs::path& list) {
  const auto text = formats::file_bytes(list);
  if (!text) return;
  for (const std::string_view line : split(*text, "\n")) {
    const std::size_t slash = line.find('/');
    if (slash == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, slash), target = line.substr(slash + 1);
    if (is_unfinished_name(name) && target.find('/') == std::string_view::npos &&
        name.starts_with(unfinished_prefix(target)))
      static_cast<void>(::rename((folder / name).c_str(), (folder / target).c_str()));
  }
  sync_folder(folder);
}

/// What stood under the name of a file that is put in place.
class Before {
 public:
  explicit Before(const StagedFile& file)
      : target_(file.target()), kept_(file.path().string() + std::string(old_suffix)) {
    errno = 0;
    is_kept_ = ::link(target_.c_str(), kept_.c_str()) == 0;
    was_none_ = errno == ENOENT;
  }
  ~Before() {
    if (is_kept_) ::unlink(kept_.c_str());
  }
  Before(Before&& other) noexcept
      : target_(std::move(other.target_)),
        kept_(std::move(other.kept_)),
        is_kept_(std::exchange(other.is_kept_, false)),
        was_none_(other.was_none_) {}
  Before& operator=(Before&&) = delete;
  Before(const Before&) = delete;
  Before& operator=(const Before&) = delete;

  /// As it was, also when it was not there.
  void restore() {
    if (is_kept_) is_kept_ = ::rename(kept_.c_str(), target_.c_str()) != 0;
    if (was_none_) ::unlink(target_.c_str());
  }

 private:
  fs::path target_;
  std::string kept_;
  bool is_kept_ = false, was_none_ = false;
};

}  // namespace

Error cannot_write(const fs::path& path, const std::string& why) {
  return {"E002", fmt::format("cannot be written: {}", why), path.string(),
          "check that the folder exists, may be written and is not full"};
}

std::string unfinished_prefix(const fs::path& target) {
  return "." + target.filename().string().substr(0, name_max) + std::string(mark);
}

bool is_unfinished_name(std::string_view name) {
  if (name.ends_with(old_suffix)) name.remove_suffix(old_suffix.size());
  const std::size_t at = name.rfind(mark);
  return name.starts_with('.') && at != std::string_view::npos && at > 1 &&
         name.size() == at + mark.size() + random_letters &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(at + mark.size()), name.end(),
                     [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

Result<StagedFile> StagedFile::make(const fs::path& target, std::string_view bytes) {
  std::string name =
      (target.parent_path() / (unfinished_prefix(target) + std::string(random_letters, 'X')))
          .string();
  const int file = make_locked(name);
  if (file < 0) return tl::make_unexpected(cannot_write(target, reason()));
  StagedFile out(target, name, file);
  const bool done =
      write_all(file, bytes) && ::fchmod(file, mode_for(target)) == 0 && ::fsync(file) == 0;
  if (!done) return tl::make_unexpected(cannot_write(target, reason()));
  return out;
}

Result<void> StagedFile::put() {
  if (::rename(path_.c_str(), target_.c_str()) != 0)
    return tl::make_unexpected(cannot_write(target_, reason()));
  is_put_ = true;
  return {};
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : target_(std::move(other.target_)),
      path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      is_put_(other.is_put_) {}

StagedFile::~StagedFile() {
  if (descriptor_ < 0) return;
  if (!is_put_) ::unlink(path_.c_str());
  ::close(descriptor_);
}

void clean_up(const fs::path& folder) {
  const fs::path here = folder.empty() ? "." : folder;
  std::vector<fs::path> sets, files;
  std::error_code error;
  for (fs::directory_iterator at(here, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(set_prefix))
      sets.push_back(at->path());
    else if (is_unfinished_name(name))
      files.push_back(at->path());
  }
  for (const fs::path& list : sets)
    if (const Leftover held(list); held) {
      finish_set(here, list);
      ::unlink(list.c_str());
    }
  for (const fs::path& file : files)
    if (const Leftover held(file); held) ::unlink(file.c_str());
}

Result<void> put_together(std::vector<StagedFile>& files) {
  if (files.size() == 1) return files.front().put();
  const fs::path folder = files.front().target().parent_path();
  std::string lines;
  for (const StagedFile& file : files) lines += line_of(file);
  auto list = StagedFile::make(folder / "set", lines);
  if (!list) return tl::make_unexpected(list.error());
  std::vector<Before> before;
  for (const StagedFile& file : files) before.emplace_back(file);
  // From here on the set will be whole: by this process, or by the next that cleans up.
  const std::string unfinished = list->path().string();
  const fs::path begun =
      folder / (std::string(set_prefix) + unfinished.substr(unfinished.size() - random_letters));
  Result<void> done;
  if (::rename(unfinished.c_str(), begun.c_str()) != 0)
    done = tl::make_unexpected(cannot_write(folder, reason()));
  sync_folder(folder);
  std::size_t count = 0;
  for (; done && count < files.size(); ++count) done = files[count].put();
  ::unlink(begun.c_str());
  if (!done)
    for (std::size_t i = 0; i + 1 < count; ++i) before[i].restore();
  sync_folder(folder);
  return done;
}

}  // namespace accord::cli
