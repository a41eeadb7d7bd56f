#include "formats/measured/target_values.h"

#include <fmt/format.h>

#include <optional>

#include "formats/text/sheet.h"

namespace accord::formats {

namespace {

constexpr std::string_view unit_words[] = {"fraction", "kg"};

class TargetReader {
 public:
  TargetReader(Sheet& sheet, ReadTargetValues& out) : sheet_(sheet), out_(out) {}

  void read() {
    for (const auto& [column, name] : {std::pair(&edition_, "edition"),
                                       {&method_, "method"},
                                       {&material_, "material"},
                                       {&quantity_, "quantity"},
                                       {&u_r_, "u_r"},
                                       {&u_s_, "u_s"},
                                       {&unit_, "unit"},
                                       {&page_, "source_page"},
                                       {&by_, "verified_by"},
                                       {&on_, "verified_on"}})
      *column = sheet_.need(name);
    if (!sheet_.is_complete()) return;
    for (const Row& row : sheet_.rows()) read_row(row);
  }

 private:
  Sheet& sheet_;
  ReadTargetValues& out_;
  Sheet::Column edition_ = 0, method_ = 0, material_ = 0, quantity_ = 0, u_r_ = 0, u_s_ = 0,
                unit_ = 0, page_ = 0, by_ = 0, on_ = 0;

  /// False when the cell is filled and holds no error: a number that is not below 0.
  bool number(const Row& row, Sheet::Column column, std::optional<double>& target) {
    target = sheet_.real(row, column);
    if (target.value_or(0) < 0) {
      sheet_.report(row, column, "I008",
                    fmt::format("“{}” is below 0; an error is not", sheet_.text(row, column)),
                    "write the size of the error, or leave the cell empty if it is not known");
      target.reset();
    }
    return target || sheet_.text(row, column).empty();
  }

  void read_row(const Row& row) {
    measurement::TargetValue value;
    bool whole = true;
    for (const auto& [column, text] : {std::pair(edition_, &value.edition),
                                       {method_, &value.method},
                                       {material_, &value.material},
                                       {quantity_, &value.quantity},
                                       {page_, &value.source_page}}) {
      *text = sheet_.needed_text(row, column);
      whole = whole && !text->empty();
    }
    whole = number(row, u_r_, value.u_random) && whole;
    whole = number(row, u_s_, value.u_systematic) && whole;
    const auto unit = sheet_.word(row, unit_, unit_words);
    value.verified_by = sheet_.text(row, by_);
    const bool day_there = !sheet_.text(row, on_).empty();
    const auto day = sheet_.day(row, on_);
    if (day) value.verified_on = to_string(*day);
    if (!whole || !unit || (day_there && !day)) return;
    value.unit = unit_words[*unit];
    value.row = out_.values.size();
    out_.values.push_back(std::move(value));
    out_.lines.push_back(row.line);
  }
};

}  // namespace

ReadTargetValues read_target_values(std::string_view bytes, std::string_view file) {
  ReadTargetValues out;
  ReadTable table = read_csv(bytes, file);
  out.problems = std::move(table.problems);
  Sheet sheet(std::move(table.table), out.problems);
  TargetReader(sheet, out).read();
  sort_problems(out.problems);
  return out;
}

}  // namespace accord::formats
