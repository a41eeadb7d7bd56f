#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "accounting/rules/rule_texts.h"
#include "base/english.h"
#include "report/sections/blocks.h"

/// The accounts behind the figures: what is held, what moved, what is unaccounted for, what is
/// open.
namespace accord::report {

using accounting::Amounts;
using accounting::EffectiveEntry;
using assessment::KnownBooks;
using assessment::Ledger;
using material::KindFacts;
using material::MassSum;

namespace {

// The latest rows; each table says how many there are in all.
constexpr std::size_t movements_max = 40, balances_max = 60, findings_max = 50;

std::string shown_of(std::size_t shown, std::size_t all, std::string_view what) {
  return shown == all ? fmt::format("{}: all {}", what, all)
                      : fmt::format("{}: the latest {} of {}", what, shown, all);
}

std::string unit_of(const KindFacts& facts) {
  return facts.unit == material::MassUnit::gram ? "g" : "kg";
}

/// As far as it can be read.
Cell sum(MassSum mass, const KindFacts& facts, accounting::Bound bound = accounting::Bound::exact) {
  using accounting::Bound;
  const std::string amount = material::to_string(mass, facts.unit);
  if (bound == Bound::none) return {.text = "not known"};
  return {.text = bound == Bound::at_least  ? "at least " + amount
                  : bound == Bound::at_most ? "at most " + amount
                                            : amount,
          .mark = Mark::derived};
}

/// The last list of an inventory on or before a day.
std::string last_inventory(const Ledger& ledger, std::string_view mba, Day on) {
  std::string out = "none";
  for (const Day day : ledger.books.inventories(mba))
    if (day <= on) out = to_string(day);
  return out;
}

std::string area_words(const Ledger& ledger, std::string_view mba) {
  const accounting::AreaFacts* facts = ledger.accounts.tables.area(mba);
  return facts == nullptr || facts->name.empty() ? std::string(mba)
                                                 : fmt::format("{}, {}", mba, facts->name);
}

Table inventory(const Ledger& ledger, Day on) {
  Table table{"books-held",
              "Book inventory by area",
              fmt::format("At the end of {}: the list of the last inventory, and the changes after "
                          "it.",
                          to_string(on)),
              {{"area", false, 34},
               {"material", false, 24},
               {"book", true, 18},
               {"unit", false, 8},
               {"last inventory", false, 16}},
              {}};
  for (const std::string_view mba : ledger.books.areas()) {
    const Amounts book = ledger.books.on(mba, on);
    const accounting::Doubt doubt = ledger.books.doubt(mba, on);
    for (const KindFacts& facts : material::kinds) {
      const MassSum amount = accounting::at(book, facts.kind);
      const accounting::Bound bound = doubt.bound(facts.kind);
      const bool says_nothing =
          bound == accounting::Bound::exact || bound == accounting::Bound::none;
      if (!facts.balanced || (amount == MassSum() && says_nothing)) continue;
      table.rows.push_back({"",
                            {{.text = area_words(ledger, mba)},
                             {.text = std::string(facts.name)},
                             sum(amount, facts, bound),
                             {.text = unit_of(facts)},
                             {.text = last_inventory(ledger, mba, on)}}});
    }
  }
  return table;
}

struct Movement {
  const EffectiveEntry* entry = nullptr;
  const accounting::Weight* weight = nullptr;
};

/// Weights of elements in inventory changes up to the day, by day.
std::vector<Movement> movements_until(const Ledger& ledger, Day on) {
  std::vector<Movement> out;
  for (const EffectiveEntry& e : ledger.effective.entries) {
    if (e.report->header.kind != accounting::ReportKind::icr || on < e.entry->date) continue;
    if (e.entry->date == day_min) continue;  // of a day that cannot be read
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const accounting::Weight& w = e.source->weights[e.entry->weights + i];
      if (material::facts(w.kind).element) out.push_back({&e, &w});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Movement& a, const Movement& b) {
    return a.entry->entry->date < b.entry->entry->date;
  });
  return out;
}

Table movements(const Ledger& ledger, Day on) {
  const std::vector<Movement> all = movements_until(ledger, on);
  const std::size_t shown = std::min(all.size(), movements_max);
  Table table{"books-movements",
              "Inventory changes",
              fmt::format("{} up to {}, corrections applied.",
                          shown_of(shown, all.size(), "Weights of elements"), to_string(on)),
              {{"day", false, 12},
               {"area", false, 8},
               {"code", false, 7},
               {"batch", false, 15},
               {"material", false, 20},
               {"amount", true, 14},
               {"unit", false, 6},
               {"stated in", false, 18}},
              {}};
  for (std::size_t i = all.size() - shown; i < all.size(); ++i) {
    const EffectiveEntry& e = *all[i].entry;
    const KindFacts& facts = material::facts(all[i].weight->kind);
    const std::uint32_t line = e.source->place(e.source->elements[e.entry->elements]).line;
    table.rows.push_back(
        {"",
         {{.text = to_string(e.entry->date)},
          {.text = std::string(e.report->header.mba)},
          {.text = accounting::to_string(e.entry->code)},
          {.text = or_dash(std::string(e.entry->batch))},
          {.text = std::string(facts.name)},
          {.text = material::to_string(all[i].weight->mass, facts.unit), .mark = Mark::found},
          {.text = unit_of(facts)},
          {.text = fmt::format("{}:{}", e.source->file, line)}}});
  }
  return table;
}

/// σ of the MUF of an area, when it is given.
const accounting::MufUncertainty* sigma_of(const Ledger& ledger, std::string_view mba,
                                           material::Kind kind) {
  for (const accounting::MufUncertainty& u : ledger.accounts.tables.muf)
    if (u.mba == mba && u.kind == kind) return &u;
  return nullptr;
}

Row balance_row(const Ledger& ledger, const accounting::Balance& balance, const KindFacts& facts) {
  const MassSum book = accounting::at(balance.ending_book, facts.kind);
  const MassSum listed = accounting::at(balance.ending.amounts, facts.kind);
  const MassSum missing = book - listed;
  const accounting::BalanceDoubt doubt =
      ledger.books.doubt(balance.mba, balance.begin - 1, balance.end);
  const bool is_known = doubt.unaccounted.bound(facts.kind) == accounting::Bound::exact;
  Cell limit{.text = "no σ given"}, verdict{.text = "not judged"};
  if (const auto* u = sigma_of(ledger, balance.mba, facts.kind)) {
    const MassSum bound(MassSum(u->sigma).micrograms *
                        ledger.accounts.profile.muf_limit_sigma.whole());
    const bool within = missing <= bound && -missing <= bound;
    limit = {.text = material::to_string(bound, facts.unit), .mark = Mark::derived};
    verdict = {.text = !is_known ? "not known" : within ? "within" : "beyond"};
  }
  return {"",
          {{.text = std::string(balance.mba)},
           {.text = fmt::format("{} to {}", to_string(balance.begin), to_string(balance.end))},
           {.text = std::string(facts.name)},
           sum(book, facts, doubt.ending_book.bound(facts.kind)),
           sum(listed, facts, doubt.ending.bound(facts.kind)),
           sum(missing, facts, doubt.unaccounted.bound(facts.kind)),
           std::move(limit),
           std::move(verdict),
           {.text = unit_of(facts)}}};
}

Table balances(const Ledger& ledger, Day on) {
  Table table{"books-balances",
              "Material balances",
              "",
              {{"area", false, 8},
               {"period", false, 19},
               {"material", false, 16},
               {"book", true, 12},
               {"inventory", true, 12},
               {"MUF", true, 9},
               {"limit", true, 9},
               {"MUF is", false, 9},
               {"unit", false, 6}},
              {}};
  for (const std::string_view mba : ledger.books.areas()) {
    const std::vector<Day> days = ledger.books.inventories(mba);
    for (std::size_t i = 1; i < days.size() && days[i] <= on; ++i) {
      const accounting::Balance balance = ledger.books.balance(mba, days[i - 1], days[i]);
      for (const KindFacts& facts : material::kinds)
        if (facts.balanced && (accounting::at(balance.ending_book, facts.kind) != MassSum() ||
                               accounting::at(balance.ending.amounts, facts.kind) != MassSum()))
          table.rows.push_back(balance_row(ledger, balance, facts));
    }
  }
  const std::size_t all = table.rows.size(), shown = std::min(all, balances_max);
  table.rows.erase(table.rows.begin(),
                   table.rows.begin() + static_cast<std::ptrdiff_t>(all - shown));
  table.statement = fmt::format(
      "{}. MUF is book minus physical inventory: positive when material is missing. Limit: {} σ.",
      shown_of(shown, all, "From one inventory to the next"),
      ledger.accounts.profile.muf_limit_sigma.whole());
  return table;
}

Table open_findings(const KnownBooks& books) {
  const std::size_t shown = std::min(books.findings.size(), findings_max);
  Table table{
      "books-findings",
      "Open in the accounts",
      fmt::format("What the rules find: {}. Only what cannot be read changes a figure; a figure "
                  "is as good as the accounts behind it.",
                  shown == books.findings.size()
                      ? fmt::format("all {}", shown)
                      : fmt::format("the first {} of {}", shown, books.findings.size())),
      {{"rule", false, 8},
       {"severity", false, 10},
       {"where", false, 22},
       {"what", false, 36},
       {"found", false, 12},
       {"expected", false, 12}},
      {}};
  for (std::size_t i = 0; i < shown; ++i) {
    const accounting::Finding& f = books.findings[i];
    const accounting::RuleText* text = accounting::rule_text(f.rule);
    table.rows.push_back(
        {"",
         {{.text = f.rule},
          {.text = f.severity == Severity::error ? "error" : "warning"},
          {.text = f.file.empty() ? f.mba : fmt::format("{}:{}", f.file, f.place.line)},
          {.text = std::string(text == nullptr ? "–" : text->meaning)},
          {.text = or_dash(f.found)},
          {.text = or_dash(f.expected)}}});
  }
  return table;
}

}  // namespace

void add_books(Writer& w, const ReportBlock&, Section& out) {
  if (w.assessed.books() == nullptr) return;
  const KnownBooks& books = *w.assessed.books();
  const Ledger& ledger = books.ledger;
  const Day on = w.assessed.on();
  out.blocks.emplace_back(Paragraph{fmt::format(
      "The accounts of {} ({}): {} dated on or before {}.", w.party(w.workspace.books.party),
      ledger.accounts.profile.title, counted(ledger.effective.reports.size(), "report"),
      to_string(w.assessed.known()))});
  if (books.errors > 0)
    out.blocks.emplace_back(Paragraph{
        fmt::format("The accounts behind the figures have {} ({} {} not counted among them).",
                    counted(books.errors, "open error"), counted(books.warnings, "warning"),
                    is_or_are(books.warnings)),
        Paragraph::Kind::warning});
  if (!ledger.books.gaps().empty()) {
    std::vector<Cell> places;
    std::set<const accounting::Finding*> there;
    for (const accounting::Gap& gap : ledger.books.gaps())
      if (there.insert(gap.finding).second)
        places.push_back(
            {.text = fmt::format("{}:{}:{}: {}", gap.finding->file, gap.finding->place.line,
                                 gap.finding->place.column, accounting::in_words(gap))});
    out.blocks.emplace_back(
        Paragraph{"The books are incomplete: something in the reports cannot be read. "
                  "Figures that rest on it are at least or at most what could be read, "
                  "or not known.",
                  Paragraph::Kind::warning});
    out.blocks.emplace_back(List{std::move(places)});
  }
  for (Table table : {inventory(ledger, on), movements(ledger, on), balances(ledger, on)})
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
  if (books.findings.empty())
    out.blocks.emplace_back(Paragraph{"The rules of accountancy find nothing open."});
  else
    out.blocks.emplace_back(open_findings(books));
}

}  // namespace accord::report
