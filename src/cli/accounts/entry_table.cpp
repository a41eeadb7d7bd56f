#include "cli/accounts/entry_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace accord::cli {

using accounting::Entry;
using accounting::EntryKind;
using accounting::Report;
using formats::CellType;

namespace {

/// Name, type and meaning of the columns before the weights.
struct Column {
  const char* name;
  CellType type;
  const char* meaning;
};

constexpr std::array<Column, 20> columns{{
    {"mba", CellType::text, "material balance area"},
    {"facility", CellType::text, "facility of the area"},
    {"report", CellType::number, "number of the report in the area"},
    {"type", CellType::text, "I inventory changes, P physical inventory, M material balance"},
    {"report_date", CellType::day, "day of the report: what it says is known from then on"},
    {"begin", CellType::day, "first day the report is about"},
    {"end", CellType::day, "last day, or the day of the inventory"},
    {"entry", CellType::number, "number of the accounting entry in its report, from 1"},
    {"status", CellType::text, "N new, C correction, D deletion, A addition, U ignored"},
    {"reference", CellType::text, "report/entry that a correction, deletion or addition names"},
    {"counts", CellType::text,
     "yes: it counts in the books; no: replaced, removed or ignored; in part: something of it "
     "cannot "
     "be read; not known: its status cannot"},
    {"date", CellType::day, "day of the change"},
    {"code", CellType::text, "inventory change or entry type"},
    {"batch", CellType::text, "name of the batch"},
    {"shipper", CellType::text, "country/area that shipped"},
    {"receiver", CellType::text, "country/area that received"},
    {"shipper_batch", CellType::text, "name the shipper gave the batch"},
    {"description", CellType::text, "physical form, chemical form, containment, quality"},
    {"basis", CellType::text, "where it was measured: N, L, M or T"},
    {"items", CellType::number, "number of items; 0 for bulk material"},
}};

std::string day(Day d) {
  return d == day_min ? std::string() : to_string(d);
}

std::string partner(const accounting::Partner& p) {
  if (p.country.empty()) return "";
  return p.code.empty() ? std::string(p.country) : fmt::format("{}/{}", p.country, p.code);
}

std::vector<std::string> cells_of(const Report& report, const Entry& e, const char* counts) {
  const accounting::Header& h = report.header;
  const auto letter = [](char c) { return c == 0 ? std::string() : std::string(1, c); };
  std::string description;
  for (const char c : e.description)
    if (c != 0) description += c;
  std::vector<std::string> row{
      std::string(h.mba),
      std::string(h.facility),
      std::to_string(h.number),
      letter(static_cast<char>(h.kind)),
      day(h.date),
      day(h.begin),
      day(h.end),
      std::to_string(e.number),
      letter(static_cast<char>(e.status)),
      e.reference ? fmt::format("{}/{}", e.reference.report, e.reference.entry) : std::string(),
      counts,
      day(e.date),
      accounting::to_string(e.code),
      std::string(e.batch),
      partner(e.shipper),
      partner(e.receiver),
      std::string(e.shipper_batch),
      std::move(description),
      letter(e.basis),
      report.find(e, 470) == nullptr ? "" : std::to_string(e.items)};
  for (const material::KindFacts& facts : material::kinds) {
    const accounting::Weight* weight = report.weight(e, facts.kind);
    row.push_back(weight == nullptr ? "" : exact(weight->mass, facts));
  }
  return row;
}

}  // namespace

formats::XlsxTable entry_table(const Ledger& ledger, std::string_view mba) {
  formats::XlsxTable table{"entries", {}, {}};
  for (const Column& column : columns) table.columns.push_back({column.name, column.type});
  for (const material::KindFacts& facts : material::kinds)
    table.columns.push_back({fmt::format("{} {} ({})", static_cast<int>(facts.kind), facts.name,
                                         facts.unit == material::MassUnit::gram ? "g" : "kg"),
                             CellType::number});
  std::unordered_map<const Entry*, const char*> counting;
  for (const accounting::EffectiveEntry& e : ledger.effective.entries) counting[e.entry] = "yes";
  for (const accounting::Gap& gap : ledger.books.gaps())
    if (gap.entry != nullptr) counting[gap.entry] = "in part";
  for (const accounting::EffectiveEntry& e : ledger.effective.doubtful)
    counting[e.entry] = "not known";
  for (const Report* report : ledger.effective.reports) {
    if (!mba.empty() && report->header.mba != mba) continue;
    for (const Entry& entry : report->entries) {
      if (entry.kind != EntryKind::accounting) continue;
      const auto counts = counting.find(&entry);
      table.rows.push_back(
          cells_of(*report, entry, counts == counting.end() ? "no" : counts->second));
    }
  }
  return table;
}

std::vector<std::pair<std::string, std::string>> entry_table_meanings() {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Column& column : columns) out.emplace_back(column.name, column.meaning);
  out.emplace_back("600 to 800", "weights as reported, in the unit of their column; exact");
  return out;
}

}  // namespace accord::cli
