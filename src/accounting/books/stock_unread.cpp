#include "accounting/books/stock_unread.h"

#include <algorithm>
#include <tuple>

#include "accounting/books/stock_area.h"
#include "accounting/reports/labels.h"

namespace accord::accounting {

using material::Kind;

namespace {

/// Of these it is not known how much is asked for.
Kinds kinds_hidden(const StockQuery& query) {
  return hides(query, Kind::unified_uranium) ? bit(Kind::unified_uranium) : 0;
}

Kinds asked_kinds(const StockQuery& query) {
  Kinds out = 0;
  for (const material::KindFacts& facts : material::kinds)
    if (is_asked(query, facts.kind) || hides(query, facts.kind)) out |= bit(facts.kind);
  return out;
}

}  // namespace

bool touches_element(const Gap& gap, Kind element) {
  Kinds kinds = bit(element);
  for (const material::KindFacts& facts : material::kinds)
    if (!facts.element && category_of(facts.kind) == category_of(Kind::enriched_uranium))
      kinds |= bit(facts.kind);
  return ((gap.more | gap.less) & kinds) != 0;
}

namespace {

/// What was read of its entry says which elements it is of.
bool names_elements(const Gap& gap) {
  if (gap.entry == nullptr || gap.finding->hides) return false;
  const Label label = gap.finding->label;
  return !material::is_kind(label) && label != label::element_weight && label != label::category &&
         label != label::previous_category;
}

}  // namespace

bool touches(const StockQuery& query, const Gap& gap) {
  const bool batch = gap.batch && query.by_level() &&
                     (!names_elements(gap) || concerns(query, *gap.source, *gap.entry));
  if (batch || ((gap.more | gap.less) & asked_kinds(query)) != 0) return true;
  return query.by_level() && std::any_of(query.elements.begin(), query.elements.end(),
                                         [&](Kind kind) { return touches_element(gap, kind); });
}

bool names_batch(const Gap& gap) {
  return gap.entry != nullptr && !gap.batch && gap.of != Gap::Of::either && gap.from == gap.last;
}

namespace {

StockGap stock_gap(const Gap& gap, const StockQuery& query, Day until) {
  StockGap out{gap.from, until, true, true, gap.finding};
  if (query.by_level()) {
    out.less = !names_batch(gap);
  } else {
    const Kinds hidden = kinds_hidden(query);
    out.more = (gap.more & asked_kinds(query)) != 0 || (gap.less & hidden) != 0;
    out.less = (gap.less & asked_kinds(query) & ~hidden) != 0;
  }
  return out;
}

}  // namespace

std::vector<StockGap> stock_gaps(const std::vector<Gap>& gaps, std::string_view mba,
                                 std::string_view country, const std::vector<Day>& inventories,
                                 const StockQuery& query) {
  std::vector<StockGap> out;
  for (const Gap& gap : gaps) {
    if (!gap.is_of(mba, country) || !touches(query, gap)) continue;
    if (!query.by_level() && !gap.moves_book()) continue;
    // An inventory of its last day or later says anew what there is; of a list only a later one.
    const auto next = gap.of == Gap::Of::list
                          ? std::upper_bound(inventories.begin(), inventories.end(), gap.last)
                          : std::lower_bound(inventories.begin(), inventories.end(), gap.last);
    const bool ends = next != inventories.end() && gap.of != Gap::Of::either;
    out.push_back(stock_gap(gap, query, ends ? *next : day_max));
  }
  return out;
}

std::vector<StockGap> gaps_under_way(const std::vector<Gap>& gaps, const StockQuery& query) {
  std::vector<StockGap> out;
  if (query.areas.size() == 1) return out;
  for (const Gap& gap : gaps) {
    if (!gap.movement) continue;
    const bool stated = gap.entry != nullptr && concerns(query, *gap.source, *gap.entry);
    if (!touches(query, gap) && !stated) continue;
    out.push_back({gap.from, day_max, true, true, gap.finding});
  }
  return out;
}

bool UnreadWalk::Before::operator()(const Finding* a, const Finding* b) const {
  return std::tie(a->file, a->place, a->label) < std::tie(b->file, b->place, b->label);
}

UnreadWalk::UnreadWalk(std::vector<StockGap> gaps, Day from, std::set<Day>& days)
    : gaps_(std::move(gaps)) {
  for (std::size_t i = 0; i < gaps_.size(); ++i) {
    const StockGap& gap = gaps_[i];
    if (gap.until <= gap.from) continue;
    starts_.emplace_back(gap.from, i);
    ends_.emplace_back(gap.until, i);
    for (const Day day : {gap.from, gap.until})
      if (from <= day && day_min < day && day < day_max) days.insert(day);
  }
  std::sort(starts_.begin(), starts_.end());
  std::sort(ends_.begin(), ends_.end());
}

void UnreadWalk::add(Day day, StockFigure& figure) {
  for (; next_start_ < starts_.size() && starts_[next_start_].first <= day; ++next_start_)
    count(starts_[next_start_].second, 1);
  for (; next_end_ < ends_.size() && ends_[next_end_].first <= day; ++next_end_)
    count(ends_[next_end_].second, -1);
  if (open_.empty()) return;
  figure.bound = more_ == 0   ? (less_ == 0 ? Bound::exact : Bound::at_most)
                 : less_ == 0 ? Bound::at_least
                              : Bound::none;
  figure.unread_count = open_.size();
  for (const auto& [finding, times] : open_) {
    if (figure.unread.size() == unread_named_max) break;
    figure.unread.push_back(finding);
  }
}

void UnreadWalk::count(std::size_t index, int by) {
  const StockGap& gap = gaps_[index];
  if (gap.more) more_ += by;
  if (gap.less) less_ += by;
  int& times = open_[gap.finding];
  times += by;
  if (times == 0) open_.erase(gap.finding);
}

}  // namespace accord::accounting
