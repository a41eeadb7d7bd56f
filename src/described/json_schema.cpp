#include <map>
#include <string>
#include <vector>

#include "base/contract.h"
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
  std::map<std::string, const Type*, std::less<>> types_;  ///< also of what is being made

  static std::string plain(const Type& type, const std::string& name,
                           std::string_view pattern = {}) {
    std::string out = R"({"type": )";
    out += type.may_be_none ? "[\"" + name + R"(", "null"])" : "\"" + name + "\"";
    if (!pattern.empty()) out += R"(, "pattern": ")" + std::string(pattern) + "\"";
    return out + "}";
  }

  std::string named(const Type& type, std::string (Schema::*make)(const Type&)) {
    const std::string name(type.name);
    const auto [of_that_name, is_new] = types_.try_emplace(name, &type);
    ACCORD_EXPECT(of_that_name->second == &type);
    if (is_new) made_[name] = (this->*make)(type);  // a struct may hold itself
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

  /// The keys of one object, and which of them it always has.
  struct Keys {
    std::string properties, required;
  };

  /// A value that may be null is said as one type where it has one, as `plain` does.
  std::string of_member(const Member& m) {
    std::string schema = of(*m.type);
    if ((m.kinds == 0 || m.is_left_out) && !m.is_none_if_empty) return schema;
    return R"({"anyOf": [)" + schema + R"(, {"type": "null"}]})";
  }

  static void add(Keys& keys, std::string_view name, std::string schema, std::string_view meaning,
                  bool is_required) {
    if (is_required) {
      if (!keys.required.empty()) keys.required += ", ";
      json_text(name, keys.required);
    }
    if (!keys.properties.empty()) keys.properties += ",\n      ";
    json_text(name, keys.properties);
    schema.pop_back();  // its last brace
    keys.properties += ": " + schema + R"(, "description": )";
    json_text(meaning, keys.properties);
    keys.properties += "}";
  }

  static std::string tag_of(const Type& type) {
    std::string out = R"({"enum": [)";
    json_text(type.name, out);
    for (const Member& m : type.members)
      if (!m.name_if_true.empty()) json_text(m.name_if_true, out += ", ");
    return out + "]}";
  }

  /// Adds the members of `type` to each of `all`. Where one of several objects stands among them,
  /// there are as many forms of the whole.
  void add_members(std::vector<Keys>& all, const Type& type) {
    if (!type.tag.empty())
      for (Keys& keys : all) add(keys, type.tag, tag_of(type), "which of them it is", true);
    for (const Member& m : type.members) {
      if (!is_data(m) || (!type.tag.empty() && !m.name_if_true.empty())) continue;
      if (m.is_flat) {
        add_flat(all, *m.type);
        continue;
      }
      const std::string schema = of_member(m);
      for (Keys& keys : all) add(keys, m.name, schema, m.meaning, !m.is_left_out);
    }
  }

  void add_flat(std::vector<Keys>& all, const Type& type) {
    if (type.kind != Kind::one_of) return add_members(all, type);
    std::vector<Keys> forms;
    for (const Type* one : type.among) {
      std::vector<Keys> with = all;
      add_members(with, *one);
      forms.insert(forms.end(), with.begin(), with.end());
    }
    all = std::move(forms);
  }

  std::string object(const Type& type) {
    std::vector<Keys> forms(1);
    add_members(forms, type);
    std::string out;
    for (const Keys& keys : forms) {
      out += out.empty() ? "" : ",\n    ";
      out += R"({"type": "object", "additionalProperties": false, "description": )";
      json_text(type.meaning, out);
      out += R"(, "required": [)" + keys.required + R"(], "properties": {)" + "\n      " +
             keys.properties + "}}";
    }
    return forms.size() == 1 ? out : R"({"anyOf": [)" + out + "]}";
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
