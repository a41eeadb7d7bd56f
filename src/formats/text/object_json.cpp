#include "formats/text/object_json.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "base/encoding.h"

namespace accord::formats {

using Json = nlohmann::json;

namespace {

/// The keys of every object that is open, to find one that is there twice.
class OpenObjects {
 public:
  explicit OpenObjects(std::set<std::string>& twice) : twice_(twice) {}

  bool operator()(int, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) keys_.emplace_back();
    if (event == Json::parse_event_t::object_end) keys_.pop_back();
    if (event == Json::parse_event_t::key && !keys_.back().insert(value.get<std::string>()).second)
      twice_.insert(value.get<std::string>());
    return true;
  }

 private:
  std::set<std::string>& twice_;
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

std::optional<Json> read_json_object(std::string_view text, std::string_view file,
                                     std::vector<Problem>& problems) {
  const auto report = [&](const char* code, const Place& place, std::string message,
                          std::string help) {
    problems.push_back(
        {Severity::error, code, std::move(message), std::move(help), std::string(file), place});
  };
  for (const auto& fault : {foreign_format(text), foreign_byte(text)})
    if (fault) {
      problems.push_back(fault->problem("W003", file));
      return std::nullopt;
    }
  std::set<std::string> twice;
  Json json;
  try {
    json = Json::parse(text, OpenObjects(twice));
  } catch (const Json::parse_error& fault) {
    report("W003", place_at(text, fault.byte == 0 ? 0 : fault.byte - 1),
           "this is not JSON from here on",
           "look here and at what is before: a comma, a quote or a brace too many or too few");
    return std::nullopt;
  }
  if (!json.is_object()) {
    report("W003", {1, 1, 1}, "this is not a JSON object",
           "begin with {; docs/reference/state.md has an example");
    return std::nullopt;
  }
  for (const std::string& key : twice)
    report("W005", {}, "the key “" + key + "” appears twice in one object",
           "keep the one that is right");
  return json;
}

}  // namespace accord::formats
