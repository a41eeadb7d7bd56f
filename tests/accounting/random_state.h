#pragma once

#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "rules/given.h"

/// Small random States: a few areas with reports of all kinds, corrections that fit and that do
/// not.
namespace accord::accounting::test {

inline std::string digits(int n, std::size_t width) {
  const std::string plain = std::to_string(n);
  return std::string(width - std::min(width, plain.size()), '0') + plain;
}
/// A day of June 2026.
inline std::string random_day() {
  return "202606" + digits(*rc::gen::inRange(1, 31), 2);
}
inline std::string random_weight(const std::string& label, const std::string& unit) {
  return label + ":" + std::to_string(*rc::gen::inRange(0, 50)) + "." +
         std::to_string(*rc::gen::inRange(0, 1000)) + unit + "#";
}
inline std::string random_weights() {
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return random_weight("610", "K") + random_weight("620", "K");
    case 1:
      return random_weight("630", "G") + random_weight("670", "G");
    case 2:
      return random_weight("700", "G");
    default:
      return random_weight("610", "K");
  }
}
inline std::string random_status() {
  const std::string status =
      *rc::gen::weightedElement<std::string>({{10, "N"}, {3, "C"}, {2, "D"}, {3, "A"}, {1, "U"}});
  if (status == "N" || status == "U" || *rc::gen::inRange(0, 12) == 0) return status;
  return status + "/" + *rc::gen::weightedElement<std::string>({{15, "ZZ"}, {1, "YY"}}) + ";" +
         std::to_string(*rc::gen::inRange(1, 6)) + "/" + std::to_string(*rc::gen::inRange(1, 6));
}

inline std::string random_entry(const std::string& kind) {
  const std::string batch = *rc::gen::element<std::string>("A", "B", "C");
  if (kind == "P") return item(batch, "N", random_weights(), random_status());
  if (kind == "M")
    return "309:" + random_status() + "#411:" +
           *rc::gen::element<std::string>("PB", "LD", "RD", "ND", "RALD", "BA", "PE", "MF") + "#" +
           random_weights();
  const std::string code = *rc::gen::element<std::string>("RD", "SD", "RF", "SF", "LD", "LN", "NP",
                                                          "ND", "DN", "RM", "RP", "DI", "EQ", "DQ");
  const std::string other = "ZZ/ZZ" + *rc::gen::element<std::string>("A1", "B1", "C1") + "#";
  std::string more;
  if (code[0] == 'R' && code != "RM" && code != "RP")
    more = "370:" + other + "447:" + *rc::gen::element<std::string>("A", "B", "UNKNOWN") + "#";
  if (code[0] == 'S') more = "372:" + other;
  return change(code, random_day(), batch, more + random_weights(), random_status());
}

struct RandomReport {
  std::string text, file;
};

inline std::vector<RandomReport> random_reports() {
  std::vector<RandomReport> out;
  for (const std::string mba : {"ZZA1", "ZZB1", "ZZC1"}) {  // NOLINT: small
    const int reports = *rc::gen::inRange(0, 6);
    for (int number = 1; number <= reports; ++number) {
      Given given{.mba = mba, .number = number, .date = random_day()};
      given.kind = *rc::gen::weightedElement<std::string>({{5, "I"}, {2, "P"}, {1, "M"}});
      const std::string begin = random_day(), end = random_day();
      given.period = given.kind == "P" ? end : std::min(begin, end) + "/" + std::max(begin, end);
      std::vector<std::string> entries;
      for (int i = *rc::gen::inRange(1, 6); i > 0; --i) entries.push_back(random_entry(given.kind));
      out.push_back({report_text(given, entries), mba + "-" + std::to_string(number) + ".txt"});
    }
  }
  return out;
}

inline State state_of(const std::vector<RandomReport>& reports) {
  State out;
  for (const RandomReport& r : reports) out.add(r.text, r.file);
  out.tables.notices.emplace();
  out.tables.special_reports.emplace();
  out.tables.assessment_day = day_of(2026, 12, 31);
  return out;
}

}  // namespace accord::accounting::test
