#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "agreement/check/check.h"
#include "base/english.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/use.h"
#include "cli/print/text.h"
#include "formats/terms/against.h"

namespace accord::cli {

namespace {

struct Checked {
  std::string file;
  std::string agreement;
  std::size_t terms = 0, examples = 0, errors = 0, warnings = 0;
};

Checked summary_of(const std::string& file, const agreement::Parsed& parsed) {
  Checked out{file, parsed.agreement.name.text};
  for (const agreement::Item& item : parsed.agreement.items) {
    out.terms += std::holds_alternative<agreement::Term>(item) ? 1U : 0U;
    out.examples += std::holds_alternative<agreement::Example>(item) ? 1U : 0U;
  }
  for (const Problem& problem : parsed.problems)
    ++(problem.severity == Severity::error ? out.errors : out.warnings);
  return out;
}

std::string line_of(const Checked& checked) {
  return fmt::format("{}: {}, {}, {}\n", checked.file, counted(checked.terms, "term"),
                     counted(checked.examples, "example"),
                     checked.errors > 0     ? counted(checked.errors, "error")
                     : checked.warnings > 0 ? counted(checked.warnings, "warning") + ", no errors"
                                            : std::string("no errors"));
}

Json data_of(const std::vector<Checked>& files) {
  Json list = Json::array();
  for (const Checked& f : files)
    list.push_back({{"file", f.file},
                    {"agreement", f.agreement},
                    {"terms", f.terms},
                    {"examples", f.examples},
                    {"errors", f.errors},
                    {"warnings", f.warnings}});
  return {{"files", std::move(list)}};
}

/// Where the text and the tables of a workspace differ; nothing when the text has errors. The text
/// takes the place of the workspace's own.
std::vector<Problem> differences(formats::Workspace& tables, const agreement::Parsed& parsed) {
  if (has_errors(parsed.problems)) return {};
  tables.agreement = parsed.agreement;
  return formats::against(tables);
}

/// The texts that are named, or the one of the workspace.
Result<std::vector<std::string>> files_of(const Request& request) {
  if (!request.arguments.empty()) return request.arguments;
  const auto read = formats::read_workspace(workspace_folder(request));
  if (!read) return tl::make_unexpected(read.error());
  return std::vector{(workspace_folder(request) / read->terms_file).lexically_normal().string()};
}

Answer run(const Request& request) {
  const auto named = files_of(request);
  if (!named) return refuse(terms_check, request, named.error());
  std::vector<Problem> problems;
  Texts texts;
  std::optional<formats::Workspace> tables;
  if (!request.against.empty()) {
    Result<formats::Workspace> read = formats::read_workspace(request.against);
    if (!read) return refuse(terms_check, request, read.error());
    texts = read->texts;
    if (has_errors(read->problems)) return refuse(terms_check, request, read->problems, texts);
    tables = std::move(*read);
  }
  std::vector<Checked> files;
  for (const std::string& file : *named) {
    const Result<std::string> text = read_file(file);
    if (!text) return refuse(terms_check, request, text.error());
    agreement::Parsed parsed = agreement::read(*text, file);
    files.push_back(summary_of(file, parsed));
    problems.insert(problems.end(), parsed.problems.begin(), parsed.problems.end());
    texts.emplace(file, *text);
    if (tables)
      for (Problem& problem : differences(*tables, parsed)) problems.push_back(std::move(problem));
  }
  Answer answer;
  answer.exit = has_errors(problems) ? Exit::no : Exit::yes;
  if (request.json()) {
    answer.body = envelope(terms_check.name, data_of(files), problems);
    return answer;
  }
  answer.body = render_all(problems, texts);
  if (!request.quiet)
    for (const Checked& checked : files) answer.body += line_of(checked);
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::against};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["files"],
  "properties": {"files": {"type": "array", "items": {
    "type": "object", "required": ["file", "agreement", "terms", "examples", "errors", "warnings"],
    "properties": {
      "file": {"type": "string"}, "agreement": {"type": "string"}, "terms": {"type": "integer"},
      "examples": {"type": "integer"}, "errors": {"type": "integer"}, "warnings": {"type": "integer"}}}}}
})";

}  // namespace

const Command terms_check{
    .name = "terms check",
    .group = Group::text,
    .arguments = "[FILE…]",
    .arguments_max = any_number,
    .summary = "Find what is wrong in agreement texts, and run their examples",
    .flags = flags,
    .formats = formats,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
