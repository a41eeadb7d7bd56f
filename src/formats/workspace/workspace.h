#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounting/books/stock.h"
#include "agreement/model/model.h"
#include "base/problem.h"
#include "base/result.h"
#include "claims/claims.h"
#include "evidence/record.h"
#include "formats/accounts/accounts.h"
#include "formats/settings/defaults.h"
#include "formats/settings/report_plan.h"
#include "items/items.h"
#include "talks/public_words/record.h"

/// A workspace folder (design page): accord.toml, terms/*.accord, data/*.csv. Reading it makes
/// records; judging them is for `assessment`.
namespace accord::formats {

/// One report of the verifier's series. Its figures are the observations with the same origin.
struct SeriesReport {
  std::string id;  ///< "R/2025/8"
  Day report_date;
  Day as_of;
  std::string as_of_basis;  ///< found, recalled, report_date
  std::string kind;         ///< quarterly, update, no_access_report
  std::string basis;        ///< verified_by_agency, estimated_by_agency, limit_statement_only, …
  std::string statement;
  std::uint32_t origin = 0;
};

struct CommitmentCell {
  std::string text;
  Place place;
};

/// A row of a commitments table, for the check of the text against the tables.
struct CommitmentRow {
  std::string file;                                          ///< relative to the workspace
  std::string id;                                            ///< term_id or obligation_id
  std::map<std::string, CommitmentCell, std::less<>> cells;  ///< by column
};

/// A row of a table of records: events, series, obligations. What it feeds is for `assessment`.
struct TableRow {
  std::uint32_t origin = 0;
  bool background = false;  ///< set aside on purpose: by its id, its kind or its column
};

struct DataFile {
  std::string path;  ///< relative to the workspace
  std::string sha256;
  std::size_t rows = 0;
};

/// A column of figures in the verifier's series.
struct SeriesFigure {
  std::string column;
  std::string part_of;  ///< the column that it is a part of; may be empty
};

/// A figure that the books give day by day, and the unit of the text that it is in.
struct BookMetric {
  std::string metric;
  accounting::StockQuery query;
  std::string unit;
  material::MassUnit counted_in = material::MassUnit::kilogram;
};

/// The accountancy reports of a party; the figures made from them are among the records.
struct PartyBooks {
  std::string folder;  ///< relative to the workspace
  std::string party;
  std::vector<BookMetric> metrics;
  std::shared_ptr<const Accounts> accounts;  ///< null: accord.toml names no books
};

struct Workspace {
  std::filesystem::path root;
  std::string name;        ///< title of the workspace
  std::string terms_file;  ///< relative to root
  std::string terms_text;
  agreement::Agreement agreement;
  evidence::Records records;
  std::vector<TableRow>
      rows;  ///< what the records come from, as far as they come from tables of records
  /// Metrics of the tables that accord.toml says to be an activity of the text.
  std::map<std::string, std::string, std::less<>> metric_words;
  /// Kinds of rows that accord.toml gives a meaning → the event, or the measure, of the text.
  struct KindWord {
    std::string word, name;
    bool is_event = false;
  };
  std::vector<KindWord> kind_words;
  /// Names used in the tables → ids of parties or outsiders; several for a name that means each of
  /// them.
  std::map<std::string, std::vector<std::string>, std::less<>> party_names;
  std::map<std::string, std::string, std::less<>>
      unit_words;  ///< of the tables → units of the text
  /// Actors of the tables that are no party of the text: id → name shown.
  std::map<std::string, std::string, std::less<>> outsiders;
  std::map<std::string, std::string, std::less<>>
      unit_names;                     ///< unit of the text → as the tables write it
  std::vector<SeriesFigure> figures;  ///< of the series, in the order of accord.toml
  std::map<std::string, std::string, std::less<>> labels;  ///< metric of the series → label shown
  std::vector<SeriesReport> reports;                       ///< ordered by report_date
  std::vector<CommitmentRow> commitments;                  ///< terms.csv and other_obligations.csv
  std::vector<talks::IssueOption> options;
  std::vector<talks::Statement> statements;
  std::vector<talks::Round> rounds;
  std::vector<claims::Claim> claims;
  items::ItemTables items;  ///< counted items; their counts are among the records
  items::ItemSettings item_settings;
  PartyBooks books;
  claims::ClaimSettings claim_settings;        ///< what the metrics of the claims mean
  std::map<std::string, std::string> sources;  ///< address → "publisher, kind"
  ReportPlan report;
  std::vector<Default> defaults;
  std::vector<DataFile> files;    ///< every file read, in order of path
  std::vector<Problem> problems;  ///< of all files; errors make the workspace unusable (exit 3)
  std::map<std::string, std::string> texts;  ///< file → its text, for excerpts of problems
};

/// Reads the whole folder and reports every problem of every file. Fails only when the folder is
/// not a workspace (W001: no such folder, W002: no accord.toml).
[[nodiscard]] Result<Workspace> read_workspace(const std::filesystem::path& root);

}  // namespace accord::formats
