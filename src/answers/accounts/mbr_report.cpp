#include "answers/accounts/mbr_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounting/books/mbr.h"
#include "accounting/books/mbr_rounding.h"
#include "base/contract.h"
#include "formats/code10/code10_balance.h"

namespace accord::answers {

using accounting::Balance;
using accounting::MbrKind;

namespace {

/// The number after the last of the area, and who signed that one.
formats::BalanceHeader header_of(const Ledger& ledger, const MbrReportQuestion& asked,
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
  if (asked.encoder) out.encoder = *asked.encoder;
  if (asked.number) out.number = *asked.number;
  out.mba = balance.mba;
  out.date = *asked.dated;
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

/// Once the reader of reports has understood it as it is meant.
Answered<MbrReportAnswer> written(const Ledger& ledger, const MbrReportQuestion& asked,
                                  const Balance& balance, const std::vector<MbrKind>& kinds) {
  const std::string name = "the balance report";
  const formats::BalanceHeader header = header_of(ledger, asked, balance);
  std::string text = formats::write_balance(header, kinds, ledger.signs);
  const formats::ReadBalance read =
      formats::read_balance(text, name, header, kinds, ledger.accounts.profile);
  if (!read.findings.empty()) {
    Refusal refusal;
    for (const accounting::Finding& f : read.findings) refusal.problems.push_back(problem_of(f));
    refusal.texts.emplace(name, std::move(text));
    return tl::make_unexpected(std::move(refusal));
  }
  ACCORD_EXPECT(read.same);
  return MbrReportAnswer{header.mba, header.begin, header.end, header.number, std::move(text)};
}

}  // namespace

Answered<MbrReportAnswer> mbr_report(const Ledger& ledger, const MbrReportQuestion& asked) {
  if (auto areas = areas_of(ledger, asked.mba); !areas)
    return tl::make_unexpected(std::move(areas.error()));
  const accounting::Profile& profile = ledger.accounts.profile;
  if (profile.form != accounting::Form::labelled)
    return refused({"C015",
                    fmt::format("the reports of these accounts are tables of the profile {}, "
                                "which has no labelled form",
                                profile.id),
                    {},
                    "fill in the report from the lines of " + parameter("mbr")});
  if (!asked.mba || !asked.on || !asked.dated)
    return refused({"U005",
                    "a report is written for one area, one inventory and one date",
                    {},
                    fmt::format("give {}, {} with the day of the inventory, and {}",
                                parameter("mba"), parameter("on"), parameter("dated"))});
  const std::vector<Day> days = ledger.books.inventories(*asked.mba);
  const auto at = std::find(days.begin(), days.end(), *asked.on);
  if (at == days.end() || at == days.begin())
    return refused({"C014",
                    fmt::format("{} has no inventory of {} with a balance before it", *asked.mba,
                                to_string(*asked.on)),
                    {},
                    parameter("mbr") + " lists the inventories"});
  const Day before = *(at - 1);
  accounting::Doubt doubt = ledger.books.doubt(*asked.mba, before, *at).unaccounted;
  // What is added to the rounded sums follows from what was reported before.
  if (asked.rounded) doubt.add(ledger.books.doubt(*asked.mba, before, before).reported);
  if (!doubt.empty()) return refused_incomplete("a balance report", doubt.gaps);
  const Balance balance = ledger.books.balance(*asked.mba, before, *at);
  std::vector<MbrKind> kinds = accounting::computed_mbr(balance, ledger.signs);
  const auto reports = accounting::balance_reports(ledger.effective, *asked.mba);
  if (asked.rounded)
    kinds = accounting::rounded_mbr(kinds, ledger.signs, report_before(reports, balance.end));
  return written(ledger, asked, balance, kinds);
}

constinit const Question mbr_report_question =
    Asked<mbr_report>::named("books mbr report", "mbr_report");

}  // namespace accord::answers
