#include <fmt/format.h>

#include <algorithm>

#include "accounting/books/mbr.h"
#include "accounting/books/mbr_rounding.h"
#include "answers/accounts/mbr.h"
#include "base/contract.h"
#include "cli/accounts/accounts.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/suggested.h"
#include "formats/code10/code10_balance.h"

namespace accord::cli {

using accounting::Balance;
using accounting::MbrKind;
using accounting::MbrLine;
using material::KindFacts;

namespace {

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
Answer written_mbr(const Request& request) {
  const auto& asked = asked_of<answers::MbrQuestion>(request);
  auto opened = ledger_of(request);
  if (!opened) return refuse(books_mbr, request, std::move(opened.error()));
  const Ledger& ledger = **opened;
  auto areas = answers::areas_of(ledger, asked.mba);
  if (!areas) return refuse(books_mbr, request, std::move(areas.error()));
  const accounting::Profile& profile = ledger.accounts.profile;
  if (profile.form != accounting::Form::labelled)
    return refuse(books_mbr, request,
                  Error{"C015",
                        fmt::format("the reports of these accounts are tables of the profile {}, "
                                    "which has no labelled form",
                                    profile.id),
                        {},
                        "take --format csv or json, and fill in the report from its lines"});
  if (!asked.mba || !asked.on || !request.dated)
    return refuse(books_mbr, request,
                  Error{"U005",
                        "a report is written for one area, one inventory and one date",
                        {},
                        "give --mba, --on with the day of the inventory, and --dated"});
  const std::vector<Day> days = ledger.books.inventories(*asked.mba);
  const auto at = std::find(days.begin(), days.end(), *asked.on);
  if (at == days.end() || at == days.begin())
    return refuse(
        books_mbr, request,
        Error{"C014",
              fmt::format("{} has no inventory of {} with a balance before it", *asked.mba,
                          to_string(*asked.on)),
              {},
              fmt::format("`{}` lists the inventories", about_accounts(request, "books mbr"))});
  const Balance balance = ledger.books.balance(*asked.mba, *(at - 1), *at);
  accounting::Doubt doubt = ledger.books.doubt(*asked.mba, *(at - 1), *at).unaccounted;
  // What is added to the rounded sums follows from what was reported before.
  if (request.rounded) doubt.add(ledger.books.doubt(*asked.mba, *(at - 1), *(at - 1)).reported);
  if (!doubt.empty())
    return refuse(books_mbr, request,
                  answers::refused_incomplete("a balance report", doubt.gaps).value());
  std::vector<MbrKind> kinds = accounting::computed_mbr(balance, ledger.signs);
  const auto reports = accounting::balance_reports(ledger.effective, *asked.mba);
  if (request.rounded)
    kinds = accounting::rounded_mbr(kinds, ledger.signs, report_before(reports, balance.end));
  return given(request, ledger, balance, kinds);
}

constexpr std::array flags{Flag::workspace, Flag::dated, Flag::number, Flag::encoder,
                           Flag::rounded};
constexpr std::array own_forms{Format::code10};
constexpr std::array formats{Format::text, Format::json, Format::csv,
                             Format::md,   Format::xlsx, Format::code10};

}  // namespace

const Command books_mbr{.name = "books mbr",
                        .question = &answers::mbr_question,
                        .group = Group::accounts,
                        .arguments = "[FOLDER|FILE]",
                        .arguments_max = 1,
                        .flags = flags,
                        .formats = formats,
                        .run = written_mbr,
                        .own_forms = own_forms,
                        .arguments_are = Words::files};

}  // namespace accord::cli
