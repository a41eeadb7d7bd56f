#include <fmt/format.h>

#include <charconv>

#include "formats/profiles/profile_words.h"

namespace accord::formats {

using accounting::Category;
using accounting::Counting;
using accounting::DueFrom;
using accounting::Field;
using accounting::Form;
using accounting::IsotopeLetter;
using accounting::Label;
using accounting::Profile;

namespace {

constexpr std::pair<std::string_view, Form> forms[] = {
    {"", Form::labelled}, {"labelled", Form::labelled}, {"table", Form::table}};
constexpr std::pair<std::string_view, bool Profile::*> features[] = {
    {"separate", &Profile::separate},     {"pairs", &Profile::pairs},
    {"names stay", &Profile::names_stay}, {"split month", &Profile::split_month},
    {"each year", &Profile::each_year},   {"each month", &Profile::each_month}};
constexpr std::pair<std::string_view, DueFrom> starts[] = {{"end of month", DueFrom::month_end},
                                                           {"change", DueFrom::change}};
constexpr std::pair<std::string_view, Counting> countings[] = {
    {"after", Counting::after},
    {"beginning with", Counting::beginning_with},
    {"business days", Counting::business_days}};
constexpr std::pair<std::string_view, material::MassUnit> units[] = {
    {"g", material::MassUnit::gram}, {"kg", material::MassUnit::kilogram}};

/// "C20", "N8", "N24.3", "D".
void read_type(Keys& keys, const Setting& type, Field& out) {
  const std::string_view text = type.text;
  const auto number = [](std::string_view digits, std::uint16_t& value) {
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value > 0;
  };
  const std::size_t point = text.find('.');
  bool good = text == "D";
  if (good) out.type = Field::Type::day, out.length = 8;
  if (text.starts_with("C")) good = number(text.substr(1), out.length);
  if (text.starts_with("N")) {
    out.type = point == std::string_view::npos ? Field::Type::whole : Field::Type::weight;
    good = number(text.substr(1, point == std::string_view::npos ? point : point - 1), out.length);
    if (point != std::string_view::npos)
      good = good && number(text.substr(point + 1), out.decimals);
  }
  if (!good)
    keys.report("W014", type.place, fmt::format("“{}” is not the type of a field", text),
                "write C and a length, N and a length, N24.3 for weights, or D for a day");
}

Field read_field(Keys& above, const TomlValue& table) {
  Keys keys(table, "a column", above.file(), above.problems());
  Field out;
  out.name = keys.needed_text("name").text;
  out.label = label_of(keys, keys.needed_text("label"));
  read_type(keys, keys.needed_text("type"), out);
  out.icr = keys.text("icr").text;
  out.pil = keys.text("pil").text;
  out.mbr = keys.text("mbr").text;
  out.needed = keys.text("needed").text;
  out.header = keys.flag("header");
  keys.finish();
  return out;
}

material::Kind kind_of(Keys& keys, const Setting& setting) {
  const Label label = label_of(keys, setting);
  if (material::is_kind(label)) return material::Kind{label};
  if (label != 0)
    keys.report("W014", setting.place, fmt::format("{} is not the label of a weight", label));
  return material::Kind::natural_uranium;
}

void read_share(Keys& keys, std::string_view key, accounting::ProfileValue& out) {
  const Setting text = keys.text(key);
  if (text.empty()) return;
  const ParsedDecimal parsed = parse_decimal(text.text);
  if (parsed.fault != DecimalFault::none)
    keys.report("W014", text.place, fmt::format("“{}” is not a number", text.text));
  out = {parsed.value, accounting::Trust::official, {}, true};
}

void read_letters(Keys& above, const TomlValue& table, Profile& out) {
  Keys keys(table, "[letters]", above.file(), above.problems());
  for (const TomlValue* item : keys.tables("categories")) {
    Keys own(*item, "a category", above.file(), above.problems());
    Category category;
    category.letter = own.needed_text("letter").text;
    category.kind = kind_of(own, own.needed_text("label"));
    category.unit = word(own, own.needed_text("unit"), units);
    read_share(own, "at_least", category.at_least);
    read_share(own, "below", category.below);
    own.finish();
    out.categories.push_back(std::move(category));
  }
  for (const TomlValue* item : keys.tables("isotopes")) {
    Keys own(*item, "an isotope", above.file(), above.problems());
    const std::string letter = own.needed_text("letter").text;
    out.isotopes.push_back(
        {letter.empty() ? '\0' : letter.front(), kind_of(own, own.needed_text("label"))});
    own.finish();
  }
  for (const Setting& form : keys.texts("forms")) out.material_forms.push_back(form.text);
  out.containers = keys.text("containers").text;
  out.states = keys.text("states").text;
  keys.finish();
}

void read_due(Keys& above, const TomlValue& table, Profile& out) {
  Keys keys(table, "[due]", above.file(), above.problems());
  out.icr_from = word(keys, keys.needed_text("icr_from"), starts);
  out.icr_counting = word(keys, keys.needed_text("icr_counting"), countings);
  out.inventory_counting = word(keys, keys.needed_text("inventory_counting"), countings);
  keys.finish();
}

void read_columns(Keys& above, const TomlValue& table, Profile& out) {
  Keys keys(table, "[columns]", above.file(), above.problems());
  for (const TomlValue* item : keys.tables("order")) out.fields.push_back(read_field(keys, *item));
  keys.finish();
}

/// A text that comes in place of what is there.
void replace(Keys& keys, std::string_view key, std::string& out) {
  if (const Setting text = keys.text(key); !text.empty()) out = text.text;
}

}  // namespace

Label label_of(Keys& keys, const Setting& setting) {
  Label label = 0;
  const char* end = setting.text.data() + setting.text.size();
  const auto read = std::from_chars(setting.text.data(), end, label);
  if (read.ec == std::errc() && read.ptr == end && label <= 999) return label;
  keys.report("W014", setting.place, fmt::format("“{}” is not a label", setting.text),
              "write the number of a label in quotes: \"370\"");
  return 0;
}

std::vector<Label> labels(Keys& keys, std::string_view key) {
  std::vector<Label> out;
  for (const Setting& setting : keys.texts(key))
    if (const Label label = label_of(keys, setting); label != 0) out.push_back(label);
  return out;
}

void read_form(Keys& keys, Profile& out) {
  if (const Setting form = keys.text("form"); !form.empty()) out.form = word(keys, form, forms);
  replace(keys, "item_forms", out.item_forms);
  replace(keys, "bases", out.bases);
  replace(keys, "characters", out.characters);
  if (auto coded = labels(keys, "coded_labels"); !coded.empty()) out.coded = std::move(coded);
  for (const Setting& feature : keys.texts("features")) out.*word(keys, feature, features) = true;
  for (const Setting& rule : keys.texts("off")) out.off.push_back(rule.text);
  if (const TomlValue* table = keys.table("columns")) read_columns(keys, *table, out);
  if (const TomlValue* table = keys.table("letters")) read_letters(keys, *table, out);
  if (const TomlValue* table = keys.table("due")) read_due(keys, *table, out);
}

}  // namespace accord::formats
