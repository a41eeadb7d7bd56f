#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "accounting/books/mbr.h"
#include "accounting/books/mbr_rounding.h"
#include "base/contract.h"
#include "cli/accounts/accounts.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/suggested.h"
#include "cli/frame/unread.h"
#include "formats/code10/code10_balance.h"

namespace accord::cli {

using accounting::Balance;
using accounting::MbrKind;
using accounting::MbrLine;
using material::KindFacts;

namespace {

/// The lines of balances while they are listed.
class Lines {
 public:
  explicit Lines(const Ledger& ledger) : ledger_(ledger) {}

  Table table{{"mba", "inventory", "material", "unit", "line", "computed", "reported"}, {}, {}};
  DataTable cells = DataTable("balances")
                        .text("mba")
                        .day("begin")
                        .day("end")
                        .number("label")
                        .text("material")
                        .text("line")
                        .figure("computed")
                        .number("reported")
                        .text("unit")
                        .text("sign_is");
  Json list = Json::array();
  accounting::Doubt doubt;

  /// Which sign MF and DI have, where they are listed.
  [[nodiscard]] std::string closing_line() const {
    std::string out;
    for (const auto& [line, words] : signs_)
      out += fmt::format("{}{} is {}", out.empty() ? "" : ", ", accounting::to_string(line), words);
    return out.empty() ? out : out + ", as reports of this form write it\n";
  }

  void add(const Balance& balance) {
    const accounting::Profile& profile = ledger_.accounts.profile;
    const auto reports = accounting::balance_reports(ledger_.effective, balance.mba);
    const accounting::BalanceDoubt own =
        ledger_.books.doubt(balance.mba, balance.begin - 1, balance.end);
    for (const accounting::Doubt* one : {&own.unaccounted, &own.reported}) doubt.add(*one);
    for (const MbrKind& made : accounting::computed_mbr(balance, ledger_.signs))
      for (const MbrLine& line : made.lines) {
        const auto sum = accounting::reported(reports, balance.end, made.kind, line.code);
        const KindFacts& facts = material::facts(made.kind);
        const BookFigure figure = book_figure(
            exact(accounting::as_written(profile, line.code, line.amount), facts),
            accounting::as_written(profile, line.code, own.of(line.code).bound(made.kind)));
        add(balance, facts, line.code, figure,
            own.reported.empty() && sum ? exact(*sum, facts) : std::string());
      }
  }

 private:
  const Ledger& ledger_;
  std::map<accounting::Code, std::string_view> signs_;

  void add(const Balance& balance, const KindFacts& facts, accounting::Code line,
           const BookFigure& figure, const std::string& said) {
    const std::string code = accounting::to_string(line), unit(1, static_cast<char>(facts.unit));
    const std::string_view sign = accounting::sign_in_words(ledger_.accounts.profile, line);
    if (!sign.empty()) signs_.emplace(line, sign);
    table.rows.push_back({std::string(balance.mba), to_string(balance.end), words_of(facts), unit,
                          code, figure.text, said.empty() ? "-" : said});
    cells.add({std::string(balance.mba), to_string(balance.begin), to_string(balance.end),
               label_of(facts), std::string(facts.name), code, figure.number(), figure.bound(),
               said, unit_of(facts), std::string(sign)});
    list.push_back({{"mba", balance.mba},
                    {"begin", to_string(balance.begin)},
                    {"end", to_string(balance.end)},
                    {"label", static_cast<int>(facts.kind)},
                    {"unit", unit},
                    {"code", code}});
    figure.put(list.back(), "computed");
    list.back()["reported"] = said.empty() ? Json() : Json(said);
    list.back()["sign_is"] = sign.empty() ? Json() : Json(sign);
  }
};

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
    return refuse(
        books_mbr, request,
        Error{"C014",
              fmt::format("{} has no inventory of {} with a balance before it", request.mba,
                          to_string(*request.on)),
              {},
              fmt::format("`{}` lists the inventories", about_accounts(request, "books mbr"))});
  const Balance balance = ledger.books.balance(request.mba, *(at - 1), *at);
  accounting::Doubt doubt = ledger.books.doubt(request.mba, *(at - 1), *at).unaccounted;
  // What is added to the rounded sums follows from what was reported before.
  if (request.rounded) doubt.add(ledger.books.doubt(request.mba, *(at - 1), *(at - 1)).reported);
  if (!doubt.empty()) return refuse_incomplete(books_mbr, request, "a balance report", doubt.gaps);
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
  Lines out(*opened.ledger);
  for (const std::string_view mba : *areas) {
    const std::vector<Day> days = opened->books.inventories(mba);
    for (std::size_t i = 1; i < days.size(); ++i)
      if (!request.on || days[i] == *request.on)
        out.add(opened->books.balance(mba, days[i - 1], days[i]));
  }
  accounting::Doubt all = out.doubt;
  for (const accounting::Gap* gap : gaps_of(*opened.ledger, *areas)) all.add(*gap);
  Answer answer =
      printed(request, books_mbr, out.table, out.cells,
              {{"lines", std::move(out.list)}, {"incomplete", unread_json(all.gaps)}}, all.gaps);
  if (request.format.value_or(Format::text) == Format::text) answer.body += out.closing_line();
  if (out.table.rows.empty())
    answer.messages = "no balance is known: it takes two inventories of an area\n";
  name_unread(answer, request, *opened.ledger, all.gaps);
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::on,     Flag::known,   Flag::mba,
                           Flag::dated,     Flag::number, Flag::encoder, Flag::rounded};
constexpr std::array formats_of{Format::text, Format::json, Format::csv, Format::xlsx,
                                Format::code10};

constexpr std::string_view mbr_schema = R"({
  "type": "object", "required": ["lines", "incomplete"],
  "properties": {"incomplete": {"$ref": "#/$defs/unread"}, "lines": {"type": "array", "items": {"type": "object",
    "required": ["mba", "begin", "end", "label", "unit", "code", "computed", "at_least", "at_most",
      "reported", "sign_is"], "properties": {"sign_is": {"enum": [null, "book minus physical",
        "physical minus book", "shipper minus receiver", "receiver minus shipper"]}}}}}
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
        "Both are in the sign of the form of reporting: MF is book minus physical, positive when "
        "material is missing, or the other way round (Euratom, United Kingdom), and the answer "
        "says "
        "which. --format code10 writes the balance report of one area and inventory in the "
        "labelled form of Code 10, and reads it "
        "back "
        "before it is given; weights are exact, or with --rounded in whole "
        "units of account with their rounding adjustments. Where something cannot be read a line "
        "is at "
        "least or at most what could be read, or not known: the places are named, the exit status "
        "is 3, "
        "and no report is written.",
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
