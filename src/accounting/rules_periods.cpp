#include <algorithm>
#include <set>

#include "accounting/rules_account.h"

namespace accord::accounting {

namespace {

std::string period(const Header& h) {
  return to_string(h.begin) + " to " + to_string(h.end);
}

bool has_period(const Report& r) {
  return r.header.begin != day_min && r.header.end != day_min;
}

/// C, D or A, and nothing new: such a report may be about any period.
bool is_correction(const Report& r) {
  bool corrects = false;
  for (const Entry& e : r.entries) {
    if (e.kind != EntryKind::accounting) continue;
    if (e.status == Status::fresh) return false;
    corrects = corrects || e.status == Status::corrects || e.status == Status::removes ||
               e.status == Status::added;
  }
  return corrects;
}

bool comes_later(const Report* a, const Report* b) {
  return a->header.number > b->header.number;
}

Finding at_period(const Report& r, std::string expected) {
  Finding f = finding_at("V021", Severity::error, r, 15);
  f.found = period(r.header);
  f.expected = std::move(expected);
  return f;
}

/// Change reports of one area that overlap, each told on the later of the two.
void overlaps(std::vector<const Report*> reports, std::vector<Finding>& out) {
  std::stable_sort(reports.begin(), reports.end(), [](const Report* a, const Report* b) {
    return a->header.begin < b->header.begin;
  });
  const Report* last = nullptr;  // the one that ends latest so far
  std::set<const Report*> told;
  for (const Report* r : reports) {
    if (last != nullptr && r->header.begin <= last->header.end) {
      const Report* later = comes_later(r, last) ? r : last;
      const Report* other = later == r ? last : r;
      if (told.insert(later).second)
        out.push_back(at_period(*later, "no day of report " + std::to_string(other->header.number) +
                                            ", " + period(other->header)));
    }
    if (last == nullptr || r->header.end > last->header.end) last = r;
  }
}

/// Balance reports of one area, each beginning on the day after the one before.
void follow(const std::vector<const Report*>& reports, std::optional<Day> initial,
            std::vector<Finding>& out) {
  std::optional<Day> before = initial;
  for (const Report* r : reports) {
    if (before && r->header.begin != *before + 1)
      out.push_back(at_period(*r, "a period from " + to_string(*before + 1)));
    before = r->header.end;
  }
}

/// Reports of one area, by kind, with a readable period.
struct OfArea {
  std::vector<const Report*> changes, lists, balances;
};

std::map<std::string_view, OfArea> by_area(const Effective& effective) {
  std::map<std::string_view, OfArea> out;
  for (const Report* r : effective.reports) {
    if (!has_period(*r)) continue;
    OfArea& area = out[r->header.mba];
    if (r->header.kind == ReportKind::pil) area.lists.push_back(r);
    if (is_correction(*r)) continue;
    if (r->header.kind == ReportKind::icr) area.changes.push_back(r);
    if (r->header.kind == ReportKind::mbr) area.balances.push_back(r);
  }
  for (auto& [mba, area] : out)
    for (auto* reports : {&area.lists, &area.balances})
      std::stable_sort(reports->begin(), reports->end(), [](const Report* a, const Report* b) {
        return a->header.end < b->header.end;
      });
  return out;
}

}  // namespace

std::vector<Finding> check_periods(const Effective& effective) {
  std::vector<Finding> out;
  for (const auto& [mba, area] : by_area(effective)) {
    overlaps(area.changes, out);
    follow(area.balances,
           area.lists.empty() ? std::nullopt : std::optional(area.lists.front()->header.end), out);
  }
  return out;
}

std::vector<Finding> check_late_corrections(const Effective& effective) {
  std::map<std::string_view, std::vector<const Report*>> balances;
  for (const Report* r : effective.reports)
    if (r->header.kind == ReportKind::mbr && has_period(*r)) balances[r->header.mba].push_back(r);
  std::vector<Finding> out;
  for (const Correction& c : effective.applied) {
    const Header& own = c.source->header;
    // Entries of a list or a balance are of the day of their inventory.
    const auto day_of = [&](const Entry* e) {
      return e == nullptr ? day_max : e->date != day_min ? e->date : c.report->header.end;
    };
    const Day earliest =
        std::min(c.entry->status == Status::removes ? day_max : day_of(c.entry), day_of(c.target));
    for (const Report* mbr : balances[own.mba]) {
      if (mbr->header.number >= own.number || mbr->header.end < earliest) continue;
      Finding f = finding_at("V043", Severity::warning, *c.source, *c.entry, 309);
      if (const Element* e = c.source->find(*c.entry, 309)) f.found = c.source->content(*e);
      f.expected = "the balance in report " + std::to_string(mbr->header.number) +
                   " and what follows from it have to be computed again";
      out.push_back(std::move(f));
      break;
    }
  }
  return out;
}

std::vector<Finding> check_inventories(const Effective& effective, const InventoryDays& days,
                                       Day today) {
  std::vector<Finding> out;
  const auto missing = [&](const Report& there, const char* half) {
    Finding f = finding_at("V070", Severity::error, there, 10);
    f.found = std::string("no ") + half + " for the inventory of " + to_string(there.header.end);
    f.expected = std::string("a ") + half + ", also when nothing is in stock";
    return f;
  };
  const auto areas = by_area(effective);
  for (const auto& [mba, area] : areas) {
    const auto has = [](const std::vector<const Report*>& reports, Day day) {
      return std::any_of(reports.begin(), reports.end(),
                         [&](const Report* r) { return r->header.end == day; });
    };
    std::set<Day> told;
    for (std::size_t i = 1; i < area.lists.size(); ++i)
      if (const Day day = area.lists[i]->header.end; day != area.lists.front()->header.end &&
                                                     !has(area.balances, day) &&
                                                     told.insert(day).second)
        out.push_back(missing(*area.lists[i], "MBR"));
    for (const Report* balance : area.balances)
      if (!has(area.lists, balance->header.end)) out.push_back(missing(*balance, "PIL"));
  }
  for (const auto& [mba, own] : days)
    for (const Day day : own) {
      const auto area = areas.find(mba);
      const auto is_there = [&](const std::vector<const Report*>& reports) {
        return std::any_of(reports.begin(), reports.end(),
                           [&](const Report* r) { return r->header.end == day; });
      };
      if (area != areas.end() && (is_there(area->second.lists) || is_there(area->second.balances)))
        continue;
      if (today <= day + 30) continue;
      for (const char* half : {"PIL", "MBR"}) {
        Finding f;
        f.rule = "V070";
        f.mba = mba;
        f.label = 10;
        f.found = std::string("no ") + half + " for the inventory of " + to_string(day);
        f.expected = std::string("a ") + half + " within 30 days";
        out.push_back(std::move(f));
      }
    }
  return out;
}

}  // namespace accord::accounting
