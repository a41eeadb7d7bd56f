#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace accord::cli {

/// The bytes of a file, a pipe, or of standard input for “-”. C007, E008: it cannot be read
/// (formats/files.h).
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// Puts the bytes where the user says. A file is written as a whole or not at all: they go to an
/// unfinished name in the same folder, which is then renamed; an existing file keeps its
/// permissions. A link is followed, and stays. What is no file and takes bytes (a pipe, a terminal,
/// /dev/null, a descriptor such as /dev/stdout) gets them and stays what it is; a folder, a disk
/// and a socket are refused. E002: it cannot be written.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// E002 unless there is a file, or nothing, under a name that accord makes up.
[[nodiscard]] Result<void> check_own_name(const std::filesystem::path& path);

/// The same for the files of one folder whose names accord makes up: all of them or none, and none
/// through a link or into anything that is not a file.
[[nodiscard]] Result<void> write_files(
    const std::vector<std::pair<std::filesystem::path, std::string>>& files);

/// The folder of what is installed beside the program (examples), or of the source tree it was
/// built in; empty when neither is found.
[[nodiscard]] std::filesystem::path share_folder();

}  // namespace accord::cli
