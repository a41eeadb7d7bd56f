#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "accounting/convert/convert.h"
#include "base/contract.h"
#include "base/text.h"
#include "formats/accounts/converted.h"
#include "formats/code10/code10.h"
#include "formats/profiles/profile.h"
#include "formats/report_table/report_table.h"

/// The reader of tables of the profiles: parts lie in the report, places in the text, and what is
/// written from a report without a finding is read as the same entries, and written the same. The
/// first byte chooses the profile. What such a report is in Code 10 is read by the other reader.
namespace {

using accord::accounting::Profile;
using accord::accounting::Report;
using accord::formats::find_profile;
using accord::formats::read_report_table;
using accord::formats::ReportTable;
using accord::formats::write_report_table;

const Profile& profile_of(std::uint8_t byte) {
  constexpr std::array names{"euratom-302-2005", "uk-nsr-2019", "euratom-2025-974",
                             "canada-regdoc-2.13.1"};
  return *find_profile(names.at(byte % names.size()));
}

void check_report(const Report& report) {
  for (const auto& element : report.elements)
    ACCORD_EXPECT(std::size_t{element.offset} + element.length <= report.text->size());
  std::uint32_t number = 0;
  for (const auto& entry : report.entries) {
    ACCORD_EXPECT(entry.number == ++number);
    ACCORD_EXPECT(std::size_t{entry.elements} + entry.element_count <= report.elements.size());
    ACCORD_EXPECT(std::size_t{entry.weights} + entry.weight_count <= report.weights.size());
    ACCORD_EXPECT((entry.unusable & ~entry.present) == 0);
  }
}

void check_findings(const ReportTable& read) {
  const std::string& text = *read.report.text;
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  for (const auto& finding : read.findings) {
    ACCORD_EXPECT(finding.rule.size() == 4);
    ACCORD_EXPECT(finding.place.line >= 1 && finding.place.line <= lines);
    ACCORD_EXPECT(finding.place.column >= 1 && finding.place.length >= 1);
    ACCORD_EXPECT(!accord::invalid_utf8_at(finding.found));
  }
}

void check_written(const Report& report, const Profile& profile) {
  const std::string written = write_report_table(report, profile);
  const ReportTable again = read_report_table(written, "report.csv", profile);
  ACCORD_EXPECT(again.findings.empty());
  ACCORD_EXPECT(again.report.entries.size() == report.entries.size());
  ACCORD_EXPECT(again.report.weights.size() == report.weights.size());
  for (std::size_t i = 0; i < report.weights.size(); ++i) {
    ACCORD_EXPECT(again.report.weights[i].kind == report.weights[i].kind);
    ACCORD_EXPECT(again.report.weights[i].mass == report.weights[i].mass);
  }
  ACCORD_EXPECT(write_report_table(again.report, profile) == written);
}

void check_converted(const Report& report, const Profile& profile) {
  const Profile& code10 = accord::formats::code10_profile();
  if (!accord::accounting::converts(profile, code10)) return;
  const accord::accounting::ConvertFacts facts{
      "ZZ", "ZZFA", {{"U6CF", "O/G/R/B"}, {"PHDF", "F/Q/N/B"}, {"WLON", "U/J/5/E"}}};
  const auto converted = accord::accounting::convert(report, profile, code10, facts);
  const std::string text = accord::formats::write_converted(converted, code10);
  const auto read = accord::formats::read_code10(text, "report.txt", code10);
  if (read.findings.empty()) ACCORD_EXPECT(read.report.entries.size() == converted.lines.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Profile& profile = profile_of(data[0]);
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  static_cast<void>(accord::formats::profile_named_in(text, "f"));
  const ReportTable read = read_report_table(text, "report.csv", profile);
  check_report(read.report);
  check_findings(read);
  if (read.findings.empty()) check_written(read.report, profile);
  check_converted(read.report, profile);
  return 0;
}
