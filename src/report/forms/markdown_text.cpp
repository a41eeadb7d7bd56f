#include "report/forms/markdown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/printable.h"

namespace accord::report {

namespace {

constexpr std::string_view markup = "\\`*_<>[]|&~";
constexpr std::string_view first_of_a_block = "#+-=";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string one_line(text);
  std::replace(one_line.begin(), one_line.end(), '\r', ' ');
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  std::string out;
  for (const char c : printable(one_line)) {
    if (markup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_line(std::string_view text) {
  // Four blanks, or a tab, make a block of code.
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  std::string out = markdown_text(text.substr(begin));
  if (out.empty()) return out;
  if (first_of_a_block.find(out.front()) != std::string_view::npos) return "\\" + out;
  const auto after = std::find_if_not(out.begin(), out.end(), is_digit);
  if (after != out.begin() && after != out.end() && (*after == '.' || *after == ')'))
    out.insert(after, '\\');
  return out;
}

std::string markdown_target(std::string_view address) {
  constexpr std::string_view ends = "()<>[]\\\"|`*";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > 0x20U && byte != 0x7FU && ends.find(c) == std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

std::string markdown_id(std::string_view id) {
  std::string out;
  for (const char c : id) {
    switch (c) {
      case '"':
        out += "&quot;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      default:
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return out;
}

}  // namespace accord::report
