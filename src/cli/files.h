#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace accord::cli {

/// The bytes of a file, a pipe, or of standard input for “-”. C007, E008: it cannot be read
/// (formats/files.h).
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// Puts the bytes into the file as a whole or not at all: they go to a temporary name in the same
/// folder, which is then renamed. An existing file keeps its permissions. E002: it cannot be
/// written.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// The folder of what is installed beside the program (examples), or of the source tree it was
/// built in; empty when neither is found.
[[nodiscard]] std::filesystem::path share_folder();

}  // namespace accord::cli
