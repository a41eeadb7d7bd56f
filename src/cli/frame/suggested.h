#pragma once

#include <string>
#include <string_view>

#include "cli/frame/call.h"

/// Commands that messages suggest. Each works as it is printed, from where the user is: it names
/// the folder that was asked about.
namespace accord::cli {

/// A word of a command line for the shell.
[[nodiscard]] std::string shell_word(const std::string& word);
/// The name of a file or folder, which is no flag either.
[[nodiscard]] std::string shell_path(const std::string& path);

/// "accord -C demo status -v": the command about the workspace of the call.
[[nodiscard]] std::string about_workspace(const Call& call, std::string_view command);

/// "accord check mine": the command about the accounts that open_ledger opens.
[[nodiscard]] std::string about_accounts(const Call& call, std::string_view command);

}  // namespace accord::cli
