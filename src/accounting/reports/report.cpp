#include "accounting/reports/report.h"

#include <algorithm>

#include "base/contract.h"

namespace accord::accounting {

namespace {

constexpr std::size_t label_count = 57;
constexpr std::array<Label, label_count> labels{
    1,   2,   3,   6,   10,  15,  99,  207, 307, 309, 310, 370, 372, 390, 391, 407, 411, 412, 430,
    435, 436, 445, 446, 447, 469, 470, 600, 610, 620, 630, 640, 650, 660, 670, 680, 690, 700, 710,
    720, 730, 740, 750, 760, 770, 780, 800, 902, 906, 907, 908, 914, 915, 916, 921, 922, 923, 924};

constexpr unsigned unknown_bit = 63;

constexpr std::array<std::uint8_t, 1000> make_bits() {
  std::array<std::uint8_t, 1000> out{};
  for (auto& bit : out) bit = unknown_bit;
  for (std::size_t i = 0; i < label_count; ++i) out[labels[i]] = static_cast<std::uint8_t>(i);
  return out;
}

constexpr auto bits = make_bits();

}  // namespace

unsigned bit_of(Label label) {
  return label < bits.size() ? bits[label] : unknown_bit;
}

ShortText::ShortText(std::string_view text) : length_(static_cast<std::uint16_t>(text.size())) {
  ACCORD_EXPECT(text.size() <= length_max);
  const char* begin = text.data();
  std::memcpy(begin_.data(), &begin, sizeof begin);
}

std::string to_string(Code code) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8)
    if (const auto c = static_cast<char>(code >> static_cast<unsigned>(shift) & 0xFFU); c != 0)
      out += c;
  return out;
}

const Element* Report::find(const Entry& entry, Label label) const {
  const auto begin = elements.begin() + entry.elements;
  const auto end = begin + entry.element_count;
  const auto at = std::find_if(begin, end, [&](const Element& e) { return e.label == label; });
  return at == end ? nullptr : &*at;
}

const Weight* Report::weight(const Entry& entry, material::Kind kind) const {
  const auto begin = weights.begin() + entry.weights;
  const auto end = begin + entry.weight_count;
  const auto at = std::find_if(begin, end, [&](const Weight& w) { return w.kind == kind; });
  return at == end ? nullptr : &*at;
}

bool is_correction_report(const Report& report) {
  bool corrects = false;
  for (const Entry& e : report.entries) {
    if (e.kind != EntryKind::accounting) continue;
    if (e.status == Status::fresh) return false;
    corrects = corrects || is_correction(e.status);
  }
  return corrects;
}

bool is_inventory_list(const Report& report) {
  return report.header.kind == ReportKind::pil && report.header.end != day_min &&
         !is_correction_report(report);
}

Place Report::place(const Element& element) const {
  // A place counts in characters; the text is UTF-8 or, when it is not, one byte a character.
  const std::string_view before = std::string_view(*text).substr(0, element.offset);
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t start = before.rfind('\n') + 1;
  const auto in_line = before.substr(start);
  const auto column = std::count_if(in_line.begin(), in_line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  return {line + 1, static_cast<std::uint32_t>(column) + 1,
          std::max<std::uint32_t>(element.length, 1)};
}

}  // namespace accord::accounting
