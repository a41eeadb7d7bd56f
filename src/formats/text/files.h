#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

/// Files as the readers take them. What is there and gives no bytes is never taken for absent.
namespace accord::formats {

/// False when nothing has this name; true also of a link that leads nowhere, and of a name in a
/// folder that may not be looked into.
[[nodiscard]] bool is_there(const std::filesystem::path& path);

/// Whether links lead from a path inside the folder to something outside it; false when nothing is
/// there. Folders come from others: what they link to is not theirs to show, or to write.
[[nodiscard]] bool leads_outside(const std::filesystem::path& folder,
                                 const std::filesystem::path& path);

/// W012, for a file or folder that does.
[[nodiscard]] Error outside(const std::filesystem::path& path);

/// The whole file.
/// @error C007: there is none of this name, or it is not a file; E008: it may not be opened, or the
/// disk fails; E009: it does not fit into the memory.
[[nodiscard]] Result<std::string> file_bytes(const std::filesystem::path& path);

/// What the system says of a file that cannot be read (errno): C007 where the name is wrong, E008
/// where the file is.
[[nodiscard]] Error cannot_read(const std::filesystem::path& path, int number);

}  // namespace accord::formats
