#include "cli/frame/answer.h"

#include <fmt/format.h>

#include "base/codes/codes.h"
#include "cli/frame/envelope.h"
#include "cli/frame/spelled.h"

namespace accord::cli {

std::string render_all(const std::vector<Problem>& problems, const Texts& texts) {
  std::string out;
  std::map<std::string, std::size_t> seen;
  for (const Problem& problem : problems) {
    if (++seen[problem.file] > problems_shown_max) continue;
    const auto text = texts.find(problem.file);
    out += render(as_written(problem),
                  text == texts.end() ? std::string_view() : std::string_view(text->second));
  }
  for (const auto& [file, count] : seen)
    if (count > problems_shown_max)
      out +=
          fmt::format("{}: {} more like these are not shown\n", file, count - problems_shown_max);
  if (problems.size() > 1) out += count_line(problems) + "\n";
  return out;
}

Problem problem_of(const Error& error) {
  return {Severity::error, error.code, error.message, error.remedy, error.where, {}};
}

Exit exit_of(std::string_view code) {
  const Code* found = find_code(code);
  switch (found == nullptr ? Cause::input : found->cause) {  // V: a rule of accountancy
    case Cause::usage:
      return Exit::usage;
    case Cause::limit:
      return Exit::limit;
    case Cause::environment:
      return Exit::environment;
    case Cause::fault:
      return Exit::bug;
    case Cause::warning:
    case Cause::input:
      break;
  }
  return Exit::input;
}

Answer refuse(const Command& command, const Call& call, const std::vector<Problem>& problems,
              const Texts& texts) {
  Answer answer;
  answer.exit = Exit::input;
  answer.refused = true;
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error) {
      answer.exit = exit_of(problem.code);
      break;
    }
  answer.messages = render_all(problems, texts);
  if (call.json()) answer.body = envelope(command.name, std::nullopt, problems);
  return answer;
}

Answer refuse(const Command& command, const Call& call, const Error& error) {
  return refuse(command, call, std::vector<Problem>{problem_of(error)});
}

}  // namespace accord::cli
