#include <map>
#include <string>

#include "described/json.h"

namespace accord::described {

namespace {

constexpr std::string_view day_pattern = R"(^[0-9]{4}-[0-9]{2}-[0-9]{2}$)";
constexpr std::string_view exact_pattern = R"(^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$)";

/// Builds the definitions of all objects and words that a type holds.
class Schema {
 public:
  /// The schema of a value of this type; what has a name is referred to.
  std::string of(const Type& type) {
    switch (type.kind) {
      case Kind::text:
        return plain(type, "string");
      case Kind::yes_no:
        return plain(type, "boolean");
      case Kind::whole:
        return plain(type, "integer");
      case Kind::real:
        return plain(type, "number");
      case Kind::day:
        return plain(type, "string", day_pattern);
      case Kind::exact:
        return plain(type, "string", exact_pattern);
      case Kind::maybe:
        return R"({"anyOf": [)" + of(*type.of) + R"(, {"type": "null"}]})";
      case Kind::list:
        return R"({"type": "array", "items": )" + of(*type.of) + "}";
      case Kind::one_of: {
        std::string out = R"({"anyOf": [)";
        for (const Type* one : type.among) out += (out.back() == '[' ? "" : ", ") + of(*one);
        return out + "]}";
      }
      case Kind::word:
        return named(type, &Schema::words);
      case Kind::object:
        return named(type, &Schema::object);
    }
    return {};
  }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> definitions() const {
    return {made_.begin(), made_.end()};
  }

 private:
  std::map<std::string, std::string, std::less<>> made_;

  static std::string plain(const Type& type, const std::string& name,
                           std::string_view pattern = {}) {
    std::string out = R"({"type": )";
    out += type.may_be_none ? "[\"" + name + R"(", "null"])" : "\"" + name + "\"";
    if (!pattern.empty()) out += R"(, "pattern": ")" + std::string(pattern) + "\"";
    return out + "}";
  }

  std::string named(const Type& type, std::string (Schema::*make)(const Type&)) {
    const std::string name(type.name);
    if (made_.try_emplace(name).second) {  // empty meanwhile: a struct may hold itself
      std::string schema = (this->*make)(type);
      made_[name] = std::move(schema);
    }
    return R"({"$ref": "#/$defs/)" + name + "\"}";
  }

  std::string words(const Type& type) {
    std::string out = R"({"enum": [)";
    for (const std::string_view word : type.words) {
      if (out.back() != '[') out += ", ";
      json_text(word, out);
    }
    return out + "]}";
  }

  std::string object(const Type& type) {
    std::string properties, required;
    for (const Member& m : type.members) {
      if (m.use == Use::table) continue;
      if (!required.empty()) properties += ",\n      ", required += ", ";
      json_text(m.name, required);
      json_text(m.name, properties);
      std::string schema = of(*m.type);
      schema.pop_back();  // its last brace
      properties += ": " + schema + R"(, "description": )";
      json_text(m.meaning, properties);
      properties += "}";
    }
    std::string out = R"({"type": "object", "additionalProperties": false, "description": )";
    json_text(type.meaning, out);
    return out + R"(, "required": [)" + required + R"(], "properties": {)" + "\n      " +
           properties + "}}";
  }
};

}  // namespace

SchemaParts json_schemas(std::span<const Type* const> types) {
  Schema schema;
  SchemaParts out;
  for (const Type* type : types) out.roots.push_back(schema.of(*type));
  out.definitions = schema.definitions();
  return out;
}

std::string json_schema(const Type& type) {
  const Type* const types[] = {&type};
  const SchemaParts parts = json_schemas(types);
  const std::string& root = parts.roots.front();
  std::string out = R"({"$schema": "https://json-schema.org/draft/2020-12/schema")";
  out += ",\n  " + root.substr(1, root.size() - 2) + ",\n  \"$defs\": {";
  for (const auto& [name, definition] : parts.definitions) {
    out += out.back() == '{' ? "\n    " : ",\n    ";
    json_text(name, out);
    out += ": " + definition;
  }
  return out + "\n  }}\n";
}

}  // namespace accord::described
