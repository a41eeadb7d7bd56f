#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "accounting/books/gaps.h"
#include "accounting/books/mbr.h"
#include "accounting/books/stock.h"
#include "accounting/random_state.h"
#include "formats/accounts/accounts.h"

/// What cannot be read is unknown (reporting chapter, 10.1): whatever is made unreadable in a set
/// that can be read, every figure is the true one, an end that holds, or none. Never another
/// figure.
namespace accord::accounting::test {
namespace {

using material::Kind;
using material::MassSum;

struct Text {
  std::string bytes, file;
};

/// A set of reports as read.
struct Set {
  std::vector<Report> reports;
  std::vector<Finding> findings;

  Set(const std::vector<Text>& texts, const Profile& profile) {
    for (const Text& text : texts) {
      formats::ReadReport read = formats::read_report(text.bytes, text.file, profile);
      reports.push_back(std::move(read.report));
      findings.insert(findings.end(), read.findings.begin(), read.findings.end());
    }
  }
  [[nodiscard]] bool is_readable() const {
    return std::all_of(reports.begin(), reports.end(),
                       [](const Report& r) { return r.unreadable.empty(); });
  }
};

/// Changes are of the period of their report, as V020 asks.
std::string in_period(std::string text) {
  const std::string mark = "#010:I#015:";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
    text.replace(at + mark.size(), 17, "20260601/20260630");
  return text;
}

/// Nobody ships to itself.
std::string to_another(std::string text, const std::string& mba) {
  const std::string self = "ZZ/" + mba + "#";
  for (std::size_t at = text.find(self); at != std::string::npos; at = text.find(self, at + 1))
    text.replace(at + 5, 1, mba[2] == 'A' ? "B" : "A");
  return text;
}

// --- damage
// --------------------------------------------------------------------------------------

/// From `begin` up to the byte behind its end mark.
struct Piece {
  std::size_t begin = 0, end = 0;
};

std::vector<Piece> pieces_of(const std::string& text, std::string_view ends) {
  std::vector<Piece> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(ends, at), text.size() - 1) + 1;
    out.push_back({at, end});
    at = end;
  }
  return out;
}

/// One element, cell or mark of the text made unreadable, or the file cut off in it.
std::string damaged(std::string text, bool table) {
  const std::vector<Piece> pieces = pieces_of(text, table ? ",\n" : "#");
  const Piece piece = *rc::gen::elementOf(pieces);
  const std::size_t inside = *rc::gen::inRange(piece.begin, piece.end);
  const auto cut = [&](std::size_t from, std::size_t to) { return text.erase(from, to - from); };
  switch (*rc::gen::inRange(0, 10)) {
    case 0:  // a character that no form has
      text[inside] = *rc::gen::element('?', 'o', '\x01', '\xFF', '~', ';');
      return text;
    case 1:  // wrapped in the middle, as some programs do
      return text.insert(inside, "\n");
    case 2:
      return text.insert(inside,
                         *rc::gen::element<std::string>(" ", "x", "\xC3\xA9", "##", ",", ":"));
    case 3:  // the mark at its end
      return cut(piece.end - 1, piece.end);
    case 4:  // the whole of it
      return cut(piece.begin, piece.end);
    case 5:
      return text.substr(0, inside);
    case 6:  // twice
      return text.insert(piece.end, text.substr(piece.begin, piece.end - piece.begin));
    case 7:
      return cut(piece.begin, std::min(piece.begin + 3, text.size()));
    case 8:
      return text.replace(piece.begin, std::min<std::size_t>(3, text.size() - piece.begin), "O00");
    default:
      return text.replace(piece.begin, piece.end - 1 - piece.begin, table ? "x y" : "x");
  }
}

// --- what is compared
// --------------------------------------------------------------------------------------

struct Shown {
  MassSum amount;
  Bound bound = Bound::exact;
};

bool holds(const Shown& shown, MassSum truth) {
  switch (shown.bound) {
    case Bound::exact:
      return shown.amount == truth;
    case Bound::at_least:
      return shown.amount <= truth;
    case Bound::at_most:
      return truth <= shown.amount;
    default:
      return true;
  }
}

std::string words(const Set& read) {
  std::string out;
  for (const Report& r : read.reports)
    for (const Finding& f : r.unreadable)
      out += f.rule + " " + f.file + ":" + std::to_string(f.place.line) + ":" +
             std::to_string(f.place.column) + " label " + std::to_string(f.label) + " “" + f.found +
             "”\n";
  return out;
}

/// Books and balances of the days, as known on a day.
void compare_books(const Set& whole, const Set& read, const Profile& profile, Day known,
                   const std::vector<Day>& days) {
  const Signs signs = signs_of(profile);
  const Effective of_whole = effective(whole.reports, known),
                  of_read = effective(read.reports, known);
  const Books truth(of_whole, signs), books(of_read, signs);
  for (const std::string_view mba : truth.areas()) {
    for (const Day day : days) {
      const Amounts right = truth.on(mba, day), found = books.on(mba, day);
      const Doubt doubt = books.doubt(mba, day);
      for (const material::KindFacts& facts : material::kinds)
        if (!holds({at(found, facts.kind), doubt.bound(facts.kind)}, at(right, facts.kind)))
          RC_FAIL(std::string(mba) + " " + to_string(day) + " known " + to_string(known) + " " +
                  std::string(facts.name) + ": " + to_string(at(found, facts.kind), facts.unit) +
                  " for " + to_string(at(right, facts.kind), facts.unit) + "\n" + words(read));
    }
    const std::vector<Day> inventories = truth.inventories(mba);
    for (std::size_t i = 1; i < inventories.size(); ++i) {
      const Day before = inventories[i - 1], end = inventories[i];
      const BalanceDoubt doubt = books.doubt(mba, before, end);
      const auto right = computed_mbr(truth.balance(mba, before, end), signs);
      const auto found = computed_mbr(books.balance(mba, before, end), signs);
      for (const MbrKind& kind : right)
        for (const MbrLine& line : kind.lines) {
          // A change of two other categories (V025): the line is of no balance.
          if (signs.is_change(line.code) && signs.of(line.code, kind.kind) == 0 &&
              !signs.goes_either_way(line.code))
            continue;
          const auto same = std::find_if(found.begin(), found.end(),
                                         [&](const MbrKind& k) { return k.kind == kind.kind; });
          const MassSum amount = same == found.end() ? MassSum() : same->amount(line.code);
          if (!holds({amount, doubt.of(line.code).bound(kind.kind)}, line.amount))
            RC_FAIL(std::string(mba) + " balance to " + to_string(end) + " " +
                    to_string(line.code) + "\n" + words(read));
        }
    }
  }
}

/// The figure that stands on a day as known on a day; nothing when there is none.
const StockFigure* figure_on(const std::vector<StockFigure>& figures, Day day, Day known) {
  const StockFigure* out = nullptr;
  for (const StockFigure& f : figures)
    if (f.valid <= day && f.known <= known && (out == nullptr || out->valid <= f.valid)) out = &f;
  return out;
}

void compare_stocks(const Set& whole, const Set& read, const Profile& profile,
                    const std::vector<Day>& days) {
  const auto percent = [](const char* text) { return parse_decimal(text).value; };
  std::vector<StockQuery> queries{{{Kind::enriched_uranium}, {}, {}, {}},
                                  {{Kind::natural_uranium, Kind::depleted_uranium}, {}, {}, {}},
                                  {{Kind::natural_uranium}, {"ZZA1"}, {}, {}},
                                  {{Kind::enriched_uranium}, {}, {}, percent("3.67")},
                                  {{Kind::enriched_uranium}, {"ZZA1", "ZZB1"}, percent("5"), {}}};
  const Signs signs = signs_of(profile);
  const auto right = stock_figures(whole.reports, signs, {}, queries);
  const auto found = stock_figures(read.reports, signs, {}, queries);
  for (std::size_t q = 0; q < queries.size(); ++q)
    for (const Day known : days)
      for (const Day day : days) {
        if (known < day) continue;
        const StockFigure* a = figure_on(right[q], day, known);
        const StockFigure* b = figure_on(found[q], day, known);
        // Less than nothing: the record itself does not add up, with or without the damage.
        if (a != nullptr && a->stock.below_zero > 0) continue;
        if (b == nullptr || b->stock.below_zero > 0 || b->bound == Bound::none) continue;
        const bool shown = a != nullptr && a->stock.below_zero == 0 && a->stock.unknown == 0;
        const bool other = b->bound == Bound::exact && b->stock.unknown == 0;
        if (a == nullptr && (other ? b->stock.amount == MassSum() : true)) continue;
        if (!shown && !other) continue;
        const Bound bound = b->stock.unknown == 0        ? b->bound
                            : b->bound == Bound::at_most ? Bound::none
                                                         : Bound::at_least;
        if (!shown || !holds({b->stock.amount, bound}, a->stock.amount))
          RC_FAIL("query " + std::to_string(q) + " on " + to_string(day) + " known " +
                  to_string(known) + ": " + to_string(b->stock.amount, material::MassUnit::gram) +
                  " for " +
                  (shown ? to_string(a->stock.amount, material::MassUnit::gram) : "no figure") +
                  "\n" + words(read));
      }
}

/// A correction of which the status was damaged, that changed day and batch at once, or that was
/// itself corrected: what it once replaced cannot be told from what is left.
bool leaves_no_trace(const Set& whole, const Set& read) {
  const Effective all = effective(whole.reports);
  const auto named = [&](const Entry* entry) {
    return std::any_of(all.applied.begin(), all.applied.end(),
                       [&](const Correction& c) { return c.target == entry; });
  };
  for (std::size_t i = 0; i < whole.reports.size(); ++i)
    for (const Finding& f : read.reports[i].unreadable) {
      if (f.label != 309 || f.entry == 0) continue;
      for (const Correction& c : all.applied)
        if (c.source == &whole.reports[i] && c.entry->number == f.entry &&
            (c.target == nullptr || named(c.entry) ||
             (c.target->batch != c.entry->batch &&
              (c.target->date != c.entry->date || c.entry->date == day_min))))
          return true;
    }
  return false;
}

/// Corrections of the damaged entries, by where they stand.
std::set<std::pair<std::string, std::uint32_t>> corrections_of_damaged(const Set& set,
                                                                       const Set& read) {
  const Effective made = effective(set.reports);
  std::set<std::pair<std::string, std::uint32_t>> out;
  for (const Correction& c : made.applied)
    for (std::size_t i = 0; i < set.reports.size(); ++i)
      for (const Finding& f : read.reports[i].unreadable)
        if (c.report == &set.reports[i] && c.target != nullptr && c.target->number == f.entry)
          out.emplace(c.source->file, c.entry->number);
  return out;
}

/// A correction that can be read ends the doubt, by the chapter, also where it would have been
/// refused (V040) because its entry, could it be read, was a deletion or was itself refused.
bool corrects_what_was_none(const Set& whole, const Set& read) {
  return corrections_of_damaged(whole, read) != corrections_of_damaged(read, read);
}

/// An entry of one kind of report that corrects one of another: where that one does not say what it
/// is, it is taken to be of the kind of the correction.
bool corrects_another_kind(const Set& whole, const Set& read) {
  const Effective all = effective(whole.reports);
  return std::any_of(all.applied.begin(), all.applied.end(), [&](const Correction& c) {
    const auto at = static_cast<std::size_t>(c.report - whole.reports.data());
    return read.reports[at].header.kind == ReportKind::unknown &&
           c.source->header.kind != c.report->header.kind;
  });
}

std::vector<Day> days_of_june(int step) {
  std::vector<Day> out{*day_of(2026, 5, 20)};
  for (int day = 1; day <= 30; day += step) out.push_back(*day_of(2026, 6, day));
  out.push_back(*day_of(2026, 7, 15));
  return out;
}

RC_GTEST_PROP(UnreadProperty, NothingUnreadBecomesAnotherFigure, ()) {
  std::vector<Text> texts;
  for (const RandomReport& r : random_reports())
    texts.push_back({to_another(in_period(r.text), r.file.substr(0, 4)), r.file});
  RC_PRE(!texts.empty());
  const Profile& profile = formats::code10_profile();
  const Set whole(texts, profile);
  RC_PRE(whole.is_readable());
  Text& hit = texts[*rc::gen::inRange<std::size_t>(0, texts.size())];
  hit.bytes = damaged(hit.bytes, false);
  const Set read(texts, profile);
  RC_PRE(!read.is_readable() && !leaves_no_trace(whole, read) &&
         !corrects_what_was_none(whole, read) && !corrects_another_kind(whole, read));
  for (const Text& text : texts)
    RC_LOG() << (&text == &hit ? "damaged: " : "") << text.file << "\n" << text.bytes << "\n";
  compare_books(whole, read, profile, day_max, days_of_june(1));
  compare_books(whole, read, profile, *day_of(2026, 6, *rc::gen::inRange(1, 31)), days_of_june(3));
  compare_stocks(whole, read, profile, days_of_june(4));
}

/// The same for the examples of the forms, where reports look like those of a State.
void damage_example(const std::string& folder, bool table) {
  const Result<formats::Accounts> accounts =
      formats::read_accounts(std::string(ACCORD_SOURCE_DIR) + "/" + folder);
  RC_ASSERT(accounts.has_value());
  std::vector<Text> texts;
  std::vector<Day> days;
  for (const Report& r : accounts->reports) {
    texts.push_back({*r.text, r.file});
    for (const Day day : {r.header.date, r.header.begin, r.header.end}) {
      days.push_back(day);
      days.push_back(day + 1);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const Set whole(texts, accounts->profile);
  RC_PRE(whole.is_readable());
  Text& hit = texts[*rc::gen::inRange<std::size_t>(0, texts.size())];
  hit.bytes = damaged(hit.bytes, table);
  const Set read(texts, accounts->profile);
  RC_PRE(!read.is_readable());
  RC_LOG() << hit.file << "\n";
  compare_books(whole, read, accounts->profile, day_max, days);
  compare_books(whole, read, accounts->profile, *rc::gen::elementOf(days), days);
}

RC_GTEST_PROP(UnreadProperty, InTheBooksOfAState, ()) {
  damage_example("examples/books/accounts", false);
}
RC_GTEST_PROP(UnreadProperty, InTablesOfEuratom, ()) {
  damage_example("examples/profiles/euratom-302-2005", true);
}
RC_GTEST_PROP(UnreadProperty, InTablesOfTheUnitedKingdom, ()) {
  damage_example("examples/profiles/uk-nsr-2019", true);
}
RC_GTEST_PROP(UnreadProperty, InTablesOfCanada, ()) {
  damage_example("examples/profiles/canada-regdoc-2.13.1", true);
}

}  // namespace
}  // namespace accord::accounting::test
