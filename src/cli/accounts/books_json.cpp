#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "accounting/reports/entry_lines.h"
#include "cli/accounts/accounts.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/unread.h"
#include "cli/print/text.h"

namespace accord::cli {

using material::KindFacts;

namespace {

/// Undated changes are of a day that cannot be read: of any.
bool is_asked(const Request& request, Day day) {
  return day == day_min ||
         ((!request.from || *request.from <= day) && (!request.to || day <= *request.to));
}

std::string day_or_nothing(Day day) {
  return day == day_min ? std::string() : to_string(day);
}

/// No report of a day on which it was not known yet: the question is refused, not answered “none”.
std::optional<Error> after_known(const Request& request) {
  if (!request.from || !request.known || *request.from <= *request.known) return std::nullopt;
  return Error{"U006",
               fmt::format("--from {} is after --known {}: no change of these days can be known",
                           to_string(*request.from), to_string(*request.known)),
               {},
               "take an earlier day, or a later --known"};
}

Answer movements(const Request& request) {
  if (const auto fault = after_known(request)) return refuse(books_movements, request, *fault);
  const OpenedLedger opened = open_ledger(books_movements, request);
  if (!opened) return opened.refusal;
  const auto areas = areas_of(*opened.ledger, request);
  if (!areas) return refuse(books_movements, request, areas.error());
  Table table{{"mba", "day", "code", "batch", "material", "unit", "amount", "place"}, {}, {}};
  DataTable cells = DataTable("movements")
                        .text("mba")
                        .day("day")
                        .text("code")
                        .text("batch")
                        .number("label")
                        .text("material")
                        .number("amount")
                        .text("unit")
                        .number("sign")
                        .number("report")
                        .text("file")
                        .number("line");
  Json list = Json::array();
  accounting::EntryLines lines;
  for (const accounting::EffectiveEntry& e : opened->effective.entries) {
    const accounting::Header& h = e.report->header;
    if (h.kind != accounting::ReportKind::icr || !is_asked(request, e.entry->date)) continue;
    if (!request.mba.empty() && h.mba != request.mba) continue;
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const accounting::Weight& w = e.source->weights[e.entry->weights + i];
      const KindFacts& facts = material::facts(w.kind);
      const std::string code = accounting::to_string(e.entry->code),
                        day = day_or_nothing(e.entry->date);
      const std::uint32_t line = lines.of(*e.source, *e.entry);
      table.rows.push_back({std::string(h.mba), day, code, std::string(e.entry->batch),
                            words_of(facts), std::string(1, static_cast<char>(facts.unit)),
                            exact(w.mass, facts), fmt::format("{}:{}", e.source->file, line)});
      const int sign = opened->signs.of(e.entry->code, w.kind);
      cells.add({std::string(h.mba), day, code, std::string(e.entry->batch), label_of(facts),
                 std::string(facts.name), exact(w.mass, facts), unit_of(facts),
                 std::to_string(sign), std::to_string(h.number), e.source->file,
                 std::to_string(line)});
      list.push_back({{"mba", h.mba},
                      {"day", day.empty() ? Json() : Json(day)},
                      {"code", code.empty() ? Json() : Json(code)},
                      {"batch", e.entry->batch},
                      {"label", static_cast<int>(facts.kind)},
                      {"unit", std::string(1, static_cast<char>(facts.unit))},
                      {"amount", exact(w.mass, facts)},
                      {"sign", sign},
                      {"report", h.number},
                      {"file", e.source->file},
                      {"line", line}});
    }
  }
  const Gaps gaps = gaps_of(*opened.ledger, *areas);
  Answer answer =
      printed(request, books_movements, table, cells,
              {{"movements", std::move(list)}, {"incomplete", unread_json(gaps)}}, gaps);
  if (table.rows.empty()) answer.messages = "no change is known of these days\n";
  name_unread(answer, request, *opened.ledger, gaps);
  return answer;
}

constexpr std::array period_flags{Flag::workspace, Flag::known, Flag::from, Flag::to, Flag::mba};
constexpr std::array formats{Format::text, Format::json, Format::csv, Format::xlsx};

constexpr std::string_view movements_schema = R"({
  "type": "object", "required": ["movements", "incomplete"],
  "properties": {"incomplete": {"$ref": "#/$defs/unread"}, "movements": {"type": "array", "items": {"type": "object",
    "required": ["mba", "day", "code", "batch", "label", "unit", "amount", "sign", "report", "file", "line"],
    "properties": {"day": {"$ref": "#/$defs/day_or_null"}, "code": {"$ref": "#/$defs/text_or_null"}}}}}
})";
}  // namespace

const Command books_movements{
    .name = "books movements",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "The inventory changes that count, with the file and line of each",
    .text =
        "Effective entries of inventory change reports: corrections are applied, what was "
        "corrected or deleted is left out. What cannot be read is named, and the exit status is 3.",
    .flags = period_flags,
    .formats = formats,
    .example =
        "accord books movements examples/state/clean --mba ZZF2 --from 2024-01-01 --format csv",
    .schema = movements_schema,
    .run = movements,
    .arguments_are = Words::files};

}  // namespace accord::cli
