#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "accounting/mbr.h"
#include "accounting/mbr_rounding.h"
#include "base/contract.h"
#include "cli/accounts.h"
#include "cli/all_commands.h"
#include "cli/answer.h"
#include "formats/code10_balance.h"

namespace accord::cli {

using accounting::Balance;
using accounting::MbrKind;
using accounting::MbrLine;
using material::KindFacts;

namespace {

void add_balance(const Ledger& ledger, const Balance& balance, Table& table, Json& list) {
  const auto reports = accounting::balance_reports(ledger.effective, balance.mba);
  for (const MbrKind& made : accounting::computed_mbr(balance, ledger.signs)) {
    const KindFacts& facts = material::facts(made.kind);
    for (const MbrLine& line : made.lines) {
      const auto sum = accounting::reported(reports, balance.end, made.kind, line.code,
                                            ledger.accounts.profile.signs.muf);
      const std::string said = sum ? exact(*sum, facts) : "";
      const std::string code = accounting::to_string(line.code);
      table.rows.push_back({std::string(balance.mba), to_string(balance.end), words_of(facts),
                            std::string(1, static_cast<char>(facts.unit)), code,
                            exact(line.amount, facts), said.empty() ? "-" : said});
      list.push_back({{"mba", balance.mba},
                      {"begin", to_string(balance.begin)},
                      {"end", to_string(balance.end)},
                      {"label", static_cast<int>(made.kind)},
                      {"unit", std::string(1, static_cast<char>(facts.unit))},
                      {"code", code},
                      {"computed", exact(line.amount, facts)},
                      {"reported", said.empty() ? Json() : Json(said)}});
    }
  }
}

/// The number after the last of the area, and who signed that one.
formats::BalanceHeader header_of(const Ledger& ledger, const Request& request,
                                 const Balance& balance) {
  formats::BalanceHeader out;
  for (const accounting::Report* r : ledger.effective.reports) {
    const accounting::Header& h = r->header;
    if (h.mba != balance.mba) continue;
    out.country = h.country;
    out.facility = h.facility;
    out.encoder = h.encoder;
    out.number = std::max(out.number, h.number + 1);
  }
  if (!request.encoder.empty()) out.encoder = request.encoder;
  if (request.number != 0) out.number = request.number;
  out.mba = balance.mba;
  out.date = *request.dated;
  out.begin = balance.begin;
  out.end = balance.end;
  return out;
}

/// The last balance report of the area for an inventory before the day.
const accounting::Mbr* report_before(const std::vector<accounting::Mbr>& reports, Day end) {
  const accounting::Mbr* found = nullptr;
  for (const accounting::Mbr& mbr : reports)
    if (mbr.report->header.end < end) found = &mbr;
  return found;
}

/// The bytes of the report, after the reader of reports has understood them as they are meant.
Answer given(const Request& request, const Ledger& ledger, const Balance& balance,
             const std::vector<MbrKind>& kinds) {
  const std::string name = "the balance report";
  const formats::BalanceHeader header = header_of(ledger, request, balance);
  std::string bytes = formats::write_balance(header, kinds, ledger.signs);
  const formats::ReadBalance read =
      formats::read_balance(bytes, name, header, kinds, ledger.accounts.profile);
  if (!read.findings.empty()) {
    std::vector<Problem> problems;
    for (const accounting::Finding& f : read.findings) problems.push_back(problem_of(f));
    return refuse(books_mbr, request, problems, {{name, bytes}});
  }
  ACCORD_EXPECT(read.same);
  Answer answer;
  answer.body = std::move(bytes);
  return answer;
}

/// The balance report of one area and inventory in the labelled form.
Answer written_mbr(const Request& request, const Ledger& ledger) {
  const accounting::Profile& profile = ledger.accounts.profile;
  if (profile.form != accounting::Form::labelled)
    return refuse(books_mbr, request,
                  Error{"C015",
                        fmt::format("the reports of these accounts are tables of the profile {}, "
                                    "which has no labelled form",
                                    profile.id),
                        {},
                        "take --format csv or json, and fill in the report from its lines"});
  if (request.mba.empty() || !request.on || !request.dated)
    return refuse(books_mbr, request,
                  Error{"U005",
                        "a report is written for one area, one inventory and one date",
                        {},
                        "give --mba, --on with the day of the inventory, and --dated"});
  const std::vector<Day> days = ledger.books.inventories(request.mba);
  const auto at = std::find(days.begin(), days.end(), *request.on);
  if (at == days.end() || at == days.begin())
    return refuse(books_mbr, request,
                  Error{"C014",
                        fmt::format("{} has no inventory of {} with a balance before it",
                                    request.mba, to_string(*request.on)),
                        {},
                        "`accord books mbr` lists the inventories"});
  const Balance balance = ledger.books.balance(request.mba, *(at - 1), *at);
  std::vector<MbrKind> kinds = accounting::computed_mbr(balance, ledger.signs);
  const auto reports = accounting::balance_reports(ledger.effective, request.mba);
  if (request.rounded)
    kinds = accounting::rounded_mbr(kinds, ledger.signs, report_before(reports, balance.end));
  return given(request, ledger, balance, kinds);
}

Answer mbr(const Request& request) {
  const OpenedLedger opened = open_ledger(books_mbr, request);
  if (!opened) return opened.refusal;
  const auto areas = areas_of(*opened.ledger, request);
  if (!areas) return refuse(books_mbr, request, areas.error());
  if (request.format == Format::code10) return written_mbr(request, *opened.ledger);
  Table table{{"mba", "inventory", "material", "unit", "line", "computed", "reported"}, {}, {}};
  Json data{{"lines", Json::array()}};
  for (const std::string_view mba : *areas) {
    const std::vector<Day> days = opened->books.inventories(mba);
    for (std::size_t i = 1; i < days.size(); ++i)
      if (!request.on || days[i] == *request.on)
        add_balance(*opened.ledger, opened->books.balance(mba, days[i - 1], days[i]), table,
                    data["lines"]);
  }
  return printed(request, books_mbr, table, std::move(data));
}

constexpr std::array flags{Flag::workspace, Flag::on,     Flag::known,   Flag::mba,
                           Flag::dated,     Flag::number, Flag::encoder, Flag::rounded};
constexpr std::array formats_of{Format::text, Format::json, Format::csv, Format::code10};

constexpr std::string_view mbr_schema = R"({
  "type": "object", "required": ["lines"],
  "properties": {"lines": {"type": "array", "items": {"type": "object",
    "required": ["mba", "begin", "end", "label", "unit", "code", "computed", "reported"]}}}
})";

}  // namespace

const Command books_mbr{
    .name = "books mbr",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "The material balance of each inventory: computed from the entries, and reported",
    .text =
        "For each area, inventory and material the lines PB, changes, BA, PE and MF computed from "
        "the effective entries, without rounding, beside what the material balance report says. "
        "MF is book minus physical: positive when material is missing. --format code10 writes the "
        "balance report of one area and inventory in the labelled form of Code 10, and reads it "
        "back "
        "before it is given; weights are exact, or with --rounded in whole "
        "units of account with their rounding adjustments.",
    .flags = flags,
    .formats = formats_of,
    .example =
        "accord books mbr examples/state/clean --mba ZZC1\n"
        "accord books mbr examples/state/clean --mba ZZC1 --on 2023-09-30 --dated 2023-10-13 "
        "--format code10 --rounded",
    .schema = mbr_schema,
    .run = mbr,
    .arguments_are = Words::files};

}  // namespace accord::cli
