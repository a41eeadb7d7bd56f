#pragma once

#include <string>
#include <vector>

#include "accounting/reports/report.h"
#include "formats/profiles/profile.h"

/// The labelled form of the IAEA's Code 10, version of 2 November 2011 (reporting chapter, section
/// 8): one report a file, elements "LABEL:CONTENT#", an entry from each 001 to the next.
namespace accord::formats {

struct Code10 {
  accounting::Report report;
  std::vector<accounting::Finding> findings;  ///< V001–V004, V006–V008, V028; in order of place
};

/// A file with more mistakes than this is not read to its end; its last finding says so.
inline constexpr std::size_t code10_findings_max = 10'000;

/// Reads one report, at most 4 GiB. Labels of an entry may stand in any order after 001, white
/// space between elements has no meaning; bytes are UTF-8 (a byte order mark is skipped) or, when
/// they are not, Latin-1. Every mistake is a finding with its place; what is not damaged is read.
/// Damaged elements (V001) are left out, except a 001, which begins an entry all the same.
///
/// The header is that of the first accounting entry; of a report without any, of the first entry.
/// Codes of label 411 and severities are those of the profile. Not checked here: numbering over
/// several reports (V005), and what needs other entries or reports (V020 and on), except a number
/// of items that is no whole number (V028).
[[nodiscard]] Code10 read_code10(std::string bytes, std::string file,
                                 const accounting::Profile& profile = code10_profile());

/// The canonical form: entries in their order, labels ascending, one entry a line, LF. Contents
/// stand as they were read, weights with their digits; Ø becomes O, and other characters outside
/// ASCII are written as UTF-8. `read_code10` of the result gives the same entries.
[[nodiscard]] std::string write_code10(const accounting::Report& report);

}  // namespace accord::formats
