#include "cli/print/screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/printable.h"
#include "base/text.h"

namespace accord::cli {

namespace {

constexpr std::array<std::string_view, 6> colors{"0m", "1m", "2m", "31m", "32m", "33m"};

std::string_view color_at(std::string_view text) {
  const auto* found = std::find_if(colors.begin(), colors.end(),
                                   [text](std::string_view c) { return text.starts_with(c); });
  return found == colors.end() ? std::string_view() : *found;
}

}  // namespace

std::string for_screen(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find(color_mark, at), text.size());
    out += printable_lines(text.substr(at, mark - at));
    if (mark == text.size()) break;
    at = mark + color_mark.size();
    const std::string_view color = color_at(text.substr(at));
    if (!color.empty()) out += "\033[" + std::string(color);
    at += color.size();
  }
  return out;
}

std::string for_screen_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t length = json[at] == '\n' ? 0 : acting_length(json, at);
    if (length == 0) {
      out += json[at++];
      continue;
    }
    // All of them are below U+10000: one unit of four digits.
    const std::string shown = printable(json.substr(at, length));  // <U+009B>
    out += "\\u" + shown.substr(3, 4);
    at += length;
  }
  return out;
}

}  // namespace accord::cli
