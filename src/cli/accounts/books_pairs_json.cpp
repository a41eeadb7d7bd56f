#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "accounting/books/transit_list.h"
#include "accounting/reports/entry_lines.h"
#include "base/english.h"
#include "cli/accounts/accounts.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/unread.h"
#include "cli/print/text.h"

namespace accord::cli {

using accounting::EffectiveEntry;
using accounting::EntryLines;
using accounting::TransitRow;
using accounting::TransitState;
using accounting::TransitWeight;
using Rows = std::vector<TransitRow>;

namespace {

Day day_of(const EffectiveEntry* side) {
  return side == nullptr ? day_min : side->entry->date;
}

std::string day_or(Day day, std::string_view otherwise) {
  return day == day_min ? std::string(otherwise) : to_string(day);
}

std::string name_of(const EffectiveEntry& e) {
  return fmt::format("{}/{}/{}", e.source->header.mba, e.source->header.number, e.entry->number);
}

std::string amount_of(const accounting::Weight* weight, bool is_known,
                      const material::KindFacts& facts) {
  if (weight != nullptr)
    return fmt::format("{} {}", exact(weight->mass, facts), static_cast<char>(facts.unit));
  return is_known ? "nothing" : "not known";
}

/// "630 enriched uranium 250000 G", or what each side says where they differ.
std::string weights_in_words(const TransitRow& row) {
  std::string out;
  for (const TransitWeight& w : accounting::weights_of(row)) {
    const material::KindFacts& facts = material::facts(w.kind);
    const std::string sent = amount_of(w.sent, w.sent_is_known, facts),
                      got = amount_of(w.received, w.received_is_known, facts);
    out += fmt::format("{}{} ", out.empty() ? "" : ", ", words_of(facts));
    if (row.shipment == nullptr || sent == got)
      out += got;
    else
      out += row.receipt == nullptr ? sent : fmt::format("{} sent and {} received", sent, got);
  }
  return out;
}

Table table_of(const Rows& rows, EntryLines& lines) {
  Table out{{"state", "from", "to", "batch", "shipped", "received", "days", "what"}, {}, {}};
  for (const TransitRow& row : rows) {
    std::string what = weights_in_words(row);
    if (row.state == TransitState::candidate)
      what = fmt::format("{} of 100: {} ({}:{})", row.score, row.why, row.shipment->source->file,
                         lines.of(*row.shipment->source, *row.shipment->entry));
    else if (!row.why.empty())
      what += fmt::format("{}{}", what.empty() ? "" : "; ", row.why);
    out.rows.push_back(
        {std::string(accounting::in_words(row.state)), std::string(accounting::from_of(row).mba),
         std::string(accounting::to_of(row).mba), std::string(accounting::batch_of(row)),
         day_or(day_of(row.shipment), "-"), day_or(day_of(row.receipt), "-"),
         row.days ? std::to_string(*row.days) : "-", std::move(what)});
  }
  return out;
}

DataTable empty_cells() {
  return DataTable("pairs")
      .text("state")
      .text("from_country")
      .text("from")
      .text("to_country")
      .text("to")
      .text("batch")
      .day("shipped")
      .day("received")
      .number("days")
      .number("score")
      .text("why")
      .number("label")
      .text("material")
      .figure("sent")
      .figure("got")
      .number("difference")
      .text("unit")
      .text("shipment")
      .text("shipment_file")
      .number("shipment_line")
      .text("receipt")
      .text("receipt_file")
      .number("receipt_line");
}

/// One row for each weight of a movement; one without a weight where neither side states any.
DataTable cells_of(const Rows& rows, EntryLines& lines) {
  DataTable out = empty_cells();
  for (const TransitRow& row : rows) {
    const accounting::TransitEnd from = accounting::from_of(row), to = accounting::to_of(row);
    const std::vector<std::string> before{
        std::string(accounting::in_words(row.state)),
        std::string(from.country),
        std::string(from.mba),
        std::string(to.country),
        std::string(to.mba),
        std::string(accounting::batch_of(row)),
        day_or(day_of(row.shipment), ""),
        day_or(day_of(row.receipt), ""),
        row.days ? std::to_string(*row.days) : "",
        row.state == TransitState::candidate ? std::to_string(row.score) : "",
        row.why};
    std::vector<std::string> behind;
    for (const EffectiveEntry* side : {row.shipment, row.receipt}) {
      behind.push_back(side == nullptr ? "" : name_of(*side));
      behind.push_back(side == nullptr ? "" : side->source->file);
      behind.push_back(side == nullptr ? ""
                                       : std::to_string(lines.of(*side->source, *side->entry)));
    }
    const auto add = [&](const std::vector<std::string>& weight) {
      std::vector<std::string> cells = before;
      cells.insert(cells.end(), weight.begin(), weight.end());
      cells.insert(cells.end(), behind.begin(), behind.end());
      out.add(std::move(cells));
    };
    const std::vector<TransitWeight> weights = accounting::weights_of(row);
    if (weights.empty()) add(std::vector<std::string>(8));
    for (const TransitWeight& w : weights) {
      const material::KindFacts& facts = material::facts(w.kind);
      const auto number = [&](const accounting::Weight* weight) {
        return weight == nullptr ? std::string() : exact(weight->mass, facts);
      };
      const auto difference = w.difference();
      add({label_of(facts), std::string(facts.name), number(w.sent),
           w.sent_is_known ? "" : "not known", number(w.received),
           w.received_is_known ? "" : "not known", difference ? exact(*difference, facts) : "",
           unit_of(facts)});
    }
  }
  return out;
}

Json side_json(const EffectiveEntry* side, EntryLines& lines) {
  if (side == nullptr) return nullptr;
  const Day day = side->entry->date;
  return {{"entry", name_of(*side)},
          {"mba", side->report->header.mba},
          {"day", day == day_min ? Json() : Json(to_string(day))},
          {"code", accounting::to_string(side->entry->code)},
          {"batch", std::string_view(side->entry->batch)},
          {"file", side->source->file},
          {"line", lines.of(*side->source, *side->entry)}};
}

Json weights_json(const TransitRow& row) {
  Json out = Json::array();
  for (const TransitWeight& w : accounting::weights_of(row)) {
    const material::KindFacts& facts = material::facts(w.kind);
    const auto amount = [&](const accounting::Weight* weight) {
      return weight == nullptr ? Json() : Json(exact(weight->mass, facts));
    };
    const auto difference = w.difference();
    out.push_back({{"label", static_cast<int>(facts.kind)},
                   {"material", facts.name},
                   {"unit", std::string(1, static_cast<char>(facts.unit))},
                   {"sent", amount(w.sent)},
                   {"sent_is_known", w.sent_is_known},
                   {"got", amount(w.received)},
                   {"got_is_known", w.received_is_known},
                   {"difference", difference ? Json(exact(*difference, facts)) : Json()}});
  }
  return out;
}

Json json_of(const TransitRow& row, EntryLines& lines) {
  const accounting::TransitEnd from = accounting::from_of(row), to = accounting::to_of(row);
  return {{"state", accounting::in_words(row.state)},
          {"from_country", from.country},
          {"from", from.mba},
          {"to_country", to.country},
          {"to", to.mba},
          {"batch", accounting::batch_of(row)},
          {"shipment", side_json(row.shipment, lines)},
          {"receipt", side_json(row.receipt, lines)},
          {"days", row.days ? Json(*row.days) : Json()},
          {"weights", weights_json(row)},
          {"score", row.state == TransitState::candidate ? Json(row.score) : Json()},
          {"why", row.why.empty() ? Json() : Json(row.why)}};
}

/// From incomplete books each count is what could be read.
std::string closing_lines(const accounting::TransitList& list, bool is_complete) {
  const std::string_view at_least = is_complete ? "" : "at least ";
  std::string out = fmt::format("{}{}, {}{}, {}{} without a shipment", at_least,
                                counted(list.count(TransitState::paired), "pair"), at_least,
                                counted(list.count(TransitState::open), "open shipment"), at_least,
                                counted(list.count(TransitState::no_shipment), "receipt"));
  if (const auto number = list.count(TransitState::not_shown); number > 0)
    out += fmt::format(", {} not shown", number);
  out += "\n";
  if (list.more_candidates > 0)
    out += fmt::format("{} more with a lower score, or as high a one, not listed\n",
                       counted(list.more_candidates, "candidate"));
  if (list.abroad > 0)
    out += fmt::format("{}{} to and from States without reports here: no other side is expected\n",
                       at_least, counted(list.abroad, "movement"));
  return out;
}

/// Those asked about, and those on the other side of what is listed.
std::vector<std::string_view> areas_behind(std::vector<std::string_view> areas, const Rows& rows) {
  std::set<std::string_view> all(areas.begin(), areas.end());
  for (const TransitRow& row : rows)
    all.insert({accounting::from_of(row).mba, accounting::to_of(row).mba});
  return {all.begin(), all.end()};
}

Answer run(const Request& request) {
  const OpenedLedger opened = open_ledger(books_pairs, request);
  if (!opened) return opened.refusal;
  const auto areas = areas_of(*opened.ledger, request);
  if (!areas) return refuse(books_pairs, request, areas.error());
  const accounting::TransitList list = accounting::transit_list(
      opened->effective, opened->books.gaps(), {request.mba, request.from, request.to});
  const Rows& rows = list.rows;
  EntryLines lines;
  const Gaps gaps = gaps_of(*opened.ledger, areas_behind(*areas, rows));
  Json data{{"counts",
             {{"paired", list.count(TransitState::paired)},
              {"open", list.count(TransitState::open)},
              {"no_shipment", list.count(TransitState::no_shipment)},
              {"not_shown", list.count(TransitState::not_shown)},
              {"candidates", list.count(TransitState::candidate)}}},
            {"counts_are_at_least", !gaps.empty()},
            {"abroad", list.abroad},
            {"candidates_not_listed", list.more_candidates},
            {"movements", Json::array()},
            {"incomplete", unread_json(gaps)}};
  for (const TransitRow& row : rows) data["movements"].push_back(json_of(row, lines));
  Answer answer = printed(request, books_pairs, table_of(rows, lines), cells_of(rows, lines),
                          std::move(data), gaps);
  if (request.format.value_or(Format::text) == Format::text)
    answer.body += closing_lines(list, gaps.empty());
  name_unread(answer, request, *opened.ledger, gaps);
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::known, Flag::from, Flag::to, Flag::mba};
constexpr std::array formats{Format::text, Format::json, Format::csv, Format::xlsx};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["counts", "counts_are_at_least", "abroad", "candidates_not_listed", "movements",
    "incomplete"],
  "properties": {"incomplete": {"$ref": "#/$defs/unread"}, "abroad": {"type": "integer"},
    "candidates_not_listed": {"type": "integer"},
    "counts": {"type": "object", "required": ["paired", "open", "no_shipment", "not_shown", "candidates"]},
    "counts_are_at_least": {"type": "boolean"},
    "movements": {"type": "array", "items": {"type": "object",
    "required": ["state", "from_country", "from", "to_country", "to", "batch", "shipment", "receipt", "days",
      "weights", "score", "why"],
    "properties": {"state": {"enum": ["paired", "open", "no shipment", "not shown", "candidate"]},
      "days": {"type": ["integer", "null"]}, "score": {"type": ["integer", "null"]},
      "why": {"$ref": "#/$defs/text_or_null"},
      "shipment": {"type": ["object", "null"]}, "receipt": {"type": ["object", "null"]},
      "weights": {"type": "array", "items": {"type": "object",
        "required": ["label", "material", "unit", "sent", "sent_is_known", "got", "got_is_known",
          "difference"],
        "properties": {"sent": {"$ref": "#/$defs/text_or_null"}, "got": {"$ref": "#/$defs/text_or_null"},
          "difference": {"$ref": "#/$defs/text_or_null"}}}}}}}}
})";

}  // namespace

const Command books_pairs{
    .name = "books pairs",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "Shipments with the receipts that answer them, and what has no partner",
    .text =
        "Pairs by shipping area, receiving area and the shipper's name of the batch, as the rules "
        "V080 to V084 do: domestic movements, and those with States whose reports are here. Then "
        "the shipments that nobody has received so far, and the receipts without a shipment; of "
        "these, at most ten open shipments that may belong to them with a score from 50 to 100: "
        "equal weights 50, number of items 15, material 15, shipper 10, at most 60 days before 10. "
        "The program "
        "accepts none of them: somebody decides, and a correction says so. What has no partner is "
        "not shown, and neither open nor without a shipment, where the area of the other side has "
        "no report here or something that cannot be read may be its partner; then the exit status "
        "is 3 and the counts are at least so many. Days are from shipment to receipt; the "
        "difference is sent less received. --from and --to choose by the day of either side.",
    .flags = flags,
    .formats = formats,
    .example =
        "accord books pairs examples/state/clean --mba ZZC1 --from 2024-01-01\n"
        "accord books pairs examples/state/errors --format csv",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
