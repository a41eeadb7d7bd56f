#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"
#include "formats/profiles/profile.h"
#include "formats/profiles/state.h"
#include "formats/text/object_json.h"

/// state.json.
namespace accord::formats {

namespace {

using accounting::AreaFacts;
using accounting::Profile;
using accounting::ProfileValue;
using accounting::StateTables;
using Json = nlohmann::json;

/// The keys of one object; what is wrong with them has no place but the name of the key.
class JsonKeys {
 public:
  JsonKeys(const Json& object, std::string name, std::string_view file,
           std::vector<Problem>& problems)
      : object_(object), name_(std::move(name)), file_(file), problems_(problems) {}

  /// The value, or null; marks the key as known.
  const Json* find(const std::string& key) {
    asked_.push_back(key);
    const auto at = object_.find(key);
    return at == object_.end() || at->is_null() ? nullptr : &*at;
  }
  std::string text(const std::string& key, bool needed) {
    const Json* value = find(key);
    if (value != nullptr && value->is_string()) return value->get<std::string>();
    if (value != nullptr) wrong(key, "a text in quotes");
    if (value == nullptr && needed)
      report("W006", "“" + key + "” of " + name_ + " is missing",
             "add it; docs/reference/state.md explains every key");
    return {};
  }
  std::optional<Day> day(const std::string& key) {
    const Json* value = find(key);
    return value == nullptr ? std::nullopt : day_of(key, *value);
  }
  std::optional<Day> day_of(const std::string& key, const Json& value) {
    const auto day = value.is_string() ? parse_day(value.get<std::string>()) : std::nullopt;
    if (!day) wrong(key, "a day such as \"2022-12-31\"");
    return day;
  }
  bool flag(const std::string& key) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_boolean()) wrong(key, "true or false");
    return value != nullptr && value->is_boolean() && value->get<bool>();
  }
  /// A number of at most 15 digits: text, or a whole number.
  void number(const std::string& key, ProfileValue& out, bool whole = false) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const std::string text = value->is_number_unsigned() ? value->dump()
                             : value->is_string()        ? value->get<std::string>()
                                                         : std::string();
    const ParsedDecimal parsed = parse_decimal(text);
    if (parsed.fault != DecimalFault::none)
      return wrong(key, "digits in quotes, or a whole number,");
    if (whole && (parsed.value.scale != 0 || parsed.value.mantissa > 9999))
      return wrong(key, "a whole number from 0 to 9999");
    out = {parsed.value, accounting::Trust::unread, std::string(file_), true};
  }
  const Json::array_t* array(const std::string& key) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_array()) wrong(key, "a list in brackets");
    return value == nullptr || !value->is_array() ? nullptr
                                                  : value->get_ptr<const Json::array_t*>();
  }
  void finish() {
    for (const auto& [key, value] : object_.items())
      if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
        report("W005", name_ + " has no key “" + key + "”", near_key(key));
  }
  void wrong(const std::string& key, const std::string& expected) {
    report("W007", "“" + key + "” of " + name_ + ": " + expected + " was expected here",
           "docs/reference/state.md explains every key");
  }
  void report(const char* code, std::string message, std::string help) {
    problems_.push_back(
        {Severity::error, code, std::move(message), std::move(help), std::string(file_), {}});
  }

 private:
  [[nodiscard]] std::string near_key(const std::string& key) const {
    const std::vector<std::string_view> known(asked_.begin(), asked_.end());
    const auto near = nearest(key, known);
    return (near ? "did you mean “" + *near + "”? its" : std::string("remove it; the")) +
           " keys are in docs/reference/state.md";
  }

  const Json& object_;
  std::string name_;
  std::string_view file_;
  std::vector<Problem>& problems_;
  std::vector<std::string> asked_;
};

AreaFacts area_of(JsonKeys& keys) {
  AreaFacts out;
  out.mba = keys.text("mba", true);
  out.facility = keys.text("facility", false);
  out.name = keys.text("name", false);
  out.unified = keys.flag("unified_uranium");
  if (const auto* days = keys.array("pit_dates"))
    for (const Json& item : *days)
      if (const auto day = keys.day_of("pit_dates", item)) out.inventories.push_back(*day);
  keys.finish();
  return out;
}

/// “profile”: the name of one, or an object with its name and values in place of its own.
bool read_name(JsonKeys& keys, const std::string& key, Profile& profile) {
  const std::string id = keys.text(key, false);
  if (id.empty()) return false;
  if (const Profile* named = find_profile(id))
    profile = *named;
  else
    keys.wrong(key, "one of " + profile_names());
  return true;
}

bool read_values(JsonKeys& keys, Profile& profile) {
  const bool named = read_name(keys, "id", profile);
  keys.number("natural_uranium_low", profile.natural_low);
  keys.number("natural_uranium_high", profile.natural_high);
  keys.number("muf_limit_sigma", profile.muf_limit_sigma, true);
  keys.number("sr_limit_sigma", profile.difference_limit_sigma, true);
  keys.number("unmatched_limit_days", profile.unmatched_days, true);
  if (const std::string forms = keys.text("item_forms", false); !forms.empty())
    profile.item_forms = forms;
  keys.finish();
  return named;
}

/// Four capitals or digits, plain or with slashes between them.
bool is_material(std::string_view text) {
  const bool slashed = text.size() == 7;
  if (text.size() != 4 && !slashed) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (slashed && i % 2 == 1 ? c != '/' : !letter) return false;
  }
  return true;
}

/// “materials”: each pair says one material in two forms, in either order.
void read_materials(const Json& object, JsonKeys& keys, StateTables& tables) {
  for (const auto& [key, value] : object.items()) {
    const std::string other = value.is_string() ? value.get<std::string>() : std::string();
    if (is_material(key) && is_material(other) && key.size() != other.size())
      tables.materials[key] = other;
    else
      keys.wrong(key, "a material in both forms, as \"U6CF\": \"O/G/R/B\",");
  }
}

}  // namespace

bool read_state(std::string_view bytes, std::string_view file, StateTables& tables,
                Profile& profile, std::vector<Problem>& problems) {
  const std::optional<Json> json = read_json_object(bytes, file, problems);
  if (!json) return false;
  JsonKeys keys(*json, "the state", file, problems);
  tables.country = keys.text("country", false);
  tables.entry_into_force = keys.day("entry_into_force");
  tables.initial_inventory = keys.day("initial_inventory");
  tables.assessment_day = keys.day("assessment_day");
  if (const auto* days = keys.array("holidays"))
    for (const Json& item : *days)
      if (const auto day = keys.day_of("holidays", item)) tables.holidays.push_back(*day);
  const auto nested = [&](const std::string& name, const Json& object, auto&& read) {
    if (!object.is_object()) return keys.wrong(name, "an object in braces");
    JsonKeys own(object, "“" + name + "”", file, problems);
    read(own);
  };
  std::set<std::string> known;
  if (const auto* areas = keys.array("mbas"))
    for (const Json& item : *areas)
      nested("mbas", item, [&](JsonKeys& own) {
        AreaFacts area = area_of(own);
        if (area.mba.empty()) return;
        if (!known.insert(area.mba).second)
          own.report("W005", "the area “" + area.mba + "” appears twice",
                     "keep the one that is right");
        else
          tables.areas.push_back(std::move(area));
      });
  if (const Json* materials = keys.find("materials"); materials != nullptr)
    nested("materials", *materials,
           [&](JsonKeys& own) { read_materials(*materials, own, tables); });
  bool named = false;
  const Json* values = keys.find("profile");
  if (values != nullptr && values->is_string())
    named = read_name(keys, "profile", profile);
  else if (values != nullptr)
    nested("profile", *values, [&](JsonKeys& own) { named = read_values(own, profile); });
  keys.finish();
  return named;
}

}  // namespace accord::formats
