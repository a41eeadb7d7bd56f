#include <fmt/format.h>

#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include "formats/profiles/state.h"
#include "formats/text/sheet.h"

/// Tables of notices, special reports and uncertainties of a State.
namespace accord::formats {

namespace {

using accounting::StateTables;
using material::Kind;

constexpr std::array<std::string_view, 2> directions{"in", "out"};
constexpr std::array<std::string_view, 2> special_kinds{"LA", "GA"};
constexpr std::array<std::string_view, 2> uncertainty_kinds{"MUF", "SR"};

Sheet sheet_of(std::string_view bytes, std::string_view file, std::vector<Problem>& problems) {
  ReadTable read = read_csv(bytes, file);
  problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  return {std::move(read.table), problems};
}

std::optional<Kind> kind_of(Sheet& sheet, const Row& row, Sheet::Column column) {
  const std::string_view text = sheet.needed_text(row, column);
  if (text.empty()) return std::nullopt;
  std::uint16_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size() && material::is_kind(number))
    return Kind{number};
  sheet.report(row, column, "I011", "“" + std::string(text) + "” is not the label of a weight",
               "write the number of a label from 600 to 800, such as 630");
  return std::nullopt;
}

std::optional<material::Mass> grams(Sheet& sheet, const Row& row, Sheet::Column column) {
  const std::string_view text = sheet.needed_text(row, column);
  if (text.empty()) return std::nullopt;
  const auto parsed = material::parse_mass(text, material::MassUnit::gram);
  if (parsed.fault == material::MassFault::none && parsed.mass.micrograms >= 0) return parsed.mass;
  sheet.report(row, column, "I008", "“" + std::string(text) + "” is not a weight in grams",
               "write digits with a point, at most six of them after it");
  return std::nullopt;
}

std::optional<Decimal> share(Sheet& sheet, const Row& row, Sheet::Column column) {
  if (sheet.needed_text(row, column).empty()) return std::nullopt;
  return sheet.number(row, column);
}

}  // namespace

void read_notices(std::string_view bytes, std::string_view file, StateTables& tables,
                  std::vector<Problem>& problems) {
  Sheet sheet = sheet_of(bytes, file, problems);
  const auto direction = sheet.need("direction"), mba = sheet.need("mba"),
             batch = sheet.need("batch"), partner = sheet.need("partner"),
             date = sheet.need("date");
  if (!sheet.is_complete()) return;
  if (!tables.notices) tables.notices.emplace();
  for (const Row& row : sheet.rows()) {
    accounting::Notice notice;
    const auto way = sheet.word(row, direction, directions);
    notice.mba = sheet.needed_text(row, mba);
    notice.batch = sheet.needed_text(row, batch);
    notice.partner = sheet.text(row, partner);
    notice.date = sheet.day(row, date);
    if (!way || notice.mba.empty() || notice.batch.empty()) continue;
    notice.inward = *way == 0;
    tables.notices->push_back(std::move(notice));
  }
}

void read_special_reports(std::string_view bytes, std::string_view file, StateTables& tables,
                          std::vector<Problem>& problems) {
  Sheet sheet = sheet_of(bytes, file, problems);
  const auto id = sheet.need("id"), mba = sheet.need("mba"), batch = sheet.need("batch"),
             date = sheet.need("date"), kind = sheet.need("kind");
  if (!sheet.is_complete()) return;
  if (!tables.special_reports) tables.special_reports.emplace();
  sheet.order_by_id(id);
  for (const Row& row : sheet.rows()) {
    accounting::SpecialReport report;
    report.id = sheet.text(row, id);
    report.mba = sheet.needed_text(row, mba);
    report.batch = sheet.needed_text(row, batch);
    report.date = sheet.day(row, date);
    const auto code = sheet.word(row, kind, special_kinds);
    if (!code || report.id.empty() || report.mba.empty() || report.batch.empty()) continue;
    report.kind = accounting::code(special_kinds[*code]);
    tables.special_reports->push_back(std::move(report));
  }
}

void read_uncertainties(std::string_view bytes, std::string_view file, StateTables& tables,
                        std::vector<Problem>& problems) {
  Sheet sheet = sheet_of(bytes, file, problems);
  const auto kind = sheet.need("kind"), mba = sheet.need("mba"), label = sheet.need("label"),
             sigma = sheet.need("sigma_g"), shipper = sheet.need("u_shipper"),
             receiver = sheet.need("u_receiver");
  if (!sheet.is_complete()) return;
  std::map<std::tuple<std::size_t, std::string, material::Kind>, std::uint32_t> lines;
  for (const Row& row : sheet.rows()) {
    const auto of = sheet.word(row, kind, uncertainty_kinds);
    const std::string area(sheet.needed_text(row, mba));
    const auto weight = kind_of(sheet, row, label);
    if (!of) continue;
    if (weight && !area.empty()) {
      const auto [first, fresh] = lines.try_emplace({*of, area, *weight}, row.line);
      if (!fresh)
        sheet.report(
            row, label, "I014",
            fmt::format("{} of {} {} appears twice: first on line {}", uncertainty_kinds[*of], area,
                        static_cast<int>(*weight), first->second),
            "keep the row that is right");
    }
    if (*of == 0) {
      const auto value = grams(sheet, row, sigma);
      if (value && weight && !area.empty()) tables.muf.push_back({area, *weight, *value});
      continue;
    }
    const auto u_shipper = share(sheet, row, shipper), u_receiver = share(sheet, row, receiver);
    if (u_shipper && u_receiver && weight && !area.empty())
      tables.transfers.push_back({area, *weight, *u_shipper, *u_receiver});
  }
}

}  // namespace accord::formats
