#include "answers/accounts/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/accounts/explain_entry.h"
#include "answers/accounts/explain_figure.h"
#include "base/text.h"

namespace accord::answers {

std::string entry_name(const accounting::Report& report, const accounting::Entry& entry) {
  return fmt::format("{}/{}/{}{}", report.header.mba, report.header.number,
                     entry.kind == accounting::EntryKind::note ? "N" : "", entry.number);
}

std::uint32_t counting_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return 0;
  std::uint32_t out = 0;
  for (const char c : digits) {
    if (c < '0' || '9' < c) return 0;
    out = out * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return out;
}

}  // namespace accord::answers

namespace accord::described {

namespace {

using answers::counting_number;
using answers::EntryName;
using answers::FigureName;

void print_entry(const void* value, std::string& out) {
  const auto& name = *static_cast<const EntryName*>(value);
  out += fmt::format("{}/{}", name.mba, name.report);
  const bool is_note = name.kind == accounting::EntryKind::note;
  if (name.entry != 0) out += fmt::format("/{}{}", is_note ? "N" : "", name.entry);
  if (name.label != 0) out += fmt::format("/{}", name.label);
}

bool parse_entry(std::string_view text, void* value) {
  const std::vector<std::string_view> parts = split(text, "/");
  if (parts.size() < 2 || parts.size() > 4 || parts[0].empty()) return false;
  EntryName out;
  out.mba = parts[0];
  out.report = counting_number(parts[1]);
  const bool is_note = parts.size() > 2 && parts[2].starts_with('N');
  if (is_note) out.kind = accounting::EntryKind::note;
  if (parts.size() > 2) out.entry = counting_number(parts[2].substr(is_note ? 1 : 0));
  if (parts.size() > 3) out.label = std::min(counting_number(parts[3]), 999U);
  if (out.report == 0 || (parts.size() > 2 && out.entry == 0)) return false;
  *static_cast<EntryName*>(value) = std::move(out);
  return true;
}

void print_figure(const void* value, std::string& out) {
  const auto& name = *static_cast<const FigureName*>(value);
  out += fmt::format("{}/{}/{}", name.mba, to_string(name.day), name.label);
}

bool parse_figure(std::string_view text, void* value) {
  const std::vector<std::string_view> parts = split(text, "/");
  if (parts.size() != 3 || parts[0].empty()) return false;
  const auto day = parse_day(parts[1]);
  if (!day) return false;
  *static_cast<FigureName*>(value) = {std::string(parts[0]), *day,
                                      std::min(counting_number(parts[2]), 999U)};
  return true;
}

}  // namespace

constinit const Type Described<EntryName>::type{.kind = Kind::text,
                                                .print = print_entry,
                                                .parse = parse_entry,
                                                .expected = "an entry as MBA/REPORT/ENTRY"};
constinit const Type Described<FigureName>::type{.kind = Kind::text,
                                                 .print = print_figure,
                                                 .parse = parse_figure,
                                                 .expected = "a figure as MBA/DAY/LABEL"};

}  // namespace accord::described
