#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "formats/settings/settings_parts.h"
#include "formats/text/comparator.h"

/// Tables in the user's own columns: [[table]], [events.kinds]; and rows set aside: [background].
namespace accord::formats {

namespace {

using Kind = Meaning::Kind;

struct KindKey {
  std::string_view key;
  Kind kind;
};
constexpr std::array<KindKey, 8> kind_keys{{{"event", Kind::event},
                                            {"measure", Kind::measure},
                                            {"seen", Kind::seen},
                                            {"not_seen", Kind::not_seen},
                                            {"ceases", Kind::ceases},
                                            {"suspends", Kind::suspends},
                                            {"resumes", Kind::resumes},
                                            {"refuses", Kind::refuses}}};

/// The key that says what it is; W006, W017 unless it is exactly one.
const KindKey* kind_of(const TomlValue& table, Keys& keys) {
  return one_key(table, keys, kind_keys,
                 {"one entry says one thing", "write two entries in brackets: [{ … }, { … }]",
                  "what a row says is missing"});
}

Template needed_template(Keys& keys, std::string_view key) {
  return template_of(keys, keys.needed_text(key));
}

void read_measure(Keys& keys, Meaning& out) {
  out.value = needed_template(keys, "value");
  out.unit = needed_template(keys, "unit");
  out.optional = keys.flag("optional");
  const Setting relation = keys.text("relation");
  if (relation.empty()) return;
  if (const auto found = relation_of(relation.text))
    out.relation = *found;
  else
    keys.report("W013", relation.place, fmt::format("“{}” is not a relation", relation.text),
                "use =, <, <=, > or >=");
}

std::optional<Meaning> meaning_of(const TomlValue& value, std::string_view name, Keys& above) {
  if (value.kind != TomlValue::Kind::table) {
    above.report("W007", value.place,
                 "{ event = \"…\" }, or several in brackets, was expected here");
    return std::nullopt;
  }
  Keys keys(value, std::string(name), above.file(), above.problems());
  const KindKey* kind = kind_of(value, keys);
  if (kind == nullptr) return std::nullopt;
  Meaning out;
  out.kind = kind->kind;
  const bool is_declaration = out.kind >= Kind::ceases;
  if (out.kind == Kind::ceases)
    keys.flag(kind->key);
  else if (is_declaration)
    out.terms = keys.texts(kind->key);
  else
    out.name = keys.needed_text(kind->key);
  if (out.kind == Kind::event) out.in_part = keys.flag("part");
  if (out.kind == Kind::measure) read_measure(keys, out);
  if (out.kind == Kind::seen || out.kind == Kind::not_seen) {
    out.outside = keys.has("outside");
    out.sites = keys.texts(out.outside ? "outside" : "at");
  }
  keys.finish();
  return out;
}

/// One entry, or several in brackets.
std::vector<Meaning> meanings_of(const TomlValue& value, std::string_view name, Keys& above) {
  std::vector<Meaning> out;
  const auto take = [&](const TomlValue& one) {
    if (auto meaning = meaning_of(one, name, above)) out.push_back(std::move(*meaning));
  };
  if (value.kind == TomlValue::Kind::array)
    for (const TomlValue& item : value.items) take(item);
  else
    take(value);
  return out;
}

void read_separator(Keys& keys, MappedTable& out) {
  const Setting separator = keys.text("separator");
  if (separator.empty()) return;
  constexpr std::array<std::pair<std::string_view, char>, 4> words{
      {{",", ','}, {";", ';'}, {"tab", '\t'}, {"|", '|'}}};
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const auto& word) { return word.first == separator.text; });
  if (found != words.end())
    out.separator = found->second;
  else
    keys.report("W013", separator.place, fmt::format("“{}” is not a separator", separator.text),
                "use \",\", \";\", \"|\" or \"tab\"");
}

void read_day_form(Keys& keys, MappedTable& out) {
  const Setting form = keys.text("days");
  if (form.empty()) return;
  out.days = day_form_of(form.text);
  if (!out.days)
    keys.report("W014", form.place, fmt::format("“{}” is not a form of days", form.text),
                "write YYYY, MM and DD (or M and D for days without a leading zero) as the table "
                "has them: \"DD.MM.YYYY\"");
}

void read_number_form(Keys& keys, MappedTable& out) {
  const Setting decimal = keys.text("decimal");
  const Setting thousands = keys.text("thousands");
  if (!decimal.empty() && decimal.text != "." && decimal.text != ",")
    keys.report("W013", decimal.place, fmt::format("“{}” is not a decimal mark", decimal.text),
                "use \".\" or \",\"");
  else if (!decimal.empty())
    out.numbers.decimal = decimal.text[0];
  if (thousands.empty()) return;
  constexpr std::string_view marks = ".,' ";
  if (thousands.text.size() != 1 || marks.find(thousands.text[0]) == std::string_view::npos ||
      thousands.text[0] == out.numbers.decimal)
    keys.report("W013", thousands.place,
                fmt::format("“{}” is not a mark of thousands beside the decimal mark “{}”",
                            thousands.text, out.numbers.decimal),
                "use \",\", \".\", \"'\" or \" \"");
  else
    out.numbers.thousands = thousands.text[0];
}

}  // namespace

Template template_of(Keys& keys, Setting setting) {
  Template out{std::move(setting), {}};
  std::string_view rest = out.setting.text;
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find_first_of("{}"), rest.size());
    if (open > 0) out.parts.push_back({std::string(rest.substr(0, open)), false});
    if (open == rest.size()) break;
    const std::size_t close = rest.find('}', open);
    if (rest[open] == '}' || close == std::string_view::npos || close == open + 1) {
      keys.report("W014", out.setting.place,
                  fmt::format("the braces of “{}” hold no column", out.setting.text),
                  "write the name of a column in braces: \"{date}\"");
      out.parts.clear();
      return out;
    }
    out.parts.push_back({std::string(rest.substr(open + 1, close - open - 1)), true});
    rest.remove_prefix(close + 1);
  }
  return out;
}

std::vector<KindMeanings> read_kinds(const TomlValue& table, std::string name, Keys& above) {
  Keys keys(table, std::move(name), above.file(), above.problems());
  std::vector<KindMeanings> out;
  for (const TomlEntry& entry : keys.entries())
    out.push_back(
        {{entry.key, entry.place}, meanings_of(entry.value, fmt::format("“{}”", entry.key), keys)});
  return out;
}

void read_background(Keys& keys, Settings& out) {
  out.background_rows = keys.texts("rows");
  out.background_kinds = keys.texts("kinds");
}

MappedTable read_mapped_table(const TomlValue& table, Keys& above) {
  Keys keys(table, "[[table]]", above.file(), above.problems());
  MappedTable out;
  out.place = table.place;
  out.file = keys.needed_text("file");
  read_separator(keys, out);
  read_day_form(keys, out);
  read_number_form(keys, out);
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto field = static_cast<MappedField>(i);
    const std::string_view key = mapped_fields.at(i).key;
    const bool needed = field == MappedField::id || field == MappedField::date;
    out.fields.at(i) = template_of(keys, needed ? keys.needed_text(key) : keys.text(key));
  }
  if (const TomlValue* says = keys.value("says")) out.says = meanings_of(*says, "says", keys);
  if (const TomlValue* kinds = keys.table("kinds"))
    out.kinds = read_kinds(*kinds, "[table.kinds]", keys);
  if (!out.kinds.empty() && out.field(MappedField::kind).empty())
    keys.report("W006", keys.place_of("kinds"), "[table.kinds] needs the key “kind” of its table",
                "say which column holds the kind: kind = \"{…}\"");
  keys.finish();
  return out;
}

}  // namespace accord::formats
