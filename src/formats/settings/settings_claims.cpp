#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/text.h"
#include "formats/settings/settings_parts.h"
#include "formats/text/keys.h"

/// What the metrics of claims mean: [claims.metrics] and [claims.units].
namespace accord::formats {

namespace {

using claims::ClaimMeaning;
using Kind = ClaimMeaning::Kind;

struct KindKey {
  std::string_view key;
  Kind kind;
};
constexpr std::array<KindKey, 7> kind_keys{{{"figure", Kind::figure},
                                            {"change", Kind::change},
                                            {"multiple", Kind::multiple},
                                            {"first_excess", Kind::first_excess},
                                            {"day", Kind::day},
                                            {"event", Kind::event},
                                            {"complied_after", Kind::complied_after}}};

/// The key that says what it is; W006, W017 unless it is exactly one.
const KindKey* kind_of(const TomlValue& table, Keys& keys) {
  return one_key(
      table, keys, kind_keys,
      {"a metric has one meaning", "keep one of the two", "the meaning of this metric is missing"});
}

ClaimMeaning meaning_of(const TomlValue& table, const std::string& metric, Keys& above,
                        Settings& out) {
  Keys keys(table, "[claims.metrics] " + metric, above.file(), above.problems());
  ClaimMeaning meaning;
  const KindKey* kind = kind_of(table, keys);
  if (kind == nullptr) return meaning;
  meaning.kind = kind->kind;
  Setting of = keys.needed_text(kind->key);
  const auto term = [&](Setting setting) {
    if (setting.empty()) return;
    meaning.terms.push_back(setting.text);
    out.report_terms.push_back(std::move(setting));
  };
  const auto metric_named = [&](Setting setting) {
    if (!setting.empty()) out.report_metrics.push_back(std::move(setting));
  };
  switch (kind->kind) {
    case Kind::figure:
    case Kind::change:
    case Kind::multiple:
      meaning.metric = of.text;
      metric_named(std::move(of));
      if (kind->kind == Kind::multiple) {
        term(keys.needed_text("term"));
        break;
      }
      for (Setting& less : keys.texts("less")) {
        meaning.less.push_back(less.text);
        metric_named(std::move(less));
      }
      break;
    case Kind::first_excess:
      term(std::move(of));
      break;
    case Kind::complied_after:
      for (Setting& each : keys.texts("terms")) term(std::move(each));
      [[fallthrough]];
    case Kind::day:
    case Kind::event:
      meaning.name = of.text;
  }
  keys.finish();
  return meaning;
}

}  // namespace

void read_claim_settings(Keys& claims, Settings& out) {
  out.claims = claims.needed_text("file");
  if (const TomlValue* units = claims.table("units")) {
    Keys keys(*units, "[claims.units]", claims.file(), claims.problems());
    for (const TomlEntry& entry : keys.entries())
      if (const auto plain = keys.text_of(entry.value)) {
        out.claim_settings.plain_units.emplace(entry.key, plain->text);
        out.claim_units.push_back({entry.key, entry.place});
      }
  }
  const TomlValue* metrics = claims.table("metrics");
  if (metrics == nullptr) return;
  for (const TomlEntry& entry : metrics->entries) {
    if (entry.value.kind != TomlValue::Kind::table) {
      claims.report("W007", entry.value.place, "{ figure = \"…\" } was expected here");
      continue;
    }
    out.claim_settings.metrics.emplace(entry.key, meaning_of(entry.value, entry.key, claims, out));
  }
}

}  // namespace accord::formats
