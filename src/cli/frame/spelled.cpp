#include "cli/frame/spelled.h"

#include <algorithm>

#include "cli/frame/flags.h"

namespace accord::cli {

std::string flag_of(std::string_view parameter) {
  if (parameter == "folder") return "-C DIR";
  if (parameter == "output") return "-o";
  std::string name = "--" + std::string(parameter);
  std::replace(name.begin(), name.end(), '_', '-');
  const auto flags = all_flags();
  const bool is_flag = std::any_of(flags.begin(), flags.end(),
                                   [&](const FlagHelp& flag) { return flag.name == name; });
  return is_flag ? name : std::string();
}

Problem as_written(Problem problem, const Spelling& spelling) {
  for (std::string* text : {&problem.message, &problem.help, &problem.file})
    *text = spelled(*text, spelling);
  return problem;
}

}  // namespace accord::cli
