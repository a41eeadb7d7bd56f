#include "accounting/rules/due_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "accounting/books/ledger.h"
#include "accounting/rules/due.h"

namespace accord::accounting {

namespace {

/// The reports of one area that fall due, with a readable period where they need one.
struct OfArea {
  std::vector<const Report*> changes, lists, balances, unreadable;
  std::set<Day> inventories;  ///< of lists, balances and the table of the State
  bool unplaced = false;      ///< a report of an unknown kind or area may be one of it
};

/// Its kind or its area cannot be read.
bool is_unplaced(const Report& r) {
  return r.header.mba.empty() || r.header.kind == ReportKind::unknown ||
         std::any_of(r.unreadable.begin(), r.unreadable.end(),
                     [](const Finding& f) { return f.label == 307 && f.entry <= 1; });
}

/// A new change of a day that cannot be read may be earlier than all that can.
bool may_be_earlier(const Report& r) {
  const bool undated = std::any_of(r.unreadable.begin(), r.unreadable.end(), [](const Finding& f) {
    return f.label == 412 || f.label == 309 || f.hides;
  });
  return undated && (r.header.begin == day_min || !earliest_change(r) ||
                     end_of_month(r.header.begin) != end_of_month(*earliest_change(r)));
}

bool states_a_change(const Report& report) {
  return std::any_of(report.entries.begin(), report.entries.end(), [](const Entry& e) {
    return e.kind == EntryKind::accounting && e.status == Status::fresh;
  });
}

void sort_in(const Report& r, OfArea& area) {
  const Header& h = r.header;
  if (h.kind == ReportKind::icr) return area.changes.push_back(&r);
  if (h.kind != ReportKind::pil && h.kind != ReportKind::mbr) return;
  if (h.end == day_min) return area.unreadable.push_back(&r);
  (h.kind == ReportKind::pil ? area.lists : area.balances).push_back(&r);
  area.inventories.insert(h.end);
}

std::map<std::string_view, OfArea> by_area(const Effective& effective, const StateTables& tables) {
  std::map<std::string_view, OfArea> out;
  for (const AreaFacts& facts : tables.areas)
    out[facts.mba].inventories.insert(facts.inventories.begin(), facts.inventories.end());
  for (const Report* r : effective.reports)
    if (!is_correction_report(*r)) sort_in(*r, out[r->header.mba]);
  for (const Report* r : effective.reports) {
    if (!is_unplaced(*r)) continue;
    for (auto& [mba, area] : out)
      area.unplaced = area.unplaced || r->header.mba.empty() || r->header.mba == mba;
  }
  return out;
}

bool has(const std::vector<const Report*>& reports, Day end) {
  return std::any_of(reports.begin(), reports.end(),
                     [end](const Report* r) { return r->header.end == end; });
}

std::optional<Day> first_list(const OfArea& area) {
  std::optional<Day> out;
  for (const Report* r : area.lists) out = out ? std::min(*out, r->header.end) : r->header.end;
  return out;
}

class List {
 public:
  List(const Effective& effective, const Profile& profile, const StateTables& tables, Day on)
      : effective_(effective), profile_(profile), tables_(tables), on_(on) {}

  std::vector<DueReport> all() {
    for (const auto& [mba, area] : by_area(effective_, tables_)) {
      mba_ = mba;
      area_ = &area;
      changes(area);
      months(area);
      inventories(area);
      ledgers();
    }
    sort();
    return std::move(rows_);
  }

 private:
  const Effective& effective_;
  const Profile& profile_;
  const StateTables& tables_;
  const Day on_;
  std::string_view mba_;
  const OfArea* area_ = nullptr;
  std::vector<DueReport> rows_;

  /// With its state, unless the event is after the day asked.
  void add(DueReport row) {
    if (row.day && *row.day > on_) return;
    row.mba = mba_;
    row.time = row.kind == DueKind::changes  ? &profile_.icr_days
               : row.kind == DueKind::ledger ? &profile_.ledger_days
                                             : &profile_.inventory_days;
    const bool dated = row.report != nullptr && row.report->header.date != day_min;
    if (dated && row.report->header.date <= on_) row.sent = row.report->header.date;
    row.unread = row.report == nullptr
                     ? may_be_there(row.kind)
                     : row.kind == DueKind::changes && may_be_earlier(*row.report);
    const bool readable = (row.report == nullptr || dated) && !row.unread;
    if (row.due && readable) {
      const std::int32_t days = row.sent.value_or(on_) - *row.due;
      row.state = state_of(row, days);
      if (row.state != DueState::not_shown) row.days = days;
    }
    rows_.push_back(row);
  }

  /// Among the reports that cannot be placed, or of which the day cannot be read.
  [[nodiscard]] bool may_be_there(DueKind kind) const {
    const ReportKind wanted = kind == DueKind::list      ? ReportKind::pil
                              : kind == DueKind::balance ? ReportKind::mbr
                                                         : ReportKind::icr;
    return kind != DueKind::ledger &&
           (area_->unplaced ||
            std::any_of(area_->unreadable.begin(), area_->unreadable.end(),
                        [&](const Report* r) { return r->header.kind == wanted; }));
  }

  static DueState state_of(const DueReport& row, std::int32_t days) {
    if (row.sent)
      return days < 0 ? DueState::early : days == 0 ? DueState::on_time : DueState::late;
    if (days <= 0) return DueState::due;
    return row.kind == DueKind::ledger ? DueState::not_shown : DueState::overdue;
  }

  void changes(const OfArea& area) {
    for (const Report* r : area.changes) {
      const auto stated = earliest_change(*r);
      if (stated)
        add(with_changes(*r, *stated));
      else if (states_a_change(*r))  // on no readable day
        add(row(DueKind::changes, DueEvent::change, std::nullopt, r));
      else if (profile_.each_month && r->header.end != day_min)
        add(row(DueKind::changes, DueEvent::month, end_of_month(r->header.end), r));
    }
  }

  /// Lines of the book are no changes: a report of nothing else is that of its month.
  [[nodiscard]] DueReport with_changes(const Report& report, Day stated) const {
    std::optional<Day> change;
    for (const Entry& e : report.entries) {
      const CodeRule* rule = profile_.find(e.code);
      const bool moves = rule == nullptr || rule->group != Group::balance;
      if (moves && e.kind == EntryKind::accounting && e.status == Status::fresh &&
          e.date != day_min)
        change = change ? std::min(*change, e.date) : e.date;
    }
    return change ? row(DueKind::changes, DueEvent::change, change, &report)
                  : row(DueKind::changes, DueEvent::month, end_of_month(stated), &report);
  }

  /// Months from the first report of changes that none of them covers.
  void months(const OfArea& area) {
    if (!profile_.each_month) return;
    std::set<Day> covered;  // by last day of the month
    for (const Report* r : area.changes) {
      const Header& h = r->header;
      if (h.begin == day_min || h.end == day_min) continue;
      for (Day month = end_of_month(h.begin); month <= end_of_month(h.end);
           month = end_of_month(month + 1))
        covered.insert(month);
    }
    if (covered.empty()) return;
    for (Day month = *covered.begin(); month <= on_; month = end_of_month(month + 1))
      if (!covered.contains(month)) add(row(DueKind::changes, DueEvent::month, month, nullptr));
  }

  void inventories(const OfArea& area) {
    const auto first = first_list(area);
    const auto event = [&](Day day) {
      return first == day ? DueEvent::initial_inventory : DueEvent::inventory;
    };
    for (const Report* r : area.lists)
      add(row(DueKind::list, event(r->header.end), r->header.end, r));
    for (const Report* r : area.balances)
      add(row(DueKind::balance, event(r->header.end), r->header.end, r));
    for (const Report* r : area.unreadable)
      add(row(r->header.kind == ReportKind::pil ? DueKind::list : DueKind::balance,
              DueEvent::inventory, std::nullopt, r));
    for (const Day day : area.inventories) {
      if (!has(area.lists, day)) add(row(DueKind::list, event(day), day, nullptr));
      // The first list of an area needs no balance.
      if (!has(area.balances, day) && first != day)
        add(row(DueKind::balance, event(day), day, nullptr));
    }
  }

  void ledgers() {
    if (!profile_.ledger_days.known) return;
    std::set<Day> months;
    for (const LedgerLine& line : ledger(effective_, mba_))
      if (line.day != day_min && line.day <= on_) months.insert(end_of_month(line.day));
    // Of a month that is under way so far.
    for (const Day month : months)
      add(row(DueKind::ledger, DueEvent::ledger_month, std::min(month, on_), nullptr));
  }

  DueReport row(DueKind kind, DueEvent event, std::optional<Day> day, const Report* report) const {
    DueReport out;
    out.kind = kind;
    out.event = event;
    out.day = day;
    out.report = report;
    if (!day) return out;
    out.due = kind == DueKind::changes  ? change_due_day(*day, profile_, tables_)
              : kind == DueKind::ledger ? ledger_due_day(*day, profile_, tables_)
                                        : inventory_due_day(*day, profile_, tables_);
    return out;
  }

  void sort() {
    const auto key = [](const DueReport& r) {
      const std::uint32_t number = r.report == nullptr ? 0 : r.report->header.number;
      const std::string_view file = r.report == nullptr ? "" : std::string_view(r.report->file);
      return std::tuple(r.due ? *r.due : r.day.value_or(day_min), r.mba, r.kind,
                        r.day.value_or(day_min), number, file);
    };
    std::sort(rows_.begin(), rows_.end(),
              [&](const DueReport& a, const DueReport& b) { return key(a) < key(b); });
  }
};

}  // namespace

std::vector<DueReport> due_list(const Effective& effective, const Profile& profile,
                                const StateTables& tables, Day on) {
  return List(effective, profile, tables, on).all();
}

bool is_open(const DueReport& row) {
  return !row.sent;
}

std::string_view in_words(DueKind kind) {
  constexpr std::string_view words[] = {"ICR", "PIL", "MBR", "general ledger"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view in_words(DueState state) {
  constexpr std::string_view words[] = {"early", "on time", "late", "due", "overdue", "not shown"};
  return words[static_cast<std::size_t>(state)];
}

std::string event_in_words(const DueReport& row) {
  const bool month = row.event == DueEvent::month || row.event == DueEvent::ledger_month;
  constexpr std::string_view words[] = {"change of ", "month ", "inventory of ",
                                        "initial inventory of ", "changes of "};
  const std::string day = row.day ? to_string(*row.day) : "a day that cannot be read";
  return std::string(words[static_cast<std::size_t>(row.event)]) +
         (month && row.day ? day.substr(0, 7) : day);
}

}  // namespace accord::accounting
