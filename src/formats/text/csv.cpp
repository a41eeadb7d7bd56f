#include "formats/text/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "base/encoding.h"
#include "base/english.h"
#include "base/text.h"
#include "seal/sha256.h"

namespace accord::formats {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The text of a quoted cell, in which every quote is doubled.
std::string with_single_quotes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] == '"') ++at;
  }
  return out;
}

/// A first line for Excel alone: sep=; with or without quotes.
bool is_hint(std::string_view line) {
  if (line.starts_with('"') && line.ends_with('"')) line = line.substr(1, line.size() - 2);
  if (line.size() < 4 || line.size() > 6) return false;
  constexpr std::string_view word = "sep=";
  return std::equal(word.begin(), word.end(), line.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

constexpr std::pair<char, std::string_view> separators[] = {
    {',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "vertical bars"}};

std::string_view name_of(char separator) {
  for (const auto& [mark, name] : separators)
    if (mark == separator) return name;
  return {};
}

/// What a header separates its columns by, when that is not the separator; empty when it is.
std::string_view other_separator(std::string_view header, char separator) {
  std::size_t own = 0, counts[std::size(separators)]{};
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == separator) ++own;
    for (std::size_t i = 0; i < std::size(separators); ++i)
      counts[i] += c == separators[i].first ? 1U : 0U;
  }
  const auto most = std::max_element(std::begin(counts), std::end(counts));
  return *most > own ? separators[most - std::begin(counts)].second : std::string_view();
}

bool is_blank(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return trim(cell.text).empty(); });
}

class Reader {
 public:
  Reader(std::string_view bytes, std::string_view file, char separator)
      : bytes_(bytes), separator_(separator) {
    for (const char c : {separator, '\n', '\r', '"'}) stops_[static_cast<unsigned char>(c)] = true;
    out_.table.file = file;
    if (bytes_.substr(0, byte_order_mark.size()) == byte_order_mark)
      at_ = line_start_ = counted_ = byte_order_mark.size();
  }

  ReadTable read() &&;

 private:
  /// Reads the row that starts here, up to and including its line end. False: it has a problem,
  /// which is reported, and reading goes on with the line after the one where the problem began.
  bool read_row(Row& row);
  bool read_quoted(Cell& cell);
  bool read_plain(Cell& cell);
  /// The first row that is not blank; false when there is none that can be read.
  bool read_header(Row& header);
  bool check_header_line();
  void check_columns(const Row& row);
  void read_rows();

  [[nodiscard]] bool is_line_end(std::size_t at) const {
    return at >= bytes_.size() || bytes_[at] == '\n' ||
           (bytes_[at] == '\r' && at + 1 < bytes_.size() && bytes_[at + 1] == '\n');
  }
  [[nodiscard]] bool skip_empty_line();
  void skip_empty_lines() {
    while (at_ < bytes_.size() && skip_empty_line()) {
    }
  }
  void skip_line_end();
  void skip_rest_of_line();
  void start_line(std::size_t at);
  /// Character column of a place on the current line; places must not go back within a line.
  std::uint32_t column(std::size_t at);
  void report(const char* code, std::uint32_t line, std::uint32_t column, std::string message,
              std::string help) {
    out_.problems.push_back({Severity::error,
                             code,
                             std::move(message),
                             std::move(help),
                             out_.table.file,
                             {line, column, 1}});
  }

  std::string_view bytes_;
  char separator_;
  std::array<bool, 256> stops_{};  ///< what a cell without quotes ends at, or cannot hold
  ReadTable out_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_start_ = 0;
  std::size_t counted_ = 0;       ///< columns of the line are counted up to here
  std::uint32_t counted_to_ = 1;  ///< the column there
  bool foreign_ = false;          ///< some bytes are not UTF-8, which is reported
  bool returns_ = false;          ///< a carriage return alone is reported
};

void Reader::start_line(std::size_t at) {
  at_ = line_start_ = counted_ = at;
  counted_to_ = 1;
  ++line_;
}

std::uint32_t Reader::column(std::size_t at) {
  counted_to_ +=
      static_cast<std::uint32_t>(character_count(bytes_.substr(counted_, at - counted_)));
  counted_ = at;
  return counted_to_;
}

void Reader::skip_line_end() {
  if (at_ >= bytes_.size()) return;
  start_line(at_ + (bytes_[at_] == '\r' ? 2 : 1));
}

bool Reader::skip_empty_line() {
  if (!is_line_end(at_)) return false;
  skip_line_end();
  return true;
}

void Reader::skip_rest_of_line() {
  const std::size_t end = bytes_.find('\n', at_);
  if (end == std::string_view::npos)
    at_ = bytes_.size();
  else
    start_line(end + 1);
}

bool Reader::read_plain(Cell& cell) {
  const std::size_t start = at_;
  for (;; ++at_) {
    while (at_ < bytes_.size() && !stops_[static_cast<unsigned char>(bytes_[at_])]) ++at_;
    if (at_ == bytes_.size()) break;
    const char c = bytes_[at_];
    if (c == separator_ || c == '\n') break;
    if (c == '"') {
      report(
          "I003", line_, column(at_), "a quote is inside a cell that does not start with one",
          "put the whole cell in quotes and write each quote inside it twice: \"say \"\"yes\"\"\"");
      return false;
    }
    if (c == '\r') {
      if (is_line_end(at_)) break;
      if (!std::exchange(returns_, true))
        report("I002", line_, column(at_), "a carriage return is without a line feed",
               "save the file with lines that end in LF or CR LF");
      return false;
    }
  }
  cell.text = bytes_.substr(start, at_ - start);
  return true;
}

bool Reader::read_quoted(Cell& cell) {
  const std::size_t opening = at_++;
  const std::size_t opening_line_start = line_start_;
  const auto broken = [&](std::uint32_t line, std::uint32_t place, std::string message,
                          std::string help) {
    report("I003", line, place, std::move(message), std::move(help));
    at_ = opening;  // the lines it swallowed are read on their own: they may have problems too
    line_ = cell.line;
    line_start_ = opening_line_start;
    return false;
  };
  bool doubled = false;
  for (;;) {
    const std::size_t quote = bytes_.find('"', at_);
    if (quote == std::string_view::npos)
      return broken(cell.line, cell.column, "the quote that opens here is never closed",
                    "close the cell with a quote; write a quote inside it twice");
    for (std::size_t end = bytes_.find('\n', at_); end < quote; end = bytes_.find('\n', end + 1))
      start_line(end + 1);
    at_ = quote + 1;
    if (at_ >= bytes_.size() || bytes_[at_] != '"') break;
    doubled = true;
    ++at_;
  }
  cell.text = bytes_.substr(opening + 1, at_ - opening - 2);
  if (doubled) cell.text = out_.table.rewritten.emplace_back(with_single_quotes(cell.text));
  if (is_line_end(at_) || bytes_[at_] == separator_) return true;
  return broken(line_, column(at_),
                fmt::format("text follows the quote that closes the cell begun at {}:{}", cell.line,
                            cell.column),
                "end the cell after its closing quote; write a quote inside it twice");
}

bool Reader::read_row(Row& row) {
  const std::size_t start = at_;
  row.line = line_;
  for (;;) {
    Cell& cell = row.cells.emplace_back();
    cell.line = line_;
    cell.column = column(at_);
    const bool quoted = at_ < bytes_.size() && bytes_[at_] == '"';
    if (!(quoted ? read_quoted(cell) : read_plain(cell))) {
      skip_rest_of_line();
      return false;
    }
    if (is_line_end(at_)) break;
    ++at_;
  }
  const std::string_view text = bytes_.substr(start, at_ - start);
  skip_line_end();
  if (foreign_ && (invalid_utf8_at(text) || text.find('\0') != text.npos)) return false;
  row.bytes = text;
  return true;
}

bool Reader::check_header_line() {
  const auto line = [&] {
    const std::string_view rest = bytes_.substr(at_);
    return trim(rest.substr(0, rest.find('\n')));
  };
  if (is_hint(line())) {
    report("I001", line_, 1, "the first line is a hint for Excel, not the header", "delete it");
    skip_rest_of_line();
    skip_empty_lines();
  }
  const std::string_view other = other_separator(line(), separator_);
  if (other.empty()) return true;
  report("I006", line_, 1,
         fmt::format("the columns are separated by {}, not by {}", other, name_of(separator_)),
         separator_ == ',' ? "separate columns by commas, and write numbers with a point"
                           : "correct the key separator of the table in accord.toml");
  return false;
}

bool Reader::read_header(Row& header) {
  for (skip_empty_lines(); at_ < bytes_.size(); skip_empty_lines()) {
    if (!check_header_line()) return false;
    header.cells.clear();
    if (!read_row(header)) return false;
    if (!is_blank(header)) return true;
  }
  report("I001", 1, 1, "the table is empty", "begin the table with a line of column names");
  return false;
}

void Reader::check_columns(const Row& row) {
  std::unordered_set<std::string_view> seen;
  for (const Cell& cell : row.cells)
    if (!cell.text.empty() && !seen.insert(cell.text).second)
      report("I005", cell.line, cell.column,
             fmt::format("the column “{}” appears twice", cell.text),
             "give each column a name of its own");
}

void Reader::read_rows() {
  Table& table = out_.table;
  while (at_ < bytes_.size()) {
    if (skip_empty_line()) continue;
    Row row;
    row.cells.reserve(table.columns.size());
    if (!read_row(row) || is_blank(row)) continue;
    if (row.cells.size() == table.columns.size()) {
      table.rows.push_back(std::move(row));
      continue;
    }
    const bool more = row.cells.size() > table.columns.size();
    report("I004", row.line, 1,
           fmt::format("the row has {}, the header has {}", counted(row.cells.size(), "cell"),
                       table.columns.size()),
           more ? "put a cell that holds a comma in quotes: \"one, two\""
                : "write one cell for each column; a cell that is not known stays empty");
  }
}

ReadTable Reader::read() && {
  Table& table = out_.table;
  table.sha256 = seal::sha256_hex(bytes_);
  if (const auto fault = foreign_format(bytes_)) {
    out_.problems.push_back(fault->problem("I002", table.file));
    return std::move(out_);
  }
  if (const auto fault = foreign_byte(bytes_)) {
    out_.problems.push_back(fault->problem("I002", table.file));
    foreign_ = true;
  }
  Row header;
  if (!read_header(header)) return std::move(out_);
  check_columns(header);
  table.heads = std::move(header.cells);
  for (const Cell& cell : table.heads) table.columns.emplace_back(cell.text);
  table.rows.reserve(static_cast<std::size_t>(std::count(bytes_.begin(), bytes_.end(), '\n')));
  read_rows();
  return std::move(out_);
}

}  // namespace

std::size_t Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return static_cast<std::size_t>(found - columns.begin());
}

ReadTable read_csv(std::string_view bytes, std::string_view file, char separator) {
  return Reader(bytes, file, separator).read();
}

std::string csv_line(std::span<const std::string> cells) {
  const auto line = [&](std::string_view quoted) {
    std::string out;
    for (const std::string& cell : cells) {
      if (&cell != cells.data()) out += ',';
      const bool quote = cell.find_first_of(quoted) != std::string::npos ||
                         (cell.empty() && cells.size() == 1) || cell.starts_with(byte_order_mark);
      if (!quote) {
        out += cell;
        continue;
      }
      out += '"';
      for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
      out += '"';
    }
    return out;
  };
  std::string out = line(",\"\r\n");
  // A header that would be taken for one of another separator.
  if (!other_separator(out, ',').empty()) out = line(",;|\t\"\r\n");
  return out + '\n';
}

}  // namespace accord::formats
