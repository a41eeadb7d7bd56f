#include "formats/text/files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include "base/memory.h"

namespace accord::formats {

namespace fs = std::filesystem;

namespace {

bool is_wrong_name(int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
    case EINVAL:
    case ENXIO:
    case ENODEV:
      return true;
    default:
      return false;
  }
}

Error not_readable(const fs::path& path, const char* code, const std::string& why,
                   const char* help) {
  return {code, "cannot be read: " + why, path.string(), help};
}

std::uintmax_t memory_bytes() {
  return static_cast<std::uintmax_t>(::sysconf(_SC_PHYS_PAGES)) *
         static_cast<std::uintmax_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

bool leads_outside(const fs::path& folder, const fs::path& path) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) return false;
  const fs::path real = fs::canonical(path, error);
  if (error) return false;
  return std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first != root.end();
}

Error outside(const fs::path& path) {
  return {"W012", "a link leads out of the folder", path.string(),
          "put what it leads to into the folder"};
}

Error cannot_read(const fs::path& path, int number) {
  std::error_code error;
  if (number == EISDIR) return not_readable(path, "C007", "it is a folder", "name a file");
  if (number == ENOENT && fs::is_symlink(path, error))
    return not_readable(path, "C007",
                        fmt::format("it is a link to “{}”, which is not there",
                                    fs::read_symlink(path, error).string()),
                        "put the file there, or remove the link");
  if (is_wrong_name(number))
    return not_readable(path, "C007", std::strerror(number), "check the name and the permissions");
  return not_readable(path, "E008", std::strerror(number),
                      number == EACCES || number == EPERM
                          ? "let the user who runs accord read it"
                          : "check the disk, or copy the file to another disk");
}

Result<std::string> file_bytes(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  const bool other = fs::exists(status) && !fs::is_regular_file(status);
  if (other && !fs::is_directory(status))
    return tl::make_unexpected(
        not_readable(path, "C007", "it is not a file", "name a file that stays as it is"));
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      other ? nullptr : std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file == nullptr) return tl::make_unexpected(cannot_read(path, other ? EISDIR : errno));
  std::string out;
  const auto size = fs::file_size(path, error);
  if (!error && size > memory_bytes())
    return tl::make_unexpected(Error{
        "E009", fmt::format("the file has {} bytes, more than the memory of this machine", size),
        path.string(), "look what it is; no report or table is that large"});
  if (!error) {
    out.reserve(static_cast<std::size_t>(size));
    populate(out.data(), static_cast<std::size_t>(size));
    out.resize(static_cast<std::size_t>(size));
  }
  out.resize(std::fread(out.data(), 1, out.size(), file.get()));
  if (std::ferror(file.get()) != 0) return tl::make_unexpected(cannot_read(path, errno));
  return out;
}

}  // namespace accord::formats
