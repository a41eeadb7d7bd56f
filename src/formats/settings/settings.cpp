#include "formats/settings/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "formats/settings/settings_parts.h"
#include "formats/text/comparator.h"
#include "formats/text/keys.h"

namespace accord::formats {

namespace {

std::optional<Decimal> number(Keys& keys, const Setting& setting) {
  if (setting.empty()) return std::nullopt;
  const ParsedDecimal parsed = parse_decimal(setting.text);
  if (parsed.fault == DecimalFault::none) return parsed.value;
  keys.report("W014", setting.place, fmt::format("“{}” is not a number", setting.text),
              "write digits with a point, in quotes: \"2.5\"");
  return std::nullopt;
}

std::optional<evidence::Grade> grade(Keys& keys, const Setting& setting) {
  if (setting.empty()) return std::nullopt;
  const auto found = evidence::grade_of(setting.text);
  if (!found)
    keys.report("W013", setting.place,
                fmt::format("no grade of evidence is named “{}”", setting.text),
                "use verified, attested, estimated, declared, reported or unverified");
  return found.value_or(evidence::Grade::unverified);
}

std::optional<Attestation> attestation(Keys& keys, const Setting& setting) {
  if (setting.empty()) return std::nullopt;
  std::vector<std::string_view> words = split(setting.text, " ");
  const auto relation = relation_of(words[0]);
  if (words.size() == 3 && relation && *relation != evidence::Relation::equal) {
    const ParsedDecimal value = parse_decimal(words[1]);
    if (value.fault == DecimalFault::none)
      return Attestation{*relation, value.value, {std::string(words[2]), setting.place}};
  }
  keys.report("W014", setting.place, fmt::format("“{}” is not a bound", setting.text),
              "write a comparison, a number and a unit: \"<= 100 t\"");
  return std::nullopt;
}

FigureSettings figure(const TomlValue& table, Keys& above) {
  Keys keys(table, "[[series.figure]]", above.file(), above.problems());
  FigureSettings out;
  out.column = keys.needed_text("column");
  out.unit = keys.needed_text("unit");
  out.label = keys.text("label").text;
  out.trace = keys.text("trace");
  if (const std::size_t colon = out.trace.text.find(':'); colon != std::string::npos) {
    out.trace_entry = out.trace.text.substr(colon + 1);
    out.trace.text.resize(colon);
  }
  out.attested = attestation(keys, keys.text("attested"));
  out.not_above = number(keys, keys.text("not_above"));
  out.as_of = keys.text("as_of");
  out.part_of = keys.text("part_of");
  out.grade = grade(keys, keys.text("grade"));
  out.expected = keys.flag("expected");
  keys.finish();
  return out;
}

SeriesSettings series(const TomlValue& table, Keys& above) {
  Keys keys(table, "[series]", above.file(), above.problems());
  SeriesSettings out;
  out.file = keys.needed_text("file");
  out.by = keys.needed_text("by");
  out.event = keys.text("event");
  if (const TomlValue* count = keys.table("count")) {
    Keys count_keys(*count, "series.count", above.file(), above.problems());
    out.count_metric = count_keys.needed_text("metric");
    out.count_unit = count_keys.needed_text("unit");
    count_keys.finish();
  }
  for (const TomlValue* item : keys.tables("figure")) out.figures.push_back(figure(*item, keys));
  keys.finish();
  return out;
}

void events(const TomlValue& table, Keys& above, Settings& out) {
  Keys keys(table, "[events]", above.file(), above.problems());
  out.events = keys.needed_text("file");
  out.events_by = keys.text("by");
  if (const TomlValue* activities = keys.table("activities")) {
    for (const TomlEntry& entry : activities->entries) {
      if (entry.value.kind != TomlValue::Kind::table) {
        keys.report("W007", entry.value.place, "{ activity = \"…\" } was expected here");
        continue;
      }
      Keys activity(entry.value, "[events.activities] " + entry.key, above.file(),
                    above.problems());
      Setting name = activity.needed_text("activity");
      out.activities.push_back({{entry.key, entry.place}, std::move(name), activity.texts("at")});
      activity.finish();
    }
  }
  if (const TomlValue* kinds = keys.table("kinds"))
    out.event_kinds = read_kinds(*kinds, "[events.kinds]", keys);
  keys.finish();
}

std::vector<Pair> pairs(const TomlValue& table, std::string name, Keys& above) {
  Keys keys(table, std::move(name), above.file(), above.problems());
  std::vector<Pair> out;
  for (const TomlEntry& entry : keys.entries())
    if (auto value = keys.text_of(entry.value))
      out.push_back({{entry.key, entry.place}, std::move(*value)});
  return out;
}

std::vector<PartyName> party_names(const TomlValue& table, Keys& above) {
  Keys keys(table, "[parties]", above.file(), above.problems());
  std::vector<PartyName> out;
  for (const TomlEntry& entry : keys.entries())
    out.push_back({{entry.key, entry.place}, keys.texts_of(entry.value)});
  return out;
}

/// The tables that are only a file, or a few.
void files(Keys& keys, Settings& out) {
  const auto open = [&](std::string_view name, auto read) {
    const TomlValue* table = keys.table(name);
    if (table == nullptr) return;
    Keys inner(*table, fmt::format("[{}]", name), keys.file(), keys.problems());
    read(inner);
    inner.finish();
  };
  open("terms", [&](Keys& inner) { out.commitments = inner.needed_text("file"); });
  open("obligations", [&](Keys& inner) {
    out.obligations = inner.needed_text("file");
    out.partly = inner.texts("partly");
  });
  open("attestations", [&](Keys& inner) {
    out.attestations = {inner.needed_text("file"), inner.text("by"), inner.texts("background")};
  });
  open("talks", [&](Keys& inner) {
    out.issues = inner.needed_text("issues");
    out.positions = inner.text("positions");
    out.rounds = inner.text("rounds");
  });
  open("claims", [&](Keys& inner) { read_claim_settings(inner, out); });
  open("items", [&](Keys& inner) { read_item_settings(inner, out); });
  open("books", [&](Keys& inner) { read_book_settings(inner, out); });
  open("background", [&](Keys& inner) { read_background(inner, out); });
  open("sources", [&](Keys& inner) { out.sources = inner.needed_text("file"); });
}

void readings(Keys& keys, Settings& out) {
  for (const TomlValue* item : keys.tables("reading")) {
    Keys reading(*item, "[[reading]]", keys.file(), keys.problems());
    ReadingSettings& made = out.readings.emplace_back();
    made.row = reading.needed_text("row");
    made.says = reading.texts("says");
    made.answers = reading.text("answers");
    made.part = reading.flag("part");
    reading.finish();
  }
}

/// The coverage factor is exact: a whole number, or digits with a point in quotes.
void record(const TomlValue& table, Keys& above, Settings& out) {
  Keys keys(table, "[record]", above.file(), above.problems());
  const TomlValue* k = keys.value("k");
  if (k != nullptr) {
    const bool whole = k->kind == TomlValue::Kind::number && k->whole && k->number < 1e9;
    const ParsedDecimal written = parse_decimal(k->text);
    const bool text = k->kind == TomlValue::Kind::text && written.fault == DecimalFault::none;
    if (whole)
      out.coverage = Rational::of(static_cast<std::int64_t>(k->number));
    else if (text)
      out.coverage = Rational(written.value);
    if ((!whole && !text) || !(out.coverage > Rational::of(0)))
      keys.report("W015", k->place, "a coverage factor above 0 was expected here",
                  "write k = 2, or digits with a point in quotes: k = \"1.96\"");
  }
  keys.finish();
}

void defaults(const TomlValue& table, Keys& keys, Settings& out) {
  Keys inner(table, "[settings]", keys.file(), keys.problems());
  for (const TomlEntry& entry : inner.entries()) {
    if (entry.value.kind == TomlValue::Kind::boolean)
      out.defaults.push_back({entry.key, entry.value.boolean ? "true" : "false", entry.place});
    else if (const auto text = inner.text_of(entry.value))
      out.defaults.push_back({entry.key, text->text, entry.place});
  }
}

Settings settings_of(const TomlValue& root, std::string_view file, std::vector<Problem>& problems) {
  Settings out;
  Keys keys(root, "accord.toml", file, problems);
  const TomlValue* workspace = keys.table("workspace");
  if (workspace == nullptr) {
    keys.report("W006", {1, 1, 1}, "accord.toml needs a table [workspace]",
                "begin it with [workspace], name = \"…\" and terms = \"terms/….accord\"");
  } else {
    Keys inner(*workspace, "[workspace]", file, problems);
    out.name = inner.needed_text("name").text;
    out.terms = inner.needed_text("terms");
    inner.finish();
  }
  if (const TomlValue* table = keys.table("parties")) out.parties = party_names(*table, keys);
  if (const TomlValue* table = keys.table("outsiders"))
    out.outsiders = pairs(*table, "[outsiders]", keys);
  if (const TomlValue* table = keys.table("units")) out.units = pairs(*table, "[units]", keys);
  if (const TomlValue* table = keys.table("record")) record(*table, keys, out);
  if (const TomlValue* table = keys.table("series")) out.series = series(*table, keys);
  if (const TomlValue* table = keys.table("events")) events(*table, keys, out);
  for (const TomlValue* table : keys.tables("table"))
    out.tables.push_back(read_mapped_table(*table, keys));
  files(keys, out);
  readings(keys, out);
  if (const TomlValue* table = keys.table("report")) read_report_settings(*table, keys, out);
  if (const TomlValue* table = keys.table("settings")) defaults(*table, keys, out);
  keys.finish();
  return out;
}

}  // namespace

ReadSettings read_settings(std::string_view text, std::string_view file) {
  ReadToml toml = read_toml(text, file);
  ReadSettings out;
  out.problems = std::move(toml.problems);
  if (out.problems.empty()) out.settings = settings_of(toml.root, file, out.problems);
  return out;
}

}  // namespace accord::formats
