#include "cli/statistics/simulate_resume.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "cli/files/files.h"
#include "cli/frame/parse.h"
#include "cli/frame/suggested.h"

namespace accord::cli {

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

Result<std::string> written_down(const std::string& file, const SimulationState& state,
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

std::string command_to_go_on(const Request& request, const std::string& state_file) {
  std::string out = "accord simulate " + shell_path(request.arguments.front());
  const auto add = [&](std::string_view flag, const std::string& value) {
    out += fmt::format(" {} {}", flag, shell_word(value));
  };
  if (request.reps) add("--reps", std::to_string(*request.reps));
  if (request.seed) add("--seed", std::to_string(*request.seed));
  if (request.threads != 0) add("--threads", std::to_string(request.threads));
  if (!request.figure.empty()) add("--figure", request.figure);
  if (request.format) add("--format", std::string(word(*request.format)));
  if (!request.output.empty()) add("--output", request.output);
  add("--resume", state_file);
  return out;
}

}  // namespace accord::cli
