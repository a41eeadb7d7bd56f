#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/near_names.h"
#include "formats/settings/settings.h"
#include "formats/text/sheet.h"
#include "formats/text/text_names.h"
#include "formats/workspace/workspace.h"

namespace accord::formats {

/// What a row lends to the facts that [[reading]] takes from it.
struct RowFacts {
  Day day;
  std::optional<Day> known;         ///< none: the row has no known day of its own
  std::vector<std::string> actors;  ///< of its events: one for each; "" is nobody named
  std::vector<std::string> seen;    ///< whom its yes or no is about: one for each
  std::string party;                ///< whom its figures are about; "" is nobody named
  evidence::Grade grade{};
  evidence::Trace trace{};
  std::uint32_t origin = 0;
  std::string title;    ///< of declarations taken from it
  std::string answers;  ///< the call or period that its events answer
  bool partly = false;
  bool ambiguous = false;  ///< rows of two tables have this identifier
};

/// A workspace while it is being read: settings, names of the text, and where everything goes.
class Intake {
 public:
  Intake(const Settings& settings, Workspace& workspace);

  const Settings& settings;
  Workspace& workspace;
  const TextNames names;  ///< of workspace.agreement
  Suggestions suggestions;

  /// The table in a file; its problems go to the workspace. Nothing when the setting is empty or
  /// the file cannot be read.
  std::optional<Sheet> sheet(const Setting& path);

  /// Ids of the parties a cell names, separated by ";", each once; unknown names are reported
  /// (I012).
  std::vector<std::string> parties(Sheet& sheet, const Row& row, Sheet::Column column);
  /// Exactly one party; I018 when the name stands for several.
  std::string party(Sheet& sheet, const Row& row, Sheet::Column column);
  /// The verifier of the series or of the events.
  [[nodiscard]] bool is_verifier(const std::string& party) const;
  /// A body or an outsider that owes nothing by the text: it only reports about others.
  [[nodiscard]] bool only_reports(const std::string& party) const;
  /// Unit of the text for a unit word of the tables (I013); empty when unknown.
  std::string unit(Sheet& sheet, const Row& row, Sheet::Column column);

  std::uint32_t add(evidence::Origin origin);
  /// A table as it is, with its own separator.
  std::optional<Table> table(const Setting& path, char separator);
  /// Unit of the text for a unit word; empty when unknown.
  [[nodiscard]] std::string unit_named(const std::string& word) const;

  /// Whether [background] sets a row aside; called for every row with an id of its own.
  bool is_background(std::string_view id, std::string_view kind);
  /// Notes a row of a table of records, after its origin was added; a column `background` can set
  /// it aside too.
  void list(Sheet& sheet, const Row& row, std::uint32_t origin, std::string_view kind);
  /// Whether a table has the row that [background] names.
  [[nodiscard]] bool has_row(std::string_view background_row) const;
  /// Where a row, or a reading of it, says what the row answers: for check_answers.
  struct AnswerCell {
    std::string file;
    Place place;
  };
  void note_answer(const std::string& file, std::uint32_t line, AnswerCell cell) {
    answer_cells_.insert_or_assign({file, line}, std::move(cell));
  }
  [[nodiscard]] const AnswerCell* answer_cell(const std::string& file, std::uint32_t line) const {
    const auto found = answer_cells_.find({file, line});
    return found == answer_cells_.end() ? nullptr : &found->second;
  }
  void remember(const std::string& row_id, RowFacts facts);
  [[nodiscard]] const RowFacts* row(const std::string& row_id) const;
  /// W-code at a place in accord.toml.
  void report(const char* code, Place place, std::string message, std::string help = {});
  /// W008 unless the setting is empty or one of the names; suggests the nearest.
  void expect_name(const Setting& setting, const TextNames::Names& known, std::string_view kind);

 private:
  std::unordered_map<std::string, std::vector<std::string>> party_ids_;
  std::map<std::pair<std::string, std::uint32_t>, AnswerCell> answer_cells_;  ///< by file and line
  std::unordered_map<std::string, std::optional<RowFacts>> rows_;  ///< only those with readings
  std::unordered_map<std::string_view, bool> background_rows_;     ///< whether a table has the row
  std::unordered_set<std::string_view> background_kinds_;
};

inline constexpr std::string_view settings_file = "accord.toml";

/// Nothing but a path inside the folder; else a problem at its place (W012).
[[nodiscard]] bool stays_inside(Workspace& workspace, const Setting& path);

/// The text of a file that accord.toml names, kept in `texts`; else a problem at the place of the
/// name (W004, W012). Nothing when the setting is empty.
[[nodiscard]] std::optional<std::string_view> workspace_file(Workspace& workspace,
                                                             const Setting& path);

// One function for each kind of table; each does nothing when accord.toml names no such table.
void read_series(Intake& intake);
void read_events(Intake& intake);
void read_commitments(Intake& intake);
void read_obligations(Intake& intake);
void read_attestations(Intake& intake);
void read_talks(Intake& intake);
void read_claims(Intake& intake);
void read_sources(Intake& intake);
void read_items(Intake& intake);
void read_books(Intake& intake);

/// What rows say in words; after every table.
void read_readings(Intake& intake);

/// I025: what rows name as answered, and no duty has; after every table and reading. Silent as long
/// as anything else is wrong.
void check_answers(Intake& intake);

/// I026: a row that takes the place of one that feeds something, and itself feeds nothing or
/// something else; after every table and reading.
void check_replaced(Intake& intake);

/// Rows that [background] names and no table has (W009); after every table.
void check_background(Intake& intake);

/// False when a row that seems to be missing may be one that could not be read.
[[nodiscard]] bool tables_are_whole(const Intake& intake);

/// Names in accord.toml that the agreement text does not declare (W008), and metrics of the report
/// that are no column (W009). Silent when the text itself could not be read.
void check_settings(Intake& intake);

}  // namespace accord::formats
