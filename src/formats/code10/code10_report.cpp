#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "accounting/books/unreadable.h"
#include "base/encoding.h"
#include "base/memory.h"
#include "formats/code10/code10.h"
#include "formats/code10/code10_entry.h"

namespace accord::formats {

namespace code10 {

namespace {

using accounting::Entry;
using accounting::EntryKind;
using accounting::Report;

bool is_note(const std::vector<RawElement>& entry, std::string_view text) {
  const RawElement& first = entry.front();
  return text.substr(first.offset, first.length).starts_with("NC");
}

/// The header stands in the first accounting entry, or, when there is none, in the first entry.
std::vector<RawElement> header_entry(Lexer lexer, std::string_view text) {
  std::vector<RawElement> first, entry;
  if (!lexer.next(first) || !is_note(first, text)) return first;
  while (lexer.next(entry))
    if (!is_note(entry, text)) return entry;
  return first;
}

/// Room for what there probably is, when each entry stands on a line and is as long as `entry`.
void reserve(std::string_view text, const std::vector<RawElement>& entry, Report& report) {
  constexpr std::size_t entry_least = 100;  // bytes of text
  std::size_t lines = 1;
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    ++lines;
  lines = std::min(lines, text.size() / entry_least + 1);
  reserve_populated(report.entries, lines);
  reserve_populated(report.weights, lines * 2);
  reserve_populated(report.elements, lines * std::min<std::size_t>(entry.size(), 46));
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

void read_entries(Lexer& lexer, const accounting::Profile& profile, Texts& texts, Report& report,
                  Findings& findings) {
  EntryReader reader(profile, texts, report, findings);
  std::vector<RawElement> entry = header_entry(lexer, texts.bytes);
  reader.read_header(entry);
  reserve(texts.bytes, entry, report);
  bool full = false;
  while (!full && lexer.next(entry)) {
    reader.read(entry);
    full = !lexer.complete() || findings.size() >= code10_findings_max;
  }
  if (full) {
    findings.add("V001", {0, 0, 0, lexer.offset(), 0, true}, {},
                 "fewer mistakes: the rest of the file was not read");
    return;
  }
  check_numbers(report, EntryKind::accounting, findings);
  check_numbers(report, EntryKind::note, findings);
}

/// The whole text, from its first element. What stands before the first entry belongs to none: one
/// finding, however long that is.
void read_text(const accounting::Profile& profile, Texts& texts, Report& report,
               Findings& findings) {
  const std::string_view text = texts.bytes;
  Lexer lexer(text);
  const auto stray = lexer.skip_to_entry();
  const bool empty = lexer.at_end();
  if (stray || empty) {
    const RawElement first = stray.value_or(RawElement{});
    findings.add("V001", {0, 0, first.label, first.offset, first.length, true},
                 findings.shown(text.substr(first.offset, first.length)),
                 "label 001, which begins an entry");
  }
  if (!empty) read_entries(lexer, profile, texts, report, findings);
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
    findings.add("V001", {0, 0, 0, 0, 0, true}, {}, "a file of at most 4 GiB");
  } else if (const auto fault = foreign_format(text)) {
    findings.add("V001", {0, 0, 0, 0, 0, true}, fault->message, fault->help);
  } else {
    code10::read_text(profile, *texts, out.report, findings);
  }
  out.findings = findings.finish(out.report);
  out.report.unreadable = accounting::unreadable_of(out.findings);
  return out;
}

}  // namespace accord::formats
