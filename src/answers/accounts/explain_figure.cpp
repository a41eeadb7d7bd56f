#include "answers/accounts/explain_figure.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounting/books/book_steps.h"
#include "accounting/reports/entry_lines.h"
#include "answers/accounts/names.h"

namespace accord::answers {

using accounting::BookStep;

namespace {

/// Before the first inventory or entry of the area, or of an area without either.
std::optional<Error> no_figure(const Ledger& ledger, const FigureName& name) {
  const auto first = ledger.books.first_day(name.mba);
  if ((first && *first <= name.day) || !ledger.books.doubt(name.mba, name.day).empty())
    return std::nullopt;
  return Error{"C010",
               fmt::format("there is no figure of {} on {}: {}", name.mba, to_string(name.day),
                           first ? "its accounts begin on " + to_string(*first)
                                 : "no inventory or change of it is known"),
               {},
               first ? fmt::format("ask for {} or a later day", to_string(*first))
                     : parameter("inventory") + " shows the areas with figures"};
}

void add_steps(const Ledger& ledger, Day start, ExplainFigureAnswer& out) {
  const material::KindFacts& facts = material::facts(out.label);
  accounting::EntryLines lines;
  material::MassSum book;
  for (const BookStep& step :
       accounting::book_steps(ledger.effective, ledger.signs, out.mba, start, out.day, out.label)) {
    book += step.change;
    const accounting::Report& source = *step.entry->source;
    const accounting::Entry& entry = *step.entry->entry;
    out.steps.push_back({step.day, step.code == 0 ? "listed" : accounting::to_string(step.code),
                         text_or_none(entry.batch), material::amount(step.change, facts),
                         material::amount(book, facts), entry_name(source, entry), source.file,
                         lines.of(source, entry)});
  }
}

/// The book of the day of an inventory is shown before its list, from the list before.
void add_figures(const Ledger& ledger, Day start, ExplainFigureAnswer& out) {
  const material::KindFacts& facts = material::facts(out.label);
  const material::MassSum last =
      out.steps.empty() ? material::MassSum() : out.steps.back().book.mass;
  if (start == out.day) {
    const Figure book = figure(last, facts, ledger.books.doubt(out.mba, start).bound(out.label));
    out.book = book.number, out.book_bound = book.bound;
    return;
  }
  const accounting::BalanceDoubt doubt = ledger.books.doubt(out.mba, start, out.day);
  const Figure book = figure(last, facts, doubt.ending_book.bound(out.label));
  out.book = book.number, out.book_bound = book.bound;
  const std::vector<Day> days = ledger.books.inventories(out.mba);
  if (std::find(days.begin(), days.end(), out.day) == days.end()) return;
  const accounting::Balance balance = ledger.books.balance(out.mba, start, out.day);
  const Figure physical = figure(accounting::at(balance.ending.amounts, out.label), facts,
                                 doubt.ending.bound(out.label));
  const Figure missing = figure(accounting::at(balance.unaccounted(), out.label), facts,
                                doubt.unaccounted.bound(out.label));
  out.physical = physical.number, out.physical_bound = physical.bound;
  out.physical_entries = balance.ending.terms[material::index_of(out.label)];
  out.unaccounted = missing.number, out.unaccounted_bound = missing.bound;
}

}  // namespace

Answered<ExplainFigureAnswer> explain_figure(const Ledger& ledger,
                                             const ExplainFigureQuestion& asked) {
  const FigureName& name = asked.name;
  const auto label = static_cast<std::uint16_t>(name.label);
  const std::vector<std::string_view> areas = ledger.books.areas();
  if (std::find(areas.begin(), areas.end(), name.mba) == areas.end() || !material::is_kind(label))
    return refused(
        {"C010", "no such figure in the books", {}, "write MBA/DAY/LABEL, as ZZC1/2023-09-30/610"});
  if (const auto none = no_figure(ledger, name)) return refused(*none);
  ExplainFigureAnswer out;
  out.mba = name.mba, out.day = name.day, out.label = Label{label};
  const Day start = accounting::book_start(ledger.books, name.mba, name.day);
  add_steps(ledger, start, out);
  add_figures(ledger, start, out);
  add_doubts(ledger, {name.mba}, out);
  return out;
}

constinit const Question explain_figure_question =
    Asked<explain_figure>::named("explain figure", "explain_figure");

}  // namespace accord::answers
