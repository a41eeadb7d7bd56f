#include "cli/files/folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "cli/files/draft_folder.h"
#include "cli/files/files.h"

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

Result<void> write_into(const DraftFolder& draft, const std::vector<NamedBytes>& files) {
  if (!draft.made())
    return tl::make_unexpected(
        not_written(draft.path(), "the folder cannot be made: " + draft.why_not()));
  for (const NamedBytes& file : files) {
    errno = 0;
    if (!write_synced(draft.path() / file.name, file.bytes))
      return tl::make_unexpected(not_written(file.name, std::strerror(errno)));
  }
  return {};
}

/// The same files as in the folder, without copying their bytes where the disk allows it.
Result<void> take(const DraftFolder& draft, const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const fs::path to = draft.path() / at->path().filename();
    fs::create_hard_link(at->path(), to, error);
    if (error)
      fs::copy(at->path(), to, fs::copy_options::recursive | fs::copy_options::copy_symlinks,
               error);
    std::error_code gone;
    if (error && !fs::exists(at->path(), gone)) error.clear();  // removed in the meantime
    if (error) break;
  }
  if (error) return tl::make_unexpected(not_written(draft.path(), error.message()));
  return {};
}

Result<void> put(const DraftFolder& draft, const fs::path& folder, unsigned how) {
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
/// of its own when another file has its name. False when it has to stay.
bool keep_entry(const fs::path& old, const fs::path& folder) {
  std::error_code error;
  const fs::path there = folder / old.filename();
  if (fs::equivalent(old, there, error) || same_bytes(old, there))
    return ::unlink(old.c_str()) == 0;
  return ::renameat2(AT_FDCWD, old.c_str(), AT_FDCWD, free_place(folder, old.filename()).c_str(),
                     RENAME_NOREPLACE) == 0;
}

/// Brings what came into the old folder after its files were taken over into the new one, until the
/// old folder is empty and gone: only an empty folder can be removed, so that nothing is lost.
/// False when something had to stay behind.
bool keep_late(const fs::path& old, const fs::path& folder) {
  constexpr int rounds_max = 1000;
  bool moves = true;
  for (int round = 0; moves && round < rounds_max; ++round) {
    if (::rmdir(old.c_str()) == 0) return true;
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator at(old, error), end; !error && at != end; at.increment(error))
      found.push_back(at->path());
    moves = found.empty();  // what was in the way is gone by itself
    for (const fs::path& entry : found) {
      if (fs::symlink_status(entry, error).type() != fs::file_type::directory) {
        moves = keep_entry(entry, folder) || moves;
        continue;
      }
      fs::create_directories(folder / entry.filename(), error);
      moves = keep_late(entry, folder / entry.filename()) || moves;
    }
  }
  return ::rmdir(old.c_str()) == 0;
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
  DraftFolder draft(folder, DraftFolder::For::new_folder);
  if (auto done = write_into(draft, files); !done) {
    done.error().where = folder.string();
    return done;
  }
  auto done = put(draft, folder, RENAME_NOREPLACE);
  if (done) draft.release();
  return done;
}

void clean_up_folder(const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);
  if (error) return;
  ::unlink((real / DraftFolder::marker).c_str());
  DraftFolder::clean_up(real, DraftFolder::For::exchange,
                        [&](const fs::path& old) { static_cast<void>(keep_late(old, real)); });
}

Result<void> add_to_folder(const fs::path& folder, const std::vector<NamedBytes>& files) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);  // the folder itself, not a link to it
  if (error) return write_new_folder(folder, files);
  // The exchange needs only the folder above: without this a folder that may not be written would
  // be changed all the same.
  if (::access(real.c_str(), W_OK | X_OK) != 0)
    return tl::make_unexpected(not_written(folder, std::strerror(errno)));
  clean_up_folder(real);
  DraftFolder draft(real, DraftFolder::For::exchange);
  std::vector<NamedBytes> all = files;
  all.insert(all.begin(), NamedBytes{std::string(DraftFolder::marker), ""});
  if (auto done = write_into(draft, all); !done) {
    done.error().where = folder.string();
    return done;
  }
  if (auto done = take(draft, real); !done) return done;
  keep_owner(real, draft.path());
  if (auto done = put(draft, real, RENAME_EXCHANGE); !done) return done;
  draft.release();  // the old folder has its name now
  ::unlink((real / DraftFolder::marker).c_str());
  const bool all_kept = keep_late(draft.path(), real);
  sync(real);
  if (all_kept) return {};
  return fail("E002", "the files are in place, but what came into the folder meanwhile is not",
              draft.path().string(), "move it into the folder by hand");
}

}  // namespace accord::cli
