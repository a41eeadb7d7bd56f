#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "agreement/syntax/lex.h"
#include "base/encoding.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

constexpr std::size_t problems_kept_max = 1000;

/// Bytes that need a closer look: all that are not plain printable ASCII, tab or line feed.
constexpr auto is_plain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = true;
  plain['\t'] = plain['\n'] = true;
  return plain;
}();

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

char32_t code_point(std::string_view text, std::size_t at, std::size_t length) {
  if (length == 1) return byte_at(text, at);
  char32_t value = byte_at(text, at) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6U) | (byte_at(text, at + i) & 0x3FU);
  return value;
}

bool is_direction_mark(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Controls, and the line ends of Unicode: a reader would see another line where there is none.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/// Walks along the text with line and column.
struct Walk {
  std::string_view text;
  std::size_t at = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  void step(std::size_t length) {
    if (text[at] == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
    at += length;
  }
};

/// Reports the character at `walk`; false when there is nothing wrong with it. Bytes that are in no
/// text are refused without a word: the first of them is reported for all.
bool refuse(const Walk& walk, std::size_t length, bool& return_seen, Faults& faults) {
  const std::string_view text = walk.text;
  const Place place{walk.line, walk.column, 1};
  const unsigned first = byte_at(text, walk.at);
  if (first == 0 || (first >= 0x80U && length == 1)) return true;
  const char32_t c = code_point(text, walk.at, length);
  const auto number = static_cast<std::uint32_t>(c);
  if (is_direction_mark(c)) {
    faults.add(place, "A002", fmt::format("direction mark U+{:04X}", number),
               "remove it: what is read and what is judged must be the same");
    return true;
  }
  const bool line_end = c == '\r' && walk.at + 1 < text.size() && text[walk.at + 1] == '\n';
  if (!is_control(c) || c == '\t' || c == '\n' || line_end) return false;
  if (c != '\r' || !std::exchange(return_seen, true))
    faults.add(place, "A001", fmt::format("unexpected control character U+{:04X}", number),
               "remove it, or write a space or a line end");
  return true;
}

}  // namespace

void Faults::add(const Place& place, std::string_view code, std::string message, std::string help) {
  if (problems_.size() >= problems_kept_max) return;
  problems_.push_back(
      {Severity::error, std::string(code), std::move(message), std::move(help), file_, place});
}

std::vector<Problem> Faults::take() {
  std::vector<std::uint32_t> open_lines;
  for (const Problem& p : problems_)
    if (p.code == "A003") open_lines.push_back(p.place.line);
  std::sort(open_lines.begin(), open_lines.end());
  std::erase_if(problems_, [&](const Problem& p) {
    return p.code == "A010" &&
           std::binary_search(open_lines.begin(), open_lines.end(), p.place.line);
  });
  sort_problems(problems_);
  return std::move(problems_);
}

std::string_view refuse_characters(std::string_view text, std::string& copy, Faults& faults) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const bool all_plain = std::all_of(
      text.begin(), text.end(), [](char c) { return is_plain[static_cast<unsigned char>(c)]; });
  if (all_plain) return text;
  bool refused_any = false;
  bool return_seen = false;
  if (const auto fault = foreign_byte(text))
    faults.add(fault->place, "A001", fault->message, fault->help);
  for (Walk walk{text}; walk.at < text.size();) {
    const std::size_t length = is_plain[byte_at(text, walk.at)] ? 1 : utf8_length(text, walk.at);
    const bool refused =
        !is_plain[byte_at(text, walk.at)] && refuse(walk, length, return_seen, faults);
    if (refused && !refused_any) copy.assign(text.substr(0, walk.at));
    refused_any = refused_any || refused;
    if (refused)
      copy += "\xEF\xBF\xBD";
    else if (refused_any)
      copy.append(text, walk.at, length);
    walk.step(length);
  }
  return refused_any ? std::string_view(copy) : text;
}

}  // namespace accord::agreement
