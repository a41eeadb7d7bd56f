#include "cli/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "formats/files.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

/// Closes a file descriptor on every way out.
struct Descriptor {
  int number;
  ~Descriptor() {
    if (number > 2) ::close(number);
  }
};

std::string reason() {
  return std::strerror(errno);
}

Error cannot_write(const fs::path& path, const std::string& why) {
  return {"E002", fmt::format("cannot be written: {}", why), path.string(),
          "check that the folder exists, may be written and is not full"};
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

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Descriptor file{path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return tl::make_unexpected(formats::cannot_read(path, errno));
  std::string bytes;
  std::string block(1 << 16, '\0');
  for (;;) {
    const ssize_t count = ::read(file.number, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return tl::make_unexpected(formats::cannot_read(path, errno));
    if (count == 0) return bytes;
    bytes.append(block, 0, static_cast<std::size_t>(count));
  }
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  const fs::path target = fs::is_symlink(path) ? fs::weakly_canonical(path) : path;
  std::string name =
      (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const Descriptor file{::mkstemp(name.data())};
  if (file.number < 0) return tl::make_unexpected(cannot_write(path, reason()));
  struct stat old {};
  mode_t mode = 0666;
  if (::stat(target.c_str(), &old) == 0) {
    mode = old.st_mode & 07777U;
  } else {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    mode &= ~mask;
  }
  const bool done = write_all(file.number, bytes) && ::fchmod(file.number, mode) == 0 &&
                    ::fsync(file.number) == 0 && ::rename(name.c_str(), target.c_str()) == 0;
  if (done) return {};
  const std::string why = reason();
  ::unlink(name.c_str());
  return tl::make_unexpected(cannot_write(path, why));
}

fs::path share_folder() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (ignored) return {};
  const fs::path folder = program.parent_path();
  // bin/accord beside share/accord; or build/PRESET/apps/accord/accord in the source tree.
  for (const fs::path& candidate : {folder.parent_path() / "share/accord",
                                    folder.parent_path().parent_path().parent_path().parent_path()})
    if (fs::is_directory(candidate / "examples", ignored)) return candidate;
  return {};
}

}  // namespace accord::cli
