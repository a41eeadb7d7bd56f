#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/record.h"
#include "formats/text/sheet.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/row_columns.h"

namespace accord::formats {

/// What every row of [attestations] has, whatever it states.
struct AttestationRow {
  std::string id;
  std::string report;
  evidence::Header head;  ///< grade, party and origin are the statement's
  std::vector<std::string> terms, sites;
  RowSays says;
};

/// The columns of the table; cells with a problem are reported when they are read.
class AttestationSheet {
 public:
  AttestationSheet(Intake& intake, Sheet& sheet);

  /// The common cells; nothing when one that is needed cannot be read.
  std::optional<AttestationRow> row(const Row& row);
  /// Names of the text in a cell, separated by “;”. What the text does not have is reported (I015),
  /// unless the text itself has errors.
  std::vector<std::string> names(const Row& row, Sheet::Column column,
                                 const TextNames::Names& known, std::string_view kind);
  std::uint32_t add_origin(const Row& row, const AttestationRow& read);
  /// What the row states, for messages: “at most 12 items at bridge”.
  [[nodiscard]] std::string said(const Row& row) const;
  [[nodiscard]] std::string_view text(const Row& row, Sheet::Column column) const {
    return sheet.text(row, column);
  }

  Sheet& sheet;
  RowColumns columns;
  const Sheet::Column id, report, report_date, valid_date, basis, period_from, terms, measure,
      states, value, unit, site, paragraph, statement, mark, certainty, source, remark;

 private:
  [[nodiscard]] std::string note(const Row& row) const;

  Intake& intake_;
  bool text_is_whole_;
};

}  // namespace accord::formats
