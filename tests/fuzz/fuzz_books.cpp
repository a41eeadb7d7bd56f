#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/rules/rules.h"
#include "base/contract.h"
#include "base/text.h"
#include "formats/code10/code10.h"
#include "formats/profiles/profile.h"

/// Several reports from bytes to findings: the input is cut at each line "%". The order of the
/// reports changes nothing, and every rule comes to an end.
namespace {

using namespace accord;

std::vector<accounting::Report> reports_of(std::string_view text) {
  std::vector<accounting::Report> out;
  for (std::size_t at = 0; at <= text.size() && out.size() < 8;) {
    const std::size_t end = std::min(text.find("%\n", at), text.size());
    out.push_back(
        formats::read_code10(std::string(text.substr(at, end - at)), std::to_string(out.size()))
            .report);
    at = end + 2;
  }
  return out;
}

std::vector<accounting::Finding> findings_of(const std::vector<accounting::Report>& reports) {
  const accounting::Profile& profile = formats::code10_profile();
  accounting::StateTables tables;
  tables.notices.emplace();
  tables.special_reports.emplace();
  tables.assessment_day = day_of(2026, 12, 31);
  const accounting::Effective all = accounting::effective(reports);
  const accounting::Books books(all, accounting::signs_of(profile));
  for (const std::string_view area : books.areas())
    for (const Day day : books.inventories(area)) {
      static_cast<void>(books.on(area, day));
      // What cannot be read touches its own figures, and every gap can be told.
      for (const accounting::Gap* gap : books.doubt(area, day).gaps)
        ACCORD_EXPECT(!accounting::in_words(*gap).empty());
    }
  return accounting::check_rules({all, books, profile, tables});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<accounting::Report> reports = reports_of({reinterpret_cast<const char*>(data), size});
  const auto findings = findings_of(reports);
  for (const auto& finding : findings) ACCORD_EXPECT(finding.rule.size() == 4);
  std::reverse(reports.begin(), reports.end());
  ACCORD_EXPECT(findings_of(reports) == findings);
  return 0;
}
