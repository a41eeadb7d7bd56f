#pragma once

#include <string_view>
#include <vector>

#include "accounting/reports/labels.h"
#include "accounting/reports/profile.h"
#include "accounting/reports/report.h"
#include "formats/code10/code10_findings.h"

/// One row of a table of a report while it is read.
namespace accord::formats::report_table {

/// A cell that is not empty, of a column that the form has.
struct Given {
  const accounting::Field* field = nullptr;
  std::string_view text;
  std::uint32_t offset = 0;  ///< in the bytes of the file
  bool good = true;          ///< its value may be used
};

/// Reads the rows of one report, in order, into its entries.
class LineReader {
 public:
  LineReader(const accounting::Profile& profile, accounting::Report& report,
             code10::Findings& findings)
      : profile_(profile), report_(report), findings_(findings) {}

  /// From the first row: what it says of the whole report.
  void read_header(std::vector<Given> row);
  void read(std::vector<Given> row);

 private:
  const accounting::Profile& profile_;
  accounting::Report& report_;
  code10::Findings& findings_;
  std::vector<Given> header_, row_;
  accounting::Entry entry_;
  std::uint32_t at_ = 0;  ///< where the row begins
  char decreases_ = 0;    ///< '+' or '-': how the first of them was written

  [[nodiscard]] code10::Spot spot(accounting::Label label, std::uint32_t offset,
                                  std::size_t length) const;
  /// Of a column of weights, as far as the row says what they are weights of; 0: it does not.
  [[nodiscard]] std::uint32_t kinds_of(accounting::Label label) const;
  void report(const char* rule, const Given& given, std::string_view expected);
  void miss(const accounting::Field& field, std::string_view expected);
  [[nodiscard]] const Given* find(accounting::Label label) const;
  [[nodiscard]] std::string_view text(accounting::Label label) const;  ///< "" when not usable
  [[nodiscard]] std::uint32_t number(accounting::Label label) const;
  [[nodiscard]] Day day(accounting::Label label) const;
  [[nodiscard]] bool is_empty_statement() const;

  void check_value(Given& given);
  void check_header();
  void check_needed();
  void check_empty_list();
  void check_letters();
  void letter(accounting::Label label, std::string_view allowed);
  void read_status();
  void read_code();
  void read_partners();
  void read_weights();
  void add_weight(material::Kind kind, material::Mass mass, bool previous);
  [[nodiscard]] material::Mass weight(const Given& given, material::MassUnit unit,
                                      const accounting::CodeRule* code);
  void add_elements();
};

/// On every line of a report of this kind the same.
[[nodiscard]] bool is_header(const accounting::Field& field, accounting::ReportKind kind,
                             const accounting::Profile& profile);

}  // namespace accord::formats::report_table
