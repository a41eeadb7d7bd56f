#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "accounting/books/transit.h"
#include "accounting/reports/composition.h"
#include "accounting/reports/labels.h"
#include "accounting/rules/rules.h"
#include "base/english.h"

/// Transfers out of and into the State: unknown batches and notices.
namespace accord::accounting {

namespace {

using material::EffectiveMass;

constexpr std::size_t candidates_shown = 3;

/// V084.
void check_unknown(const EffectiveEntry& e, const Candidates& candidates, Findings& findings) {
  std::string expected;
  const auto found = candidates.of(e);
  for (std::size_t i = 0; i < std::min(found.size(), candidates_shown); ++i) {
    const EffectiveEntry& s = *found[i].shipment;
    expected +=
        fmt::format("{}{} of 100: {} report {}, entry {} ({})", i == 0 ? "" : "; ", found[i].score,
                    s.source->header.mba, s.source->header.number, s.entry->number, found[i].why);
  }
  findings.add("V084", *e.source, *e.entry, 447, "UNKNOWN", std::move(expected));
}

bool is_import_of_unknown(const EffectiveEntry& e) {
  return e.report->header.kind == ReportKind::icr && e.entry->code == code("RF") &&
         e.entry->shipper_batch == "UNKNOWN";
}

struct Movement {
  const EffectiveEntry* entry = nullptr;
  EffectiveMass mass;
};
/// Of one State, in one direction, with one other State.
using MovementKey = std::tuple<std::string_view, char, std::string_view>;

class Notices {
 public:
  explicit Notices(const RuleInput& input) : input_(input) {}

  void add(const EffectiveEntry& e, Findings& findings) {
    const CodeRule* code = input_.profile.find(e.entry->code);
    if (e.report->header.kind != ReportKind::icr || code == nullptr || code->notice == 0) return;
    const EffectiveMass mass = effective_mass_of(*e.source, *e.entry);
    const bool inward = code->notice == 'i';
    if (mass.is_above(limit())) {
      if (!has_notice(e, inward)) report(e, mass.to_fixed(4) + " effective kg", findings);
      return;
    }
    const std::string_view partner = inward ? e.entry->shipper.country : e.entry->receiver.country;
    if (partner.empty() || e.entry->date == day_min) return;
    small_[{e.report->header.country, code->notice, partner}].push_back({&e, mass});
  }

  /// Small transfers that together exceed the limit within some months.
  void check_sums(Findings& findings) {
    for (auto& [key, list] : small_) {
      EffectiveMass all;
      for (const Movement& m : list) all += m.mass;
      if (!all.is_above(limit())) continue;
      std::stable_sort(list.begin(), list.end(), [](const Movement& a, const Movement& b) {
        return a.entry->entry->date < b.entry->entry->date;
      });
      check_sum(key, list, findings);
    }
  }

 private:
  const RuleInput& input_;
  std::map<MovementKey, std::vector<Movement>> small_;

  [[nodiscard]] const Decimal& limit() const { return input_.profile.notice_above.value; }

  [[nodiscard]] bool has_notice(const EffectiveEntry& e, bool inward) const {
    // Some forms name the notification on the line itself.
    return e.source->find(*e.entry, label::notification) != nullptr ||
           input_.tables.has_notice(inward, e.report->header.mba, e.entry->batch);
  }

  static void report(const EffectiveEntry& e, std::string found, Findings& findings) {
    findings.add("V085", *e.source, *e.entry, 411, std::move(found), "a transfer notice");
  }

  void check_sum(const MovementKey& key, const std::vector<Movement>& list, Findings& findings) {
    const std::int32_t months = input_.profile.notice_months.whole();
    const auto& [country, direction, partner] = key;
    EffectiveMass sum;
    auto first = list.begin();
    for (const Movement& m : list) {
      sum += m.mass;
      const Day begin = add_months(m.entry->entry->date, -months);
      for (; first->entry->entry->date <= begin; ++first) sum -= first->mass;
      if (sum.is_above(limit()) && !has_notice(*m.entry, direction == 'i'))
        report(*m.entry,
               fmt::format("{} effective kg in {} {} {}", sum.to_fixed(4), counted(months, "month"),
                           direction == 'i' ? "from" : "to", partner),
               findings);
    }
  }
};

}  // namespace

void check_transfers(const RuleInput& input, Findings& findings) {
  const auto& entries = input.effective.entries;
  if (std::any_of(entries.begin(), entries.end(), is_import_of_unknown)) {
    const Transit transit = match_transit(input.effective);
    const Candidates candidates(transit);
    for (const EffectiveEntry& e : entries)
      if (is_import_of_unknown(e)) check_unknown(e, candidates, findings);
  }
  if (!input.tables.notices || !input.profile.notice_above.known) return;
  Notices notices(input);
  for (const EffectiveEntry& e : entries) notices.add(e, findings);
  notices.check_sums(findings);
}

}  // namespace accord::accounting
