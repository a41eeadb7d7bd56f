#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/code10/code10.h"
#include "formats/code10/code10_characters.h"

namespace accord::formats {

namespace {

using accounting::Element;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

void append_label(accounting::Label label, std::string& out) {
  for (const int unit : {100, 10, 1}) out += static_cast<char>('0' + label / unit % 10);
  out += ':';
}

}  // namespace

std::string write_code10(const accounting::Report& report) {
  const bool ascii = is_ascii(*report.text);
  const bool utf8 = ascii || !invalid_utf8_at(*report.text);
  std::string out;
  out.reserve(report.text->size());
  std::vector<Element> elements;
  for (const accounting::Entry& entry : report.entries) {
    const auto begin = report.elements.begin() + entry.elements;
    elements.assign(begin, begin + entry.element_count);
    std::stable_sort(elements.begin(), elements.end(),
                     [](const Element& a, const Element& b) { return a.label < b.label; });
    for (const Element& element : elements) {
      append_label(element.label, out);
      const std::string_view content = report.content(element);
      if (ascii)
        out += content;
      else
        out += code10::with_letter_o(content, utf8);
      out += '#';
    }
    out += '\n';
  }
  return out;
}

}  // namespace accord::formats
