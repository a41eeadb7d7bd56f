#include <fmt/format.h>

#include "base/codes/codes.h"
#include "base/codes/parameter.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/help.h"
#include "cli/frame/parse.h"
#include "cli/frame/spelled.h"

namespace accord::cli {

using described::member;
using described::object;

namespace {

struct HelpAsked {
  std::vector<std::string> topic;

  static constexpr auto described =
      object("help_asked", "Explain accord, one command, or the code of a message",
             member<&HelpAsked::topic>("topic", "the words of a command, or a code")
                 .argument()
                 .shown_as("COMMAND|CODE")
                 .completed_by("topics"));
};

/// As in the manual's page of errors, which is made from it (tools/errors_page.py). References to
/// pages of the manual keep the name of the page only.
std::string code_text(const Code& code) {
  const std::string status =
      code.cause == Cause::warning
          ? "A warning: the exit status stays."
          : fmt::format("Exit status {}.", static_cast<int>(exit_of(code.code)));
  std::string text =
      fmt::format("{}: {}\n\n{}\n\nRemedy: {}\n\n{}{}\n", code.code, code.title,
                  spelled_code(code.meaning, &flag_of), spelled_code(code.remedy, &flag_of), status,
                  code.again ? " Trying again can help." : "");
  for (std::size_t at = text.find("{doc}"); at != std::string::npos; at = text.find("{doc}", at))
    text.replace(at, 5, "the page ");
  return text;
}

/// `accord help W022`, also in small letters.
const Code* asked_code(const std::vector<std::string>& words) {
  if (words.size() != 1) return nullptr;
  std::string name = words[0];
  for (char& c : name)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return find_code(name);
}

Answer run(const Call& call) {
  const std::vector<std::string>& topic = asked_of<HelpAsked>(call).topic;
  if (const Code* code = asked_code(topic)) {
    Answer answer;
    answer.body = code_text(*code);
    return answer;
  }
  const ChosenOrProblem found = choose(topic);
  if (found.problem) return refuse(help_command, call, {*found.problem});
  const Chosen& chosen = found.chosen;
  const bool is_noun = chosen.command == nullptr && topic.size() <= 1;
  if (!chosen.rest.empty() && !is_noun)
    return refuse(help_command, call, {no_such_topic(topic, chosen)});
  Answer answer;
  answer.body = chosen.command == nullptr ? help_text(chosen.noun, call.look)
                                          : help_text(*chosen.command, call.look);
  return answer;
}

}  // namespace

const Command help_command{
    .name = "help", .takes = &takes<HelpAsked>, .group = Group::tools, .run = run};

}  // namespace accord::cli
