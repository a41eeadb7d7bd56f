#include "cli/frame/envelope.h"

#include <fmt/format.h>

#include "answers/message.h"
#include "cli/frame/spelled.h"
#include "described/json.h"

namespace accord::cli {

std::string envelope(std::string_view command, std::optional<described::View> data,
                     const std::vector<Problem>& messages, std::optional<std::uint64_t> seed) {
  std::vector<answers::Message> list;
  for (const Problem& problem : messages) list.push_back(answers::message_of(as_written(problem)));
  std::string out = "{\n  \"accord\": \"1\",\n  \"command\": ";
  described::json_text(command, out);
  out += fmt::format(",\n  \"head\": null,\n  \"seed\": {},\n  \"data\": ",
                     seed ? std::to_string(*seed) : "null");
  if (data)
    described::json(*data, out, 1);
  else
    out += "null";
  out += ",\n  \"messages\": ";
  described::json(described::view(list), out, 1);
  return out + "\n}\n";
}

std::string envelope_schema(std::string_view command, std::vector<const described::Type*> data) {
  const std::size_t forms = data.size();
  data.push_back(&described::type_of<answers::Message>);
  const described::SchemaParts parts = described::json_schemas(data);
  const auto last_form = parts.roots.begin() + static_cast<std::ptrdiff_t>(forms);
  std::string definitions;
  for (const auto& [name, definition] : parts.definitions)
    definitions +=
        fmt::format("{}\n  \"{}\": {}", definitions.empty() ? "" : ",", name, definition);
  return fmt::format(R"({{
"$schema": "https://json-schema.org/draft/2020-12/schema",
"title": "accord {0} --json",
"type": "object",
"required": ["accord", "command", "head", "seed", "data", "messages"],
"additionalProperties": false,
"properties": {{
  "accord": {{"const": "1"}},
  "command": {{"const": "{0}"}},
  "head": {{"type": ["string", "null"], "description": "head of the signed record; null: none"}},
  "seed": {{"type": ["integer", "null"], "description": "of a simulation; null: none"}},
  "data": {{"anyOf": [{{"type": "null"}}, {1}]}},
  "messages": {{"type": "array", "items": {2}}}
}},
"$defs": {{{3}
}}
}}
)",
                     command, fmt::join(parts.roots.begin(), last_form, ", "), parts.roots[forms],
                     definitions);
}

}  // namespace accord::cli
