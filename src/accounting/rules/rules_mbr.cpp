#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "accounting/books/mbr.h"
#include "accounting/rules/rules.h"
#include "base/english.h"
#include "material/quantities.h"

namespace accord::accounting {

using material::Kind;
using material::MassSum;

namespace {

constexpr Code PB = code("PB"), BE = code("BE"), BA = code("BA"), PE = code("PE"), MF = code("MF"),
               DI = code("DI");

Code rounding_code(Code of) {
  return code("RA") << 16U | of;
}

/// One balance report, with what comes before it and what the entries give.
class Check {
 public:
  Check(const RuleInput& input, const Mbr& mbr, const Mbr* previous, const Balance& balance,
        Findings& findings)
      : input_(input),
        mbr_(mbr),
        previous_(previous),
        balance_(balance),
        signs_(input.signs),
        findings_(findings) {}

  void all() {
    for (const material::KindFacts& facts : material::kinds) {
      if (!facts.balanced) continue;
      const auto own = std::find_if(mbr_.kinds.begin(), mbr_.kinds.end(),
                                    [&](const MbrKind& k) { return k.kind == facts.kind; });
      kind_ = own == mbr_.kinds.end() ? MbrKind{facts.kind, {}} : *own;
      beginning();
      consolidated();
      formulas();
      ending();
      roundings();
      unaccounted();
    }
  }

 private:
  const RuleInput& input_;
  const Mbr& mbr_;
  const Mbr* previous_;
  const Balance& balance_;
  const Signs& signs_;
  Findings& findings_;
  MbrKind kind_;

  std::string shown(MassSum mass) const {
    const material::MassUnit unit = material::facts(kind_.kind).unit;
    return material::to_string(mass, unit) + static_cast<char>(unit);
  }

  /// On the line with the code, or on the report when there is none.
  void add(const char* rule, Code code, std::string found, std::string expected) {
    const MbrLine* line = kind_.find(code);
    const auto label = static_cast<Label>(kind_.kind);
    if (line != nullptr)
      findings_.add(rule, *line->source, *line->entry, label, std::move(found),
                    std::move(expected));
    else
      findings_.add(rule, *mbr_.report, label, std::move(found), std::move(expected));
  }
  void differs(const char* rule, Code code, MassSum found, MassSum expected) {
    if (found != expected) add(rule, code, shown(found), shown(expected));
  }

  MassSum rounding(Code code) const { return kind_.amount(rounding_code(code)); }

  /// V060: as written against as written; the first report against the initial inventory.
  void beginning() {
    if (previous_ == nullptr) {
      differs("V060", PB, kind_.amount(PB) + rounding(PB),
              at(balance_.beginning.amounts, kind_.kind));
      return;
    }
    const auto before = std::find_if(previous_->kinds.begin(), previous_->kinds.end(),
                                     [&](const MbrKind& k) { return k.kind == kind_.kind; });
    differs("V060", PB, kind_.amount(PB),
            before == previous_->kinds.end() ? MassSum() : before->amount(PE));
  }

  /// V061: a line and its rounding adjustment against the effective entries of its code.
  void consolidated() {
    std::vector<Code> codes;
    for (const BalanceLine& line : balance_.changes) codes.push_back(line.code);
    for (const MbrLine& line : kind_.lines)
      if (signs_.moves(line.code)) codes.push_back(line.code);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    for (const Code c : codes) {
      const auto line = std::find_if(balance_.changes.begin(), balance_.changes.end(),
                                     [&](const BalanceLine& l) { return l.code == c; });
      const MassSum entries =
          line == balance_.changes.end() ? MassSum() : at(line->sum.amounts, kind_.kind);
      differs("V061", c, kind_.amount(c) + rounding(c), entries);
    }
  }

  /// V062: with the lines of the report itself.
  void formulas() {
    MassSum book = kind_.amount(PB);
    for (const MbrLine& line : kind_.lines) {
      if (line.code == DI) continue;
      const int sign = signs_.of(line.code, kind_.kind);
      if (sign > 0) book += line.amount;
      if (sign < 0) book -= line.amount;
    }
    if (kind_.find(BE) != nullptr) differs("V062", BE, kind_.amount(BE), book - rounding(BE));
    // Where DI is one of the changes its sign is that of the form.
    const MassSum difference = kind_.amount(DI);
    book += signs_.of(DI, kind_.kind) > 0 ? difference : -difference;
    differs("V062", BA, kind_.amount(BA), book - rounding(BA));
    const MassSum missing = kind_.amount(BA) - kind_.amount(PE);
    differs("V062", MF, kind_.amount(MF), as_written(input_.profile, MF, missing) - rounding(MF));
  }

  /// V063: only with a list of the inventory.
  void ending() {
    if (balance_.has_ending)
      differs("V063", PE, kind_.amount(PE) + rounding(PE), at(balance_.ending.amounts, kind_.kind));
  }

  std::uint32_t change_lines(bool with_difference) const {
    return static_cast<std::uint32_t>(
        std::count_if(kind_.lines.begin(), kind_.lines.end(), [&](const MbrLine& line) {
          return signs_.is_change(line.code) && (with_difference || line.code != DI);
        }));
  }

  /// Number of rounded terms behind the line that an adjustment belongs to.
  std::uint32_t terms_of(Code c) const {
    const std::size_t k = material::index_of(kind_.kind);
    if (c == PB) return balance_.beginning.terms[k];
    if (c == PE) return balance_.ending.terms[k];
    if (c == BE) return 1 + change_lines(false);
    if (c == BA) return 1 + change_lines(true);
    if (c == MF) return 2;
    for (const BalanceLine& line : balance_.changes)
      if (line.code == c) return line.sum.terms[k];
    return 0;
  }

  /// V067: an adjustment is at most half a unit for each term.
  void roundings() {
    for (const MbrLine& line : kind_.lines) {
      const Code of = rounding_of(line.code);
      if (of == 0) continue;
      const std::uint32_t terms = terms_of(of);
      const std::int64_t unit = material::micrograms_in(material::facts(kind_.kind).unit);
      const MassSum most(MassSum::Int{unit / 2} * terms);
      if (std::max(line.amount, -line.amount) > most)
        add("V067", line.code, shown(line.amount),
            fmt::format("at most {}, half a unit for each of {}", shown(most),
                        counted(terms, "term")));
    }
  }

  std::optional<MassSum> significant_quantity() const {
    // High enriched uranium, 20 % and more, counts otherwise than low enriched.
    const MassSum element = at(balance_.ending_book, Kind::enriched_uranium);
    const MassSum fissile = at(balance_.ending_book, Kind::u235);
    const bool high = element > MassSum() && fissile.micrograms * 5 >= element.micrograms;
    const auto quantity = material::significant_quantity(kind_.kind, high);
    return quantity ? std::optional(MassSum(*quantity)) : std::nullopt;
  }

  /// σ(MUF) times the limit of the profile, where one is given.
  std::optional<MassSum> uncertainty() const {
    for (const MufUncertainty& u : input_.tables.muf)
      if (u.mba == mbr_.report->header.mba && u.kind == kind_.kind)
        return MassSum(MassSum::Int{u.sigma.micrograms} * input_.profile.muf_limit_sigma.whole());
    return {};
  }

  /// V069
  void unaccounted() {
    const MassSum found = kind_.amount(MF);
    std::optional<MassSum> most = significant_quantity();
    if (const auto limit = uncertainty()) most = most ? std::min(*most, *limit) : limit;
    if (most && std::max(found, -found) > *most)
      add("V069", MF, shown(found), "at most " + shown(*most));
  }
};

}  // namespace

namespace {

/// The inventory before the one of a balance: the last that a list, a balance or the table tells
/// of; without any, the day before the period.
Day inventory_before(const RuleInput& input, const Header& balance, const Mbr* previous) {
  Day out = day_min;
  const auto consider = [&](Day day) {
    if (day < balance.end) out = std::max(out, day);
  };
  for (const Day day : input.books.inventories(balance.mba)) consider(day);
  if (previous != nullptr) consider(previous->report->header.end);
  if (const AreaFacts* area = input.tables.area(balance.mba))
    for (const Day day : area->inventories) consider(day);
  return out == day_min ? balance.begin - 1 : out;
}

void check_area(const RuleInput& input, const Books& books, std::string_view mba,
                const Account* account, Findings& findings) {
  const std::vector<Mbr> reports = balance_reports(input.effective, mba, account);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Header& h = reports[i].report->header;
    if (h.begin == day_min || h.end == day_min) continue;
    const Mbr* previous = i == 0 ? nullptr : &reports[i - 1];
    const Balance balance = books.balance(mba, inventory_before(input, h, previous), h.end);
    Check(input, reports[i], previous, balance, findings).all();
  }
}

}  // namespace

void check_balances(const RuleInput& input, Findings& findings) {
  if (!input.profile.separate) {
    for (const std::string_view mba : input.books.areas())
      check_area(input, input.books, mba, nullptr, findings);
    return;
  }
  for (const Account& account : accounts_of(input.effective)) {
    const Books books(input.effective, input.signs, account);
    for (const std::string_view mba : books.areas())
      check_area(input, books, mba, &account, findings);
  }
}

}  // namespace accord::accounting
