#include "formats/code10/code10_characters.h"

namespace accord::formats::code10 {

std::string to_utf8(std::string_view piece, bool utf8) {
  if (utf8) return std::string(piece);
  std::string out;
  for (const char c : piece) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | byte >> 6U);
      out += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return out;
}

std::string with_letter_o(std::string_view piece, bool utf8) {
  constexpr std::string_view slashed = "\xC3\x98";
  const std::string text = to_utf8(piece, utf8);
  std::string out;
  std::size_t start = 0;
  for (auto at = text.find(slashed); at != std::string::npos; at = text.find(slashed, start)) {
    out.append(text, start, at - start).push_back('O');
    start = at + slashed.size();
  }
  return out.append(text, start);
}

}  // namespace accord::formats::code10
