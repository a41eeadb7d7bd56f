#include "accounting/books/gaps.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "accounting/books/gap_context.h"
#include "accounting/reports/labels.h"

namespace accord::accounting {

namespace {

/// The gaps of one report.
class OfReport {
 public:
  OfReport(const Report& report, Context& context, std::vector<Gap>& out)
      : r_(report), context_(context), out_(out), head_(head_of(report)), days_(days_of(report)) {
    for (const Entry& e : r_.entries)
      if (is_accounting(e)) entries_.push_back(&e);
    const auto has = [&](auto&& what) {
      return std::any_of(r_.unreadable.begin(), r_.unreadable.end(), what);
    };
    lost_ = may_lack_entries(r_);
    area_is_known_ = !r_.header.mba.empty() && !has([&](const Finding& f) {
      const bool of_head = f.entry == 0 || entry_of(f) == head_;
      // Where entries are missing and the first one does not say what it is of, it may be no entry
      // at all: a heading of a table that is broken in two.
      return of_head && (f.label == 307 || (lost_ && f.label == 10));
    });
    is_new_ = std::none_of(entries_.begin(), entries_.end(), [](const Entry* e) {
      return e->status == Status::unknown || is_correction(e->status);
    });
    still_counts_ = still_counts();
  }

  void add() {
    for (const Finding& f : r_.unreadable) {
      const Entry* e = entry_of(f);
      if (lost_)
        push(f, nullptr);
      else if (is_about_report(f, e))
        whole(f);
      else if (e != nullptr)
        of_entry(f, *e);
    }
  }

 private:
  const Report& r_;
  Context& context_;
  std::vector<Gap>& out_;
  const Entry* head_;
  const Span days_;
  std::vector<const Entry*> entries_;  ///< the accounting entries, by number
  bool lost_ = false;                  ///< entries may be missing
  bool area_is_known_ = false;
  bool is_new_ = false;  ///< nothing of it replaces or deletes
  bool still_counts_ = false;

  /// Of any day, any material, more or less, until it is said otherwise.
  Gap& push(const Finding& f, const Entry* e) {
    Gap& gap = out_.emplace_back();
    gap.source = &r_;
    gap.finding = &f;
    gap.entry = e;
    gap.mba = area_is_known_ ? r_.header.mba : std::string_view();
    gap.country = r_.header.country;
    gap.more = gap.less = all_kinds;
    gap.batch = gap.movement = true;
    return gap;
  }

  [[nodiscard]] const Entry* entry_of(const Finding& f) const {
    return f.entry == 0 || f.entry > entries_.size() ? nullptr : entries_[f.entry - 1];
  }

  /// Its header cannot be read, or something before its first entry.
  [[nodiscard]] bool is_about_report(const Finding& f, const Entry* e) const {
    if (f.entry == 0) return !f.hides;
    if (e == nullptr || e != head_) return false;
    if (f.label == 15 || f.label == label::period_end) return true;
    if (f.label == label::inventory_date) return r_.header.kind != ReportKind::icr;
    return f.label == 1 || f.label == 10 || f.label == 307 ||
           (f.label == 3 && context_.effective.known != day_max);
  }

  /// Something of it still stands, or it may be a list of nothing.
  [[nodiscard]] bool still_counts() const {
    bool fresh = false;
    for (const Entry* e : entries_) {
      if (context_.standing.contains(e)) return true;
      fresh = fresh || e->status == Status::fresh || e->status == Status::unknown;
    }
    return (!fresh && !is_correction_report(r_)) || is_corrected();
  }

  /// What corrects it belongs to it; of a list also where it cannot be placed and the correction is
  /// taken to be of its own inventory.
  [[nodiscard]] bool is_corrected() const {
    const auto& counted = context_.effective.entries;
    const auto& applied = context_.effective.applied;
    return std::any_of(counted.begin(), counted.end(),
                       [&](const EffectiveEntry& e) { return e.report == &r_; }) ||
           std::any_of(applied.begin(), applied.end(), [&](const Correction& c) {
             return c.report == &r_ && c.source->header.kind == ReportKind::pil;
           });
  }

  void whole(const Finding& f) {
    const ReportKind kind = r_.header.kind;
    // Whether the accounts of the area had begun is not known.
    if (f.label == 3 && is_alone()) {
      push(f, nullptr);
      return;
    }
    if ((f.label == 15 || f.label == label::period_end) && kind == ReportKind::icr)
      return period_of_changes(f);
    if (is_new_ && kind == ReportKind::mbr) return balance(f, r_.header.end);
    if (is_new_ && (!still_counts_ || kind == ReportKind::text)) return;
    // What corrects a report without a number is not applied, whatever day it is about.
    if (!is_new_ || f.label == 1) {
      push(f, nullptr);
      return;
    }
    if (kind == ReportKind::pil) {
      list_of(f);
    } else {
      const Span days = days_of_changes();
      Gap& gap = push(f, nullptr);
      gap.from = days.from;
      gap.last = kind == ReportKind::icr ? days.last : days_.last;
      if (kind == ReportKind::icr) gap.of = Gap::Of::change;
    }
    if (f.label == 3 || f.label == 10 || f.label == 307) widen(out_.back());
  }

  /// Over the days of corrections that count, or do not, because of what the report says of itself.
  void widen(Gap& gap) const {
    bool wider = false;
    const auto take = [&](const Report& report, const Entry& e) {
      const Day day = report.header.kind == ReportKind::pil ? report.header.end : e.date;
      wider = true;
      gap.from = std::min(gap.from, day);
      gap.last = day == day_min ? day_max : std::max(gap.last, day);
    };
    for (const Correction& c : context_.effective.applied) {
      if (c.report != &r_ && c.source != &r_) continue;
      take(*c.source, *c.entry);
      if (c.target != nullptr) take(*c.report, *c.target);
    }
    for (const Refused& r : context_.effective.refused)
      if (r.source == &r_ || r.entry->reference.report == r_.header.number)
        take(*r.source, *r.entry);
    if (wider) gap.of = Gap::Of::either;
  }

  /// No other report says that the accounts of the area have begun.
  [[nodiscard]] bool is_alone() const {
    const auto& reports = context_.effective.reports;
    return std::none_of(reports.begin(), reports.end(), [&](const Report* r) {
      return r != &r_ && r->header.mba == r_.header.mba && r->header.date != day_min;
    });
  }

  /// Changes have days of their own, whatever else the report may be; where one cannot be read,
  /// those of the report.
  [[nodiscard]] Span days_of_changes() const {
    if (entries_.empty()) return days_;
    Span out{day_max, day_min};
    for (const Entry* e : entries_) {
      if (e->date == day_min) return days_;
      out.from = std::min(out.from, e->date);
      out.last = std::max(out.last, e->date);
    }
    return out;
  }

  /// The changes have days of their own, which may then lie outside the period.
  void period_of_changes(const Finding& f) {
    for (const Entry& e : r_.entries)
      if (const auto found = context_.standing.find(&e);
          found != context_.standing.end() && is_change(found->second))
        by_sign(change_gap(f, e), stated_kinds(r_, e));
  }

  static bool is_change(const EffectiveEntry& e) {
    return e.report->header.kind == ReportKind::icr;
  }

  /// A list of an inventory, or only corrections of one.
  [[nodiscard]] bool may_be_list(const Entry& e) const {
    return r_.header.kind == ReportKind::pil && e.status == Status::unknown &&
           std::none_of(entries_.begin(), entries_.end(),
                        [](const Entry* other) { return other->status == Status::fresh; });
  }

  void list_of(const Finding& f) {
    Gap& gap = push(f, nullptr);
    gap.of = Gap::Of::list;
    gap.from = r_.header.end;  // day_min: any
    gap.last = r_.header.end == day_min ? day_max : r_.header.end;
  }

  void of_entry(const Finding& f, const Entry& e) {
    if (may_be_list(e)) list_of(f);
    const auto found = context_.standing.find(&e);
    if (found == context_.standing.end()) return;  // corrected since, or it enters no sum
    if (f.label == 309 || f.label == label::previous_report || f.label == label::previous_line)
      return status_of(f, e);
    const ReportKind kind = found->second.report->header.kind;
    if (kind == ReportKind::icr)
      change(f, e);
    else if (kind == ReportKind::pil)
      item(f, e, found->second.report->header.end);
    else if (kind == ReportKind::mbr)
      balance(f, found->second.report->header.end);
  }

  /// What was reported of a balance; day_min: of any.
  void balance(const Finding& f, Day end) {
    Gap& gap = push(f, nullptr);
    gap.of = Gap::Of::balance;
    gap.more = gap.less = 0;
    gap.batch = gap.movement = false;
    gap.from = end;
    gap.last = end == day_min ? day_max : end;
  }

  /// It may delete or replace what was said of its batch before, or of anything when it names none.
  void status_of(const Finding& f, const Entry& e) {
    const Day own = r_.header.kind == ReportKind::pil ? r_.header.end : e.date;
    Gap& gap = push(f, &e);
    if (own == day_min || e.batch.empty() || is_bad(e, 446)) return;
    gap.from = std::min(own, context_.batches.first_day(r_.header.mba, e.batch).value_or(own));
  }

  [[nodiscard]] static bool is_bad(const Entry& e, Label label) {
    return (e.unusable & mask_of(label)) != 0;
  }

  /// Weights that the entry may have and that were not read.
  [[nodiscard]] Kinds unread(const Finding& f, const Entry& e) const {
    const Kinds rest = all_kinds & ~stated_kinds(r_, e);
    if (f.hides) return rest | f.kinds;
    if (f.kinds != 0) return f.kinds;
    if (material::is_kind(f.label)) return bit(material::Kind{f.label});
    if (f.label == label::element_weight) return rest & kinds_where(true);
    if (f.label == label::fissile_weight || f.label == label::isotope)
      return rest & kinds_where(false);
    if (f.label == label::previous_category) return all_kinds;
    return f.label == label::category ? rest : 0;
  }

  /// Days that a change of which the day cannot be read may be of.
  [[nodiscard]] Span days_of_change(const Entry& e) const {
    if (e.date != day_min && !is_bad(e, 412)) return {e.date, e.date};
    if (!is_correction(e.status)) return days_;
    const auto named = context_.named.find(&e);
    const Day of_named = named == context_.named.end() ? day_min : days_of(*named->second).from;
    return {std::min(days_.from, of_named), day_max};
  }

  Gap change_gap(const Finding& f, const Entry& e) {
    Gap gap = std::exchange(push(f, &e), {});
    out_.pop_back();
    const Span days = days_of_change(e);
    gap.from = days.from;
    gap.last = days.last;
    gap.of = Gap::Of::change;
    gap.code = e.code;
    gap.batch = is_bad(e, 446) || e.batch.empty() || days.from != days.last;
    return gap;
  }

  /// As far as the code says what comes in and what goes out; kinds that were both read and are in
  /// doubt may be either.
  void by_sign(Gap gap, Kinds kinds) {
    gap.more = gap.less = 0;
    for (const material::KindFacts& facts : material::kinds) {
      if ((kinds & bit(facts.kind)) == 0) continue;
      const int sign = context_.signs.of(gap.code, facts.kind);
      const bool either = gap.code == 0 || context_.signs.goes_either_way(gap.code);
      if (sign > 0 || either) gap.more |= bit(facts.kind);
      if (sign < 0 || either) gap.less |= bit(facts.kind);
    }
    gap.movement = may_move(gap);
    // Which batch is renamed moves no book, and every batch.
    gap.batch =
        gap.batch || gap.finding->label == label::previous_batch ||
        (kinds != 0 && context_.signs.is_change(gap.code) && !context_.signs.moves(gap.code));
    if (gap.more == 0 && gap.less == 0 && !gap.batch && !gap.movement) return;
    out_.push_back(gap);
  }

  /// The other side of a shipment or receipt may not be found, or found wrongly. A receipt is
  /// paired without its weights.
  static bool may_move(const Gap& gap) {
    const bool receipt = gap.code == accounting::code("RD");
    if (gap.code != 0 && gap.code != accounting::code("SD") && !receipt) return false;
    const Finding& f = *gap.finding;
    constexpr std::array<Label, 9> both{1, 10, 307, 370, 372, 411, 412, 446, 447};
    const bool of_weight = material::is_kind(f.label) || f.label == label::element_weight ||
                           f.label == label::fissile_weight || f.label == label::category;
    return f.hides || std::find(both.begin(), both.end(), f.label) != both.end() ||
           (of_weight && !receipt);
  }

  void change(const Finding& f, const Entry& e) {
    Gap gap = change_gap(f, e);
    const Kinds stated = stated_kinds(r_, e), lost = f.hides ? unread(f, e) : 0;
    switch (f.label) {
      case 1:
      case 10:
      case 307:
      case 411:
        gap.code = 0;
        // Of a change of category the other one may be named beside the weights.
        return by_sign(gap,
                       r_.find(e, label::previous_category) == nullptr ? stated | lost : all_kinds);
      case 412:
        return e.date != day_min ? twice(gap, stated | lost) : by_sign(gap, stated | lost);
      case 370:
      case 372:
      case 407:
        return by_sign(gap, stated | lost);
      default: {
        const Kinds kinds = unread(f, e);
        return (kinds & stated) != 0 ? twice(gap, kinds) : by_sign(gap, kinds);
      }
    }
  }

  /// One of two was read: the other may be right, so neither end of the figure is known.
  void twice(Gap gap, Kinds kinds) {
    if (gap.finding->label == 412) {
      gap.from = std::min(days_.from, gap.from);
      gap.last = day_max;
    }
    gap.more = gap.less = kinds;
    gap.movement = true;
    out_.push_back(gap);
  }

  /// A line of a list only ever adds to it.
  void item(const Finding& f, const Entry& e, Day day) {
    Gap& gap = push(f, &e);
    gap.of = Gap::Of::list;
    gap.from = day;
    gap.last = day == day_min ? day_max : day;
    gap.movement = false;
    gap.batch = is_bad(e, 446) || e.batch.empty();
    const Kinds stated = stated_kinds(r_, e), kinds = unread(f, e);
    const bool soft =
        f.label == 370 || f.label == 372 || f.label == 407 || f.label == 411 || f.label == 412;
    gap.more = soft ? stated | kinds : kinds;
    gap.less = kinds & stated;
    if (f.label == 1 || f.label == 10 || f.label == 307 || f.label == 15)
      gap.more = gap.less = stated;
    if (gap.more == 0 && gap.less == 0 && !gap.batch) out_.pop_back();
  }
};

}  // namespace

std::vector<Gap> gaps_of(const Effective& effective, const Signs& signs) {
  std::vector<Gap> out;
  const bool damaged = std::any_of(effective.reports.begin(), effective.reports.end(),
                                   [](const Report* r) { return !r->unreadable.empty(); });
  if (!damaged) return out;
  Context context{effective, signs};
  for (const Correction& c : effective.applied)
    if (!c.source->unreadable.empty()) context.named.emplace(c.entry, c.report);
  for (const Report* r : effective.reports)
    if (!r->unreadable.empty()) OfReport(*r, context, out).add();
  return out;
}

}  // namespace accord::accounting
