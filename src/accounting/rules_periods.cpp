#include <algorithm>
#include <set>

#include "accounting/rules.h"

namespace accord::accounting {

namespace {

std::string period(const Header& h) {
  return to_string(h.begin) + " to " + to_string(h.end);
}

bool has_period(const Report& r) {
  return r.header.begin != day_min && r.header.end != day_min;
}

bool comes_later(const Report* a, const Report* b) {
  return a->header.number > b->header.number;
}

void tell(const Report& r, std::string expected, Findings& findings) {
  findings.add("V021", r, 15, period(r.header), std::move(expected));
}

/// Change reports of one area that overlap, each told on the later of the two.
void overlaps(std::vector<const Report*> reports, Findings& findings) {
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
        tell(*later,
             "no day of report " + std::to_string(other->header.number) + ", " +
                 period(other->header),
             findings);
    }
    if (last == nullptr || r->header.end > last->header.end) last = r;
  }
}

/// Balance reports of one area, each beginning on the day after the one before.
void follow(const std::vector<const Report*>& reports, std::optional<Day> initial,
            Findings& findings) {
  std::optional<Day> before = initial;
  for (const Report* r : reports) {
    if (before && r->header.begin != *before + 1)
      tell(*r, "a period from " + to_string(*before + 1), findings);
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
    if (is_correction_report(*r)) continue;
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

bool has(const std::vector<const Report*>& reports, Day end) {
  return std::any_of(reports.begin(), reports.end(),
                     [&](const Report* r) { return r->header.end == end; });
}

/// V070 from the reports themselves.
void halves(const OfArea& area, Findings& findings) {
  const auto missing = [&](const Report& there, const std::string& half) {
    findings.add("V070", there, 10,
                 "no " + half + " for the inventory of " + to_string(there.header.end),
                 "a " + half + ", also when nothing is in stock");
  };
  std::set<Day> told;
  for (const Report* list : area.lists) {
    const Day day = list->header.end;
    if (day != area.lists.front()->header.end && !has(area.balances, day) &&
        told.insert(day).second)
      missing(*list, "MBR");
  }
  for (const Report* balance : area.balances)
    if (!has(area.lists, balance->header.end)) missing(*balance, "PIL");
}

}  // namespace

void check_periods(const RuleInput& input, Findings& findings) {
  const auto areas = by_area(input.effective);
  for (const auto& [mba, area] : areas) {
    overlaps(area.changes, findings);
    follow(area.balances,
           area.lists.empty() ? std::nullopt : std::optional(area.lists.front()->header.end),
           findings);
    halves(area, findings);
  }
  if (!input.tables.assessment_day) return;
  for (const AreaFacts& facts : input.tables.areas)
    for (const Day day : facts.inventories) {
      const auto area = areas.find(facts.mba);
      if (area != areas.end() && (has(area->second.lists, day) || has(area->second.balances, day)))
        continue;
      if (*input.tables.assessment_day <= day + input.profile.inventory_days.whole()) continue;
      for (const std::string half : {"PIL", "MBR"})
        findings.add("V070", facts.mba, 10,
                     "no " + half + " for the inventory of " + to_string(day), "a " + half);
    }
}

void check_corrections(const RuleInput& input, Findings& findings) {
  const auto stated = [](const Report& source, const Entry& entry) {
    const Element* element = source.find(entry, 309);
    return element == nullptr ? std::string() : std::string(source.content(*element));
  };
  for (const Refused& r : input.effective.refused)
    findings.add(r.rule, *r.source, *r.entry, 309, stated(*r.source, *r.entry),
                 r.rule == std::string_view("V040") ? "an effective entry of an earlier report"
                 : r.entry->reference               ? "no reference with N"
                                                    : "a reference");
  std::map<std::string_view, std::vector<const Report*>> balances;
  for (const Report* r : input.effective.reports)
    if (r->header.kind == ReportKind::mbr && has_period(*r)) balances[r->header.mba].push_back(r);
  for (const Correction& c : input.effective.applied) {
    const Header& own = c.source->header;
    // Entries of a list or a balance are of the day of their inventory.
    const auto day_of = [&](const Entry* e) {
      return e == nullptr ? day_max : e->date != day_min ? e->date : c.report->header.end;
    };
    const Day earliest =
        std::min(c.entry->status == Status::removes ? day_max : day_of(c.entry), day_of(c.target));
    for (const Report* mbr : balances[own.mba]) {
      if (mbr->header.number >= own.number || mbr->header.end < earliest) continue;
      findings.add("V043", *c.source, *c.entry, 309, stated(*c.source, *c.entry),
                   "the balance in report " + std::to_string(mbr->header.number) +
                       " and what follows from it computed again");
      break;
    }
  }
}

}  // namespace accord::accounting
