#include "answers/accounts/explain_entry.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounting/reports/label_names.h"
#include "answers/accounts/names.h"
#include "material/description.h"

namespace accord::answers {

using accounting::EffectiveEntry;
using accounting::Entry;
using accounting::EntryKind;
using accounting::Report;

namespace {

std::string status_in_words(const Entry& entry) {
  const auto of = [&](std::string_view what) {
    return fmt::format("{} entry {} of report {}", what, entry.reference.entry,
                       entry.reference.report);
  };
  switch (entry.status) {
    case accounting::Status::fresh:
      return "new";
    case accounting::Status::corrects:
      return of("replaces");
    case accounting::Status::removes:
      return of("removes");
    case accounting::Status::added:
      return of("is added as");
    case accounting::Status::ignored:
      return "enters no sum";
    default:
      return "";
  }
}

/// What the content of a label says, where the content itself does not.
std::string in_words(const Ledger& ledger, const Report& report, const Entry& entry,
                     std::uint32_t label) {
  if (label == 309) return status_in_words(entry);
  if (label == 430 && entry.description[0] != 0) return material::in_words(entry.description);
  if (label == 411)
    if (const accounting::CodeRule* rule = ledger.accounts.profile.find(entry.code))
      return rule->keyword;
  if (label == 412 && entry.date != day_min) return to_string(entry.date);
  if (label == 3 && report.header.date != day_min) return to_string(report.header.date);
  return "";
}

std::string place(const Report& report, const Entry& entry) {
  return fmt::format("{}:{}", report.file, report.place(report.elements[entry.elements]).line);
}

template <class List>
bool has(const List& list, const Entry& entry) {
  return std::any_of(list.begin(), list.end(), [&](const auto& e) { return e.entry == &entry; });
}

/// Applied corrections of it, in their order, and whether it counts.
std::vector<std::string> history_of(const Ledger& ledger, const Report& report,
                                    const Entry& entry) {
  std::vector<std::string> out;
  const auto& effective = ledger.effective;
  for (const accounting::Correction& c : effective.applied)
    if (c.target == &entry)
      out.push_back(
          fmt::format("{} by {} ({}), known on {}",
                      c.entry->status == accounting::Status::removes ? "removed" : "replaced",
                      entry_name(*c.source, *c.entry), place(*c.source, *c.entry),
                      to_string(c.source->header.date)));
  for (const accounting::Refused& r : effective.refused)
    if (r.entry == &entry) out.push_back(fmt::format("not applied: see {}", r.rule));
  for (const accounting::Gap& gap : ledger.books.gaps())
    if (gap.entry == &entry) out.push_back(accounting::in_words(gap));
  const bool took_part = std::find(effective.reports.begin(), effective.reports.end(), &report) !=
                         effective.reports.end();
  out.emplace_back(
      has(effective.doubtful, entry)
          ? "its status cannot be read: it does not count, and may replace or delete another"
      : has(effective.entries, entry) ? "it counts in the books"
      : took_part                     ? "it does not count in the books"
                                      : "its report was not known on that day");
  return out;
}

ExplainedEntry explained(const Ledger& ledger, const Report& report, const Entry& entry,
                         std::uint32_t only) {
  ExplainedEntry out{entry_name(report, entry),
                     report.file,
                     report.place(report.elements[entry.elements]).line,
                     entry.kind == EntryKind::note ? EntryForm::note : EntryForm::accounting,
                     {},
                     history_of(ledger, report, entry)};
  for (std::uint32_t i = 0; i < entry.element_count; ++i) {
    const accounting::Element& element = report.elements[entry.elements + i];
    if (only != 0 && element.label != only) continue;
    const Place at = report.place(element);
    out.labels.push_back({element.label, std::string(accounting::label_name(element.label)),
                          at.line, at.column, std::string(report.content(element)),
                          text_or_none(in_words(ledger, report, entry, element.label))});
  }
  return out;
}

}  // namespace

Answered<ExplainEntryAnswer> explain_entry(const Ledger& ledger,
                                           const ExplainEntryQuestion& asked) {
  const EntryName& name = asked.name;
  ExplainEntryAnswer out;
  std::vector<const accounting::Gap*> gaps;
  for (const Report& report : ledger.accounts.reports) {
    if (report.header.mba != name.mba || report.header.number != name.report) continue;
    for (const Entry& entry : report.entries)
      if (name.entry == 0 || (entry.number == name.entry && entry.kind == name.kind))
        out.explained.push_back(explained(ledger, report, entry, name.label));
    for (const accounting::Gap& gap : ledger.books.gaps())
      if (gap.source == &report &&
          (name.entry == 0 || gap.entry == nullptr || gap.entry->number == name.entry))
        gaps.push_back(&gap);
  }
  if (out.explained.empty())
    return refused({"C010",
                    "no such report or entry in the accounts",
                    {},
                    parameter("movements") + " names file and line of each entry"});
  add_doubts(doubts_of(ledger, gaps), out);
  return out;
}

constinit const Question explain_entry_question =
    Asked<explain_entry>::named("explain entry", "explain_entry");

}  // namespace accord::answers
