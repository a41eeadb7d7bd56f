#include "formats/accounts/converted.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "base/contract.h"

namespace accord::formats {

namespace {

bool is_labelled(const accounting::Profile& profile) {
  return profile.form == accounting::Form::labelled;
}

/// A name that no other file has.
std::string name_of(const accounting::Header& h, const char* extension,
                    std::set<std::string>& taken) {
  std::string stem = fmt::format("{}-{:04}-{}", h.mba, h.number, static_cast<char>(h.kind));
  for (char& c : stem)
    if (c == '/' || c == '\0') c = '_';
  std::string name = stem + extension;
  for (int n = 2; !taken.insert(name).second; ++n)
    name = fmt::format("{}_{}{}", stem, n, extension);
  return name;
}

accounting::ConvertFacts facts_of(const Accounts& accounts, const accounting::Report& report) {
  const accounting::AreaFacts* area = accounts.tables.area(report.header.mba);
  return {accounts.tables.country, area == nullptr ? std::string() : area->facility,
          accounts.tables.materials};
}

void append(std::vector<accounting::Finding>& to, std::vector<accounting::Finding> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

}  // namespace

std::vector<Problem> conversion_problems(const Accounts& accounts,
                                         const std::vector<const accounting::Report*>& reports,
                                         const accounting::Profile& to) {
  const auto error = [](const char* code, std::string message, const char* help,
                        const char* file) -> Problem {
    return {Severity::error, code, std::move(message), help, file, {}};
  };
  if (!accounting::converts(accounts.profile, to))
    return {error("C016",
                  fmt::format("no conversion is known from {} to {}", accounts.profile.id, to.id),
                  "conversions are known between iaea-code10-labelled-2011 and euratom-302-2005, "
                  "uk-nsr-2019, euratom-2025-974",
                  "")};
  std::vector<Problem> out;
  if (!is_labelled(to)) return out;
  if (accounts.tables.country.empty())
    out.push_back(error("W006", "“country” of the state is missing",
                        "add it: every entry of the labelled form names it", state_file));
  std::set<std::string_view> areas;
  for (const accounting::Report* r : reports)
    if (facts_of(accounts, *r).facility.empty()) areas.insert(r->header.mba);
  for (const std::string_view mba : areas)
    out.push_back(error("W006", fmt::format("“facility” of the area {} is missing", mba),
                        "add it in “mbas”: every entry of the labelled form names it", state_file));
  return out;
}

ConvertedAccounts convert_accounts(const Accounts& accounts,
                                   const std::vector<const accounting::Report*>& reports,
                                   const accounting::Profile& to) {
  ACCORD_EXPECT(accounting::converts(accounts.profile, to));
  ConvertedAccounts out;
  std::set<std::string> taken;
  std::set<std::string_view> sources;
  for (const accounting::Report* r : reports) sources.insert(r->file);
  for (const accounting::Finding& f : accounts.findings)
    if (sources.contains(f.file)) out.of_reader.push_back(f);
  for (const accounting::Report* r : reports) {
    accounting::Converted converted =
        accounting::convert(*r, accounts.profile, to, facts_of(accounts, *r));
    append(out.of_change, std::move(converted.findings));
    std::string bytes = write_converted(converted, to);
    if (bytes.empty()) continue;
    std::string name = name_of(r->header, is_labelled(to) ? ".txt" : ".csv", taken);
    ReadReport read = read_report(bytes, name, to);
    append(out.of_written, std::move(read.findings));
    out.files.push_back({std::move(name), r->file, std::move(bytes), converted.lines.size()});
  }
  return out;
}

}  // namespace accord::formats
