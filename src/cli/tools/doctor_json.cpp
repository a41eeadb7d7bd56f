#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/text.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/print/text.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

struct Finding {
  std::string what;
  bool works = false;
  bool needed = false;
  std::string found;  ///< version or place
  std::string lost;   ///< what does not work without it
  std::string remedy;
};

/// First line of what a fixed command prints; nothing when it fails. Never given words of a user.
std::optional<std::string> first_line_of(const char* fixed_command) {
  std::FILE* pipe = ::popen(fixed_command, "r");
  if (pipe == nullptr) return std::nullopt;
  std::array<char, 256> buffer{};
  const bool any = std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr;
  const bool good = ::pclose(pipe) == 0;
  if (!any || !good) return std::nullopt;
  return std::string(trim(buffer.data()));
}

Finding program(std::string what, const char* fixed_command, std::string lost, std::string remedy) {
  const auto line = first_line_of(fixed_command);
  return {std::move(what),   line.has_value(), false,
          line.value_or(""), std::move(lost),  std::move(remedy)};
}

Finding utf8_terminal() {
  const char* names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  std::string locale;
  for (const char* name : names)
    if (const char* value = std::getenv(name); locale.empty() && value != nullptr) locale = value;
  const bool works =
      locale.find("UTF-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  return {"UTF-8 terminal",
          works,
          false,
          locale,
          "quotation marks and “±” may look wrong; numbers are right",
          "set LANG=C.UTF-8"};
}

Finding examples() {
  const fs::path share = share_folder();
  return {"examples",
          !share.empty(),
          false,
          share.empty() ? "" : (share / "examples").string(),
          "`accord init --example` has nothing to start from",
          "install accord with `make install`"};
}

Finding temporary_files() {
  std::error_code error;
  const std::string folder = fs::current_path(error).string();
  const bool works = !error && ::access(folder.c_str(), W_OK) == 0;
  return {"writing here",
          works,
          false,
          folder,
          "reports cannot be written into this folder",
          "use another folder, or -o FILE"};
}

std::vector<Finding> examine() {
  return {
      {"accord", true, true, ACCORD_VERSION, "", ""},
      examples(),
      temporary_files(),
      utf8_terminal(),
      program("weasyprint", "weasyprint --version 2>/dev/null",
              "no PDF (report --pdf); HTML is complete", "sudo apt-get install weasyprint"),
      program("DejaVu fonts", "fc-list 2>/dev/null | grep -m1 -o 'DejaVu[^:]*'",
              "PDF takes another font; line breaks differ",
              "sudo apt-get install fonts-dejavu-core"),
      program("Python module",
              "/usr/bin/python3 -c 'import accord; print(accord.__file__)' 2>/dev/null",
              "`import accord` in Python",
              "build with `make check`, then add build/release/python to PYTHONPATH"),
  };
}

Answer run(const Request& request) {
  const std::vector<Finding> findings = examine();
  Answer answer;
  Json list = Json::array();
  for (const Finding& f : findings) {
    if (!f.works && f.needed) answer.exit = Exit::environment;
    const std::string mark = f.works ? paint("works   ", Tone::good, request.look)
                                     : paint("missing ", Tone::bad, request.look);
    answer.body += fmt::format("{:<16}{}{}\n", f.what, mark, f.works ? f.found : f.lost);
    if (!f.works) answer.body += fmt::format("{:<24}remedy: {}\n", "", f.remedy);
    list.push_back({{"what", f.what},
                    {"works", f.works},
                    {"needed", f.needed},
                    {"found", f.found.empty() ? Json(nullptr) : Json(f.found)},
                    {"lost", f.works ? Json(nullptr) : Json(f.lost)},
                    {"remedy", f.works ? Json(nullptr) : Json(f.remedy)}});
  }
  if (request.json()) answer.body = envelope(doctor.name, {{"findings", std::move(list)}});
  return answer;
}

constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["findings"],
  "properties": {"findings": {"type": "array", "items": {
    "type": "object", "required": ["what", "works", "needed", "found", "lost", "remedy"],
    "properties": {
      "what": {"type": "string"}, "works": {"type": "boolean"}, "needed": {"type": "boolean"},
      "found": {"type": ["string", "null"]}, "lost": {"type": ["string", "null"]},
      "remedy": {"type": ["string", "null"]}}}}}
})";

}  // namespace

const Command doctor{
    .name = "doctor",
    .group = Group::tools,
    .summary = "Say what works on this machine, what is missing, and how to get it",
    .formats = formats,
    .schema = schema_text,
    .run = run};

}  // namespace accord::cli
