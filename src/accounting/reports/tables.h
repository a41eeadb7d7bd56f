#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/reports/report.h"
#include "base/date.h"
#include "base/decimal.h"

/// What is known of a State beside its reports.
namespace accord::accounting {

struct AreaFacts {
  std::string mba, facility, name;
  bool unified = false;          ///< accounts for all uranium together (label 600)
  std::vector<Day> inventories;  ///< in order; without the initial one
};

/// Notice of a transfer out of, or into, the State.
struct Notice {
  bool inward = false;
  std::string mba, batch, partner;
  std::optional<Day> date;
};

/// A special report on an accidental loss or gain.
struct SpecialReport {
  std::string id, mba, batch;
  std::optional<Day> date;
  Code kind = 0;  ///< LA, GA
};

/// Standard deviation of the MUF of an area.
struct MufUncertainty {
  std::string mba;
  material::Kind kind{};
  material::Mass sigma;
};

/// Relative standard uncertainties of the two weights of a transfer, for the receiving area.
struct TransferWeights {
  std::string mba;
  material::Kind kind{};
  Decimal shipper, receiver;
};

/// A table that is not there is not empty: rules that need it are not applied.
struct StateTables {
  bool has_state = false;          ///< there is a state.json
  bool has_uncertainties = false;  ///< there is an uncertainty.csv
  std::string country;
  std::optional<Day> entry_into_force, initial_inventory;
  std::optional<Day> assessment_day;                          ///< today, for due dates
  std::vector<Day> holidays;                                  ///< no business days, in order
  std::vector<AreaFacts> areas;                               ///< by mba
  std::optional<std::vector<Notice>> notices;                 ///< by mba, batch, direction
  std::optional<std::vector<SpecialReport>> special_reports;  ///< by mba, batch, kind
  /// What a material of these reports is in another form, as agreed with the authority: "U6CF" to
  /// "O/G/R/B", or the other way round.
  std::map<std::string, std::string> materials;
  std::vector<MufUncertainty> muf;         ///< by mba, kind
  std::vector<TransferWeights> transfers;  ///< by mba, kind

  /// Null when nothing is known of the area.
  [[nodiscard]] const AreaFacts* area(std::string_view mba) const;
  /// Contract: there is a table of notices.
  [[nodiscard]] bool has_notice(bool inward, std::string_view mba, std::string_view batch) const;
  /// Contract: there is a table of special reports.
  [[nodiscard]] bool has_special_report(std::string_view mba, std::string_view batch,
                                        Code kind) const;
  /// Brings the rows into their orders; after reading or building.
  void sort();
};

}  // namespace accord::accounting
