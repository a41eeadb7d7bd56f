#include "formats/code10/code10_findings.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "formats/code10/code10_characters.h"

namespace accord::formats::code10 {

namespace {

constexpr std::size_t shown_max = 60;  // bytes of a content that a finding repeats

/// Counts lines and columns up to growing offsets.
class PlaceCounter {
 public:
  PlaceCounter(std::string_view text, bool utf8) : text_(text), utf8_(utf8) {}

  Place at(std::uint32_t offset, std::uint32_t length) {
    for (; at_ < offset; ++at_) {
      if (text_[at_] == '\n')
        ++line_, column_ = 1;
      else if (starts(text_[at_]))
        ++column_;
    }
    std::uint32_t characters = 0;
    const std::string_view marked = text_.substr(offset, std::min<std::size_t>(length, shown_max));
    for (const char c : marked.substr(0, marked.find('\n'))) characters += starts(c) ? 1U : 0U;
    return {line_, column_, std::max(characters, 1U)};
  }

 private:
  [[nodiscard]] bool starts(char c) const {
    return !utf8_ || (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }

  std::string_view text_;
  bool utf8_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

}  // namespace

void Findings::add(std::string_view rule, const Spot& spot, std::string found,
                   std::string_view expected) {
  Noted noted{spot.offset, spot.length, {}};
  noted.finding.rule = rule.substr(0, rule.find(' '));
  noted.finding.severity = profile_.severity(rule);
  noted.finding.kind = spot.kind;
  noted.finding.entry = spot.entry;
  noted.finding.label = spot.label;
  noted.finding.hides = spot.hides;
  noted.finding.kinds = spot.kinds;
  noted.finding.found = std::move(found);
  noted.finding.expected = expected;
  noted_.push_back(std::move(noted));
}

std::vector<accounting::Finding> Findings::finish(const accounting::Report& report) {
  std::stable_sort(noted_.begin(), noted_.end(), [](const Noted& a, const Noted& b) {
    return std::tie(a.offset, a.finding.rule, a.finding.label) <
           std::tie(b.offset, b.finding.rule, b.finding.label);
  });
  PlaceCounter places(text_, noted_.empty() || is_utf8());
  std::vector<accounting::Finding> out;
  out.reserve(noted_.size());
  for (Noted& noted : noted_) {
    noted.finding.mba = report.header.mba;
    noted.finding.report = report.header.number;
    noted.finding.file = report.file;
    noted.finding.place = places.at(noted.offset, noted.length);
    out.push_back(std::move(noted.finding));
  }
  return out;
}

bool Findings::is_utf8() {
  if (utf8_ < 0) utf8_ = invalid_utf8_at(text_) ? 0 : 1;
  return utf8_ == 1;
}

std::string Findings::shown(std::string_view content) {
  std::size_t length = std::min(content.size(), shown_max);
  if (is_utf8())  // not in the middle of a character
    while (length > 0 && length < content.size() &&
           (static_cast<unsigned char>(content[length]) & 0xC0U) == 0x80U)
      --length;
  std::string out = to_utf8(content.substr(0, length), is_utf8());
  for (char& c : out)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = ' ';
  return length < content.size() ? out + "…" : out;
}

}  // namespace accord::formats::code10
