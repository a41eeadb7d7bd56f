#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "accounting/reports/report.h"

/// Which entries count after corrections (reporting chapter, sections 8.4 and 10.1). Nothing is
/// deleted: the reports stay as they are, and what was applied is listed.
namespace accord::accounting {

struct EffectiveEntry {
  const Report* source = nullptr;  ///< the file that states it
  const Entry* entry = nullptr;
  const Report* report = nullptr;  ///< the report it belongs to: that of the entry it replaces, or
                                   ///< the one it was added to
  std::uint32_t number = 0;        ///< its number there
};

/// A correction that was applied.
struct Correction {
  const Report* source = nullptr;
  const Entry* entry = nullptr;    ///< the C, D or A
  const Report* report = nullptr;  ///< the report that its reference names
  const Entry* target = nullptr;   ///< the entry it replaces or removes; null for A
};

/// A correction that was not applied, or a reference that should not be there.
struct Refused {
  const char* rule;  ///< V040: its reference names nothing that can be corrected; V041: none, or
                     ///< one too many; V042: the second half of a pair without the first
  const Report* source = nullptr;
  const Entry* entry = nullptr;
};

struct Effective {
  std::vector<const Report*> reports;  ///< that took part, by MBA, number, date and file
  std::vector<EffectiveEntry>
      entries;  ///< by MBA, then number of the report and of the entry there
  /// Without a usable status: they may be new, replace or delete, and do not count; those that no
  /// correction has named.
  std::vector<EffectiveEntry> doubtful;
  std::vector<Correction> applied;  ///< by MBA, report number, entry
  std::vector<Refused> refused;     ///< in the same order
  Day known = day_max;              ///< reports dated later take no part
};

/// Accounting entries with status N, and those that C and A put in their place; C, D and A with a
/// wrong reference are not applied. What corrects an entry of a report whose kind or area cannot be
/// read belongs to its own report. Only reports dated on or before `known` take part. Linear in
/// the entries, after sorting the reports. The result points into `reports`.
[[nodiscard]] Effective effective(const std::vector<Report>& reports, Day known = day_max);

/// The same of these reports, whatever their dates, as known on a day.
[[nodiscard]] Effective effective_of(const std::vector<const Report*>& reports,
                                     Day known = day_max);

/// The accounts that the effective entries speak of, in order: categories with their obligations.
[[nodiscard]] std::set<Account> accounts_of(const Effective& effective);

/// The number by which references name an entry: that of label 002, else its position.
[[nodiscard]] inline std::uint32_t name_of(const Entry& entry) {
  return entry.declared != 0 ? entry.declared : entry.number;
}

}  // namespace accord::accounting
