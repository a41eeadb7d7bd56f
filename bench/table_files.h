#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "books_files.h"

namespace accord::bench {

/// A made-up State whose reports are tables of Euratom, without a mistake in its lines of the book:
/// an opening list of each area, then a report a month over two years. Of ten lines nine are
/// discards of natural uranium of four obligations, and one belongs to a pair of D and A that
/// corrects a line of the month before; each report ends with the lines of the book.
class TableWriter {
 public:
  TableWriter(std::filesystem::path folder, std::uint64_t entries)
      : folder_(std::move(folder)),
        areas_(std::clamp<std::uint64_t>(entries / 5000, 2, 200)),
        lines_(std::max<std::uint64_t>(entries / (areas_ * months), 20)) {}

  Written write() {
    std::filesystem::create_directories(folder_ / "reports");
    std::ofstream(folder_ / "state.json")
        << R"({"country": "ZZ", "profile": "euratom-302-2005"})" << '\n';
    for (std::uint64_t area = 0; area < areas_; ++area) write_area(area);
    return written_;
  }

 private:
  static constexpr std::uint64_t months = 24, tenth = 10, obligations = 4;
  static constexpr std::uint64_t opening_grams = 1'000'000'000;
  std::filesystem::path folder_;
  std::uint64_t areas_, lines_;
  Written written_;

  static std::string digits(std::uint64_t n, std::size_t width) {
    const std::string plain = std::to_string(n);
    return std::string(width - std::min(width, plain.size()), '0') + plain;
  }
  static std::string mba(std::uint64_t area) { return "Z" + digits(area, 3); }
  static std::string day(std::uint64_t month, std::uint64_t of_month) {
    return digits(of_month, 2) + digits(month % 12 + 1, 2) + std::to_string(2023 + month / 12);
  }
  static std::string obligation(std::uint64_t i) { return "A" + std::to_string(i % obligations); }

  void put(std::uint64_t area, std::uint64_t number, char kind, const std::string& columns,
           const std::vector<std::string>& rows) {
    const std::string count = std::to_string(rows.size());
    std::string text = "mba,report_type,report_number,line_count,line,reporting_person," + columns;
    for (std::size_t i = 0; i < rows.size(); ++i)
      text += mba(area) + "," + kind + "," + std::to_string(number) + "," + count + "," +
              std::to_string(i + 1) + ",DOE J," + rows[i] + "\n";
    const std::string name = mba(area) + "-" + digits(number, 4) + "-" + kind + ".csv";
    std::ofstream(folder_ / "reports" / name, std::ios::binary) << text;
    ++written_.files;
    written_.bytes += text.size();
    if (kind == 'I') written_.entries += rows.size();
  }

  void write_area(std::uint64_t area) {
    std::vector<std::string> items;
    for (std::uint64_t i = 0; i < obligations; ++i)
      items.push_back("10012023,31122022," + std::to_string(i + 1) + ",NAT" + std::to_string(i) +
                      ",1,M,U6,C,F,1,N," + std::to_string(opening_grams) + "," + obligation(i));
    put(area, 1, 'P',
        "report_date,pit_date,item_id,batch,kmp,measurement,material_form,container,state,items,"
        "element_category,element_weight,obligation\n",
        items);
    std::vector<std::uint64_t> book(obligations, opening_grams);
    for (std::uint64_t month = 0; month < months; ++month) write_month(area, month, book);
  }

  /// The weight that the line of a month first states, and the one that it is corrected to.
  static std::uint64_t grams(std::uint64_t line) { return 100 + line * 7919 % 900; }

  void write_month(std::uint64_t area, std::uint64_t month, std::vector<std::uint64_t>& book) {
    const std::string head = day(month, 28) + "," + day(month, 1) + "," + day(month, 28) + ",";
    const auto discard = [&](std::uint64_t of_month, std::uint64_t i, std::uint64_t weight) {
      return "TE," + day(of_month, 1 + i % 27) + ",B" + digits(of_month, 2) + "-" + digits(i, 8) +
             ",1,M,WL,O,N,0,N," + std::to_string(weight) + "," + obligation(i);
    };
    std::vector<std::string> rows;
    const std::uint64_t corrected = month == 0 ? 0 : lines_ / (2 * tenth);
    for (std::uint64_t i = 0; i < lines_ - 2 * corrected; ++i) {
      rows.push_back(head + std::to_string(i + 1) + "," + discard(month, i, grams(i)) + ",,,,");
      book[i % obligations] -= grams(i);
    }
    for (std::uint64_t i = 0; i < corrected; ++i) {
      const std::string of = std::to_string(month + 1) + "," + std::to_string(i + 1);
      const std::string id = std::to_string(lines_ + i + 1);
      rows.push_back(head + id + ",,,,,,,,,,,,,D," + of + ",1");
      rows.push_back(head + id + "," + discard(month - 1, i, grams(i) + 1) + ",A," + of + ",");
      book[i % obligations] -= 1;
    }
    for (std::uint64_t i = 0; i < obligations; ++i)
      rows.push_back(head + "1,BA," + day(month, 28) + ",,&,,,,,,N," + std::to_string(book[i]) +
                     "," + obligation(i) + ",,,,");
    put(area, month + 2, 'I',
        "report_date,start,end,transaction_id,ic_code,accounting_date,batch,kmp,measurement,"
        "material_form,container,state,items,element_category,element_weight,obligation,"
        "correction,previous_report,previous_line,previous_crc\n",
        rows);
  }
};

}  // namespace accord::bench
