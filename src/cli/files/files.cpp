#include "cli/files/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "formats/text/files.h"

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
