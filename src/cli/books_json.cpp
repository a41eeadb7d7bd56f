#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/accounts.h"
#include "cli/all_commands.h"
#include "cli/answer.h"
#include "cli/envelope_json.h"
#include "cli/text.h"

namespace accord::cli {

using material::KindFacts;

Answer printed(const Request& request, const Command& command, const Table& table, Json data) {
  Answer answer;
  if (request.json())
    answer.body = envelope(command.name, std::move(data));
  else if (request.format == Format::csv)
    answer.body = as_csv(table);
  else
    answer.body = as_text(table, request.colored);
  return answer;
}

namespace {

/// The day asked about, else the last day that a report speaks of.
Day day_of(const Request& request, const Ledger& ledger) {
  if (request.on) return *request.on;
  Day last = day_min;
  for (const accounting::Report* r : ledger.effective.reports) last = std::max(last, r->header.end);
  return last;
}

Answer inventory(const Request& request) {
  const OpenedLedger opened = open_ledger(books_inventory, request);
  if (!opened) return opened.refusal;
  const auto areas = areas_of(*opened.ledger, request);
  if (!areas) return refuse(books_inventory, request, areas.error());
  const Day day = day_of(request, *opened.ledger);
  Table table{{"mba", "day", "material", "unit", "book"}, {}, {}};
  Json data{{"day", to_string(day)}, {"books", Json::array()}, {"no_figure", Json::array()}};
  std::string remarks;
  for (const std::string_view mba : *areas) {
    const auto first = opened->books.first_day(mba);
    if (!first || day < *first) {
      data["no_figure"].push_back(mba);
      remarks += first ? fmt::format("{} has no figure on {}: its accounts begin on {}\n", mba,
                                     to_string(day), to_string(*first))
                       : fmt::format("{} has no figure: no inventory or change is known\n", mba);
      continue;
    }
    const accounting::Amounts book = opened->books.on(mba, day);
    for (const KindFacts& facts : material::kinds) {
      const material::MassSum amount = accounting::at(book, facts.kind);
      if (!facts.balanced || amount == material::MassSum()) continue;
      table.rows.push_back({std::string(mba), to_string(day), words_of(facts),
                            std::string(1, static_cast<char>(facts.unit)), exact(amount, facts)});
      data["books"].push_back({{"mba", mba},
                               {"label", static_cast<int>(facts.kind)},
                               {"material", facts.name},
                               {"unit", std::string(1, static_cast<char>(facts.unit))},
                               {"amount", exact(amount, facts)}});
    }
  }
  Answer answer = printed(request, books_inventory, table, std::move(data));
  answer.messages = std::move(remarks);
  return answer;
}

Answer movements(const Request& request) {
  const OpenedLedger opened = open_ledger(books_movements, request);
  if (!opened) return opened.refusal;
  if (const auto areas = areas_of(*opened.ledger, request); !areas)
    return refuse(books_movements, request, areas.error());
  Table table{{"mba", "day", "code", "batch", "material", "unit", "amount", "place"}, {}, {}};
  Json data{{"movements", Json::array()}};
  for (const accounting::EffectiveEntry& e : opened->effective.entries) {
    const accounting::Header& h = e.report->header;
    if (h.kind != accounting::ReportKind::icr) continue;
    if (!request.mba.empty() && h.mba != request.mba) continue;
    if (request.from && e.entry->date < *request.from) continue;
    if (request.to && e.entry->date > *request.to) continue;
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const accounting::Weight& w = e.source->weights[e.entry->weights + i];
      const KindFacts& facts = material::facts(w.kind);
      const std::string code = accounting::to_string(e.entry->code);
      const std::uint32_t line = e.source->place(e.source->elements[e.entry->elements]).line;
      table.rows.push_back({std::string(h.mba), to_string(e.entry->date), code,
                            std::string(e.entry->batch), words_of(facts),
                            std::string(1, static_cast<char>(facts.unit)), exact(w.mass, facts),
                            fmt::format("{}:{}", e.source->file, line)});
      data["movements"].push_back({{"mba", h.mba},
                                   {"day", to_string(e.entry->date)},
                                   {"code", code},
                                   {"batch", e.entry->batch},
                                   {"label", static_cast<int>(facts.kind)},
                                   {"unit", std::string(1, static_cast<char>(facts.unit))},
                                   {"amount", exact(w.mass, facts)},
                                   {"sign", opened->signs.of(e.entry->code, w.kind)},
                                   {"report", h.number},
                                   {"file", e.source->file},
                                   {"line", line}});
    }
  }
  return printed(request, books_movements, table, std::move(data));
}

constexpr std::array day_flags{Flag::workspace, Flag::on, Flag::known, Flag::mba};
constexpr std::array period_flags{Flag::workspace, Flag::known, Flag::from, Flag::to, Flag::mba};
constexpr std::array formats{Format::text, Format::json, Format::csv};

constexpr std::string_view inventory_schema = R"({
  "type": "object", "required": ["day", "books", "no_figure"],
  "properties": {"day": {"$ref": "#/$defs/day"}, "no_figure": {"type": "array", "items": {"type": "string"}},
    "books": {"type": "array", "items": {"type": "object",
    "required": ["mba", "label", "material", "unit", "amount"], "properties": {"amount": {"type": "string"}}}}}
})";
constexpr std::string_view movements_schema = R"({
  "type": "object", "required": ["movements"],
  "properties": {"movements": {"type": "array", "items": {"type": "object",
    "required": ["mba", "day", "code", "batch", "label", "unit", "amount", "sign", "report", "file", "line"],
    "properties": {"day": {"$ref": "#/$defs/day"}}}}}
})";
}  // namespace

const Command books_inventory{
    .name = "books inventory",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "The book inventory of each area, by material",
    .text =
        "The list of the last inventory on or before the day, and every effective change after it, "
        "corrections applied. With --known as it was known on that day: only reports dated on or "
        "before it take part. Weights are exact; G grams, K kilograms. An area without an "
        "inventory "
        "or change on or before the day has no figure, which is said, and is not zero.",
    .flags = day_flags,
    .formats = formats,
    .example = "accord books inventory examples/state/clean --on 2024-06-30 --known 2024-08-01",
    .schema = inventory_schema,
    .run = inventory,
    .arguments_are = Words::files};

const Command books_movements{
    .name = "books movements",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "The inventory changes that count, with the file and line of each",
    .text =
        "Effective entries of inventory change reports: corrections are applied, what was "
        "corrected or deleted is left out.",
    .flags = period_flags,
    .formats = formats,
    .example =
        "accord books movements examples/state/clean --mba ZZF2 --from 2024-01-01 --format csv",
    .schema = movements_schema,
    .run = movements,
    .arguments_are = Words::files};

}  // namespace accord::cli
