#include "cli/folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "cli/files.h"

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
  explicit Draft(const fs::path& folder) {
    constexpr int names_max = 1000;
    std::error_code error;
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
    for (int n = 0; !error && !made_ && n < names_max; ++n) {
      path_ = folder.string() + fmt::format(".new-{}-{}", ::getpid(), n);
      made_ = fs::create_directory(path_, error);
    }
  }
  ~Draft() {
    std::error_code ignored;
    if (made_) fs::remove_all(path_, ignored);
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
      std::error_code gone;
      if (error && !fs::exists(at->path(), gone)) error.clear();  // removed in the meantime
      if (error) break;
    }
    if (error) return tl::make_unexpected(not_written(path_, error.message()));
    return {};
  }

  /// What stands under its name is no draft any more, and is not removed.
  void release() { made_ = false; }

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

/// A name in the folder that no file there has.
fs::path free_place(const fs::path& folder, const fs::path& name) {
  std::error_code ignored;
  fs::path out = folder / name;
  for (int n = 2; fs::symlink_status(out, ignored).type() != fs::file_type::not_found; ++n)
    out = folder / fmt::format("{}_{}{}", name.stem().string(), n, name.extension().string());
  return out;
}

bool same_bytes(const fs::path& a, const fs::path& b) {
  const auto first = read_file(a.string()), second = read_file(b.string());
  return first && second && *first == *second;
}

/// One entry of the old folder: the same is in the new one already, or it goes there, under a name
/// of its own when another file has its name.
void keep_entry(const fs::path& old, const fs::path& folder) {
  std::error_code error;
  const fs::path there = folder / old.filename();
  if (fs::equivalent(old, there, error) || same_bytes(old, there))
    ::unlink(old.c_str());
  else
    ::renameat2(AT_FDCWD, old.c_str(), AT_FDCWD, free_place(folder, old.filename()).c_str(),
                RENAME_NOREPLACE);
}

/// Brings what came into the old folder after its files were taken over into the new one, until the
/// old folder is empty and gone: only an empty folder can be removed, so that nothing is lost.
/// False when something had to stay behind.
bool keep_late(const fs::path& old, const fs::path& folder) {
  constexpr int rounds_max = 1000;
  for (int round = 0; round < rounds_max; ++round) {
    if (::rmdir(old.c_str()) == 0) return true;
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator at(old, error), end; !error && at != end; at.increment(error))
      found.push_back(at->path());
    for (const fs::path& entry : found) {
      if (fs::symlink_status(entry, error).type() != fs::file_type::directory) {
        keep_entry(entry, folder);
        continue;
      }
      fs::create_directories(folder / entry.filename(), error);
      keep_late(entry, folder / entry.filename());
    }
  }
  return false;
}

/// Who may use the folder stays as it was.
void keep_owner(const fs::path& from, const fs::path& to) {
  struct stat old {};
  if (::stat(from.c_str(), &old) != 0) return;
  // Only the group, and only where the system lets it: nothing depends on the outcome.
  [[maybe_unused]] const int done = ::chown(to.c_str(), static_cast<uid_t>(-1), old.st_gid);
  ::chmod(to.c_str(), old.st_mode & 07777U);
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
  Draft draft(real);
  if (auto done = draft.write(files); !done) return done;
  if (auto done = draft.take(real); !done) return done;
  keep_owner(real, draft.path());
  if (auto done = put(draft, real, RENAME_EXCHANGE); !done) return done;
  draft.release();  // the old folder has its name now
  const bool all_kept = keep_late(draft.path(), real);
  sync(real);
  if (all_kept) return {};
  return fail("E002", "the files are in place, but what came into the folder meanwhile is not",
              draft.path().string(), "move it into the folder by hand");
}

}  // namespace accord::cli
