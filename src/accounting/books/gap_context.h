#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "accounting/books/gaps.h"

/// What the gaps of all reports share. Internal to `gaps`.
namespace accord::accounting {

using Standing = std::unordered_map<const Entry*, EffectiveEntry>;

/// Entries of damaged reports that count, or would if their status could be read.
inline Standing standing_entries(const Effective& effective) {
  Standing out;
  for (const auto* entries : {&effective.entries, &effective.doubtful})
    for (const EffectiveEntry& e : *entries)
      if (!e.source->unreadable.empty()) out.emplace(e.entry, e);
  return out;
}

/// The first day that anything says of a batch of an area.
class Batches {
 public:
  explicit Batches(const Effective& effective) : effective_(effective) {}

  std::optional<Day> first_day(std::string_view mba, std::string_view batch) {
    const auto [area, fresh] = areas_.try_emplace(mba);
    if (fresh) read(mba, area->second);
    const auto found = area->second.find(batch);
    return found == area->second.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  using Days = std::unordered_map<std::string_view, Day>;
  const Effective& effective_;
  std::map<std::string_view, Days> areas_;

  void read(std::string_view mba, Days& out) const {
    for (const EffectiveEntry& e : effective_.entries) {
      const Header& h = e.report->header;
      const Day day = h.kind == ReportKind::pil ? h.end : e.entry->date;
      if (h.mba != mba || day == day_min) continue;
      const auto [place, is_new] = out.try_emplace(e.entry->batch, day);
      if (!is_new) place->second = std::min(place->second, day);
    }
  }
};

inline bool is_accounting(const Entry& e) {
  return e.kind == EntryKind::accounting;
}

/// Says what the whole report is: its first accounting entry, or the first of all.
inline const Entry* head_of(const Report& r) {
  const auto at = std::find_if(r.entries.begin(), r.entries.end(), is_accounting);
  return at != r.entries.end() ? &*at : r.entries.empty() ? nullptr : &r.entries.front();
}

/// Accounting entries of a damaged report may be missing: all are there only where the first of
/// them says how many there are.
inline bool may_lack_entries(const Report& r) {
  const auto count =
      static_cast<std::uint32_t>(std::count_if(r.entries.begin(), r.entries.end(), is_accounting));
  if (count == 0) return r.header.kind != ReportKind::text && !r.unreadable.empty();
  const std::uint32_t total = head_of(r)->total;
  return std::any_of(r.unreadable.begin(), r.unreadable.end(), [&](const Finding& f) {
    const bool of_all = f.entry == 0 && f.kinds != 0;
    return total > count || (f.hides && (of_all || total != count));
  });
}

inline Kinds stated_kinds(const Report& r, const Entry& e) {
  Kinds out = 0;
  for (std::uint32_t i = 0; i < e.weight_count; ++i) out |= bit(r.weights[e.weights + i].kind);
  return out;
}

inline Kinds kinds_where(bool element) {
  Kinds out = 0;
  for (const material::KindFacts& facts : material::kinds)
    if (facts.element == element) out |= bit(facts.kind);
  return out;
}

/// Days, as far as they can be read, that a report is about; day_min and day_max where none can.
struct Span {
  Day from = day_min, last = day_max;
};

inline Span days_of(const Report& r) {
  Day from = day_max, last = day_min;
  const auto take = [&](Day day) {
    if (day == day_min) return;
    from = std::min(from, day);
    last = std::max(last, day);
  };
  take(r.header.begin);
  take(r.header.end);
  for (const Entry& e : r.entries)
    if (is_accounting(e)) take(e.date);
  return {r.header.begin == day_min ? day_min : from, r.header.end == day_min ? day_max : last};
}

/// What all reports share.
struct Context {
  const Effective& effective;
  const Signs& signs;
  Standing standing = standing_entries(effective);
  Batches batches{effective};
  std::unordered_map<const Entry*, const Report*> named{};  ///< by corrections of damaged reports
};

}  // namespace accord::accounting
