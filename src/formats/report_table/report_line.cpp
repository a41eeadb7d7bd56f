#include "formats/report_table/report_line.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace accord::formats::report_table {

namespace label = accounting::label;
using accounting::CodeRule;
using accounting::Entry;
using accounting::Field;
using accounting::Group;
using accounting::Label;
using accounting::ReportKind;
using accounting::Status;

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// DDMMYYYY
std::optional<Day> parse_compact(std::string_view text) {
  if (text.size() != 8 || !is_digits(text)) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t length) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + length, value);
    return value;
  };
  const auto day = day_of(part(4, 4), part(2, 2), part(0, 2));
  return day && *day >= day_min && *day <= day_max ? day : std::nullopt;
}

std::string type_in_words(const Field& field) {
  const std::string length = std::to_string(field.length);
  switch (field.type) {
    case Field::Type::day:
      return "a day DDMMYYYY";
    case Field::Type::whole:
      return "at most " + length + " digits";
    case Field::Type::weight:
      return "a number with at most " + std::to_string(field.decimals) + " decimals";
    default:
      return "at most " + length + " capital letters, digits and signs of the form";
  }
}

/// Digits with a point; a leading minus.
bool is_weight(std::string_view text, const Field& field) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() > field.length) return false;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return is_digits(text);
  const std::string_view decimals = text.substr(point + 1);
  return is_digits(text.substr(0, point)) && is_digits(decimals) &&
         decimals.size() <= field.decimals;
}

bool is_text(std::string_view text, const Field& field, std::string_view characters) {
  return text.size() <= field.length && std::all_of(text.begin(), text.end(), [&](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  characters.find(c) != std::string_view::npos;
         });
}

}  // namespace

bool is_header(const Field& field, ReportKind kind, const accounting::Profile& profile) {
  return field.header ||
         (profile.separate && kind == ReportKind::mbr && field.label == label::category) ||
         (kind == ReportKind::pil && field.label == label::inventory_date);
}

code10::Spot LineReader::spot(Label label, std::uint32_t offset, std::size_t length) const {
  return {static_cast<char>(entry_.kind),     entry_.number, label,          offset,
          static_cast<std::uint32_t>(length), false,         kinds_of(label)};
}

void LineReader::report(const char* rule, const Given& given, std::string_view expected) {
  findings_.add(rule, spot(given.field->label, given.offset, given.text.size()),
                given.field->name + " " + findings_.shown(given.text), expected);
}

void LineReader::miss(const Field& field, std::string_view expected) {
  findings_.add("V002", spot(field.label, at_, 0), "no " + field.name, expected);
}

const Given* LineReader::find(Label label) const {
  const auto at = std::find_if(row_.begin(), row_.end(),
                               [label](const Given& g) { return g.field->label == label; });
  return at == row_.end() ? nullptr : &*at;
}

std::string_view LineReader::text(Label label) const {
  const Given* given = find(label);
  return given != nullptr && given->good ? given->text : std::string_view();
}

std::uint32_t LineReader::number(Label label) const {
  const std::string_view digits = text(label);
  std::uint32_t out = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return read.ec == std::errc() ? out : 0;
}

Day LineReader::day(Label label) const {
  return parse_compact(text(label)).value_or(day_min);
}

void LineReader::check_value(Given& given) {
  const Field& field = *given.field;
  switch (field.type) {
    case Field::Type::day:
      given.good = parse_compact(given.text).has_value();
      break;
    case Field::Type::whole:
      given.good = is_digits(given.text) && given.text.size() <= field.length;
      break;
    case Field::Type::weight:
      given.good = is_weight(given.text, field) &&
                   material::parse_mass(given.text, material::MassUnit::kilogram).fault ==
                       material::MassFault::none;
      break;
    default:
      given.good = is_text(given.text, field, profile_.characters);
  }
  if (!given.good) report("V003", given, type_in_words(field));
}

void LineReader::read_header(std::vector<Given> row) {
  row_ = std::move(row);
  accounting::Header& out = report_.header;
  const std::string_view kind = text(10);
  out.kind = kind == "I"   ? ReportKind::icr
             : kind == "P" ? ReportKind::pil
             : kind == "M" ? ReportKind::mbr
                           : ReportKind::unknown;
  for (Given& given : row_) {
    // Values are found fault with when the row itself is read.
    const Field& field = *given.field;
    given.good = field.type != Field::Type::day || parse_compact(given.text).has_value();
    if (is_header(field, out.kind, profile_)) header_.push_back(given);
  }
  out.mba = text(307);
  out.encoder = text(6);
  out.number = number(1);
  out.date = day(3);
  const bool list = out.kind == ReportKind::pil;
  out.begin = day(list ? label::inventory_date : Label{15});
  out.end = list ? out.begin : day(label::period_end);
  if (out.kind == ReportKind::mbr && profile_.separate && !text(label::category).empty())
    out.category = text(label::category).front();
}

void LineReader::read(std::vector<Given> row) {
  row_ = std::move(row);
  entry_ = {};
  entry_.number = static_cast<std::uint32_t>(report_.entries.size()) + 1;
  entry_.date = entry_.inventory = day_min;
  entry_.elements = static_cast<std::uint32_t>(report_.elements.size());
  entry_.weights = static_cast<std::uint32_t>(report_.weights.size());
  at_ = row_.empty() ? 0 : row_.front().offset;
  for (Given& given : row_) {
    at_ = std::min(at_, given.offset);
    check_value(given);
    if (given.field->number(report_.header.kind).empty())
      report("V002", given, "no such field in this kind of report");
  }
  check_header();
  read_status();
  check_needed();
  check_empty_list();
  check_letters();
  read_code();
  read_partners();
  read_weights();
  entry_.declared = number(2);
  entry_.total = number(label::line_count);
  entry_.date = day(412);
  entry_.inventory = day(label::inventory_date);
  entry_.items = number(470);
  entry_.batch = text(446);
  if (const std::string_view basis = text(469); !basis.empty()) entry_.basis = basis.front();
  const std::string_view form = text(430), container = text(label::container),
                         state = text(label::state);
  if (form.size() == 2 && container.size() == 1 && state.size() == 1)
    entry_.description = {form[0], form[1], container[0], state[0]};
  add_elements();
  report_.entries.push_back(entry_);
}

void LineReader::check_header() {
  if (entry_.number == 1) return;
  for (const Given& first : header_) {
    const Given* own = find(first.field->label);
    if (own != nullptr && own->text != first.text)
      report("V006", *own, "as in the first line: " + findings_.shown(first.text));
  }
}

bool LineReader::is_empty_statement() const {
  return report_.header.kind != ReportKind::icr && find(446) == nullptr && find(411) == nullptr &&
         find(label::element_weight) == nullptr;
}

void LineReader::read_status() {
  const std::string_view given = text(309);
  const auto one_of = [&](std::string_view letters) {
    return given.size() == 1 && letters.find(given.front()) != std::string_view::npos;
  };
  entry_.status = Status::fresh;
  if (profile_.pairs) {
    if (given == "D") entry_.status = Status::removes;
    if (given == "A") entry_.status = Status::replaces;
    if (given == "L") entry_.status = Status::added;
    if (!given.empty() && !one_of("DAL")) report("V007", *find(309), "D, A, L or nothing");
  } else if (one_of("NCDU")) {
    entry_.status = Status{given.front()};
  } else if (!given.empty()) {
    report("V007", *find(309), "N, C, D or U");
  }
  const auto is_bad = [&](Label label) {
    const Given* cell = find(label);
    return cell != nullptr && !cell->good;
  };
  const bool no_reference = accounting::is_correction(entry_.status) &&
                            (is_bad(label::previous_report) || is_bad(label::previous_line));
  const bool is_known = given.empty() || one_of(profile_.pairs ? "DAL" : "NCDU");
  if (is_bad(309) || !is_known || no_reference) entry_.status = Status::unknown;
  if (is_empty_statement() && entry_.status == Status::fresh) entry_.status = Status::ignored;
  entry_.reference = {{}, number(label::previous_report), number(label::previous_line)};
}

void LineReader::check_needed() {
  const bool bare = entry_.status == Status::removes || entry_.status == Status::ignored;
  const char kind = static_cast<char>(report_.header.kind);
  for (const Field& field : profile_.fields) {
    if (field.needed.find(kind) == std::string::npos || find(field.label) != nullptr) continue;
    const bool always = is_header(field, report_.header.kind, profile_) || field.label == 2;
    const bool no_category = field.label == label::category && is_empty_statement();
    if ((!bare || always) && !no_category)
      miss(field, "field " + field.number(report_.header.kind));
  }
  // What it says is of some amount.
  const std::string_view code = text(411);  // a loss by reaction may be of an isotope alone
  const bool of_isotope =
      code == "LN" || code == "NP" || code == "DI" || code == "NL" || code == "NT";
  const bool weighs = find(label::element_weight) != nullptr ||
                      (find(label::fissile_weight) != nullptr &&
                       (of_isotope || report_.header.kind == ReportKind::mbr));
  if (bare || is_empty_statement() || weighs) return;
  for (const Field& field : profile_.fields)
    if (field.label == label::element_weight)
      miss(field, "field " + field.number(report_.header.kind));
}

/// An empty list has the fields 1 to 7, 16, 17 and 28 alone (reporting chapter, section 9).
void LineReader::check_empty_list() {
  constexpr std::array<std::string_view, 10> own{"1", "2", "3",  "4",  "5",
                                                 "6", "7", "16", "17", "28"};
  if (!profile_.separate || report_.header.kind != ReportKind::pil || !is_empty_statement() ||
      entry_.status != Status::ignored)
    return;
  for (const Given& given : row_)
    if (const std::string& field = given.field->pil;
        !field.empty() && std::find(own.begin(), own.end(), field) == own.end())
      report("V002", given, "no such field in a list of nothing");
}

void LineReader::letter(Label label, std::string_view allowed) {
  const std::string_view given = text(label);
  if (given.empty() || allowed.empty() || allowed.find(given.front()) != std::string_view::npos)
    return;
  report("V007", *find(label), "one of " + std::string(allowed) + " of " + profile_.id);
}

void LineReader::check_letters() {
  letter(469, profile_.bases);
  letter(label::container, profile_.containers);
  letter(label::state, profile_.states);
  const auto& forms = profile_.material_forms;
  if (const std::string_view form = text(430);
      !form.empty() && std::find(forms.begin(), forms.end(), form) == forms.end())
    report("V007", *find(430), "a form of material of " + profile_.id);
}

void LineReader::read_code() {
  const std::string_view given = text(411);
  if (given.empty()) return;
  const CodeRule* rule = profile_.find(accounting::code(given));
  const bool icr = report_.header.kind == ReportKind::icr;
  // Rebatching in a balance is V066.
  if (rule != nullptr && (icr ? rule->in_icr : rule->in_mbr || rule->group == Group::rebatching)) {
    entry_.code = rule->code;
    return;
  }
  report("V007", *find(411),
         std::string("a code of ") + profile_.id + (icr ? " for changes" : " for balances"));
  entry_.unusable |= accounting::mask_of(411);
}

void LineReader::read_partners() {
  const CodeRule* rule = profile_.find(entry_.code);
  const bool abroad =
      entry_.code == accounting::code("RF") || entry_.code == accounting::code("SF");
  const auto partner = [&](Label label) {
    const std::string_view given = text(label);
    return abroad ? accounting::Partner{given, {}} : accounting::Partner{{}, given};
  };
  entry_.shipper = partner(370);
  entry_.receiver = partner(372);
  entry_.shipper_batch = text(447);
  // Where the form has no shipper's batch the name is the shipper's.
  const bool has_own = std::any_of(profile_.fields.begin(), profile_.fields.end(),
                                   [](const Field& f) { return f.label == 447; });
  if (!has_own && rule != nullptr && rule->group == Group::receipt)
    entry_.shipper_batch = text(446);
}

void LineReader::add_elements() {
  for (const Given& given : row_) {
    if (given.text.size() > accounting::content_length_max) continue;
    Label label = given.field->label;
    // A weight stands with the number of what it is a weight of.
    if (label == label::element_weight && entry_.weight_count > 0)
      label = static_cast<Label>(report_.weights[entry_.weights].kind);
    if (label == label::fissile_weight)
      for (std::uint32_t i = 0; i < entry_.weight_count; ++i)
        if (const auto& w = report_.weights[entry_.weights + i];
            !w.previous && !material::facts(w.kind).element)
          label = static_cast<Label>(w.kind);
    const auto length = static_cast<std::uint32_t>(given.text.size());
    report_.elements.push_back({given.offset, length & accounting::content_length_max,
                                static_cast<Label>(label & 0x3FFU)});
    entry_.present |= accounting::mask_of(label);
    if (!given.good) entry_.unusable |= accounting::mask_of(label);
    ++entry_.element_count;
  }
}

}  // namespace accord::formats::report_table
