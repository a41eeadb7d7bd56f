#include "formats/measured/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/text.h"
#include "formats/text/keys.h"
#include "formats/text/toml.h"
#include "measurement/items.h"

namespace accord::formats {

using measurement::FlowErrors;
using measurement::Location;
using measurement::LocationRole;

namespace {

template <class Word>
std::optional<Word> word_of(Keys& keys, std::string_view key, const Setting& written,
                            std::span<const std::string_view> words) {
  const auto at = keys.word(key, written, words);
  return at ? std::optional(static_cast<Word>(*at)) : std::nullopt;
}

class LocationReader {
 public:
  LocationReader(const TomlValue& table, Keys& above, StudyText& study)
      : keys_(table, "[[location]]", above.file(), above.problems()), study_(study) {
    source_.place = table.place;
    for (const TomlEntry& entry : table.entries) source_.keys.emplace_back(entry.key, entry.place);
  }

  void read() {
    location_.name = keys_.needed_text("name").text;
    const auto role = word_of<LocationRole>(keys_, "role", keys_.needed_text("role"),
                                            measurement::location_role_words);
    location_.role = role.value_or(LocationRole::input);
    if (location_.role != LocationRole::inventory) read_flow(role.has_value());
    location_.random = needed_number("random");
    location_.systematic = needed_number("systematic");
    location_.random_absolute = keys_.number("random_absolute").value_or(0);
    location_.systematic_absolute = keys_.number("systematic_absolute").value_or(0);
    location_.source_key = keys_.text("source_key").text;
    location_.calibration = keys_.number("calibration");
    location_.negative = keys_.flag("negative");
    location_.stratum = keys_.text("stratum").text;
    read_source();
    keys_.finish();
    check_name();
    study_.study.locations.push_back(std::move(location_));
    study_.locations.push_back(std::move(source_));
  }

 private:
  Keys keys_;
  StudyText& study_;
  Location location_;
  LocationText source_;

  double needed_number(std::string_view key) {
    if (!keys_.has(key))
      keys_.report("W006", keys_.place(), fmt::format("[[location]] needs the key “{}”", key),
                   fmt::format("add {} = 0.002 for 0.2 per cent, or 0 for no such error", key));
    return keys_.number(key).value_or(0);
  }

  void read_flow(bool role_known) {
    const auto kind = word_of<measurement::FlowKind>(
        keys_, "kind", role_known ? keys_.needed_text("kind") : keys_.text("kind"),
        measurement::flow_kind_words);
    location_.kind = kind.value_or(measurement::FlowKind::continuous);
    const Setting between = keys_.text("between");
    location_.between =
        word_of<measurement::Between>(keys_, "between", between, measurement::between_words)
            .value_or(measurement::Between::hold);
    location_.until = keys_.number("until");
    location_.close_pulses = keys_.flag("close_pulses");
    location_.gap_max = keys_.number("gap_max");
    if (location_.kind == measurement::FlowKind::continuous) return;
    for (const char* key : {"between", "until", "close_pulses", "gap_max"})
      if (keys_.has(key))
        keys_.report("W005", keys_.place_of(key),
                     fmt::format("“{}” says nothing for the kind “discrete”", key),
                     "amounts move at their moments; take the key out");
  }

  void read_source() {
    static constexpr std::string_view units[] = {"kg", "g"};
    source_.file = study_.series.empty() ? keys_.needed_text("file").text : keys_.text("file").text;
    if (!source_.file.empty() && !study_.series.empty())
      keys_.report("W005", keys_.place_of("file"),
                   "the study has a table of all locations: “file” says nothing",
                   "take out “series” of the study, or this key");
    const Setting time = keys_.text("time");
    const Setting value = keys_.text("value");
    if (!time.empty()) source_.columns.time = time.text;
    if (!value.empty()) source_.columns.value = value.text;
    if (!study_.series.empty()) {
      source_.columns.location = "location";
      for (const char* key : {"time", "value"})
        if (keys_.has(key))
          keys_.report("W005", keys_.place_of(key),
                       fmt::format("a table of all locations has the columns location, time and "
                                   "value: “{}” says nothing",
                                   key),
                       "take the key out");
    }
    const auto unit = word_of<int>(keys_, "unit", keys_.text("unit"), units);
    source_.units_per_kg = unit.value_or(0) == 1 ? 1000 : 1;
  }

  void check_name() {
    for (const Location& other : study_.study.locations)
      if (!location_.name.empty() && other.name == location_.name)
        return keys_.report("I014", keys_.place_of("name"),
                            fmt::format("a second location is named “{}”", location_.name),
                            "give every location a name of its own");
  }
};

void above_zero(Keys& keys, std::string_view key, const std::optional<double>& value) {
  if (value && *value <= 0)
    keys.report("W015", keys.place_of(key),
                fmt::format("{} is {}; expected a number above 0", key, *value));
}

void read_periods(Keys& above, StudyText& out) {
  const TomlValue* table = above.table("periods");
  if (table == nullptr) {
    if (!above.has("periods"))
      above.report("W006", above.place(), "the study needs the table “periods”",
                   "add [periods] with length = …, or with ends = […]");
    return;
  }
  out.periods_place = table->place;
  Keys keys(*table, "[periods]", above.file(), above.problems());
  out.start = keys.number("start").value_or(0);
  out.length = keys.number("length");
  out.count = keys.whole("count");
  above_zero(keys, "length", out.length);
  if (out.count && (*out.count == 0 || *out.count > measurement::period_max))
    keys.report("W015", keys.place_of("count"),
                fmt::format("count is {}; expected a whole number from 1 to {}", *out.count,
                            measurement::period_max));
  const std::vector<double> ends = keys.numbers("ends");
  if (keys.has("ends") == keys.has("length"))
    keys.report("W006", table->place,
                keys.has("ends") ? "[periods] has both “length” and “ends”"
                                 : "[periods] needs either “length” or “ends”",
                keys.has("ends") ? "take one of them out"
                                 : "add length = … for periods of one length, or ends = […]");
  if (keys.has("ends") && keys.has("count"))
    keys.report("W005", keys.place_of("count"), "“count” says nothing beside “ends”",
                "take it out");
  if (ends.size() > static_cast<std::size_t>(measurement::period_max))
    keys.report("W015", keys.place_of("ends"),
                fmt::format("there are {} ends; expected at most {}", ends.size(),
                            measurement::period_max));
  if (keys.has("ends")) {
    out.periods_place = keys.place_of("ends");
    out.study.edges = ends;
    out.study.edges.insert(out.study.edges.begin(), out.start);
  }
  keys.finish();
}

}  // namespace

ReadStudy read_study(std::string_view text, std::string_view file) {
  ReadStudy out;
  ReadToml toml = read_toml(text, file);
  out.problems = std::move(toml.problems);
  if (!out.problems.empty()) return out;
  Keys keys(toml.root, "the study", file, out.problems);
  StudyText& study = out.text;
  study.name = keys.text("name").text;
  study.time_unit = keys.text("time_unit").text;
  study.series = keys.text("series").text;
  study.series_place = keys.place_of("series");
  const Setting errors = keys.text("flow_errors");
  study.study.flow_errors =
      word_of<FlowErrors>(keys, "flow_errors", errors, measurement::flow_errors_words)
          .value_or(FlowErrors::sample);
  const Setting at = keys.text("inventory_at");
  study.study.inventory_at =
      word_of<measurement::InventoryAt>(keys, "inventory_at", at, measurement::inventory_at_words)
          .value_or(measurement::InventoryAt::exact);
  const Setting gaps = keys.text("gaps");
  study.study.gaps = word_of<measurement::Gaps>(keys, "gaps", gaps, measurement::gaps_words)
                         .value_or(measurement::Gaps::not_measured);
  read_periods(keys, study);
  for (const TomlValue* table : keys.tables("location")) LocationReader(*table, keys, study).read();
  if (study.locations.empty() && !keys.has("location"))
    keys.report("W006", {1, 1, 1}, "the study needs a [[location]]",
                "add one for each flow and each inventory");
  keys.finish();
  sort_problems(out.problems);
  return out;
}

Place place_of_key(const LocationText& location, std::string_view key) {
  for (const auto& [name, place] : location.keys)
    if (name == key) return place;
  return location.place;
}

}  // namespace accord::formats
