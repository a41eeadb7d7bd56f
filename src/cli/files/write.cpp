#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <system_error>

#include "cli/files/files.h"
#include "cli/files/staged.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

std::string reason() {
  return std::strerror(errno);
}

Error not_a_file(const fs::path& path, const std::string& what) {
  return {"E002", "cannot be written: it is " + what, path.string(), "name a file"};
}

/// Where a name leads.
struct Followed {
  fs::path target;  ///< no link; may not be there
  /// N of /dev/fd/N, /dev/stdout and the like: an open descriptor of this process. What that leads
  /// to may have no name (a pipe), or be a file that is only appended to.
  std::optional<int> descriptor;
};

bool is_number(const std::string& name) {
  constexpr std::size_t digits_max = 8;
  return !name.empty() && name.size() <= digits_max &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

Result<Followed> follow(const fs::path& path) {
  constexpr int links_max = 40;
  std::error_code error;
  const fs::path own = fs::canonical("/proc/self/fd", error);
  fs::path at = path;
  for (int n = 0; n < links_max; ++n) {
    const fs::path folder = fs::canonical(at.has_parent_path() ? at.parent_path() : ".", error);
    if (error) break;
    if (folder == own && is_number(at.filename().string()))
      return Followed{at, std::stoi(at.filename().string())};
    if (!fs::is_symlink(at, error)) return Followed{at, std::nullopt};
    const fs::path next = fs::read_symlink(at, error);
    if (error) break;
    at = folder / next;
  }
  return tl::make_unexpected(cannot_write(path, error ? error.message() : std::strerror(ELOOP)));
}

/// What takes bytes as they come, and is not replaced.
Result<void> write_through(const fs::path& path, int file, std::string_view bytes) {
  if (file < 0) return tl::make_unexpected(cannot_write(path, reason()));
  // A reader of the pipe that goes away is an error with its message, not the end of the program.
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  bool done = true;
  while (done && !bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    done = count >= 0 || errno == EINTR;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  const std::string why = done ? "" : reason();
  ::close(file);
  std::signal(SIGPIPE, before);
  if (done) return {};
  return tl::make_unexpected(cannot_write(path, why));
}

Result<void> replace(const fs::path& named, const fs::path& target, std::string_view bytes) {
  clean_up(target.parent_path());
  auto staged = StagedFile::make(target, bytes);
  Result<void> done;
  if (staged)
    done = staged->put();
  else
    done = tl::make_unexpected(staged.error());
  if (!done) done.error().where = named.string();
  return done;
}

}  // namespace

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  const auto followed = follow(path);
  if (!followed) return tl::make_unexpected(followed.error());
  if (followed->descriptor)
    return write_through(path, ::fcntl(*followed->descriptor, F_DUPFD_CLOEXEC, 3), bytes);
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) {
    if (errno != ENOENT) return tl::make_unexpected(cannot_write(path, reason()));
  } else if (S_ISDIR(found.st_mode)) {
    return tl::make_unexpected(not_a_file(path, "a folder"));
  } else if (S_ISBLK(found.st_mode)) {
    return tl::make_unexpected(not_a_file(path, "a disk"));
  } else if (S_ISSOCK(found.st_mode)) {
    return tl::make_unexpected(not_a_file(path, "a socket"));
  } else if (!S_ISREG(found.st_mode)) {
    return write_through(path, ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC), bytes);
  }
  return replace(path, followed->target, bytes);
}

Result<void> check_own_name(const fs::path& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0 || S_ISREG(found.st_mode)) return {};
  Error fault = not_a_file(path, S_ISLNK(found.st_mode)   ? "a link"
                                 : S_ISDIR(found.st_mode) ? "a folder"
                                                          : "not a file");
  fault.remedy = "remove it, or name another folder with -o";
  return tl::make_unexpected(std::move(fault));
}

Result<void> write_files(const std::vector<std::pair<fs::path, std::string>>& files) {
  for (const auto& [path, bytes] : files)
    if (auto checked = check_own_name(path); !checked) return checked;
  clean_up(files.front().first.parent_path());
  std::vector<StagedFile> staged;
  for (const auto& [path, bytes] : files) {
    auto file = StagedFile::make(path, bytes);
    if (!file) return tl::make_unexpected(file.error());
    staged.push_back(*std::move(file));
  }
  return put_together(staged);
}

}  // namespace accord::cli
