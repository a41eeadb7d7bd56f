#include "formats/code10_lexer.h"

#include <array>

#include "formats/code10.h"

namespace accord::formats::code10 {

namespace {

constexpr std::uint8_t slash = 4, semicolon = 8, colon = 16, hash = 32;

constexpr std::array<std::uint8_t, 256> make_marks() {
  std::array<std::uint8_t, 256> out{};
  for (std::size_t c = 0; c < out.size(); ++c) {
    if (c < ' ' || c > '~' || (c >= 'a' && c <= 'z')) out[c] = mark_not_allowed;
    if (c > 127) out[c] |= mark_not_ascii;
  }
  out['/'] = slash;
  out[';'] = semicolon;
  out[':'] = colon;
  out['#'] = hash;
  return out;
}
constexpr auto marks_of = make_marks();

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Number of a label and its colon at the start of `text`; 0 for none.
Label label_at(std::string_view text) {
  if (text.size() < 4 || text[3] != ':') return 0;
  int label = 0;
  for (const char c : text.substr(0, 3)) {
    if (!is_digit(c)) return 0;
    label = label * 10 + (c - '0');
  }
  return static_cast<Label>(label);
}

/// Reads the order of slashes and semicolons; fault empty_item when nothing stands between two.
void divide(std::string_view content, RawElement& element) {
  std::uint32_t seen = 0;  // the delimiters so far, four bits each
  int count = 0;
  bool item = false;
  for (const char c : content) {
    const bool delimits = c == '/' || c == ';';
    if (delimits && !item) element.fault = Fault::empty_item;
    if (delimits && ++count <= 4) seen = seen << 4U | (c == '/' ? 1U : 2U);
    item = !delimits;
  }
  if (!item) element.fault = Fault::empty_item;
  if (count > 4) return;
  switch (seen) {
    case 0x1:
      element.shape = two;
      break;
    case 0x11:
      element.shape = three;
      break;
    case 0x111:
      element.shape = four;
      break;
    case 0x12:
      element.shape = numbered;
      break;
    case 0x121:
      element.shape = referring;
      break;
    default:
      break;
  }
}

/// The element that begins at `at`, which is moved past its "#".
RawElement element_at(std::string_view text, std::size_t& at) {
  RawElement out;
  out.label = label_at(text.substr(at));
  if (out.label == 0)
    out.fault = Fault::no_label;
  else
    at += 4;
  const std::size_t start = at;
  std::uint8_t marks = 0;
  while (at < text.size() && (marks & hash) == 0)
    marks |= marks_of[static_cast<unsigned char>(text[at++])];
  const bool ended = (marks & hash) != 0;
  out.offset = static_cast<std::uint32_t>(start);
  out.length = static_cast<std::uint32_t>(at - start - (ended ? 1 : 0));
  out.marks = marks & (mark_not_allowed | mark_not_ascii);
  if (out.fault != Fault::none) return out;
  if (index_of(out.label) == no_index)
    out.fault = Fault::unknown;
  else if (!ended)
    out.fault = Fault::no_end;
  else if ((marks & colon) != 0)
    out.fault = Fault::delimiter;
  else if (out.length == 0)
    out.fault = Fault::empty_item;
  else if ((marks & (slash | semicolon)) != 0)
    divide(text.substr(out.offset, out.length), out);
  else
    out.shape = one;
  return out;
}

}  // namespace

bool is_allowed(std::string_view content) {
  std::uint8_t marks = 0;
  for (const char c : content) marks |= marks_of[static_cast<unsigned char>(c)];
  return (marks & mark_not_allowed) == 0;
}

Lexed lex(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  constexpr Label entry_label = 1;
  Lexed out;
  out.elements.reserve(text.size() / 12 + 1);
  std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  std::uint64_t present = 0;
  std::size_t faults = 0;
  while (true) {
    while (at < text.size() && is_space(text[at])) ++at;
    if (at >= text.size()) break;
    RawElement element = element_at(text, at);
    if (element.label == entry_label) {
      out.entries.push_back(static_cast<std::uint32_t>(out.elements.size()));
      present = 0;
    }
    const auto bit = std::uint64_t{1} << (element.label == 0 ? no_index : index_of(element.label));
    const bool known = element.fault != Fault::no_label && element.fault != Fault::unknown;
    if (known && (present & bit) != 0) element.fault = Fault::twice;
    present |= bit;
    out.elements.push_back(element);
    if (element.fault != Fault::none && ++faults > code10_findings_max) {
      out.complete = false;
      break;
    }
  }
  return out;
}

}  // namespace accord::formats::code10
