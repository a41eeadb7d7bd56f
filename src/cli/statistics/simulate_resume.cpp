#include "cli/statistics/simulate_resume.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "cli/files/files.h"
#include "cli/frame/options.h"
#include "cli/frame/suggested.h"
#include "described/cells.h"

namespace accord::cli {

namespace {

constexpr std::string_view resume_flag = "--resume";

std::string value_of(const answers::Flag& flag, void* at) {
  for (const described::Member* member : flag.path) at = member->edit(at);
  return described::cell({at, flag.member().type});
}

}  // namespace

Result<void> check_state_file(const std::string& file) {
  if (file.empty()) return {};
  const std::filesystem::path path = file;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::error_code ignored;
  if (std::filesystem::is_directory(folder, ignored) &&
      !std::filesystem::is_directory(path, ignored) && ::access(folder.c_str(), W_OK) == 0)
    return {};
  return fail("E002", "the state of the simulation cannot be written here", file,
              "name a file in a folder that is there and that you may write to");
}

Result<std::string> written_down(const std::string& file, const assessment::SimulationState& state,
                                 bool is_own_name) {
  const std::string text = state_text(state);
  const auto written = is_own_name ? write_files({{file, text}}) : write_file(file, text);
  if (written) return file;
  std::error_code error;
  const auto other =
      std::filesystem::temp_directory_path(error) / std::filesystem::path(file).filename();
  // A folder for everybody: a link of this name may be anybody's.
  if (error || !write_files({{other, text}})) return tl::make_unexpected(written.error());
  return other.string();
}

std::string command_to_go_on(const Command& command, const Call& call,
                             const std::string& state_file) {
  std::string out = fmt::format("accord {}", command.name);
  for (const answers::Flag& argument : answers::arguments_of(*call.asked.type))
    out += " " + shell_path(value_of(argument, call.asked.at.get()));
  Call copy = call;
  for (const Option& option : options_of(command)) {
    if (std::find(call.said.begin(), call.said.end(), option.name) == call.said.end() ||
        option.name == resume_flag)
      continue;
    const std::string value = value_of(option.member, struct_of(copy, option.part));
    if (!option.is_switch())
      out += fmt::format(" {} {}", option.name, shell_word(value));
    else if (value == "yes")
      out += " " + option.name;
  }
  return fmt::format("{} {} {}", out, resume_flag, shell_word(state_file));
}

}  // namespace accord::cli
