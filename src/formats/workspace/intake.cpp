#include "formats/workspace/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/text/files.h"
#include "seal/sha256.h"

namespace accord::formats {

bool stays_inside(Workspace& workspace, const Setting& path) {
  const std::filesystem::path relative(path.text);
  if (!relative.is_absolute() &&
      std::find(relative.begin(), relative.end(), "..") == relative.end()) {
    if (!leads_outside(workspace.root, workspace.root / relative)) return true;
    workspace.problems.push_back(
        {Severity::error, "W012",
         fmt::format("“{}” leaves the workspace through a link", path.text),
         "put the file itself into the folder", std::string(settings_file), path.place});
    return false;
  }
  workspace.problems.push_back({Severity::error, "W012",
                                fmt::format("“{}” leaves the workspace", path.text),
                                "put the file into the folder and name it from there",
                                std::string(settings_file), path.place});
  return false;
}

std::optional<std::string_view> workspace_file(Workspace& workspace, const Setting& path) {
  if (path.empty() || !stays_inside(workspace, path)) return std::nullopt;
  if (const auto known = workspace.texts.find(path.text); known != workspace.texts.end())
    return known->second;
  auto bytes = file_bytes(workspace.root / path.text);
  if (!bytes) {
    const Error& error = bytes.error();
    const bool is_input = error.code == "C007";
    workspace.problems.push_back(
        {Severity::error, is_input ? "W004" : error.code,
         fmt::format("the file “{}” {}", path.text, error.message),
         is_input ? "check that it is in the workspace and that you may read it" : error.remedy,
         std::string(settings_file), path.place});
    return std::nullopt;
  }
  const auto kept = workspace.texts.emplace(path.text, std::move(*bytes)).first;
  return kept->second;
}

Intake::Intake(const Settings& settings_in, Workspace& workspace_in)
    : settings(settings_in), workspace(workspace_in), names(workspace_in.agreement) {
  for (const PartyName& name : settings.parties) {
    std::vector<std::string>& ids = party_ids_[name.name.text];
    for (const Setting& id : name.ids) ids.push_back(id.text);
    workspace.party_names.emplace(name.name.text, ids);
  }
  for (const Pair& pair : settings.outsiders)
    workspace.outsiders.emplace(pair.key.text, pair.value.text);
  for (const Pair& pair : settings.units) {
    workspace.unit_words.emplace(pair.key.text, pair.value.text);
    workspace.unit_names.emplace(pair.value.text, pair.key.text);
  }
  for (const ReadingSettings& reading : settings.readings) rows_.try_emplace(reading.row.text);
  for (const Setting& row : settings.background_rows) background_rows_.emplace(row.text, false);
  for (const Setting& kind : settings.background_kinds) background_kinds_.insert(kind.text);
  for (const ActivitySettings& activity : settings.activities)
    workspace.metric_words.emplace(activity.metric.text, activity.activity.text);
  const auto note_kinds = [&](const std::vector<KindMeanings>& kinds) {
    for (const KindMeanings& kind : kinds)
      for (const Meaning& meaning : kind.meanings)
        if (meaning.kind <= Meaning::Kind::not_seen)
          workspace.kind_words.push_back(
              {kind.kind.text, meaning.name.text, meaning.kind == Meaning::Kind::event});
  };
  note_kinds(settings.event_kinds);
  for (const MappedTable& table : settings.tables) note_kinds(table.kinds);
}

void Intake::report(const char* code, Place place, std::string message, std::string help) {
  workspace.problems.push_back({Severity::error, code, std::move(message), std::move(help),
                                std::string(settings_file), place});
}

void Intake::expect_name(const Setting& setting, const TextNames::Names& known,
                         std::string_view kind) {
  if (setting.empty() || contains(known, setting.text)) return;
  const auto near = suggestions.nearest_in(settings_file, "W008", setting.text,
                                           [&]() -> const TextNames::Names& { return known; });
  report("W008", setting.place, fmt::format("the text declares no {} “{}”", kind, setting.text),
         near ? fmt::format("did you mean “{}”?", *near) : "");
}

std::optional<Table> Intake::table(const Setting& path, char separator) {
  const auto text = workspace_file(workspace, path);
  if (!text) return std::nullopt;
  ReadTable read = read_csv(*text, path.text, separator);
  std::move(read.problems.begin(), read.problems.end(), std::back_inserter(workspace.problems));
  const bool listed = std::any_of(workspace.files.begin(), workspace.files.end(),
                                  [&](const DataFile& file) { return file.path == path.text; });
  if (!listed) workspace.files.push_back({path.text, read.table.sha256, read.table.rows.size()});
  if (read.table.columns.empty()) return std::nullopt;
  return std::move(read.table);
}

std::optional<Sheet> Intake::sheet(const Setting& path) {
  auto read = table(path, ',');
  return read ? std::optional(Sheet(std::move(*read), workspace.problems)) : std::nullopt;
}

std::vector<std::string> Intake::parties(Sheet& sheet, const Row& row, Sheet::Column column) {
  std::vector<std::string> out;
  for (const std::string& name : sheet.parts(row, column, ";")) {
    const auto found = party_ids_.find(name);
    if (found == party_ids_.end()) {
      const auto near = suggestions.nearest_in(sheet.table().file, "I012", name, [&] {
        std::vector<std::string_view> known;
        for (const PartyName& party : settings.parties) known.emplace_back(party.name.text);
        return known;
      });
      sheet.report(
          row, column, "I012", fmt::format("no party is known by the name “{}”", name),
          near ? fmt::format("did you mean “{}”?", *near)
               : fmt::format("say who it is in [parties] of accord.toml: \"{}\" = \"…\"", name));
      continue;
    }
    for (const std::string& id : found->second)
      if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  }
  return out;
}

std::string Intake::party(Sheet& sheet, const Row& row, Sheet::Column column) {
  if (sheet.needed_text(row, column).empty()) return {};
  const std::vector<std::string> ids = parties(sheet, row, column);
  if (ids.size() > 1)
    sheet.report(
        row, column, "I018",
        fmt::format("“{}” stands for several parties; one is needed here", sheet.text(row, column)),
        "write one row for each party");
  return ids.size() == 1 ? ids[0] : std::string();
}

bool Intake::is_verifier(const std::string& party) const {
  return !party.empty() && (party == settings.series.by.text || party == settings.events_by.text);
}

bool Intake::only_reports(const std::string& party) const {
  const bool is_party = contains(names.parties, party) && !contains(names.bodies, party);
  return !is_party && !contains(names.obliged, party);
}

std::string Intake::unit_named(const std::string& word) const {
  const auto found = workspace.unit_words.find(word);
  if (found != workspace.unit_words.end()) return found->second;
  return contains(names.units, word) ? word : std::string();
}

std::string Intake::unit(Sheet& sheet, const Row& row, Sheet::Column column) {
  const std::string word(sheet.needed_text(row, column));
  if (word.empty()) return {};
  if (std::string found = unit_named(word); !found.empty()) return found;
  const auto near = suggestions.nearest_in(sheet.table().file, "I013", word, [&] {
    std::vector<std::string_view> known = names.units;
    for (const Pair& pair : settings.units) known.emplace_back(pair.key.text);
    return known;
  });
  sheet.report(row, column, "I013", fmt::format("no unit is known by the name “{}”", word),
               near
                   ? fmt::format("did you mean “{}”?", *near)
                   : fmt::format("say what it is in [units] of accord.toml: \"{}\" = \"…\"", word));
  return {};
}

std::uint32_t Intake::add(evidence::Origin origin) {
  workspace.records.origins.push_back(std::move(origin));
  return static_cast<std::uint32_t>(workspace.records.origins.size() - 1);
}

void Intake::remember(const std::string& row_id, RowFacts facts) {
  const auto found = rows_.find(row_id);
  if (found == rows_.end()) return;
  facts.ambiguous = found->second.has_value();
  found->second = std::move(facts);
}

const RowFacts* Intake::row(const std::string& row_id) const {
  const auto found = rows_.find(row_id);
  return found == rows_.end() || !found->second ? nullptr : &*found->second;
}

}  // namespace accord::formats
