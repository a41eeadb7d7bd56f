#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "accounting/books/mbr.h"
#include "accounting/rules/rules.h"

/// Lines of the book in reports of changes: its ending, and MUF that is booked.
namespace accord::accounting {

using material::Kind;
using material::MassSum;

namespace {

constexpr Code BA = code("BA"), MF = code("MF");

std::string shown(MassSum mass, Kind kind) {
  const material::MassUnit unit = material::facts(kind).unit;
  return material::to_string(mass, unit) + static_cast<char>(unit);
}

/// Signs of changes, with those of booked MUF, which is one in the running book.
Signs signs_of_book(const RuleInput& input) {
  Signs out = input.signs;
  for (const CodeRule& rule : input.profile.codes)
    if (rule.group == Group::unaccounted) out.add(rule.code, rule.sign);
  return out;
}

/// The part of a list in the order of areas that is of this one.
template <class T, class AreaOf>
std::span<const T> of_area(const std::vector<T>& all, std::string_view mba, AreaOf area_of) {
  const auto before = [&](const T& t) { return area_of(t) < mba; };
  const auto begin = std::partition_point(all.begin(), all.end(), before);
  const auto not_after = [&](const T& t) { return area_of(t) == mba; };
  return {begin, std::partition_point(begin, all.end(), not_after)};
}

/// What of the effective entries is of one area.
struct AreaInput {
  std::span<const Report* const> reports;
  std::span<const EffectiveEntry> entries;
  std::span<const Correction> applied;

  AreaInput(const Effective& all, std::string_view mba)
      : reports(of_area(all.reports, mba, [](const Report* r) { return r->header.mba; })),
        entries(of_area(all.entries, mba,
                        [](const EffectiveEntry& e) { return e.report->header.mba; })),
        applied(
            of_area(all.applied, mba, [](const Correction& c) { return c.report->header.mba; })) {}
};

/// Amounts of one account by day. Asked mostly for the last days, so it goes back from the end.
struct DayBook {
  std::map<Day, Amounts> days;
  Amounts all{};

  [[nodiscard]] Amounts on(Day day) const {
    Amounts out = all;
    for (auto at = days.rbegin(); at != days.rend() && at->first > day; ++at)
      for (std::size_t i = 0; i < out.size(); ++i) out[i] -= at->second[i];
    return out;
  }
};

/// The running book of one area as its reports knew it, one after the other: what a later report
/// corrects counts from that report on.
class RunningBook {
 public:
  RunningBook(const AreaInput& area, const Signs& signs) : signs_(signs) {
    Day first = day_max;
    for (const Report* r : area.reports)
      if (is_inventory_list(*r)) first = std::min(first, r->header.end);
    opening_ = first;
    for (const EffectiveEntry& e : area.entries)
      if (e.report->header.kind == ReportKind::pil && e.report->header.end == first)
        move(*e.source, *e.entry, first, 1, true);
    for (const Correction& c : area.applied) {
      if (c.target != nullptr && c.entry->status != Status::replaces)
        removed_[c.entry] = {c.report, c.target};
      if (c.entry->status != Status::removes) counted_.insert(c.entry);
    }
    for (const Report* r : area.reports)
      if (!r->entries.empty()) sources_.emplace(r->entries.data(), r);
  }

  [[nodiscard]] bool has_opening() const { return opening_ != day_max; }
  [[nodiscard]] Day opening() const { return opening_; }

  /// The changes and corrections of one report.
  void add(const Report& report) {
    for (const Entry& e : report.entries) {
      if (const auto gone = removed_.find(&e); gone != removed_.end())
        if (const Report* source = source_of(gone->second.second))
          move(*source, *gone->second.second, gone->second.second->date, -1, false);
      if (e.status == Status::fresh || counted_.contains(&e)) move(report, e, e.date, 1, false);
    }
  }

  [[nodiscard]] Amounts on(const Account& account, Day day) const {
    const auto book = book_.find(account);
    return book == book_.end() ? Amounts{} : book->second.on(day);
  }

  [[nodiscard]] std::vector<Account> accounts() const {
    std::vector<Account> out;
    for (const auto& [account, days] : book_) out.push_back(account);
    return out;
  }

 private:
  const Signs& signs_;
  Day opening_ = day_max;
  std::map<Account, DayBook> book_;
  std::map<const Entry*, std::pair<const Report*, const Entry*>> removed_;  // by the correction
  std::set<const Entry*> counted_;
  std::map<const Entry*, const Report*> sources_;  // by the first entry of each

  /// The report in whose entries this one stands.
  [[nodiscard]] const Report* source_of(const Entry* entry) const {
    const auto after = sources_.upper_bound(entry);
    if (after == sources_.begin()) return nullptr;
    const auto& [first, report] = *std::prev(after);
    return std::less<const Entry*>()(entry, first + report->entries.size()) ? report : nullptr;
  }

  void move(const Report& source, const Entry& e, Day day, int times, bool list) {
    if (!list && (day == day_min || day <= opening_)) return;
    for (std::uint32_t i = 0; i < e.weight_count; ++i) {
      const Weight& w = source.weights[e.weights + i];
      const int sign = times * (list ? 1 : signs_.of(e.code, w.kind));
      if (sign == 0) continue;
      const MassSum change = sign > 0 ? MassSum(w.mass) : -MassSum(w.mass);
      DayBook& book = book_[w.previous ? e.previous : e.account];
      at(book.days[day], w.kind) += change;
      at(book.all, w.kind) += change;
    }
  }
};

void check_line(const EffectiveEntry& e, const RunningBook& book, Findings& findings) {
  const Amounts expected = book.on(e.entry->account, e.entry->date);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const material::KindFacts& facts = material::kinds[i];
    if (!facts.balanced) continue;
    const Weight* stated = e.source->weight(*e.entry, facts.kind);
    const MassSum found = stated == nullptr ? MassSum() : MassSum(stated->mass);
    if (found != expected[i])
      findings.add("V064", *e.source, *e.entry, static_cast<Label>(facts.kind),
                   shown(found, facts.kind), shown(expected[i], facts.kind));
  }
}

std::string words_of(const Account& account) {
  std::string out(1, account.category);
  for (const char c : account.obligation)
    if (c != 0) out += c;
  return out;
}

/// Accounts with something in them and no line.
void check_missing(const Report& report, const std::set<Account>& stated, const RunningBook& book,
                   Findings& findings) {
  for (const Account& account : book.accounts()) {
    const Amounts amounts = book.on(account, report.header.end);
    const bool empty =
        std::all_of(amounts.begin(), amounts.end(), [](MassSum mass) { return mass == MassSum(); });
    if (!empty && !stated.contains(account))
      findings.add("V064", report, 411, "no line BA of " + words_of(account),
                   "a line for each category and obligation on " + to_string(report.header.end));
  }
}

void check_books(const RuleInput& input, std::string_view mba, const Signs& signs,
                 Findings& findings) {
  const AreaInput area(input.effective, mba);
  RunningBook book(area, signs);
  if (!book.has_opening()) return;  // the opening is not known
  std::map<const Report*, std::vector<const EffectiveEntry*>> lines;
  for (const EffectiveEntry& e : area.entries)
    if (e.entry->code == BA && e.source->header.kind == ReportKind::icr)
      lines[e.source].push_back(&e);
  for (const Report* r : area.reports) {
    if (r->header.kind != ReportKind::icr) continue;
    book.add(*r);
    std::set<Account> stated;
    for (const EffectiveEntry* e : lines[r]) {
      if (e->entry->date == r->header.end) stated.insert(e->entry->account);
      if (e->entry->date != day_min) check_line(*e, book, findings);
    }
    if (r->header.end != day_min && r->header.end > book.opening() && !is_correction_report(*r))
      check_missing(*r, stated, book, findings);
  }
}

/// MUF of one inventory, book minus physical.
using MufKey = std::tuple<std::string_view, Day, Account>;

struct Booked {
  const Report* report = nullptr;  ///< of the first entry
  const Entry* entry = nullptr;
  Amounts amounts{};
};

std::map<MufKey, Booked> booked_muf(const RuleInput& input, const Signs& signs) {
  std::map<MufKey, Booked> out;
  const auto add = [&](const Report& source, const Entry& e) {
    const CodeRule* rule = input.profile.find(e.code);
    if (rule == nullptr || rule->group != Group::unaccounted) return;
    Booked& booked = out[{source.header.mba, e.inventory, e.account}];
    if (booked.entry == nullptr) booked.report = &source, booked.entry = &e;
    Amounts effect{};
    add_signed(source, e, signs, effect);
    for (std::size_t i = 0; i < effect.size(); ++i) booked.amounts[i] -= effect[i];
  };
  for (const EffectiveEntry& e : input.effective.entries)
    if (e.source->header.kind == ReportKind::icr) add(*e.source, *e.entry);
  // Some forms state it with a status that enters no sum.
  for (const Report* r : input.effective.reports)
    if (r->header.kind == ReportKind::icr)
      for (const Entry& e : r->entries)
        if (e.status == Status::ignored) add(*r, e);
  return out;
}

/// Lines of MUF in the balances, by the same keys.
std::map<MufKey, Booked> reported_muf(const RuleInput& input) {
  std::map<MufKey, Booked> out;
  for (const EffectiveEntry& e : input.effective.entries) {
    if (e.source->header.kind != ReportKind::mbr || e.entry->code != MF) continue;
    Booked& muf = out[{e.source->header.mba, e.report->header.end, e.entry->account}];
    muf.report = e.source;
    muf.entry = e.entry;
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      at(muf.amounts, w.kind) += as_written(input.profile, MF, MassSum(w.mass));  // turned back
    }
  }
  return out;
}

bool goes_on_after(const RuleInput& input, std::string_view mba, Day day) {
  const auto& reports = input.effective.reports;
  return std::any_of(reports.begin(), reports.end(), [&](const Report* r) {
    return r->header.mba == mba && r->header.kind == ReportKind::icr && r->header.begin > day;
  });
}

/// Both in the sign of the form: a reader looks for what the finding says in the reports.
void compare(const Profile& profile, const Booked& booked, const Booked* reported, Day day,
             Findings& findings) {
  const Amounts expected = reported == nullptr ? Amounts{} : reported->amounts;
  for (const material::KindFacts& facts : material::kinds) {
    const MassSum found = as_written(profile, MF, at(booked.amounts, facts.kind));
    const MassSum right = as_written(profile, MF, at(expected, facts.kind));
    if (facts.balanced && found != right)
      findings.add("V065", *booked.report, *booked.entry, static_cast<Label>(facts.kind),
                   fmt::format("{} {}", sign_in_words(profile, MF), shown(found, facts.kind)),
                   shown(right, facts.kind) + " in the balance of " + to_string(day));
  }
}

}  // namespace

void check_book_lines(const RuleInput& input, Findings& findings) {
  const CodeRule* ending = input.profile.find(BA);
  if (ending == nullptr || !ending->in_icr) return;
  const Signs signs = signs_of_book(input);
  for (const std::string_view mba : input.books.areas()) check_books(input, mba, signs, findings);
}

void check_booked_muf(const RuleInput& input, Findings& findings) {
  if (!input.profile.signs.muf_booked) return;
  const auto booked = booked_muf(input, signs_of_book(input));
  const auto reported = reported_muf(input);
  std::set<std::pair<std::string_view, Day>> balances;
  for (const Report* r : input.effective.reports)
    if (r->header.kind == ReportKind::mbr) balances.insert({r->header.mba, r->header.end});
  for (const auto& [key, muf] : booked) {
    const auto& [mba, day, account] = key;
    if (day == day_min) continue;  // V022: the day is missing
    if (muf.entry->date != day_min && muf.entry->date <= day)
      findings.add("V065", *muf.report, *muf.entry, 412, to_string(muf.entry->date),
                   "after " + to_string(day) + ", the day of the inventory");
    if (!balances.contains({mba, day})) {
      findings.add("V065", *muf.report, *muf.entry, 908, to_string(day),
                   "the day of an inventory with a balance");
      continue;
    }
    const auto own = reported.find(key);
    compare(input.profile, muf, own == reported.end() ? nullptr : &own->second, day, findings);
  }
  for (const auto& [key, muf] : reported) {
    const auto& [mba, day, account] = key;
    const bool nothing = std::all_of(muf.amounts.begin(), muf.amounts.end(),
                                     [](MassSum mass) { return mass == MassSum(); });
    if (!nothing && !booked.contains(key) && goes_on_after(input, mba, day))
      findings.add("V065", *muf.report, *muf.entry, 411, "MUF that is not booked",
                   "an entry after " + to_string(day) + " that brings the book to the inventory");
  }
}

}  // namespace accord::accounting
