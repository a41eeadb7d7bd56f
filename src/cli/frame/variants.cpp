#include "cli/frame/variants.h"

#include <algorithm>

#include "cli/frame/parse.h"

namespace accord::cli {

namespace {

bool has(const std::vector<Option>& options, const std::string& name) {
  return std::any_of(options.begin(), options.end(), [&](const Option& option) {
    return name == option.name || (!option.letter.empty() && name == option.letter);
  });
}

bool prints(const Command& command, std::string_view format) {
  const auto formats = printed_formats(command);
  return std::any_of(formats.begin(), formats.end(),
                     [&](const Format one) { return word(one) == format; });
}

/// Its first argument takes the word, and has a form of its own.
bool is_argument(const Command& variant, const std::string& written) {
  const auto arguments = answers::arguments_of(*variant.question->asked);
  if (arguments.empty()) return false;
  answers::Value asked = variant.question->fresh();
  return !answers::set(arguments.front(), asked.at.get(), written, {});
}

bool is_meant(const Command& variant, const Command& command, const std::vector<std::string>& words,
              const std::vector<std::string>& arguments) {
  if (!arguments.empty() && is_argument(variant, arguments.front())) return true;
  const std::vector<Option> own = own_options(variant), others = options_of(command);
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string name = words[i].substr(0, words[i].find('='));
    if (has(own, name) && !has(others, name)) return true;
    if (name != "--format") continue;
    const std::string format = name != words[i]       ? words[i].substr(name.size() + 1)
                               : i + 1 < words.size() ? words[i + 1]
                                                      : std::string();
    if (prints(variant, format) && !prints(command, format)) return true;
  }
  return false;
}

}  // namespace

const Command& meant(const Command& command, const std::vector<std::string>& words,
                     const std::vector<std::string>& arguments) {
  for (const Command* variant : command.variants)
    if (is_meant(*variant, command, words, arguments)) return *variant;
  return command;
}

std::vector<Option> shown_options(const Command& command) {
  std::vector<Option> out = own_options(command);
  for (const Command* variant : command.variants)
    for (Option& option : own_options(*variant))
      if (!has(out, option.name)) out.push_back(std::move(option));
  return out;
}

std::vector<Format> shown_formats(const Command& command) {
  std::vector<Format> out = printed_formats(command);
  for (const Command* variant : command.variants)
    for (const Format format : printed_formats(*variant))
      if (std::find(out.begin(), out.end(), format) == out.end()) out.push_back(format);
  return out;
}

}  // namespace accord::cli
