#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/english.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/use.h"
#include "cli/print/text.h"
#include "items/items.h"
#include "report/sections/finding_json.h"

namespace accord::cli {

using assessment::Assessment;
using items::InspectionUse;
using items::ItemBalance;
using items::ItemDiscrepancy;
using items::ItemHolding;
using items::ItemReview;

namespace {

std::string number(std::int64_t value) {
  return fmt::format("{}", value);
}

std::string holdings_text(const Assessment& assessed, const ItemReview& review, const Look& look) {
  const auto& text = assessed.workspace().agreement;
  Table table{{"party", "type", "status", "place", "items"}, {}, {}};
  for (const ItemHolding& h : review.holdings)
    table.rows.push_back({party_words(text, {h.party}), h.type, h.status, h.site, number(h.count)});
  return table.rows.empty() ? "no items are on record\n" : as_text(table, look);
}

/// Of each period the categories whose number changed or does not balance.
std::string balances_text(const Assessment& assessed, const ItemReview& review, const Look& look) {
  Table table{
      {"party", "until", "category", "opening", "in", "out", "expected", "declared"}, {}, {}};
  for (const ItemBalance& b : review.balances) {
    if (b.opening == b.expected() && b.declared == b.expected()) continue;
    table.rows.push_back({party_words(assessed.workspace().agreement, {b.party}), to_string(b.to),
                          fmt::format("{} {} {}", b.type, b.status, b.site), number(b.opening),
                          number(b.produced + b.arrived), number(b.left + b.eliminated),
                          number(b.expected()), number(b.declared)});
  }
  return table.rows.empty() ? "" : "\nCategories that changed\n" + as_text(table, look);
}

std::string readable(const Assessment& assessed, const ItemReview& review, const Request& request) {
  std::string out = fmt::format("Items on {}, as known on {}\n", to_string(assessed.on()),
                                to_string(assessed.known()));
  out += holdings_text(assessed, review, request.look);
  out += balances_text(assessed, review, request.look);
  if (!review.inspections.empty()) out += "\nInspections received\n";
  for (const InspectionUse& use : review.inspections)
    out += fmt::format(
        "{}: {} in the year from {}\n", party_words(assessed.workspace().agreement, {use.party}),
        counted(static_cast<std::size_t>(use.used), use.kind + " inspection"), to_string(use.from));
  if (!review.discrepancies.empty()) out += "\nDiscrepancies\n";
  for (const ItemDiscrepancy& d : review.discrepancies) {
    out += fmt::format("{}  {}: {}\n", to_string(d.day), word(d.fault),
                       wrap(d.text, 5, 14 + std::string(word(d.fault)).size(), request.look));
    if (!request.verbose) continue;
    for (const std::uint32_t origin : d.origins) {
      const evidence::Origin& row = assessed.records().origins[origin];
      out += fmt::format("     record: {}:{}  {}\n", row.file, row.row, row.id);
    }
  }
  return out + fmt::format("\n{} between declarations, notifications and inspections\n",
                           review.discrepancies.size() == 1
                               ? "1 discrepancy"
                               : fmt::format("{} discrepancies", review.discrepancies.size()));
}

Json json_of(const Assessment& assessed, const ItemDiscrepancy& d) {
  Json rows = Json::array();
  for (const std::uint32_t origin : d.origins)
    rows.push_back(report::origin_json(assessed.records().origins[origin]));
  const auto optional = [](const auto& value) { return value ? Json(*value) : Json(nullptr); };
  return {{"id", d.id},
          {"fault", word(d.fault)},
          {"party", d.party},
          {"item", report::text_json(d.item)},
          {"type", report::text_json(d.type)},
          {"status", report::text_json(d.status)},
          {"site", report::text_json(d.site)},
          {"day", to_string(d.day)},
          {"expected", optional(d.expected)},
          {"found", optional(d.found)},
          {"text", d.text},
          {"records", std::move(rows)}};
}

Json json_of(const ItemBalance& b) {
  return {{"party", b.party},           {"type", b.type},
          {"status", b.status},         {"site", b.site},
          {"from", to_string(b.from)},  {"to", to_string(b.to)},
          {"opening", b.opening},       {"produced", b.produced},
          {"arrived", b.arrived},       {"left", b.left},
          {"eliminated", b.eliminated}, {"expected", b.expected()},
          {"declared", b.declared}};
}

Json data_of(const Assessment& assessed, const ItemReview& review, const Request& request) {
  Json data = query_json(assessed, query_of(request));
  for (const char* list : {"holdings", "balances", "inspections", "discrepancies"})
    data[list] = Json::array();
  for (const ItemHolding& h : review.holdings)
    data["holdings"].push_back({{"party", h.party},
                                {"type", h.type},
                                {"status", h.status},
                                {"site", h.site},
                                {"count", h.count}});
  for (const ItemBalance& b : review.balances) data["balances"].push_back(json_of(b));
  for (const InspectionUse& use : review.inspections)
    data["inspections"].push_back({{"party", use.party},
                                   {"kind", use.kind},
                                   {"from", to_string(use.from)},
                                   {"until", to_string(use.until)},
                                   {"used", use.used}});
  for (const ItemDiscrepancy& d : review.discrepancies)
    data["discrepancies"].push_back(json_of(assessed, d));
  return data;
}

Answer run(const Request& asked) {
  Request request = asked;
  const Assessed assessed = assess(compare_items, request);
  if (!assessed) return assessed.refusal;
  const formats::Workspace& workspace = assessed->workspace();
  const ItemReview review = items::review_items(workspace.items, workspace.item_settings,
                                                assessed->on(), assessed->known());
  Answer answer;
  answer.messages = assessed.notes;
  answer.exit = review.discrepancies.empty() ? Exit::yes : Exit::no;
  answer.body = request.json() ? envelope(compare_items.name, data_of(*assessed, review, request))
                               : readable(*assessed, review, request);
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::on, Flag::known};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["workspace", "on", "known", "holdings", "balances", "inspections", "discrepancies"],
  "properties": {
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "holdings": {"type": "array", "items": {"type": "object",
      "required": ["party", "type", "status", "site", "count"], "properties": {"count": {"type": "integer"}}}},
    "balances": {"type": "array", "items": {"type": "object",
      "required": ["party", "type", "status", "site", "from", "to", "opening", "produced", "arrived", "left",
        "eliminated", "expected", "declared"]}},
    "inspections": {"type": "array", "items": {"type": "object",
      "required": ["party", "kind", "from", "until", "used"]}},
    "discrepancies": {"type": "array", "items": {"type": "object",
      "required": ["id", "fault", "party", "day", "text", "records"],
      "properties": {"fault": {"enum": ["identifier_twice", "identifier_reused", "item_unknown", "change_differs",
        "item_missing", "item_unexplained", "item_differs", "notice_missing", "notice_late", "notice_unmatched",
        "count_differs", "identifier_differs"]}}}}}
})";

}  // namespace

const Command compare_items{
    .name = "compare items",
    .group = Group::judge,
    .arguments = "[DIR]",
    .arguments_max = 1,
    .summary = "Counted items: what is held where, and what does not fit together",
    .flags = flags,
    .formats = formats,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::workspaces};

}  // namespace accord::cli
