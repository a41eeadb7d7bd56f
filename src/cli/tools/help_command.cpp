#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/help.h"
#include "cli/frame/parse.h"

namespace accord::cli {

namespace {

Answer run(const Request& request) {
  const ChosenOrProblem found = choose(request.arguments);
  if (found.problem) return refuse(help_command, request, {*found.problem});
  const Chosen& chosen = found.chosen;
  const bool is_noun = chosen.command == nullptr && request.arguments.size() <= 1;
  if (!chosen.rest.empty() && !is_noun)
    return refuse(help_command, request, {no_such_topic(request.arguments, chosen)});
  Answer answer;
  answer.body = chosen.command == nullptr ? help_text(chosen.noun, request.look)
                                          : help_text(*chosen.command, request.look);
  return answer;
}

}  // namespace

const Command help_command{.name = "help",
                           .group = Group::tools,
                           .arguments = "[COMMAND]",
                           .arguments_max = 3,
                           .summary = "Explain accord, or one command",
                           .text =
                               "The same as --help behind the command; `accord help terms` lists "
                               "what begins with terms.",
                           .example = "accord help\naccord help terms check",
                           .run = run,
                           .arguments_are = Words::topics};

}  // namespace accord::cli
