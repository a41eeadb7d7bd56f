#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

/// A made-up State for benchmarks: its reports on disk, without a mistake, and the same movements
/// for the program ledger.
namespace accord::bench {

struct Written {
  std::uint64_t entries = 0, files = 0, bytes = 0;  ///< entries of inventory change reports
};

/// 200 areas (fewer below a million entries) with a report each month over two years, and an empty
/// inventory with its balance each December. In a group of entries, an import is rebatched and
/// shipped to the next area; what comes from the area before is received and discarded.
class StateWriter {
 public:
  StateWriter(std::filesystem::path folder, std::uint64_t entries)
      : folder_(std::move(folder)),
        areas_(std::clamp<std::uint64_t>(entries / 5000, 2, 200)),
        groups_(std::max<std::uint64_t>(entries / (group * areas_ * months), 1)) {}

  Written write() {
    std::filesystem::create_directories(folder_ / "reports");
    std::ofstream(folder_ / "notices.csv") << "direction,mba,batch,partner,date\n";
    std::ofstream(folder_ / "special_reports.csv") << "id,mba,batch,date,kind\n";
    for (std::uint64_t area = 0; area < areas_; ++area) write_area(area);
    return written_;
  }

  /// Three transactions for each group: import, transfer, discard.
  void write_ledger(const std::filesystem::path& file) const {
    std::ofstream out(file, std::ios::binary);
    for (std::uint64_t month = 0; month < months; ++month)
      for (std::uint64_t area = 0; area < areas_; ++area)
        for (std::uint64_t g = 0; g < groups_; ++g) {
          const std::string at = day(month, g % 28 + 1, "-");
          const std::string from = mba(area), to = mba((area + 1) % areas_);
          const std::string amount = "  " + grams(milligrams(g)) + " G\n    ";
          out << at << " import\n    " << from << amount << "abroad\n"
              << at << " transfer\n    " << to << amount << from << "\n"
              << at << " discard\n    discards" << amount << to << "\n";
        }
  }

 private:
  static constexpr std::uint64_t months = 24, group = 6;
  std::filesystem::path folder_;
  std::uint64_t areas_, groups_;
  Written written_;

  static std::string digits(std::uint64_t n, std::size_t width) {
    const std::string plain = std::to_string(n);
    return std::string(width - std::min(width, plain.size()), '0') + plain;
  }
  static std::string mba(std::uint64_t area) { return "Z" + digits(area, 3); }
  static std::string day(std::uint64_t month, std::uint64_t of_month, const char* between) {
    return std::to_string(2023 + month / 12) + between + digits(month % 12 + 1, 2) + between +
           digits(of_month, 2);
  }
  static std::string batch(const char* letter, std::uint64_t area, std::uint64_t month,
                           std::uint64_t g) {
    return letter + digits(area, 3) + "-" + digits(month, 2) + "-" + digits(g, 6);
  }
  static std::uint64_t milligrams(std::uint64_t g) { return 9000 + g * 7919 % 9000; }
  static std::string grams(std::uint64_t mg) {
    return std::to_string(mg / 1000) + "." + digits(mg % 1000, 3);
  }
  /// Three per cent of U-235.
  static std::string weights(std::uint64_t mg) {
    return "630:" + grams(mg) + "G#670:" + grams(mg / 100 * 3) + "G#";
  }

  void put(std::uint64_t area, std::uint64_t number, char kind, const std::string& text) {
    const std::string name = mba(area) + "-" + digits(number, 4) + "-" + kind + ".txt";
    std::ofstream(folder_ / "reports" / name, std::ios::binary) << text;
    ++written_.files;
    written_.bytes += text.size();
  }

  /// The labels that come first in each entry of one report.
  struct Head {
    std::string begin, end, total;
    std::uint64_t entry = 0;

    std::string next() {
      const std::string all = ++entry == 1 ? "/" + total : "";
      return begin + std::to_string(entry) + all + end;
    }
  };
  static Head head(std::uint64_t area, std::uint64_t number, char kind, const std::string& date,
                   const std::string& period, std::uint64_t entries, const char* status) {
    return {"001:OI/ZZ;" + std::to_string(number) + "#002:",
            "#003:" + date + "#006:DOE,J#010:" + kind + "#015:" + period + "#207:ZZ" +
                digits(area / 4, 2) + "#307:" + mba(area) + "#309:" + status + "#",
            std::to_string(entries)};
  }

  void write_area(std::uint64_t area) {
    std::uint64_t number = 1;
    put(area, number, 'P', head(area, number, 'P', "20221231", "20221231", 1, "U").next() + "\n");
    for (std::uint64_t month = 0; month < months; ++month) {
      write_changes(area, month, ++number);
      if (month % 12 == 11) write_inventory(area, month, number);
    }
  }

  void write_inventory(std::uint64_t area, std::uint64_t month, std::uint64_t& number) {
    const std::string end = day(month, 28, ""),
                      begin = month < 12 ? "20230101" : day(month - 12, 29, "");
    ++number;
    put(area, number, 'P', head(area, number, 'P', end, end, 1, "U").next() + "\n");
    std::uint64_t all = 0, fissile = 0;
    for (std::uint64_t g = 0; g < groups_; ++g) {
      all += 12 * milligrams(g);
      fissile += 12 * (milligrams(g) / 100 * 3);
    }
    ++number;
    Head line = head(area, number, 'M', end, begin + "/" + end, 8, "N");
    std::string text;
    for (const char* code : {"PB", "RF", "RD", "LD", "SD", "BA", "PE", "MF"}) {
      const bool moves = code[1] == 'F' ? code[0] == 'R' : code[1] == 'D';
      text += line.next() + "411:" + code + "#630:" + grams(moves ? all : 0) +
              "G#670:" + grams(moves ? fissile : 0) + "G#\n";
    }
    put(area, number, 'M', text);
  }

  void write_changes(std::uint64_t area, std::uint64_t month, std::uint64_t number) {
    const std::string here = mba(area), to = mba((area + 1) % areas_);
    const std::uint64_t before = (area + areas_ - 1) % areas_;
    Head entry = head(area, number, 'I', day(month, 28, ""),
                      day(month, 1, "") + "/" + day(month, 28, ""), groups_ * group, "N");
    std::string text;
    for (std::uint64_t g = 0; g < groups_; ++g) {
      const std::string date = day(month, g % 28 + 1, ""), b = batch("B", area, month, g),
                        c = batch("C", area, month, g), d = batch("D", area, month, g),
                        w = weights(milligrams(g));
      const auto add = [&](const char* code, const std::string& partners, const std::string& name,
                           const std::string& shippers, const char* basis) {
        text += entry.next() + "310:STATE-RECORD-" + digits(entry.entry, 8) + "#" + partners +
                "407:1#411:" + code + "#412:" + date + "#430:F/Q/G/B#435:Y#436:POWDER OF LINE " +
                digits(g % 7, 2) + "#446:" + name + "#" + shippers + "469:" + basis + "#470:1#" +
                w + "\n";
      };
      add("RF", "370:YY/YYB2#372:ZZ/" + here + "#", b, "447:Y" + b.substr(1) + "#", "N");
      add("RM", "", b, "", "T");
      add("RP", "", c, "", "M");
      add("SD", "370:ZZ/" + here + "#372:ZZ/" + to + "#", c, "", "T");
      add("RD", "370:ZZ/" + mba(before) + "#372:ZZ/" + here + "#", d,
          "447:" + batch("C", before, month, g) + "#", "N");
      add("LD", "", d, "", "T");
    }
    written_.entries += groups_ * group;
    put(area, number, 'I', text);
  }
};

}  // namespace accord::bench
