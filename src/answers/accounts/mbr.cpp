#include "answers/accounts/mbr.h"

#include <fmt/format.h>

#include <map>

#include "accounting/books/mbr.h"

namespace accord::answers {

namespace {

/// The lines of balances while they are listed.
class Lines {
 public:
  Lines(const Ledger& ledger, MbrAnswer& out) : ledger_(ledger), out_(out) {}

  accounting::Doubt doubt;

  void add(const accounting::Balance& balance) {
    const accounting::Profile& profile = ledger_.accounts.profile;
    const auto reports = accounting::balance_reports(ledger_.effective, balance.mba);
    const accounting::BalanceDoubt own =
        ledger_.books.doubt(balance.mba, balance.begin - 1, balance.end);
    for (const accounting::Doubt* one : {&own.unaccounted, &own.reported}) doubt.add(*one);
    for (const accounting::MbrKind& made : accounting::computed_mbr(balance, ledger_.signs)) {
      const material::KindFacts& facts = material::facts(made.kind);
      for (const accounting::MbrLine& line : made.lines) {
        const Figure computed =
            figure(accounting::as_written(profile, line.code, line.amount), facts,
                   accounting::as_written(profile, line.code, own.of(line.code).bound(made.kind)));
        const auto said = accounting::reported(reports, balance.end, made.kind, line.code);
        const std::string_view sign = accounting::sign_in_words(profile, line.code);
        if (!sign.empty()) signs_.emplace(line.code, sign);
        out_.lines.push_back({std::string(balance.mba), balance.begin, balance.end, made.kind,
                              accounting::to_string(line.code), computed.number, computed.bound,
                              said && own.reported.empty()
                                  ? std::optional(material::amount(*said, facts))
                                  : std::nullopt,
                              text_or_none(sign)});
      }
    }
  }

  /// Which sign MF and DI have, where they are listed.
  void close() {
    std::string line;
    for (const auto& [code, words] : signs_)
      line +=
          fmt::format("{}{} is {}", line.empty() ? "" : ", ", accounting::to_string(code), words);
    if (!line.empty()) out_.closing.push_back(line + ", as reports of this form write it");
  }

 private:
  const Ledger& ledger_;
  MbrAnswer& out_;
  std::map<accounting::Code, std::string_view> signs_;
};

}  // namespace

Answered<MbrAnswer> mbr(const Ledger& ledger, const MbrQuestion& asked) {
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  MbrAnswer out;
  Lines lines(ledger, out);
  for (const std::string_view mba : *areas) {
    const std::vector<Day> days = ledger.books.inventories(mba);
    for (std::size_t i = 1; i < days.size(); ++i)
      if (!asked.on || days[i] == *asked.on)
        lines.add(ledger.books.balance(mba, days[i - 1], days[i]));
  }
  lines.close();
  if (out.lines.empty())
    out.notes.emplace_back("no balance is known: it takes two inventories of an area");
  add_doubts(ledger, *areas, out, std::move(lines.doubt));
  return out;
}

constinit const Question mbr_question = Asked<mbr>::named("books mbr");

}  // namespace accord::answers
