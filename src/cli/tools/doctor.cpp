#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

#include "base/text.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope.h"
#include "cli/print/text.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

using described::member;
using described::object;

struct Examined {
  std::string part;
  bool works = false, needed = false;
  std::optional<std::string> found, lost, remedy;

  static constexpr auto described =
      object("examined", "Something that accord uses on this machine",
             member<&Examined::part>("part", "what it is"),
             member<&Examined::works>("works", "whether it works"),
             member<&Examined::needed>("needed", "whether accord needs it"),
             member<&Examined::found>("found", "its version or place; none: not there"),
             member<&Examined::lost>("lost", "what does not work without it; none: it works"),
             member<&Examined::remedy>("remedy", "how to get it; none: it works"));
};

struct DoctorMade {
  std::vector<Examined> parts;

  static constexpr auto described =
      object("doctor", "What works on this machine, and what is missing",
             member<&DoctorMade::parts>("parts", "in a fixed order"));
};

std::optional<std::string> text_or_none(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

/// `lost` and `remedy` are for what does not work.
Examined examined(std::string part, bool works, std::string found, std::string lost,
                  std::string remedy) {
  Examined out{std::move(part), works, false, text_or_none(std::move(found)), {}, {}};
  if (works) return out;
  out.lost = std::move(lost);
  out.remedy = std::move(remedy);
  return out;
}

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

Examined program(std::string part, const char* fixed_command, std::string lost,
                 std::string remedy) {
  const auto line = first_line_of(fixed_command);
  return examined(std::move(part), line.has_value(), line.value_or(""), std::move(lost),
                  std::move(remedy));
}

Examined utf8_terminal() {
  const char* names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  std::string locale;
  for (const char* name : names)
    if (const char* value = std::getenv(name); locale.empty() && value != nullptr) locale = value;
  const bool works =
      locale.find("UTF-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  return examined("UTF-8 terminal", works, locale,
                  "quotation marks and “±” may look wrong; numbers are right", "set LANG=C.UTF-8");
}

Examined examples() {
  const fs::path share = share_folder();
  return examined("examples", !share.empty(), share.empty() ? "" : (share / "examples").string(),
                  "`accord init --example` has nothing to start from",
                  "install accord with `make install`");
}

Examined temporary_files() {
  std::error_code error;
  const std::string folder = fs::current_path(error).string();
  const bool works = !error && ::access(folder.c_str(), W_OK) == 0;
  return examined("writing here", works, folder, "reports cannot be written into this folder",
                  "use another folder, or -o FILE");
}

DoctorMade examine() {
  return {{
      {"accord", true, true, ACCORD_VERSION, {}, {}},
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
  }};
}

Answer run(const Call& call) {
  const DoctorMade made = examine();
  Answer answer;
  for (const Examined& one : made.parts) {
    if (!one.works && one.needed) answer.exit = Exit::environment;
    const std::string mark = one.works ? paint("works   ", Tone::good, call.look)
                                       : paint("missing ", Tone::bad, call.look);
    answer.body += fmt::format("{:<16}{}{}\n", one.part, mark,
                               (one.works ? one.found : one.lost).value_or(""));
    if (!one.works) answer.body += fmt::format("{:<24}remedy: {}\n", "", *one.remedy);
  }
  if (call.format == Format::json) answer.body = envelope(doctor.name, described::view(made));
  return answer;
}

constexpr std::array formats{Format::text, Format::json};

}  // namespace

const Command doctor{
    .name = "doctor",
    .made = &described::type_of<DoctorMade>,
    .group = Group::tools,
    .summary = "Say what works on this machine, what is missing, and how to get it",
    .formats = formats,
    .run = run};

}  // namespace accord::cli
