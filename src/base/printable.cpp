#include "base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace accord {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

char32_t code_point(std::string_view sequence) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
  if (sequence.size() == 1) return byte(0);
  char32_t value = byte(0) & (0xFFU >> (sequence.size() + 1));
  for (std::size_t i = 1; i < sequence.size(); ++i) value = (value << 6U) | (byte(i) & 0x3FU);
  return value;
}

bool acts_on_the_line(char32_t c) {
  if (c < 0x20) return c != '\t';
  if (c < 0x7F) return false;
  return c <= 0x9F || c == 0x061C || c == 0x200E || c == 0x200F ||  // C1, marks of direction
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// Appends the character at `at` and moves past it; the number of characters appended.
std::uint32_t append(std::string& out, std::string_view text, std::size_t& at) {
  const std::size_t length = utf8_length(text, at);
  const std::string_view sequence = text.substr(at, length);
  at += length;
  if (length == 1 && static_cast<unsigned char>(sequence[0]) >= 0x80U) {
    out += replacement;
    return 1;
  }
  const char32_t c = code_point(sequence);
  if (!acts_on_the_line(c)) {
    out += sequence;
    return 1;
  }
  const std::string mark = fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
  out += mark;
  return static_cast<std::uint32_t>(mark.size());
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append(out, text, at);
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n')
      out += text[at++];
    else
      append(out, text, at);
  }
  return out;
}

std::size_t acting_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x20U && byte < 0x7FU) return 0;
  const std::size_t length = utf8_length(text, at);
  if (length == 1 && byte >= 0x80U) return 0;
  return acts_on_the_line(code_point(text.substr(at, length))) ? length : 0;
}

PrintableLine printable_line(std::string_view line, const Place& place) {
  PrintableLine out{{}, place};
  out.text.reserve(line.size());
  std::uint32_t column = 1, grown = 0, grown_inside = 0;
  for (std::size_t at = 0; at < line.size(); ++column) {
    const std::uint32_t more = append(out.text, line, at) - 1;
    if (column < place.column) grown += more;
    if (column >= place.column && column - place.column < place.length) grown_inside += more;
  }
  out.place.column += grown;
  out.place.length += grown_inside;
  return out;
}

}  // namespace accord
