#include "cli/frame/spelled.h"

#include <algorithm>

#include "cli/frame/variants.h"

namespace accord::cli {

std::string flag_of(std::string_view parameter) {
  if (parameter == "folder") return "-C DIR";
  if (parameter == "output") return "-o";
  std::string name = "--" + std::string(parameter);
  std::replace(name.begin(), name.end(), '_', '-');
  for (const Command* command : commands())
    for (const Option& option : shown_options(*command))
      if (option.name == name) return name;
  return {};
}

Problem as_written(Problem problem, const Spelling& spelling) {
  for (std::string* text : {&problem.message, &problem.help, &problem.file})
    *text = spelled(*text, spelling);
  return problem;
}

}  // namespace accord::cli
