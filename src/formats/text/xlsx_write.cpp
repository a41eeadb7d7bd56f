#include "formats/text/xlsx_write.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <clocale>
#include <cstring>
#include <memory>
#include <optional>
#include <string>

#include "base/codes/parameter.h"
#include "base/date.h"
#include "formats/text/files.h"

namespace accord::formats {

namespace {

/// The library writes files only: this one stands in no folder, so that a killed call leaves none.
class MemoryFile {
 public:
  MemoryFile() : file_(::memfd_create("accord", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (made()) ::close(file_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] bool made() const { return file_ >= 0; }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

/// The library writes numbers as the locale of the process does, and a workbook has points only.
class PointsNotCommas {
 public:
  PointsNotCommas()
      : plain_(::newlocale(LC_ALL_MASK, "C", nullptr)), before_(::uselocale(plain_)) {}
  ~PointsNotCommas() {
    ::uselocale(before_);
    ::freelocale(plain_);
  }
  PointsNotCommas(const PointsNotCommas&) = delete;
  PointsNotCommas& operator=(const PointsNotCommas&) = delete;

 private:
  ::locale_t plain_, before_;  // of this thread only
};

/// The number, when a double keeps each of its digits.
std::optional<double> whole_number(const std::string& text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
  if (digits == 0 || digits > 15) return std::nullopt;
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, fault] = std::from_chars(text.data(), end, value);
  if (fault != std::errc() || stopped != end) return std::nullopt;
  return value;
}

/// The library leaves out a text that is too long for a cell; here it is cut, and says so.
std::string that_fits(const std::string& text) {
  constexpr std::size_t characters_max = 32'767;
  std::size_t characters = 0;
  for (std::size_t at = 0, last = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;  // inside a character
    if (++characters == characters_max) last = at;
    if (characters > characters_max) return text.substr(0, last) + "…";
  }
  return text;
}

void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                lxw_format* format) {
  worksheet_write_string(sheet, row, column, that_fits(text).c_str(), format);
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, CellType type,
                const std::string& text, lxw_format* as_day) {
  if (text.empty()) return;
  if (type == CellType::number)
    if (const auto value = whole_number(text)) {
      worksheet_write_number(sheet, row, column, *value, nullptr);
      return;
    }
  if (type == CellType::day)
    if (const auto day = parse_day(text)) {
      constexpr int days_before_1970 = 25569;  // day 1 of the form is 1900-01-01, with its leap day
      worksheet_write_number(sheet, row, column, days_before_1970 + day->number, as_day);
      return;
    }
  write_text(sheet, row, column, text, nullptr);
}

void fill(lxw_worksheet* sheet, const XlsxTable& table, lxw_format* heading, lxw_format* as_day) {
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(sheet, column, column, 14, nullptr);
    write_text(sheet, 0, column, table.columns[c].name, heading);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      write_cell(sheet, static_cast<lxw_row_t>(r + 1), column, table.columns[c].type,
                 table.rows[r][c], as_day);
  }
}

void fill(lxw_workbook* book, const std::vector<XlsxTable>& tables,
          const std::vector<std::pair<std::string, std::string>>& read_me) {
  lxw_format* heading = workbook_add_format(book);
  format_set_bold(heading);
  lxw_format* as_day = workbook_add_format(book);
  format_set_num_format(as_day, "yyyy-mm-dd");
  for (const XlsxTable& table : tables)
    fill(workbook_add_worksheet(book, table.name.c_str()), table, heading, as_day);
  lxw_worksheet* about = workbook_add_worksheet(book, "Read me");
  worksheet_set_column(about, 0, 0, 24, nullptr);
  worksheet_set_column(about, 1, 1, 100, nullptr);
  for (std::size_t r = 0; r < read_me.size(); ++r) {
    write_text(about, static_cast<lxw_row_t>(r), 0, read_me[r].first, heading);
    write_text(about, static_cast<lxw_row_t>(r), 1, read_me[r].second, nullptr);
  }
}

}  // namespace

Result<std::string> write_xlsx(const XlsxTable& table,
                               const std::vector<std::pair<std::string, std::string>>& read_me) {
  return write_xlsx(std::vector<XlsxTable>{table}, read_me);
}

Result<std::string> write_xlsx(const std::vector<XlsxTable>& tables,
                               const std::vector<std::pair<std::string, std::string>>& read_me) {
  constexpr std::size_t rows_max = 1'048'575;  // of the form, less the heading
  for (const XlsxTable& table : tables)
    if (table.rows.size() > rows_max)
      return fail("C011", "the table has more rows than a workbook can hold", table.name,
                  "choose one area or fewer days, or " + parameter("format") + " csv");
  const PointsNotCommas points;
  const MemoryFile file;
  lxw_workbook* book = file.made() ? workbook_new(file.path().c_str()) : nullptr;
  if (book == nullptr)
    return fail("E002", "the workbook cannot be made", std::strerror(errno),
                "look for room in memory");
  lxw_doc_properties properties{};
  properties.created = 1;  // a fixed time: same table, same bytes
  workbook_set_properties(book, &properties);
  fill(book, tables, read_me);
  const lxw_error error = workbook_close(book);
  auto bytes = file_bytes(file.path());
  if (error != LXW_NO_ERROR || !bytes)
    return fail("E002", std::string("the workbook cannot be made: ") + lxw_strerror(error),
                tables.front().name, "look for room in /tmp and in memory");
  return std::move(*bytes);
}

}  // namespace accord::formats
