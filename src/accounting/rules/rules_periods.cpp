#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "accounting/reports/labels.h"
#include "accounting/rules/rules.h"

namespace accord::accounting {

namespace {

std::string period(const Header& h) {
  return to_string(h.begin) + " to " + to_string(h.end);
}

bool has_period(const Report& r) {
  return r.header.begin != day_min && r.header.end != day_min;
}

void tell(const Report& r, std::string expected, Findings& findings) {
  findings.add("V021", r, 15, period(r.header), std::move(expected));
}

/// Change reports of one area that overlap, each told on the later of the two. They come by number,
/// date and file.
void overlaps(const std::vector<const Report*>& reports, Findings& findings) {
  std::map<Day, Day> covered;  // by the reports so far: first and last days, apart from one another
  for (const Report* r : reports) {
    Day begin = r->header.begin, end = r->header.end;
    if (begin > end) continue;
    auto span = covered.upper_bound(end);
    const bool overlapping = span != covered.begin() && std::prev(span)->second >= begin;
    while (span != covered.begin() && std::prev(span)->second >= begin) {
      --span;
      begin = std::min(begin, span->first);
      end = std::max(end, span->second);
      span = covered.erase(span);
    }
    covered[begin] = end;
    if (!overlapping) continue;
    const Report* other = *std::find_if(reports.begin(), reports.end(), [&](const Report* o) {
      return o->header.begin <= r->header.end && r->header.begin <= o->header.end &&
             o->header.begin <= o->header.end;
    });
    tell(*r,
         "no day of report " + std::to_string(other->header.number) + ", " + period(other->header),
         findings);
  }
}

/// Balance reports of one area, each beginning on the day after the one before of its category; the
/// first after the initial inventory, when its list is there.
void follow(const std::vector<const Report*>& balances, const std::vector<const Report*>& lists,
            Findings& findings) {
  std::optional<Day> initial;
  if (!lists.empty() && !balances.empty() &&
      lists.front()->header.end < balances.front()->header.end)
    initial = lists.front()->header.end;
  std::map<char, std::optional<Day>> last;
  for (const Report* r : balances) {
    std::optional<Day>& before = last.try_emplace(r->header.category, initial).first->second;
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
    if (is_correction_report(*r)) continue;
    if (r->header.kind == ReportKind::pil) area.lists.push_back(r);
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

/// One of these, which come by their day.
bool has(const std::vector<const Report*>& reports, Day end) {
  const auto at = std::lower_bound(reports.begin(), reports.end(), end,
                                   [](const Report* r, Day day) { return r->header.end < day; });
  return at != reports.end() && (*at)->header.end == end;
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

std::string stated(const Report& source, const Entry& entry, Label label) {
  const Element* element = source.find(entry, label);
  return element == nullptr ? std::string() : std::string(source.content(*element));
}

/// V040, V041; V042 for forms that correct in pairs.
void refused(const RuleInput& input, const Refused& r, std::string found, Findings& findings) {
  const std::string_view rule = r.rule;
  if (rule == "V042" || (input.profile.pairs && rule == "V041" && !r.entry->reference))
    return findings.add("V042", *r.source, *r.entry, 309, std::move(found),
                        rule == "V042" ? "a line that a D before it has removed"
                                       : "the report and line that it corrects");
  findings.add(rule, *r.source, *r.entry, 309, std::move(found),
               rule == "V040"       ? "an effective entry of an earlier report"
               : r.entry->reference ? "no reference with N"
                                    : "a reference");
}

/// V042: a D repeats the check value of its line, as an A may.
void check_pair(const Correction& c, Findings& findings) {
  const std::string given = stated(*c.source, *c.entry, label::previous_check);
  if (c.entry->status == Status::removes && given.empty())
    findings.add("V042", *c.source, *c.entry, label::previous_check, "no check value",
                 "the check value of the line that is removed");
  // The line is in one of the files of the report that the reference names.
  if (c.target == nullptr || c.report == nullptr || given.empty()) return;
  const Entry* target = c.target;
  const bool there = !c.report->entries.empty() &&
                     std::greater_equal<>()(target, c.report->entries.data()) &&
                     std::less<>()(target, c.report->entries.data() + c.report->entries.size());
  const std::string own = there ? stated(*c.report, *target, label::check_value) : std::string();
  if (!own.empty() && own != given)
    findings.add("V042", *c.source, *c.entry, label::previous_check, given, own);
}

}  // namespace

void check_periods(const RuleInput& input, Findings& findings) {
  const auto areas = by_area(input.effective);
  for (const auto& [mba, area] : areas) {
    overlaps(area.changes, findings);
    follow(area.balances, area.lists, findings);
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
  for (const Refused& r : input.effective.refused)
    refused(input, r, stated(*r.source, *r.entry, 309), findings);
  std::map<std::string_view, std::vector<const Report*>> balances;
  for (const Report* r : input.effective.reports)
    if (r->header.kind == ReportKind::mbr && has_period(*r)) balances[r->header.mba].push_back(r);
  for (const Correction& c : input.effective.applied) {
    const Header& own = c.source->header;
    if (input.profile.pairs) check_pair(c, findings);
    if (c.report->header.kind == ReportKind::mbr) continue;
    // Entries of a list are of the day of their inventory.
    const auto day_of = [&](const Entry* e) {
      return e == nullptr ? day_max : e->date != day_min ? e->date : c.report->header.end;
    };
    const Day earliest =
        std::min(c.entry->status == Status::removes ? day_max : day_of(c.entry), day_of(c.target));
    for (const Report* mbr : balances[own.mba]) {
      if (mbr->header.number >= own.number || mbr->header.end < earliest) continue;
      findings.add("V043", *c.source, *c.entry, 309, stated(*c.source, *c.entry, 309),
                   "the balance in report " + std::to_string(mbr->header.number) +
                       " and what follows from it computed again");
      break;
    }
  }
}

}  // namespace accord::accounting
