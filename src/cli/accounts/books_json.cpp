#include <fmt/format.h>

#include <algorithm>
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

/// The day asked about, else the last day that a report speaks of.
Day day_of(const Request& request, const Ledger& ledger) {
  if (request.on) return *request.on;
  Day last = day_min;
  for (const accounting::Report* r : ledger.effective.reports) last = std::max(last, r->header.end);
  return last;
}

/// The books of one day while they are listed.
class Inventory {
 public:
  Inventory(const Ledger& ledger, Day day) : ledger_(ledger), day_(day) {}

  Table table{{"mba", "day", "material", "unit", "book"}, {}, {}};
  DataTable cells = DataTable("inventory")
                        .text("mba")
                        .day("day")
                        .number("label")
                        .text("material")
                        .figure("book")
                        .text("unit");
  Json books = Json::array(), no_figure = Json::array(), empty = Json::array();
  std::string remarks;

  void add(std::string_view mba) {
    const auto first = ledger_.books.first_day(mba);
    const accounting::Doubt own = ledger_.books.doubt(mba, day_);
    if ((!first || day_ < *first) && own.empty()) {
      no_figure.push_back(mba);
      remarks += first ? fmt::format("{} has no figure on {}: its accounts begin on {}\n", mba,
                                     to_string(day_), to_string(*first))
                       : fmt::format("{} has no figure: no inventory or change is known\n", mba);
      return;
    }
    const std::size_t before = table.rows.size();
    const accounting::Amounts book = ledger_.books.on(mba, day_);
    for (const KindFacts& facts : material::kinds)
      if (facts.balanced) add(mba, facts, accounting::at(book, facts.kind), own);
    if (table.rows.size() > before) return;
    if (own.empty()) {
      empty.push_back(mba);
      remarks += fmt::format("{} holds nothing on {}: its book is zero\n", mba, to_string(day_));
    } else {
      no_figure.push_back(mba);
      remarks +=
          fmt::format("{} has no figure on {}: its book is incomplete\n", mba, to_string(day_));
    }
  }

 private:
  const Ledger& ledger_;
  const Day day_;

  void add(std::string_view mba, const KindFacts& facts, material::MassSum amount,
           const accounting::Doubt& own) {
    const accounting::Bound bound = own.bound(facts.kind);
    // Of a material of which nothing was read there may be some, which the place says.
    const bool is_zero = amount == material::MassSum();
    if (is_zero && (bound == accounting::Bound::exact || bound == accounting::Bound::none)) return;
    const BookFigure figure = book_figure(exact(amount, facts), bound);
    const std::string unit(1, static_cast<char>(facts.unit));
    table.rows.push_back({std::string(mba), to_string(day_), words_of(facts), unit, figure.text});
    cells.add({std::string(mba), to_string(day_), label_of(facts), std::string(facts.name),
               figure.number(), figure.bound(), unit_of(facts)});
    books.push_back({{"mba", mba},
                     {"label", static_cast<int>(facts.kind)},
                     {"material", facts.name},
                     {"unit", unit}});
    figure.put(books.back(), "amount");
  }
};

Answer inventory(const Request& request) {
  const OpenedLedger opened = open_ledger(books_inventory, request);
  if (!opened) return opened.refusal;
  const auto areas = areas_of(*opened.ledger, request);
  if (!areas) return refuse(books_inventory, request, areas.error());
  const Day day = day_of(request, *opened.ledger);
  Inventory out(*opened.ledger, day);
  for (const std::string_view mba : *areas) out.add(mba);
  const Gaps gaps = gaps_of(*opened.ledger, *areas);
  if (areas->empty() && request.known)
    out.remarks += fmt::format("no report is known on {}\n", to_string(*request.known));
  Json data{{"day", to_string(day)},
            {"books", std::move(out.books)},
            {"no_figure", std::move(out.no_figure)},
            {"empty", std::move(out.empty)},
            {"incomplete", unread_json(gaps)}};
  Answer answer = printed(request, books_inventory, out.table, out.cells, std::move(data), gaps);
  answer.messages = std::move(out.remarks);
  name_unread(answer, request, *opened.ledger, gaps);
  return answer;
}

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

constexpr std::array day_flags{Flag::workspace, Flag::on, Flag::known, Flag::mba};
constexpr std::array period_flags{Flag::workspace, Flag::known, Flag::from, Flag::to, Flag::mba};
constexpr std::array formats{Format::text, Format::json, Format::csv, Format::xlsx};

constexpr std::string_view inventory_schema = R"({
  "type": "object", "required": ["day", "books", "no_figure", "empty", "incomplete"],
  "properties": {"day": {"$ref": "#/$defs/day"}, "no_figure": {"type": "array", "items": {"type": "string"}},
    "empty": {"type": "array", "items": {"type": "string"}}, "incomplete": {"$ref": "#/$defs/unread"},
    "books": {"type": "array", "items": {"type": "object",
    "required": ["mba", "label", "material", "unit", "amount", "at_least", "at_most"], "properties": {
      "amount": {"$ref": "#/$defs/text_or_null"}, "at_least": {"$ref": "#/$defs/text_or_null"},
      "at_most": {"$ref": "#/$defs/text_or_null"}}}}}
})";
constexpr std::string_view movements_schema = R"({
  "type": "object", "required": ["movements", "incomplete"],
  "properties": {"incomplete": {"$ref": "#/$defs/unread"}, "movements": {"type": "array", "items": {"type": "object",
    "required": ["mba", "day", "code", "batch", "label", "unit", "amount", "sign", "report", "file", "line"],
    "properties": {"day": {"$ref": "#/$defs/day_or_null"}, "code": {"$ref": "#/$defs/text_or_null"}}}}}
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
        "or change on or before the day has no figure, which is said, and is not zero. Where "
        "something cannot be read the book is incomplete: it is at least or at most what could be "
        "read, or not known; every place is named, and the exit status is 3 until a correction "
        "that "
        "can be read.",
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
        "corrected or deleted is left out. What cannot be read is named, and the exit status is 3.",
    .flags = period_flags,
    .formats = formats,
    .example =
        "accord books movements examples/state/clean --mba ZZF2 --from 2024-01-01 --format csv",
    .schema = movements_schema,
    .run = movements,
    .arguments_are = Words::files};

}  // namespace accord::cli
