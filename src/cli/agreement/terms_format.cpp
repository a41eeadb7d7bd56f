#include <fmt/format.h>

#include "agreement/check/check.h"
#include "agreement/model/described.h"
#include "agreement/syntax/print.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/envelope.h"

namespace accord::cli {

using described::member;
using described::object;

namespace {

struct FormatAsked {
  std::vector<std::string> files;
  bool check = false;

  static constexpr auto described = object(
      "format_asked", "Put agreement texts into the one layout",
      member<&FormatAsked::files>("files", "files with a text; - is standard input")
          .argument()
          .required()
          .shown_as("FILE")
          .completed_by("files"),
      member<&FormatAsked::check>("check", "change nothing; exit with 1 if a file would change"));
};

struct FormattedText {
  std::string file;
  agreement::Agreement model;

  static constexpr auto described =
      object("formatted_text", "An agreement text as a model",
             member<&FormattedText::file>("file", "its file; - is standard input"),
             member<&FormattedText::model>("model", "every field of every item"));
};

struct FormatMade {
  std::vector<FormattedText> files;

  static constexpr auto described =
      object("terms_format", "Agreement texts as models; nothing is written",
             member<&FormatMade::files>("files", "in the order asked about"));
};

/// All files, before and after.
struct Layout {
  FormatMade made;
  std::vector<std::string> before, after;
};

/// Reads and formats every file before anything is written: a wrong text stops all of them.
Result<Layout> format_all(const std::vector<std::string>& files, std::vector<Problem>& problems,
                          Texts& texts) {
  Layout out;
  for (const std::string& file : files) {
    Result<std::string> text = read_file(file);
    if (!text) return tl::make_unexpected(text.error());
    agreement::Parsed parsed = agreement::read(*text, file);
    problems.insert(problems.end(), parsed.problems.begin(), parsed.problems.end());
    texts.emplace(file, *text);
    if (has_errors(parsed.problems)) continue;
    out.after.push_back(agreement::print(parsed.agreement));
    out.before.push_back(std::move(*text));
    out.made.files.push_back({file, std::move(parsed.agreement)});
  }
  return out;
}

Answer run(const Call& call) {
  const auto& asked = asked_of<FormatAsked>(call);
  std::vector<Problem> problems;
  Texts texts;
  const auto layout = format_all(asked.files, problems, texts);
  if (!layout) return refuse(terms_format, call, layout.error());
  if (has_errors(problems)) return refuse(terms_format, call, problems, texts);
  Answer answer;
  if (call.format == Format::json)
    return answer.body = envelope(terms_format.name, described::view(layout->made)), answer;
  if (!call.output.empty() || asked.files.front() == "-") {
    for (const std::string& text : layout->after) answer.body += text;
    return answer;
  }
  for (std::size_t i = 0; i < asked.files.size(); ++i) {
    const std::string& file = asked.files[i];
    if (layout->before[i] == layout->after[i]) continue;
    if (asked.check) {
      answer.exit = Exit::no;
      answer.body += fmt::format("{}: would change\n", file);
      continue;
    }
    if (const auto done = write_file(file, layout->after[i]); !done)
      return refuse(terms_format, call, done.error());
    if (!call.quiet) answer.messages += fmt::format("{}: formatted\n", file);
  }
  return answer;
}

constexpr std::array formats{Format::text, Format::json};

}  // namespace

const Command terms_format{.name = "terms format",
                           .takes = &takes<FormatAsked>,
                           .made = &described::type_of<FormatMade>,
                           .group = Group::text,
                           .formats = formats,
                           .run = run};

}  // namespace accord::cli
