#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "formats/profiles/profile.h"
#include "formats/profiles/profile_words.h"
#include "formats/text/keys.h"

namespace accord::formats {

namespace {

using accounting::CodeRule;
using accounting::Group;
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
    {"obligation change", Group::obligation_change},
    {"difference", Group::difference},
    {"rounding", Group::rounding},
    {"unaccounted", Group::unaccounted},
    {"balance", Group::balance}};
constexpr std::pair<std::string_view, Trust> trusts[] = {
    {"A", Trust::official}, {"C", Trust::secondary}, {"K", Trust::unread}};
constexpr int algebraic = 2;
constexpr std::pair<std::string_view, int> signs[] = {
    {"", 0}, {"+", 1}, {"-", -1}, {"±", algebraic}};
constexpr std::pair<std::string_view, int> muf_signs[] = {{"book minus physical", 1},
                                                          {"physical minus book", -1}};
constexpr std::pair<std::string_view, int> difference_signs[] = {{"shipper minus receiver", 1},
                                                                 {"receiver minus shipper", -1}};
constexpr std::pair<std::string_view, Severity> severities[] = {{"error", Severity::error},
                                                                {"warning", Severity::warning}};
constexpr std::pair<std::string_view, bool CodeRule::*> reports[] = {{"ICR", &CodeRule::in_icr},
                                                                     {"MBR", &CodeRule::in_mbr}};
constexpr std::pair<std::string_view, bool CodeRule::*> marks[] = {
    {"states", &CodeRule::states},          {"no composition", &CodeRule::differs},
    {"retires", &CodeRule::retires},        {"restores", &CodeRule::restores},
    {"special report", &CodeRule::special}, {"from previous", &CodeRule::from_previous}};
constexpr std::pair<std::string_view, char> notices[] = {{"notice in", 'i'}, {"notice out", 'o'}};

ProfileValue value(Keys& above, const TomlValue& table, std::string_view key, bool whole) {
  ProfileValue out;
  Keys keys(table, std::string(key), above.file(), above.problems());
  out.known = !keys.flag("unknown");
  if (out.known) {
    const Setting number = keys.needed_text("value");
    const ParsedDecimal parsed = parse_decimal(number.text);
    if (parsed.fault != DecimalFault::none)
      keys.report("W014", number.place, fmt::format("“{}” is not a number", number.text),
                  "write digits with a point, in quotes: \"0.0072\"");
    else if (whole && (parsed.value.scale != 0 || parsed.value.mantissa > 9999))
      keys.report("W014", number.place, fmt::format("“{}” is not a whole number", number.text),
                  "write a whole number from 0 to 9999");
    out.value = parsed.value;
  }
  out.trust = word(keys, keys.needed_text("trust"), trusts);
  out.source = keys.text("source").text;
  keys.finish();
  return out;
}

/// A value that every form has, unless the one it is like has it already; or one that some have.
void read_value(Keys& keys, std::string_view key, ProfileValue& out, bool whole, bool needed) {
  if (const TomlValue* table = keys.table(key))
    out = value(keys, *table, key, whole);
  else if (needed)
    keys.report("W006", keys.place(), fmt::format("[values] needs the key “{}”", key),
                fmt::format("add {} = {{ value = \"…\", trust = \"K\" }}", key));
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
  constexpr Member any[] = {{"natural_low", &Profile::natural_low},
                            {"natural_high", &Profile::natural_high},
                            {"notice_above", &Profile::notice_above}};
  constexpr Member of_labelled[] = {{"exempt_special", &Profile::exempt_special},
                                    {"exempt_uranium", &Profile::exempt_uranium},
                                    {"exempt_depleted", &Profile::exempt_depleted},
                                    {"exempt_thorium", &Profile::exempt_thorium},
                                    {"depleted_share", &Profile::depleted_share}};
  constexpr Member of_some[] = {{"inventory_months", &Profile::inventory_months},
                                {"ledger_days", &Profile::ledger_days}};
  const bool fresh = !out.natural_low.known;  // not like another one
  for (const auto& [key, member] : whole) read_value(keys, key, out.*member, true, fresh);
  for (const auto& [key, member] : any) read_value(keys, key, out.*member, false, fresh);
  for (const auto& [key, member] : of_labelled)
    read_value(keys, key, out.*member, false, fresh && out.form == accounting::Form::labelled);
  for (const auto& [key, member] : of_some) read_value(keys, key, out.*member, true, false);
  keys.finish();
}

void read_signs(Keys& above, const TomlValue& table, Profile& out) {
  Keys keys(table, "[signs]", above.file(), above.problems());
  out.signs.muf = word(keys, keys.needed_text("muf"), muf_signs);
  out.signs.difference = word(keys, keys.needed_text("difference"), difference_signs);
  out.signs.muf_booked = keys.flag("muf_booked");
  out.signs.muf_source = keys.needed_text("muf_source").text;
  out.signs.muf_trust = word(keys, keys.needed_text("muf_trust"), trusts);
  keys.finish();
}

CodeRule code_rule(Keys& above, const TomlValue& table) {
  Keys keys(table, "[[code]]", above.file(), above.problems());
  CodeRule out;
  const Setting code = keys.needed_text("code");
  if (code.text.size() > 4)
    keys.report("W014", code.place, fmt::format("“{}” is longer than four letters", code.text));
  out.code = accounting::code(code.text);
  out.keyword = keys.needed_text("keyword").text;
  out.group = word(keys, keys.needed_text("group"), groups);
  const int sign = word(keys, keys.text("sign"), signs);
  out.algebraic = sign == algebraic;
  out.sign = out.algebraic ? 1 : sign;
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
      keys.report("W016", table->place,
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

/// Of a form that is like another one, with codes that were not read for it.
void mark_codes(Keys& keys, Profile& out) {
  const Setting trust = keys.text("trust");
  if (trust.empty()) return;
  for (CodeRule& code : out.codes) code.trust = word(keys, trust, trusts);
}

void read_like(Keys& keys, Profile& out) {
  const Setting like = keys.text("like");
  if (like.empty()) return;
  if (const Profile* other = find_profile(like.text))
    out = *other;
  else
    keys.report("W013", like.place, fmt::format("there is no profile “{}”", like.text),
                "name one of " + profile_names());
}

void read_all(Keys& keys, Profile& out) {
  read_like(keys, out);
  out.id = keys.needed_text("id").text;
  out.title = keys.needed_text("title").text;
  out.source = keys.text("source").text;
  read_form(keys, out);
  mark_codes(keys, out);
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

}  // namespace accord::formats
