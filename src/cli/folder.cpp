#include "cli/folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

Error not_written(const fs::path& path, const std::string& why) {
  return {"E002", fmt::format("cannot be written: {}", why), path.string(),
          "name a folder that can be written, with room on the disk"};
}

/// On the disk before this returns, so that nothing acknowledged is lost.
bool sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0;
  ::close(file);
  return done;
}

bool write_synced(const fs::path& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wbx");
  if (file == nullptr) return false;
  bool done = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  done = std::fflush(file) == 0 && done;
  done = ::fsync(::fileno(file)) == 0 && done;
  return std::fclose(file) == 0 && done;
}

/// A folder beside the one that is wanted; gone at the end unless it was put in place.
class Draft {
 public:
  explicit Draft(const fs::path& folder)
      : path_(folder.string() + fmt::format(".new-{}", ::getpid())) {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
    made_ = fs::create_directories(path_, ignored);
  }
  ~Draft() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

  [[nodiscard]] Result<void> write(const std::vector<NamedBytes>& files) const {
    if (!made_) return tl::make_unexpected(not_written(path_, "the folder cannot be made"));
    for (const NamedBytes& file : files) {
      errno = 0;
      if (!write_synced(path_ / file.name, file.bytes))
        return tl::make_unexpected(not_written(path_ / file.name, std::strerror(errno)));
    }
    return {};
  }

  /// The same files, without copying their bytes where the disk allows it.
  [[nodiscard]] Result<void> take(const fs::path& folder) const {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      const fs::path to = path_ / at->path().filename();
      fs::create_hard_link(at->path(), to, error);
      if (error) fs::copy(at->path(), to, fs::copy_options::recursive, error);
      if (error) break;
    }
    if (error) return tl::make_unexpected(not_written(path_, error.message()));
    return {};
  }

 private:
  fs::path path_;
  bool made_ = false;
};

Result<void> put(const Draft& draft, const fs::path& folder, unsigned how) {
  const bool done = sync(draft.path()) &&
                    ::renameat2(AT_FDCWD, draft.path().c_str(), AT_FDCWD, folder.c_str(), how) == 0;
  if (!done) return tl::make_unexpected(not_written(folder, std::strerror(errno)));
  sync(fs::absolute(folder).parent_path());
  return {};
}

}  // namespace

Result<void> write_new_folder(const fs::path& folder, const std::vector<NamedBytes>& files) {
  std::error_code ignored;
  if (fs::exists(folder, ignored))
    return fail("E005", "the folder is there already", folder.string(), "name a new folder");
  const Draft draft(folder);
  if (auto done = draft.write(files); !done) return done;
  return put(draft, folder, RENAME_NOREPLACE);
}

Result<void> add_to_folder(const fs::path& folder, const std::vector<NamedBytes>& files) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);  // the folder itself, not a link to it
  if (error) return write_new_folder(folder, files);
  const Draft draft(real);
  if (auto done = draft.write(files); !done) return done;
  if (auto done = draft.take(real); !done) return done;
  return put(draft, real, RENAME_EXCHANGE);
}

}  // namespace accord::cli
