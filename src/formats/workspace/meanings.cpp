#include "formats/workspace/meanings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace accord::formats {

using evidence::Observation;
using evidence::Relation;
using Kind = Meaning::Kind;

Meanings::Meanings(Intake& intake, Sheet& sheet, const std::vector<Meaning>& every,
                   const std::vector<KindMeanings>& kinds)
    : intake_(intake), sheet_(sheet) {
  for (const Meaning& meaning : every) {
    add(meaning);
    every_.push_back(&meaning);
  }
  for (const KindMeanings& kind : kinds) {
    std::vector<const Meaning*>& of = kinds_.try_emplace(kind.kind.text, every_).first->second;
    for (const Meaning& meaning : kind.meanings) {
      add(meaning);
      of.push_back(&meaning);
    }
  }
}

void Meanings::add(const Meaning& meaning) {
  if (meaning.kind == Kind::measure)
    sources_.emplace(&meaning, Source{column(meaning.value), column(meaning.unit)});
}

/// A table in the user's columns has a column for each text with braces; another has the column
/// that the braces name.
Sheet::Column Meanings::column(const Template& from) {
  if (from.empty() || from.is_fixed()) return sheet_.table().columns.size();
  const Sheet::Column made = sheet_.find(from.setting.text);
  if (sheet_.has(made)) return made;
  const Sheet::Column own = from.parts.size() == 1 ? sheet_.find(from.parts[0].text) : made;
  if (sheet_.has(own)) return own;
  const auto& columns = sheet_.table().columns;
  const auto near =
      nearest(from.parts[0].text, std::vector<std::string_view>(columns.begin(), columns.end()));
  intake_.report("W009", from.setting.place,
                 fmt::format("{} has no column for “{}”", sheet_.table().file, from.setting.text),
                 near ? fmt::format("did you mean “{{{}}}”?", *near)
                      : "name one column in braces: \"{value}\"");
  return own;
}

const std::vector<const Meaning*>& Meanings::of(std::string_view kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? every_ : found->second;
}

std::optional<Observation> Meanings::observation(const Row& row, const Meaning& meaning) {
  if (meaning.kind == Kind::measure) return figure(row, meaning);
  Observation out;
  out.metric = meaning.name.text;
  out.relation = meaning.kind == Kind::seen ? Relation::seen : Relation::not_seen;
  out.outside = meaning.outside;
  for (const Setting& site : meaning.sites) out.sites.push_back(site.text);
  return out;
}

std::optional<Observation> Meanings::figure(const Row& row, const Meaning& meaning) {
  const Source& source = sources_.at(&meaning);
  Observation out;
  out.metric = meaning.name.text;
  out.relation = meaning.relation;
  if (meaning.value.is_fixed()) {
    out.value = parse_decimal(meaning.value.setting.text).value;
  } else if (sheet_.text(row, source.value).empty()) {
    if (meaning.optional) return std::nullopt;
    out.relation = Relation::no_figure;
    std::vector<evidence::Unread>& unread = intake_.workspace.records.unread;
    out.unread = {static_cast<std::uint32_t>(unread.size())};
    unread.push_back({sheet_.table().file, row.line, 0, meaning.value.setting.text, ""});
    return out;
  } else if (const auto value = sheet_.number(row, source.value)) {
    out.value = *value;
  } else {
    return std::nullopt;
  }
  out.unit = meaning.unit.is_fixed() ? intake_.unit_named(meaning.unit.setting.text)
                                     : intake_.unit(sheet_, row, source.unit);
  return out.unit.empty() ? std::nullopt : std::optional(std::move(out));
}

// --- names of the text
// ----------------------------------------------------------------------------

namespace {

void check_figure(Intake& intake, const Meaning& meaning) {
  intake.expect_name(meaning.name, intake.names.figures, "measure of amounts");
  if (meaning.value.is_fixed() &&
      parse_decimal(meaning.value.setting.text).fault != DecimalFault::none)
    intake.report("W014", meaning.value.setting.place,
                  fmt::format("“{}” is not a number", meaning.value.setting.text),
                  "name the column in braces: \"{amount}\"");
  if (!meaning.unit.is_fixed() || !intake.unit_named(meaning.unit.setting.text).empty()) return;
  intake.expect_name(meaning.unit.setting, intake.names.units, "unit");
}

}  // namespace

void check_meanings(Intake& intake, const std::vector<Meaning>& meanings) {
  for (const Meaning& meaning : meanings) {
    if (meaning.kind == Kind::event) intake.expect_name(meaning.name, intake.names.events, "event");
    if (meaning.kind == Kind::measure) check_figure(intake, meaning);
    if (meaning.kind == Kind::seen || meaning.kind == Kind::not_seen)
      intake.expect_name(meaning.name, intake.names.activities, "activity");
    for (const Setting& site : meaning.sites) intake.expect_name(site, intake.names.sites, "site");
    for (const Setting& term : meaning.terms) intake.expect_name(term, intake.names.terms, "term");
  }
}

}  // namespace accord::formats
