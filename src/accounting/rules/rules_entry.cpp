#include "accounting/rules/rules_entry.h"

#include <algorithm>
#include <map>

/// Rules about one entry by itself: the walk over the entries, days and labels.
namespace accord::accounting {

namespace {

using InventoryDaysOf = std::map<std::string_view, std::vector<Day>>;

/// From the table and from the lists and balances that were sent.
InventoryDaysOf inventory_days(const RuleInput& input) {
  InventoryDaysOf out;
  for (const AreaFacts& area : input.tables.areas) out[area.mba] = area.inventories;
  for (const Report* r : input.effective.reports) {
    const bool of_inventory =
        r->header.kind == ReportKind::pil || r->header.kind == ReportKind::mbr;
    if (of_inventory && r->header.end != day_min) out[r->header.mba].push_back(r->header.end);
  }
  for (auto& [mba, days] : out) std::sort(days.begin(), days.end());
  return out;
}

}  // namespace

void check_entries(const RuleInput& input, Findings& findings) {
  const InventoryDaysOf days = inventory_days(input);
  const std::vector<Day> none;
  for (const Report* report : input.effective.reports) {
    const AreaFacts* area = input.tables.area(report->header.mba);
    const auto inventories = days.find(report->header.mba);
    for (const Entry& entry : report->entries) {
      if (!is_checked(*report, entry)) continue;
      const EntryCase c{input,
                        *report,
                        entry,
                        input.profile.find(entry.code),
                        area != nullptr && area->unified,
                        inventories == days.end() ? none : inventories->second};
      check_days(c, findings);
      check_labels(c, findings);
      check_weights(c, findings);
      check_composition(c, findings);
      check_categories(c, findings);
    }
  }
}

void check_days(const EntryCase& c, Findings& findings) {
  const Entry& e = c.entry;
  if (c.kind() != ReportKind::icr) return;
  const Header& h = c.report.header;
  const bool has_period = h.begin != day_min && h.end != day_min;
  if (e.status == Status::fresh && e.date != day_min && has_period &&
      (e.date < h.begin || e.date > h.end))
    c.report_to(findings, "V020", 412, to_string(e.date), compact(h.begin) + "/" + compact(h.end));
  if (c.code == nullptr || !c.code->special) return;
  const StateTables& tables = c.input.tables;
  if (tables.special_reports && c.can_use(446) &&
      !tables.has_special_report(h.mba, e.batch, e.code))
    c.report_to(findings, "V029", 411, to_string(e.code), "a special report");
  if (e.date != day_min && std::binary_search(c.inventories.begin(), c.inventories.end(), e.date))
    c.report_to(findings, "V029 inventory", 412, to_string(e.date),
                "not the day of a physical inventory");
}

void check_labels(const EntryCase& c, Findings& findings) {
  if (c.kind() == ReportKind::mbr) return;
  if (c.kind() == ReportKind::icr && c.code != nullptr) {
    for (const Label label : c.input.profile.coded) {
      const std::string code = to_string(c.entry.code);
      if (!c.has(label) && c.code->must_have(label))
        c.report_to(findings, "V022", label, {}, "mandatory for " + code);
      if (!c.has(label) || c.code->may_have(label)) continue;
      const Element* element = c.report.find(c.entry, label);
      c.report_to(findings, "V022", label,
                  element == nullptr ? std::string() : std::string(c.report.content(*element)),
                  "not with " + code);
    }
  }
  const bool items = c.can_use(430) &&
                     c.input.profile.item_forms.find(c.entry.description[0]) != std::string::npos;
  if (items && c.can_use(470) && c.entry.items == 0) c.report_to(findings, "V028", 470, "0", "> 0");
}

}  // namespace accord::accounting
