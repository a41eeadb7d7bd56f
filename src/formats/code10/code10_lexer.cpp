#include "formats/code10/code10_lexer.h"

#include <array>

#include "formats/code10/code10.h"

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

constexpr Label entry_label = 1;

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

/// Fills a new `out` with the element that begins at `at`, which is moved past its "#".
void read_element(std::string_view text, std::size_t& at, RawElement& out) {
  out.label = label_at(text.substr(at));
  if (out.label != 0) at += 4;
  const std::size_t start = at;
  std::uint8_t marks = 0;
  while (at < text.size() && (marks & hash) == 0)
    marks |= marks_of[static_cast<unsigned char>(text[at++])];
  const bool ended = (marks & hash) != 0;
  out.offset = static_cast<std::uint32_t>(start);
  out.length = static_cast<std::uint32_t>(at - start - (ended ? 1 : 0));
  out.marks = marks & (mark_not_allowed | mark_not_ascii);
  if (out.label == 0) {
    out.fault = Fault::no_label;
    return;
  }
  out.index = static_cast<std::uint8_t>(index_of(out.label));
  if (out.index == no_index)
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
}

}  // namespace

bool is_allowed(std::string_view content) {
  std::uint8_t marks = 0;
  for (const char c : content) marks |= marks_of[static_cast<unsigned char>(c)];
  return (marks & mark_not_allowed) == 0;
}

Lexer::Lexer(std::string_view text) : text_(text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

bool Lexer::read(RawElement& element) {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  if (at_ == text_.size()) return false;
  read_element(text_, at_, element);
  return true;
}

std::optional<RawElement> Lexer::skip_to_entry() {
  std::optional<RawElement> first;
  while (!begin_) {
    RawElement element;
    if (!read(element)) break;
    if (element.label == entry_label)
      begin_ = element;
    else if (!first)
      first = element;
  }
  return first;
}

bool Lexer::next(std::vector<RawElement>& elements) {
  elements.clear();
  if (!begin_) return false;
  elements.push_back(*begin_);
  begin_.reset();
  std::uint64_t present = 0;
  while (complete_) {
    RawElement& element = elements.emplace_back();
    if (!read(element)) break;
    if (element.label == entry_label) {
      begin_ = element;
      break;
    }
    const auto bit = std::uint64_t{1} << element.index;
    if (element.index != no_index && (present & bit) != 0) element.fault = Fault::twice;
    present |= bit;
    if (element.fault == Fault::none) continue;
    if (++faults_ > code10_findings_max) complete_ = false;
  }
  if (complete_) elements.pop_back();  // the end, or of the next entry
  return true;
}

}  // namespace accord::formats::code10
