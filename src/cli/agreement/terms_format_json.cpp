#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "agreement/check/check.h"
#include "agreement/model/described.h"
#include "agreement/syntax/print.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "described/json.h"

namespace accord::cli {

namespace {

struct Formatted {
  std::string file, before;
  agreement::Agreement agreement;
  std::string after;
};

/// Reads and formats every file before anything is written: a wrong text stops all of them.
Result<std::vector<Formatted>> format_all(const Request& request, std::vector<Problem>& problems,
                                          Texts& texts) {
  std::vector<Formatted> out;
  for (const std::string& file : request.arguments) {
    Result<std::string> text = read_file(file);
    if (!text) return tl::make_unexpected(text.error());
    agreement::Parsed parsed = agreement::read(*text, file);
    problems.insert(problems.end(), parsed.problems.begin(), parsed.problems.end());
    texts.emplace(file, *text);
    if (has_errors(parsed.problems)) continue;
    std::string after = agreement::print(parsed.agreement);
    out.push_back({file, std::move(*text), std::move(parsed.agreement), std::move(after)});
  }
  return out;
}

Answer run(const Request& request) {
  std::vector<Problem> problems;
  Texts texts;
  const auto files = format_all(request, problems, texts);
  if (!files) return refuse(terms_format, request, files.error());
  if (has_errors(problems)) return refuse(terms_format, request, problems, texts);
  Answer answer;
  if (request.json()) {
    Json list = Json::array();
    for (const Formatted& file : *files)
      list.push_back({{"file", file.file},
                      {"model", Json::parse(described::json(described::view(file.agreement)))}});
    answer.body = envelope(terms_format.name, {{"files", std::move(list)}});
    return answer;
  }
  if (!request.output.empty() || request.arguments.front() == "-") {
    for (const Formatted& file : *files) answer.body += file.after;
    return answer;
  }
  for (const Formatted& file : *files) {
    if (file.before == file.after) continue;
    if (request.check) {
      answer.exit = Exit::no;
      answer.body += fmt::format("{}: would change\n", file.file);
      continue;
    }
    if (const auto done = write_file(file.file, file.after); !done)
      return refuse(terms_format, request, done.error());
    if (!request.quiet) answer.messages += fmt::format("{}: formatted\n", file.file);
  }
  return answer;
}

constexpr std::array flags{Flag::check};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["files"],
  "properties": {"files": {"type": "array", "items": {"type": "object",
    "required": ["file", "model"], "properties": {"file": {"type": "string"},
      "model": {"type": "object", "required": ["accord", "agreement", "title", "items"]}}}}}
})";

}  // namespace

const Command terms_format{.name = "terms format",
                           .group = Group::text,
                           .arguments = "FILE…",
                           .arguments_min = 1,
                           .arguments_max = any_number,
                           .summary = "Put agreement texts into the one layout",
                           .flags = flags,
                           .formats = formats,
                           .schema = schema_text,
                           .run = run,
                           .arguments_are = Words::files};

}  // namespace accord::cli
