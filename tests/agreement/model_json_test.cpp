#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "agreement/model/described.h"
#include "agreement/random_model.h"
#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"
#include "agreement/vectors.h"
#include "base/text.h"
#include "described/json.h"

namespace accord::agreement {
namespace {

std::string dump(const Agreement& model) {
  return nlohmann::ordered_json::parse(described::json(described::view(model))).dump();
}

TEST(ModelJson, OfASmallTextIsWorkedByHand) {
  const Agreement model = parse(R"(accord 1 agreement demo "Demo" {
  party a "A"
  # why
  term T "Cap" ref "1" {
    obliges a verifier none
    from event e + 30 days for 15 years
    limit m <= 205.0 kg
  }
})")
                              .agreement;
  EXPECT_EQ(
      dump(model),
      R"({"accord":1,"agreement":"demo","title":"Demo","items":[)"
      R"({"item":"party","name":"a","title":"A","ref":null,"members":null},)"
      R"({"item":"term","name":"T","title":"Cap","ref":"1","comments":[" why"],)"
      R"("obliges":{"how":"one","who":["a"]},"owed":null,"verifier":[],)"
      R"("from":{"from":{"kind":"event","name":"e","shifts":[{"minus":false,"by":{"count":30,"unit":"days"}}]},)"
      R"("kind":"span","span":[{"count":15,"unit":"years"}],"until":null},)"
      R"("rules":[{"rule":"limit","measure":"m","per":null,"per_from":null,"steps":[{"bound":)"
      R"({"kind":"<=","value":{"number":"205.0","unit":"kg"},"upper":null},"as_of":null}],"tolerance":null}],)"
      R"("conditions":[],"stale_after":null,"reciprocal":null,"about":null,"readings":[],"quotes":[],"notes":[]}]})");
}

/// Changes one place of a text; where it still reads, and as another model, the JSON must be
/// another.
void expect_lossless(const std::string& text, std::size_t step) {
  const Agreement model = parse(text).agreement;
  const std::string json = dump(model);
  std::size_t compared = 0;
  const auto compare = [&](const std::string& changed) {
    const Parsed other = parse(changed);
    if (!other.problems.empty() || other.agreement == model) return;
    ++compared;
    EXPECT_NE(dump(other.agreement), json) << changed;
  };
  for (std::size_t at = 0; at < text.size(); at += step) {
    std::string changed = text;
    changed[at] = changed[at] == '7' ? '8' : '7';
    compare(changed);
  }
  for (const std::string_view line : split(text, "\n")) {
    std::string changed = text;
    compare(changed.erase(text.find(line), line.size()));
  }
  EXPECT_GT(compared, 0U);
}

TEST(ModelJson, DiffersWhereWorkedTextsDiffer) {
  for (const std::string& path : worked_texts()) expect_lossless(read_text(path), 127);
}

TEST(ModelJson, DiffersWhereRandomTextsDiffer) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed)
    expect_lossless(print(random_agreement(seed)), 211);
}

TEST(ModelJson, IsTheSameForWhatIsPrintedAndReadAgain) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Agreement model = parse(print(random_agreement(seed))).agreement;
    EXPECT_EQ(dump(parse(print(model)).agreement), dump(model)) << seed;
  }
}

/// What of a value does not fit: the part of JSON Schema that `json_schema` writes.
std::string fault(const nlohmann::json& value, const nlohmann::json& schema,
                  const nlohmann::json& root) {
  if (schema.contains("$ref"))
    return fault(value, root["$defs"][schema["$ref"].get<std::string>().substr(8)], root);
  if (schema.contains("anyOf")) {
    std::string last;
    for (const auto& one : schema["anyOf"])
      if (last = fault(value, one, root); last.empty()) return {};
    return last;
  }
  if (schema.contains("enum"))
    return std::count(schema["enum"].begin(), schema["enum"].end(), value) == 1 ? "" : value.dump();
  const std::string type = schema["type"];
  const bool is_number = type == "integer" && value.is_number_integer();
  if (!is_number && type != value.type_name()) return value.dump() + " is no " + type;
  if (type == "array")
    for (const auto& one : value)
      if (std::string found = fault(one, schema["items"], root); !found.empty()) return found;
  if (type != "object") return {};
  for (const auto& key : schema["required"])
    if (!value.contains(key)) return key.dump() + " is missing";
  for (const auto& [key, one] : value.items()) {
    if (!schema["properties"].contains(key)) return key + " is unknown";
    if (std::string found = fault(one, schema["properties"][key], root); !found.empty())
      return key + ": " + found;
  }
  return {};
}

TEST(ModelJson, FitsItsClosedSchema) {
  const auto schema = nlohmann::json::parse(described::json_schema(described::type_of<Agreement>));
  for (const std::string& path : worked_texts()) {
    const auto value = nlohmann::json::parse(dump(parse(read_text(path)).agreement));
    EXPECT_EQ(fault(value, schema, schema), "") << path;
  }
  for (std::uint64_t seed = 1; seed <= 200; ++seed)
    EXPECT_EQ(fault(nlohmann::json::parse(dump(random_agreement(seed))), schema, schema), "")
        << seed;
  auto other = nlohmann::json::parse(dump(random_agreement(3)));
  other["unheard_of"] = 1;
  EXPECT_EQ(fault(other, schema, schema), "unheard_of is unknown");
}

}  // namespace
}  // namespace accord::agreement
