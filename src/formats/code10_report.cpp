#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "formats/code10.h"
#include "formats/code10_entry.h"

namespace accord::formats {

namespace code10 {

namespace {

using accounting::Entry;
using accounting::EntryKind;
using accounting::Report;

/// The header stands in the first accounting entry, or, when there is none, in the first entry.
std::size_t header_entry(const Lexed& lexed, std::string_view text) {
  for (std::size_t i = 0; i < lexed.entries.size(); ++i) {
    const RawElement& first = lexed.elements[lexed.entries[i]];
    if (!text.substr(first.offset, first.length).starts_with("NC")) return i;
  }
  return 0;
}

std::span<const RawElement> elements_of(const Lexed& lexed, std::size_t entry) {
  const std::uint32_t begin = lexed.entries[entry];
  return std::span(lexed.elements).subspan(begin, lexed.end_of(entry) - begin);
}

/// V004: entries of a kind are numbered 1 to n, the first names n. One finding, on the first entry
/// that says otherwise.
void check_numbers(const Report& report, EntryKind kind, Findings& findings) {
  const auto is_kind = [kind](const Entry& entry) { return entry.kind == kind; };
  const auto count = static_cast<std::uint32_t>(
      std::count_if(report.entries.begin(), report.entries.end(), is_kind));
  for (const Entry& entry : report.entries) {
    if (entry.kind != kind || entry.declared == 0) continue;
    const bool first = entry.number == 1;
    const bool total_wrong = entry.total == 0 ? first : entry.total != count;
    if (entry.declared == entry.number && !total_wrong) continue;
    const auto& element = *report.find(entry, 2);
    const bool with_total = first || entry.total != 0;
    findings.add("V004", {static_cast<char>(kind), entry.number, 2, element.offset, element.length},
                 findings.shown(report.content(element)),
                 std::to_string(entry.number) + (with_total ? "/" + std::to_string(count) : ""));
    return;
  }
}

/// What stands before the first entry belongs to none: one finding, however long that is.
void check_start(const Lexed& lexed, std::string_view text, Findings& findings) {
  if (!lexed.entries.empty() && lexed.entries.front() == 0) return;
  RawElement first;
  if (!lexed.elements.empty()) first = lexed.elements.front();
  findings.add("V001", {0, 0, first.label, first.offset, first.length},
               findings.shown(text.substr(first.offset, first.length)),
               "label 001, which begins an entry");
}

void read_entries(const Lexed& lexed, const accounting::Profile& profile, Texts& texts,
                  Report& report, Findings& findings) {
  EntryReader reader(profile, texts, report, findings);
  report.entries.reserve(lexed.entries.size());
  report.elements.reserve(lexed.elements.size());
  reader.read_header(elements_of(lexed, header_entry(lexed, texts.bytes)));
  std::size_t entry = 0;
  for (; entry < lexed.entries.size() && findings.size() < code10_findings_max; ++entry)
    reader.read(elements_of(lexed, entry));
  if (entry == lexed.entries.size() && lexed.complete) {
    check_numbers(report, EntryKind::accounting, findings);
    check_numbers(report, EntryKind::note, findings);
    return;
  }
  const RawElement& last = lexed.elements[lexed.end_of(entry - 1) - 1];
  findings.add("V001", {0, 0, 0, last.offset, last.length}, {},
               "fewer mistakes: the rest of the file was not read");
}

}  // namespace
}  // namespace code10

Code10 read_code10(std::string bytes, std::string file, const accounting::Profile& profile) {
  const auto texts = std::make_shared<code10::Texts>();
  texts->bytes = std::move(bytes);
  const std::string_view text = texts->bytes;
  Code10 out;
  out.report.file = std::move(file);
  out.report.text = std::shared_ptr<const std::string>(texts, &texts->bytes);
  out.report.header.date = out.report.header.begin = out.report.header.end = day_min;
  code10::Findings findings(text, profile);
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    findings.add("V001", {}, {}, "a file of at most 4 GiB");
  } else {
    const code10::Lexed lexed = code10::lex(text);
    code10::check_start(lexed, text, findings);
    if (!lexed.entries.empty()) code10::read_entries(lexed, profile, *texts, out.report, findings);
  }
  out.findings = findings.finish(out.report);
  return out;
}

}  // namespace accord::formats
