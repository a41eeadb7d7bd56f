#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "accounting/reports/entry_lines.h"
#include "assessment/book_items.h"
#include "cli/accounts/accounts.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/unread.h"

namespace accord::cli {

namespace {

using assessment::BookItem;

Result<const material::KindFacts*> kind_of(std::uint32_t label) {
  std::string known;
  for (const material::KindFacts& facts : material::kinds) {
    if (static_cast<std::uint32_t>(facts.kind) == label) return &facts;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", static_cast<int>(facts.kind));
  }
  return fail("C017",
              label == 0 ? std::string("which material? a balance is of one element or isotope")
                         : fmt::format("no weight has the label {}", label),
              {}, "give --label with one of " + known);
}

Answer run(const Request& request) {
  const OpenedLedger opened = open_ledger(books_items, request);
  if (!opened) return opened.refusal;
  const auto areas = areas_of(*opened.ledger, request);
  if (!areas) return refuse(books_items, request, areas.error());
  if (request.mba.empty() && areas->size() != 1)
    return refuse(books_items, request,
                  Error{"C018",
                        "which area? a balance is of one material balance area",
                        {},
                        fmt::format("give --mba with one of {}", fmt::join(*areas, ", "))});
  const auto kind = kind_of(request.label);
  if (!kind) return refuse(books_items, request, kind.error());
  const accounting::Doubt doubt =
      assessment::unread_items(*opened.ledger, areas->front(), (*kind)->kind);
  if (!doubt.empty())
    return refuse_incomplete(books_items, request, "a table of items", doubt.gaps);
  DataTable cells = DataTable("items")
                        .number("period")
                        .text("role")
                        .text("stratum")
                        .text("item")
                        .text("method")
                        .number("declared_kg")
                        .number("measured_in_period");
  Json data{{"mba", areas->front()},
            {"label", request.label},
            {"inventories", Json::array()},
            {"items", Json::array()}};
  for (const Day day : opened->books.inventories(areas->front()))
    data["inventories"].push_back(to_string(day));
  accounting::EntryLines lines;
  for (const BookItem& row :
       assessment::book_items(*opened.ledger, areas->front(), (*kind)->kind)) {
    const std::string kg = material::to_string(row.mass, material::MassUnit::kilogram);
    const auto role = measurement::role_words[static_cast<std::size_t>(row.role)];
    cells.add({std::to_string(row.period), std::string(role), row.stratum, row.item, row.method, kg,
               std::to_string(row.measured_in)});
    data["items"].push_back({{"period", row.period},
                             {"role", role},
                             {"stratum", row.stratum},
                             {"item", row.item},
                             {"method", row.method},
                             {"declared_kg", kg},
                             {"measured_in_period", row.measured_in},
                             {"file", row.source->file},
                             {"line", lines.of(*row.source, *row.entry)}});
  }
  Table table;
  for (const formats::XlsxColumn& column : cells.table().columns)
    table.columns.push_back(column.name);
  table.rows = cells.table().rows;
  Answer answer = printed(request, books_items, table, cells, std::move(data));
  if (cells.empty())
    answer.messages = fmt::format("no inventory of {} lists {}: there are no items\n",
                                  areas->front(), material::facts((*kind)->kind).name);
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::known, Flag::mba, Flag::label};
constexpr std::array formats{Format::csv, Format::text, Format::json, Format::xlsx};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["mba", "label", "inventories", "items"],
  "properties": {"inventories": {"type": "array", "items": {"$ref": "#/$defs/day"}},
    "items": {"type": "array", "items": {"type": "object",
    "required": ["period", "role", "stratum", "item", "method", "declared_kg", "measured_in_period", "file", "line"],
    "properties": {"role": {"enum": ["PB", "X", "Y", "PE"]}}}}}
})";

}  // namespace

const Command books_items{
    .name = "books items",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "The books of an area as a table of items, for accord balance",
    .text =
        "The lists of the inventories and the changes between them, of one label, as the table "
        "that "
        "`accord balance --items` takes; its MUF is that of the books. The method of an item is "
        "its "
        "material description: reports do not say how well something was measured, so a table of "
        "methods with these names has to be written. A batch that its entry says was not measured "
        "again (basis L, T, G, H), with the weight it had, keeps the measurement it came with. No "
        "table is written where something of it cannot be read.",
    .flags = flags,
    .formats = formats,
    .example =
        "accord books items examples/state/clean --mba ZZF2 --label 630 --format csv -o items.csv",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
