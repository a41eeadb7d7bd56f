#include <fmt/format.h>

#include "base/text.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope.h"
#include "cli/frame/shared_schema.h"
#include "cli/print/text.h"

namespace accord::cli {

namespace {

std::string whole_schema(const Command& command) {
  if (command.other.question != nullptr) {
    const described::Type* const among[] = {command.question->answer,
                                            command.other.question->answer};
    described::Type either;
    either.kind = described::Kind::one_of;
    either.among = among;
    return envelope_schema(command.name, either);
  }
  if (command.question != nullptr) return envelope_schema(command.name, *command.question->answer);
  if (command.made != nullptr) return envelope_schema(command.name, *command.made);
  return fmt::format(
      R"({{
"$schema": "https://json-schema.org/draft/2020-12/schema",
"title": "accord {0} --json",
"type": "object",
"required": ["accord", "command", "head", "seed", "data", "messages"],
"properties": {{
  "accord": {{"const": "1"}},
  "command": {{"const": "{0}"}},
  "head": {{"type": ["string", "null"]}},
  "seed": {{"type": ["integer", "null"]}},
  "data": {{"anyOf": [{{"type": "null"}}, {1}]}},
  "messages": {{"type": "array", "items": {{"$ref": "#/$defs/message"}}}}
}},
"$defs": {{
  "message": {2},{3}
}}
}}
)",
      command.name, command.schema, message_schema(), shared_schema());
}

Answer run(const Request& request) {
  Answer answer;
  if (request.arguments.empty()) {
    for (const Command* command : commands())
      if (has_json(*command)) answer.body += fmt::format("{}\n", command->name);
    return answer;
  }
  const std::string name = join(request.arguments, " ");
  const Command* command = find_command(name);
  if (command != nullptr && has_json(*command)) return answer.body = whole_schema(*command), answer;
  std::vector<std::string_view> known;
  for (const Command* candidate : commands())
    if (has_json(*candidate)) known.push_back(candidate->name);
  const auto near = nearest(name, known);
  return refuse(schema, request,
                {"U001",
                 fmt::format("no command “{}” with JSON output", name),
                 {},
                 near ? fmt::format("did you mean “{}”?", *near) : "`accord schema` lists them"});
}

}  // namespace

const Command schema{.name = "schema",
                     .group = Group::tools,
                     .arguments = "[COMMAND]",
                     .arguments_max = 2,
                     .summary = "Print the JSON Schema of what a command prints with --json",
                     .run = run,
                     .arguments_are = Words::commands};

}  // namespace accord::cli
