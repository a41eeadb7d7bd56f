#include <fmt/format.h>

#include "base/text.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/envelope.h"
#include "cli/print/text.h"

namespace accord::cli {

using described::member;
using described::object;

namespace {

struct SchemaAsked {
  std::vector<std::string> command;

  static constexpr auto described =
      object("schema_asked", "Print the JSON Schema of what a command prints with --json",
             member<&SchemaAsked::command>("command", "the words of the command; otherwise a list")
                 .argument()
                 .shown_as("COMMAND")
                 .completed_by("commands"));
};

/// Of the command and of its variants.
std::string whole_schema(const Command& command) {
  std::vector<const described::Type*> forms;
  forms.push_back(command.question != nullptr ? command.question->answer : command.made);
  for (const Command* variant : command.variants) forms.push_back(variant->question->answer);
  return envelope_schema(command.name, std::move(forms));
}

Answer run(const Call& call) {
  const auto& asked = asked_of<SchemaAsked>(call);
  Answer answer;
  if (asked.command.empty()) {
    for (const Command* command : commands())
      if (has_json(*command)) answer.body += fmt::format("{}\n", command->name);
    return answer;
  }
  const std::string name = join(asked.command, " ");
  const Command* command = find_command(name);
  if (command != nullptr && has_json(*command)) return answer.body = whole_schema(*command), answer;
  std::vector<std::string_view> known;
  for (const Command* candidate : commands())
    if (has_json(*candidate)) known.push_back(candidate->name);
  const auto near = nearest(name, known);
  return refuse(schema, call,
                {"U001",
                 fmt::format("no command “{}” with JSON output", name),
                 {},
                 near ? fmt::format("did you mean “{}”?", *near) : "`accord schema` lists them"});
}

}  // namespace

const Command schema{
    .name = "schema", .takes = &takes<SchemaAsked>, .group = Group::tools, .run = run};

}  // namespace accord::cli
