#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

/// Folders of files that change as a whole or not at all.
namespace accord::cli {

struct NamedBytes {
  std::string name, bytes;
};

/// Makes the folder with these files. E005: it is there already; E002: it cannot be made, and then
/// nothing is left behind.
[[nodiscard]] Result<void> write_new_folder(const std::filesystem::path& folder,
                                            const std::vector<NamedBytes>& files);

/// Finishes what an `add_to_folder` of a process that was killed had begun, and removes the rest.
void clean_up_folder(const std::filesystem::path& folder);

/// Adds files to a folder, which is made when it is not there. The folder with the files takes the
/// place of the old one in one step: whoever looks, also after the machine stopped, finds all of
/// them or none. What others put there while this goes on is kept, under a name of its own where
/// another file has its name. E002: it cannot be done, and the folder is as it was.
[[nodiscard]] Result<void> add_to_folder(const std::filesystem::path& folder,
                                         const std::vector<NamedBytes>& files);

}  // namespace accord::cli
