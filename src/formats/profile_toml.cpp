#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/contract.h"
#include "formats/keys.h"
#include "formats/profile.h"
#include "formats/profiles.h"

namespace accord::formats {

namespace {

using accounting::CodeRule;
using accounting::Group;
using accounting::Label;
using accounting::Profile;
using accounting::ProfileValue;
using accounting::Trust;

constexpr std::pair<std::string_view, Group> groups[] = {
    {"receipt", Group::receipt},
    {"shipment", Group::shipment},
    {"gain", Group::gain},
    {"loss", Group::loss},
    {"category change", Group::category_change},
    {"rebatching", Group::rebatching},
    {"difference", Group::difference},
    {"balance", Group::balance}};
constexpr std::pair<std::string_view, Trust> trusts[] = {
    {"A", Trust::official}, {"C", Trust::secondary}, {"K", Trust::unread}};
constexpr std::pair<std::string_view, int> signs[] = {{"", 0}, {"+", 1}, {"-", -1}};
constexpr std::pair<std::string_view, int> muf_signs[] = {{"book minus physical", 1},
                                                          {"physical minus book", -1}};
constexpr std::pair<std::string_view, int> difference_signs[] = {{"shipper minus receiver", 1},
                                                                 {"receiver minus shipper", -1}};
constexpr std::pair<std::string_view, Severity> severities[] = {{"error", Severity::error},
                                                                {"warning", Severity::warning}};
constexpr std::pair<std::string_view, bool CodeRule::*> reports[] = {{"ICR", &CodeRule::in_icr},
                                                                     {"MBR", &CodeRule::in_mbr}};
constexpr std::pair<std::string_view, bool CodeRule::*> marks[] = {
    {"states", &CodeRule::states},
    {"no composition", &CodeRule::differs},
    {"retires", &CodeRule::retires},
    {"restores", &CodeRule::restores},
    {"special report", &CodeRule::special}};
constexpr std::pair<std::string_view, char> notices[] = {{"notice in", 'i'}, {"notice out", 'o'}};

template <class T, std::size_t N>
const T* find_word(const std::pair<std::string_view, T> (&words)[N], std::string_view text) {
  const auto at = std::find_if(std::begin(words), std::end(words),
                               [text](const auto& word) { return word.first == text; });
  return at == std::end(words) ? nullptr : &at->second;
}

template <class T, std::size_t N>
T word(Keys& keys, const Setting& setting, const std::pair<std::string_view, T> (&words)[N]) {
  if (const T* found = find_word(words, setting.text)) return *found;
  std::string known;
  for (const auto& [name, value] : words)
    if (!name.empty()) known += (known.empty() ? "“" : ", “") + std::string(name) + "”";
  keys.report("W007", setting.place, fmt::format("“{}” is none of the words here", setting.text),
              "write one of " + known);
  return words[0].second;
}

std::vector<Label> labels(Keys& keys, std::string_view key) {
  std::vector<Label> out;
  for (const Setting& setting : keys.texts(key)) {
    Label label = 0;
    const char* end = setting.text.data() + setting.text.size();
    const auto read = std::from_chars(setting.text.data(), end, label);
    if (read.ec == std::errc() && read.ptr == end && label <= 999)
      out.push_back(label);
    else
      keys.report("W007", setting.place, fmt::format("“{}” is not a label", setting.text),
                  "write the number of a label in quotes: \"370\"");
  }
  return out;
}

ProfileValue value(Keys& above, std::string_view key, bool whole) {
  ProfileValue out;
  const TomlValue* table = above.table(key);
  if (table == nullptr) {
    above.report("W006", above.place(), fmt::format("[values] needs the key “{}”", key),
                 fmt::format("add {} = {{ value = \"…\", trust = \"K\" }}", key));
    return out;
  }
  Keys keys(*table, std::string(key), above.file(), above.problems());
  const Setting number = keys.needed_text("value");
  const ParsedDecimal parsed = parse_decimal(number.text);
  if (parsed.fault != DecimalFault::none)
    keys.report("W007", number.place, fmt::format("“{}” is not a number", number.text),
                "write digits with a point, in quotes: \"0.0072\"");
  else if (whole && (parsed.value.scale != 0 || parsed.value.mantissa > 9999))
    keys.report("W007", number.place, fmt::format("“{}” is not a whole number", number.text),
                "write a whole number from 0 to 9999");
  out.value = parsed.value;
  out.trust = word(keys, keys.needed_text("trust"), trusts);
  out.source = keys.text("source").text;
  keys.finish();
  return out;
}

void read_values(Keys& above, const TomlValue& table, Profile& out) {
  Keys keys(table, "[values]", above.file(), above.problems());
  using Member = std::pair<std::string_view, ProfileValue Profile::*>;
  constexpr Member whole[] = {{"icr_days", &Profile::icr_days},
                              {"inventory_days", &Profile::inventory_days},
                              {"unmatched_days", &Profile::unmatched_days},
                              {"notice_months", &Profile::notice_months},
                              {"muf_limit_sigma", &Profile::muf_limit_sigma},
                              {"difference_limit_sigma", &Profile::difference_limit_sigma}};
  constexpr Member any[] = {
      {"natural_low", &Profile::natural_low},       {"natural_high", &Profile::natural_high},
      {"notice_above", &Profile::notice_above},     {"exempt_special", &Profile::exempt_special},
      {"exempt_uranium", &Profile::exempt_uranium}, {"exempt_depleted", &Profile::exempt_depleted},
      {"exempt_thorium", &Profile::exempt_thorium}, {"depleted_share", &Profile::depleted_share}};
  for (const auto& [key, member] : whole) out.*member = value(keys, key, true);
  for (const auto& [key, member] : any) out.*member = value(keys, key, false);
  keys.finish();
}

void read_signs(Keys& above, const TomlValue& table, Profile& out) {
  Keys keys(table, "[signs]", above.file(), above.problems());
  out.signs.muf = word(keys, keys.needed_text("muf"), muf_signs);
  out.signs.difference = word(keys, keys.needed_text("difference"), difference_signs);
  out.signs.muf_booked = keys.flag("muf_booked");
  keys.finish();
}

CodeRule code_rule(Keys& above, const TomlValue& table) {
  Keys keys(table, "[[code]]", above.file(), above.problems());
  CodeRule out;
  const Setting code = keys.needed_text("code");
  if (code.text.size() > 4)
    keys.report("W007", code.place, fmt::format("“{}” is longer than four letters", code.text));
  out.code = accounting::code(code.text);
  out.keyword = keys.needed_text("keyword").text;
  out.group = word(keys, keys.needed_text("group"), groups);
  out.sign = word(keys, keys.text("sign"), signs);
  for (const Setting& report : keys.texts("reports")) out.*word(keys, report, reports) = true;
  for (const Setting& mark : keys.texts("marks")) {
    if (const char* notice = find_word(notices, mark.text))
      out.notice = *notice;
    else
      out.*word(keys, mark, marks) = true;
  }
  out.allows = labels(keys, "allows");
  out.needs = labels(keys, "needs");
  out.trust = word(keys, keys.needed_text("trust"), trusts);
  keys.finish();
  return out;
}

void read_codes(Keys& keys, Profile& out) {
  for (const TomlValue* table : keys.tables("code")) {
    CodeRule rule = code_rule(keys, *table);
    const auto same = [&](const CodeRule& other) { return other.code == rule.code; };
    if (std::any_of(out.codes.begin(), out.codes.end(), same))
      keys.report("W007", table->place,
                  fmt::format("the code “{}” is there twice", accounting::to_string(rule.code)));
    out.codes.push_back(std::move(rule));
  }
  std::sort(out.codes.begin(), out.codes.end(),
            [](const CodeRule& a, const CodeRule& b) { return a.code < b.code; });
}

void read_severities(Keys& above, const TomlValue& table, Profile& out) {
  Keys keys(table, "[severity]", above.file(), above.problems());
  for (const TomlEntry& entry : keys.entries())
    if (const auto text = keys.text_of(entry.value))
      out.severities.push_back({entry.key, word(keys, *text, severities)});
  std::sort(out.severities.begin(), out.severities.end(),
            [](const auto& a, const auto& b) { return a.rule < b.rule; });
}

void read_all(Keys& keys, Profile& out) {
  out.id = keys.needed_text("id").text;
  out.title = keys.needed_text("title").text;
  out.source = keys.text("source").text;
  out.item_forms = keys.text("item_forms").text;
  out.coded = labels(keys, "coded_labels");
  if (const TomlValue* table = keys.table("signs")) read_signs(keys, *table, out);
  if (const TomlValue* table = keys.table("values")) read_values(keys, *table, out);
  if (const TomlValue* table = keys.table("severity")) read_severities(keys, *table, out);
  read_codes(keys, out);
  keys.finish();
}

}  // namespace

Result<Profile> read_profile(std::string_view text, std::string_view file) {
  ReadToml toml = read_toml(text, file);
  Profile out;
  if (toml.problems.empty()) {
    Keys keys(toml.root, "the profile", file, toml.problems);
    read_all(keys, out);
  }
  if (toml.problems.empty()) return out;
  sort_problems(toml.problems);
  const Problem& first = toml.problems.front();
  return fail(first.code, first.message,
              fmt::format("{}:{}:{}", file, first.place.line, first.place.column), first.help);
}

const Profile& code10_profile() {
  static const Profile profile = [] {
    auto read =
        read_profile(profiles::iaea_code10_labelled_2011_toml, "iaea-code10-labelled-2011.toml");
    ACCORD_EXPECT(read.has_value());
    return std::move(*read);
  }();
  return profile;
}

}  // namespace accord::formats
