#include "chart/text_width.h"

#include <array>
#include <cstdint>

#include "base/text.h"

namespace accord::chart {

namespace {

// Thousandths of the font size, from the published metrics of Helvetica, from space to tilde.
constexpr std::array<std::uint16_t, 95> widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr double reserve = 1.15;
constexpr unsigned other_width = 700;

}  // namespace

double text_width(std::string_view text, double size) {
  unsigned long sum = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8_length(text, at)) {
    const auto byte = static_cast<unsigned char>(text[at]);
    sum += byte >= 0x20 && byte < 0x7F ? widths[byte - 0x20U] : other_width;
  }
  return static_cast<double>(sum) * size * reserve / 1000.0;
}

std::vector<std::string> wrap(std::string_view text, double size, double width) {
  std::vector<std::string> lines;
  for (const std::string_view word : split(text, " ")) {
    if (word.empty()) continue;
    if (!lines.empty()) {
      const std::string longer = lines.back() + ' ' + std::string(word);
      if (text_width(longer, size) <= width) {
        lines.back() = longer;
        continue;
      }
    }
    lines.emplace_back(word);
  }
  return lines;
}

std::string shorten(std::string_view text, double size, double width) {
  if (text_width(text, size) <= width) return std::string(text);
  const double room = width - text_width("…", size);
  std::size_t end = 0;
  while (end < text.size() &&
         text_width(text.substr(0, end + utf8_length(text, end)), size) <= room)
    end += utf8_length(text, end);
  return std::string(trim(text.substr(0, end))) + "…";
}

}  // namespace accord::chart
