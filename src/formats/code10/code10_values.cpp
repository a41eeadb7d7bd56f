#include "formats/code10/code10_values.h"

#include "material/description.h"

namespace accord::formats::code10 {

using accounting::Entry;
using accounting::EntryKind;
using accounting::ReportKind;
using accounting::Status;

namespace {

constexpr std::size_t country_length = 2;
constexpr std::size_t partner_longest = 16;  // codes of areas have 4; no form is known to have more

/// Digits only; the caller has seen to the length.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_one_of(std::string_view item, std::string_view letters) {
  return item.size() == 1 && letters.find(item.front()) != std::string_view::npos;
}

/// A number that counts something from 1.
bool read_counted(std::string_view text, std::uint32_t& out) {
  const auto number = read_number(text);
  if (!number || *number == 0) return false;
  out = *number;
  return true;
}

}  // namespace

std::array<std::string_view, 4> split_items(std::string_view content) {
  std::array<std::string_view, 4> out;
  std::size_t item = 0, start = 0;
  for (std::size_t i = 0; i <= content.size() && item < out.size(); ++i) {
    if (i < content.size() && content[i] != '/' && content[i] != ';') continue;
    out[item++] = content.substr(start, i - start);
    start = i + 1;
  }
  return out;
}

std::optional<std::uint32_t> read_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  const auto value = digits(text);
  if (!value) return std::nullopt;
  return static_cast<std::uint32_t>(*value);
}

std::optional<Day> read_day(std::string_view text) {
  if (text.size() != 8 && text.size() != 6) return std::nullopt;
  const auto value = digits(text);
  if (!value) return std::nullopt;
  int year = *value / 10000;
  if (text.size() == 6) year += year >= 70 ? 1900 : 2000;
  const auto day = day_of(year, *value / 100 % 100, *value % 100);
  return day && *day > day_min && *day <= day_max ? day : std::nullopt;
}

Verdict read_report_number(std::string_view content, ReportNumber& out) {
  const auto items = split_items(content);
  if (items[0] == "NC")
    out.kind = EntryKind::note;
  else if (items[0] != "OI")
    return wrong_code("OI or NC");
  if (items[1].size() != country_length) return wrong_form("a country of 2 characters");
  out.country = items[1];
  return read_counted(items[2], out.number) ? good : wrong_form("a report number from 1");
}

Verdict read_entry_number(std::string_view content, Entry& out) {
  constexpr Verdict wrong = wrong_form("an entry number from 1, or number/total");
  const auto items = split_items(content);
  std::uint32_t declared = 0, total = 0;
  if (!read_counted(items[0], declared)) return wrong;
  if (items[0].size() != content.size() && !read_counted(items[1], total)) return wrong;
  out.declared = declared;
  out.total = total;
  return good;
}

Verdict read_kind(std::string_view content, ReportKind& out) {
  if (content.size() != 1) return wrong_form("1 character");
  if (!is_one_of(content, "IPMT")) return wrong_code("I, P, M or T");
  out = static_cast<ReportKind>(content.front());
  return good;
}

Verdict read_period(std::string_view content, Period& out) {
  const auto items = split_items(content);
  const auto begin = read_day(items[0]);
  const auto end = items[0].size() == content.size() ? begin : read_day(items[1]);
  if (!begin || !end) return wrong_form("days of the calendar, YYYYMMDD or YYMMDD");
  out = {*begin, *end};
  return good;
}

Verdict read_note_reference(std::string_view content) {
  const auto items = split_items(content);
  if (!is_one_of(items[0], "ER")) return wrong_code("E or R");
  std::uint32_t number = 0;
  for (std::size_t i = 1; i < items.size() && !items[i].empty(); ++i)
    if (!read_counted(items[i], number)) return wrong_form("numbers from 1");
  return good;
}

Verdict read_status(std::string_view content, Entry& out) {
  const auto items = split_items(content);
  if (!is_one_of(items[0], "ACDNU")) return wrong_code("N, U, C, D or A");
  if (items[0].size() != content.size()) {
    accounting::Reference reference;
    if (items[1].size() != country_length) return wrong_form("a country of 2 characters");
    if (!read_counted(items[2], reference.report) || !read_counted(items[3], reference.entry))
      return wrong_form("numbers of a report and an entry, from 1");
    reference.country = items[1];
    out.reference = reference;
  }
  out.status = static_cast<Status>(items[0].front());
  return good;
}

Verdict read_partner(std::string_view content, accounting::Partner& out) {
  const auto items = split_items(content);
  if (items[0].size() != country_length) return wrong_form("a country of 2 characters");
  if (items[1].size() > partner_longest) return wrong_form("a code of at most 16 characters");
  out = {items[0], items[1]};
  return good;
}

Verdict read_code(std::string_view content, ReportKind kind, const accounting::Profile& profile,
                  accounting::Code& out) {
  if (content.size() != 2 && content.size() != 4) return wrong_form("2 characters, or 4 for RAxx");
  const auto code = accounting::code(content);
  const auto rounded = accounting::rounding_of(code);
  const auto* rule = profile.find(rounded == 0 ? code : rounded);
  const bool balance = kind != ReportKind::icr;
  const bool rebatching = rule != nullptr && rule->group == accounting::Group::rebatching;
  const bool known =
      rule != nullptr && (rounded != 0 ? balance && rule->in_mbr
                                       : rebatching || (balance && rule->in_mbr) ||
                                             (kind != ReportKind::mbr && rule->in_icr));
  if (!known) return wrong_code(nullptr);
  out = code;
  return good;
}

Verdict read_description(std::string_view content, std::array<char, 4>& out, bool& zero) {
  const auto items = split_items(content);
  std::array<char, 4> description{};
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].size() != 1) return wrong_form("1 character between the slashes");
    description[i] = items[i].front();
    if (i == 3 || description[i] != '0') continue;
    description[i] = 'O';
    zero = true;
  }
  if (material::first_wrong(description) != description.size())
    return wrong_code("codes of form, chemical form, containment and quality");
  out = description;
  return good;
}

Verdict read_operator_code(std::string_view content) {
  const auto items = split_items(content);
  if (!is_one_of(items[0], "YN")) return wrong_code("Y or N");
  return items[1].size() <= 12 ? good : wrong_form("at most 12 characters");
}

Verdict read_measurement(std::string_view content, char& basis) {
  const auto items = split_items(content);
  if (!is_one_of(items[0], "NLMT")) return wrong_code("N, L, M or T");
  if (items[1].size() > 2) return wrong_form("a key measurement point of at most 2 characters");
  basis = items[0].front();
  return good;
}

Verdict read_items(std::string_view content, std::uint32_t& items) {
  const auto number = read_number(content);
  if (!number)
    return content.find_first_not_of("0123456789") == std::string_view::npos
               ? wrong_form("at most 9 digits")
               : Verdict{Verdict::Fault::count, "a whole number"};
  items = *number;
  return good;
}

Verdict read_weight(std::string_view content, material::Kind kind, accounting::Weight& out) {
  const char unit = content.back();
  if (unit != 'G' && unit != 'K') return wrong_form("a number and G or K");
  content.remove_suffix(1);
  const auto parsed = material::parse_mass(content, static_cast<material::MassUnit>(unit));
  switch (parsed.fault) {
    case material::MassFault::not_a_number:
      return wrong_form("a number and G or K");
    case material::MassFault::too_fine:
      return wrong_form("nothing below a microgram");
    case material::MassFault::too_large:
      return wrong_form("at most 9223372036854.775807G");
    case material::MassFault::none:
      break;
  }
  out = {kind, unit, false, parsed.mass};
  return good;
}

}  // namespace accord::formats::code10
