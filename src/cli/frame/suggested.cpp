#include "cli/frame/suggested.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstring>

namespace accord::cli {

std::string shell_word(const std::string& word) {
  const auto is_plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::strchr("_-./,:+@%", c) != nullptr;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

std::string shell_path(const std::string& path) {
  return shell_word(path.starts_with('-') ? "./" + path : path);
}

std::string about_workspace(const Call& call, std::string_view command) {
  // Without -C the folder is found from here again.
  return call.workspace.empty()
             ? fmt::format("accord {}", command)
             : fmt::format("accord -C {} {}", shell_word(call.workspace), command);
}

std::string about_accounts(const Call& call, std::string_view command) {
  const std::string folder = call.arguments.empty() ? call.workspace : call.arguments.front();
  return folder.empty() ? fmt::format("accord {}", command)
                        : fmt::format("accord {} {}", command, shell_path(folder));
}

}  // namespace accord::cli
