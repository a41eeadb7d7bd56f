#pragma once

#include <vector>

#include "accounting/rules/rules.h"

/// One entry while its rules look at it.
namespace accord::accounting {

struct EntryCase {
  const RuleInput& input;
  const Report& report;
  const Entry& entry;
  const CodeRule* code = nullptr;       ///< null: no code, or one that the profile does not have
  bool unified = false;                 ///< the area accounts for all uranium together
  const std::vector<Day>& inventories;  ///< days of inventories of the area, in order

  [[nodiscard]] ReportKind kind() const { return report.header.kind; }
  /// The label stands there, readable or not.
  [[nodiscard]] bool has(Label label) const { return (entry.present & mask_of(label)) != 0; }
  /// It stands there, and its value may be used.
  [[nodiscard]] bool can_use(Label label) const {
    return (entry.present & ~entry.unusable & mask_of(label)) != 0;
  }
  void report_to(Findings& findings, std::string_view rule, Label label, std::string found = {},
                 std::string expected = {}) const {
    findings.add(rule, report, entry, label, std::move(found), std::move(expected));
  }
};

void check_days(const EntryCase& c, Findings& findings);         ///< V020 E, V029
void check_labels(const EntryCase& c, Findings& findings);       ///< V022, V028
void check_weights(const EntryCase& c, Findings& findings);      ///< V023
void check_composition(const EntryCase& c, Findings& findings);  ///< V024
void check_categories(const EntryCase& c, Findings& findings);   ///< V025

}  // namespace accord::accounting
