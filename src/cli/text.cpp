#include "cli/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/printable.h"
#include "base/text.h"
#include "cli/defused.h"
#include "cli/screen.h"
#include "report/markdown_text.h"

namespace accord::cli {

namespace {

constexpr std::array codes{"", "32", "31", "33", "2", "1"};

std::string pad(const std::string& text, std::size_t width) {
  const std::size_t shown = shown_width(text);
  return shown < width ? text + std::string(width - shown, ' ') : text;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string csv_cell(const std::string& written, bool exact) {
  const std::string text = exact ? written : defused(written);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::vector<std::size_t> widths_of(const Table& table) {
  std::vector<std::size_t> widths;
  for (const std::string& column : table.columns) widths.push_back(character_count(column));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], character_count(row[i]));
  return widths;
}

}  // namespace

std::string paint(std::string_view text, Tone tone, bool colored) {
  if (!colored || tone == Tone::plain || text.empty()) return std::string(text);
  return fmt::format("{}{}m{}{}0m", color_mark, codes.at(static_cast<std::size_t>(tone)), text,
                     color_mark);
}

std::size_t shown_width(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with(color_mark))
      i = std::min(text.find('m', i), text.size());
    else
      plain += text[i];
  }
  return character_count(plain);
}

std::string wrap(std::string_view text, std::size_t indent, std::size_t first, std::size_t width) {
  std::string out;
  std::size_t column = first;
  bool is_start = true;
  std::string one_line(text);
  for (std::size_t i = 0; i + 1 < one_line.size(); ++i)
    if (one_line[i] == '\n') one_line[i] = ' ';  // else a title could look like lines of the answer
  for (const std::string_view word : split(one_line, " ")) {
    const std::size_t length = shown_width(word);
    if (!is_start && column + 1 + length > width) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!is_start) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
    is_start = false;
  }
  return out;
}

std::string as_text(const Table& foreign, bool colored) {
  Table table = foreign;  // what acts on a line is shown before the widths are counted
  for (auto& row : table.rows)
    for (std::string& cell : row) cell = printable(cell);
  const std::vector<std::size_t> widths = widths_of(table);
  std::size_t taken = 0;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) taken += widths[i] + 2;
  // Even a narrow last column keeps room for a few words.
  const std::size_t width = std::max(width_max, taken + 20);
  const auto line = [&](const std::vector<std::string>& cells, Tone tone, bool heading) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool is_last = i + 1 == cells.size();
      std::string cell = is_last ? wrap(cells[i], taken, taken, width) : cells[i];
      cell = paint(cell, heading ? Tone::strong : i == table.toned ? tone : Tone::plain, colored);
      out += is_last ? cell : pad(cell, widths[i] + 2);
    }
    return without_trailing_blanks(out) + "\n";
  };
  std::string out = line(table.columns, Tone::plain, true);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    out += line(table.rows[i], i < table.tones.size() ? table.tones[i] : Tone::plain, false);
  return out;
}

std::string as_csv(const Table& table, bool exact) {
  std::string out;
  const auto line = [&out, exact](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      out += (i > 0 ? "," : "") + csv_cell(cells[i], exact);
    out += "\n";
  };
  line(table.columns);
  for (const auto& row : table.rows) line(row);
  return out;
}

std::string as_markdown(const Table& table) {
  std::string out;
  const auto line = [&out](const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) out += "| " + report::markdown_text(cell) + " ";
    out += "|\n";
  };
  line(table.columns);
  line(std::vector<std::string>(table.columns.size(), "---"));
  for (const auto& row : table.rows) line(row);
  return out;
}

}  // namespace accord::cli
