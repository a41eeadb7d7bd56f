#include "cli/print/table_layout.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace accord::cli {

namespace {

constexpr std::size_t gap = 2;         ///< blanks between two columns
constexpr std::size_t last_min = 20;   ///< even a narrow last column keeps room for a few words
constexpr std::size_t column_min = 8;  ///< of the others, when the terminal is too narrow for all

std::size_t before_last(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end() - 1, (widths.size() - 1) * gap);
}

/// Takes from the widest column, again and again, until the rest leaves room for the last one.
void narrow(std::vector<std::size_t>& widths, std::size_t columns) {
  const std::size_t last = std::min(widths.back(), last_min);
  while (before_last(widths) + last > columns) {
    const auto widest = std::max_element(widths.begin(), widths.end() - 1);
    if (*widest <= column_min) return;
    --*widest;
  }
}

/// The next part of the text that fits, broken at a blank, or within a word that is too long: there
/// after a sign between its parts, if it has one.
std::string_view take_part(std::string_view& text, std::size_t width) {
  std::size_t at = 0, count = 0, blank = std::string_view::npos, sign = blank;
  while (at < text.size() && count < width) {
    if (text[at] == ' ' && at > 0) blank = at;
    if (at > 0 && std::string_view("_-/").find(text[at - 1]) != std::string_view::npos) sign = at;
    at += utf8_length(text, at);
    ++count;
  }
  const bool fits = at == text.size() || text[at] == ' ';
  if (!fits && blank != std::string_view::npos)
    at = blank;
  else if (!fits && sign != std::string_view::npos)
    at = sign;
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return part;
}

std::vector<std::string_view> parts_of(std::string_view text, std::size_t width) {
  std::vector<std::string_view> out;
  do out.push_back(take_part(text, std::max<std::size_t>(width, 1)));
  while (!text.empty());
  return out;
}

std::string pad(std::string text, std::size_t width) {
  const std::size_t shown = shown_width(text);
  if (shown < width) text.append(width - shown, ' ');
  return text;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

TableLayout::TableLayout(std::vector<std::size_t> widths, std::vector<bool> numbers,
                         const Look& look)
    : widths_(std::move(widths)), numbers_(std::move(numbers)), look_(look) {
  numbers_.resize(widths_.size());
  if (look_.columns && !widths_.empty()) narrow(widths_, *look_.columns);
}

std::string TableLayout::row(const std::vector<std::string>& cells, std::size_t toned,
                             Tone tone) const {
  if (cells.empty()) return "\n";
  const std::size_t taken = before_last(widths_);
  const std::size_t width = std::max(look_.table_width(), taken + last_min);
  std::vector<std::vector<std::string_view>> parts;
  std::size_t lines = 1;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    parts.push_back(parts_of(cells[i], widths_[i]));
    lines = std::max(lines, parts.back().size());
  }
  const std::string last = wrap(cells.back(), 0, 0, width - taken);
  parts.push_back(split(last, "\n"));
  lines = std::max(lines, parts.back().size());
  std::string out;
  for (std::size_t n = 0; n < lines; ++n) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view part = n < parts[i].size() ? parts[i][n] : std::string_view();
      const bool is_toned = toned >= cells.size() || i == toned;
      std::string cell = paint(part, is_toned ? tone : Tone::plain, look_);
      const std::size_t shown = shown_width(cell);
      if (numbers_[i] && shown < widths_[i]) cell.insert(0, widths_[i] - shown, ' ');
      line += i + 1 == cells.size() ? cell : pad(std::move(cell), widths_[i] + gap);
    }
    out += without_trailing_blanks(std::move(line)) + "\n";
  }
  return out;
}

std::string fitted(std::string_view text, const Look& look) {
  if (!look.columns) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    out += shown_width(line) <= *look.columns || indent + last_min > *look.columns
               ? std::string(line)
               : std::string(indent, ' ') +
                     wrap(line.substr(indent), indent + gap, indent, *look.columns);
    if (end < text.size()) out += '\n';
    at = end + 1;
  }
  return out;
}

}  // namespace accord::cli
