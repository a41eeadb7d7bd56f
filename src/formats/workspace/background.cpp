#include <fmt/format.h>

#include <vector>

#include "base/text.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/marks.h"

/// Rows that are on record and feed nothing on purpose: [background] of accord.toml, or a column.
namespace accord::formats {

bool Intake::is_background(std::string_view id, std::string_view kind) {
  const auto named = background_rows_.find(id);
  if (named != background_rows_.end()) return named->second = true;
  return background_kinds_.contains(kind);
}

void Intake::list(Sheet& sheet, const Row& row, std::uint32_t origin, std::string_view kind) {
  bool background = is_background(workspace.records.origins[origin].id, kind);
  const Sheet::Column column = sheet.find("background");
  if (!sheet.text(row, column).empty()) {
    const auto word = sheet.word(row, column, yes_no);
    background = background || (word && *word == 0);
  }
  workspace.rows.push_back({origin, background});
}

bool Intake::has_row(std::string_view background_row) const {
  const auto found = background_rows_.find(background_row);
  return found != background_rows_.end() && found->second;
}

void check_background(Intake& intake) {
  if (!tables_are_whole(intake)) return;
  for (const Setting& row : intake.settings.background_rows) {
    if (intake.has_row(row.text)) continue;
    const auto near = intake.suggestions.nearest_in(settings_file, "W009", row.text, [&] {
      std::vector<std::string_view> known;
      for (const TableRow& listed : intake.workspace.rows)
        known.emplace_back(intake.workspace.records.origins[listed.origin].id);
      return known;
    });
    intake.report("W009", row.place, fmt::format("no table of records has the row “{}”", row.text),
                  near ? fmt::format("did you mean “{}”?", *near) : "");
  }
}

}  // namespace accord::formats
