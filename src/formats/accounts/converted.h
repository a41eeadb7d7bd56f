#pragma once

#include <string>
#include <vector>

#include "accounting/convert/convert.h"
#include "base/problem.h"
#include "formats/accounts/accounts.h"

/// Accounts of one form of reporting as files of another.
namespace accord::formats {

/// The lines of a converted report in the form of the profile: labelled, or a table. Empty when
/// there is no line.
[[nodiscard]] std::string write_converted(const accounting::Converted& converted,
                                          const accounting::Profile& profile);

struct ConvertedFile {
  std::string name;  ///< "ZZA1-0002-I.txt": area, number and type of the report
  std::string from;  ///< the file it was made from
  std::string bytes;
  std::size_t entries = 0;  ///< accounting entries, or lines, in it
};

struct ConvertedAccounts {
  std::vector<ConvertedFile> files;             ///< in the order of the reports; those with a line
  std::vector<accounting::Finding> of_reader;   ///< what the reader found in the reports
  std::vector<accounting::Finding> of_change;   ///< V007: left out, changed or rounded
  std::vector<accounting::Finding> of_written;  ///< of the reader in the new files, by their names
};

/// What a conversion needs and the accounts do not say: C016, no conversion is known from their
/// profile to this one; W006, state.json does not name the country, or the facility of an area.
/// Empty: `convert_accounts` may be called.
[[nodiscard]] std::vector<Problem> conversion_problems(
    const Accounts& accounts, const std::vector<const accounting::Report*>& reports,
    const accounting::Profile& to);

/// `reports` are some of those of `accounts`. Every new file is read again by the reader of its
/// form. Contract: there are no conversion problems.
[[nodiscard]] ConvertedAccounts convert_accounts(
    const Accounts& accounts, const std::vector<const accounting::Report*>& reports,
    const accounting::Profile& to);

}  // namespace accord::formats
