#include "cli/print/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/printable.h"
#include "base/text.h"
#include "cli/print/screen.h"
#include "cli/print/table_layout.h"
#include "formats/text/defused.h"
#include "report/forms/markdown_text.h"

namespace accord::cli {

namespace {

constexpr std::array codes{"", "32", "31", "33", "2", "1"};

std::string csv_cell(const std::string& written, bool exact) {
  const std::string text = exact ? written : formats::defused(written);
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

std::string paint(std::string_view text, Tone tone, const Look& look) {
  if (!look.colored || tone == Tone::plain || text.empty()) return std::string(text);
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

std::string wrap(std::string_view text, std::size_t indent, std::size_t first, const Look& look) {
  return wrap(text, indent, first, look.prose_width());
}

std::string as_text(const Table& foreign, const Look& look) {
  Table table = foreign;  // what acts on a line is shown before the widths are counted
  for (auto& row : table.rows)
    for (std::string& cell : row) cell = printable(cell);
  const TableLayout layout(widths_of(table), table.numbers, look);
  std::string out = layout.row(table.columns, table.columns.size(), Tone::strong);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    out += layout.row(table.rows[i], table.toned,
                      i < table.tones.size() ? table.tones[i] : Tone::plain);
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
