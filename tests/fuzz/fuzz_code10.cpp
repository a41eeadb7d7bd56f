#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/contract.h"
#include "base/encoding.h"
#include "base/text.h"
#include "formats/code10/code10.h"

/// The reader of the labelled form: parts lie in the report, places in the text, and what is
/// written from a report is valid UTF-8, is read as as many entries, and written the same.
namespace {

using accord::accounting::Report;
using accord::formats::Code10;
using accord::formats::read_code10;
using accord::formats::write_code10;

void check_report(const Report& report) {
  for (const auto& element : report.elements)
    ACCORD_EXPECT(std::size_t{element.offset} + element.length <= report.text->size());
  for (const auto& entry : report.entries) {
    ACCORD_EXPECT(entry.number >= 1);
    ACCORD_EXPECT(std::size_t{entry.elements} + entry.element_count <= report.elements.size());
    ACCORD_EXPECT(std::size_t{entry.weights} + entry.weight_count <= report.weights.size());
    ACCORD_EXPECT((entry.unusable & ~entry.present) == 0);
  }
}

void check_findings(const Code10& read) {
  const std::string& text = *read.report.text;
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  for (const auto& finding : read.findings) {
    ACCORD_EXPECT(finding.place.line >= 1 && finding.place.line <= lines);
    ACCORD_EXPECT(finding.place.column >= 1 && finding.place.length >= 1);
    ACCORD_EXPECT(!accord::invalid_utf8_at(finding.found));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const Code10 read = read_code10(text, "report.txt");
  check_report(read.report);
  check_findings(read);
  const std::string written = write_code10(read.report);
  ACCORD_EXPECT(!accord::invalid_utf8_at(written));
  if (accord::foreign_format(written)) return 0;  // short, with bytes 00: as UTF-16 would be
  const Code10 again = read_code10(written, "report.txt");
  ACCORD_EXPECT(again.report.entries.size() == read.report.entries.size());
  ACCORD_EXPECT(write_code10(again.report) == written);
  return 0;
}
