#include "accounting/books/stock.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "accounting/books/stock_area.h"
#include "accounting/books/stock_unread.h"
#include "accounting/books/transit.h"

namespace accord::accounting {

namespace {

/// An entry that may have made a figure known, with a day it is about.
struct Cause {
  Day day;
  const Report* source = nullptr;
  const Entry* entry = nullptr;
};

/// What the reports of one day bring.
struct News {
  std::vector<Cause> causes;  ///< by day
  Day from = day_max;         ///< of the first cause, or of an inventory
};

/// What is known of one area so far.
struct KnownArea {
  std::vector<const Report*> reports;
  Effective effective;
  std::vector<std::vector<StockStep>> steps;  ///< for each query
  std::vector<Gap> gaps;
  std::vector<Day> inventories;
  std::string_view country;
};

using KnownAreas = std::map<std::string_view, KnownArea>;

/// Figures of one query, report by report.
class Series {
 public:
  Series(const StockQuery& query, std::size_t index, const std::vector<std::string_view>& areas)
      : query_(query), index_(index), elsewhere_(areas) {}

  [[nodiscard]] bool asks(std::string_view mba) const {
    // A report of an unknown area may be of any.
    return query_.areas.empty() || mba.empty() ||
           std::find(query_.areas.begin(), query_.areas.end(), mba) != query_.areas.end();
  }

  /// Days before that of the first cause stay as they are.
  void learn(const KnownAreas& known_areas, const Effective& movements, Day known, const News& news,
             const Report* first) {
    std::vector<std::string_view> asked = expected();
    std::uint32_t missing = 0;
    for (const std::string_view mba : asked) missing += known_areas.contains(mba) ? 0U : 1U;
    for (const auto& [mba, area] : known_areas)
      if (has_book(mba)) asked.push_back(mba);
    // What was sent to an area before its first report is under way from then on.
    const bool more_missing = std::exchange(missing_, missing) != missing;
    const bool more_asked = std::exchange(asked_, asked.size()) != asked.size();
    const Day from = more_missing || more_asked ? day_min : news.from;
    const std::vector<StockStep> under_way = steps_under_way(movements, asked, query_);
    std::vector<Walk> walks;
    for (const auto& [mba, area] : known_areas)
      if (has_book(mba)) walks.push_back({mba, &area.steps[index_], 0});
    walks.push_back({{}, &under_way, 0});
    for (const Walk& walk : walks)
      for (auto step = walk.steps->rbegin(); step != walk.steps->rend() && from <= step->day;
           ++step)
        days_.insert(step->day);
    UnreadWalk unread(unread_of(known_areas), from, days_);
    for (auto day = days_.lower_bound(from); day != days_.end(); ++day) {
      StockFigure figure;
      figure.valid = *day;
      figure.known = std::max(known, *day);
      figure.stock.unknown = missing;
      for (Walk& walk : walks) walk.add(*day, figure);
      unread.add(*day, figure);
      say(std::move(figure), news.causes, first);
    }
  }

  [[nodiscard]] std::vector<StockFigure> take() {
    std::stable_sort(figures_.begin(), figures_.end(),
                     [](const StockFigure& a, const StockFigure& b) {
                       return std::tie(a.valid, a.known) < std::tie(b.valid, b.known);
                     });
    return std::move(figures_);
  }

 private:
  /// One area's steps, passed once.
  struct Walk {
    std::string_view mba;
    const std::vector<StockStep>* steps = nullptr;
    std::size_t next = 0;

    void add(Day day, StockFigure& figure) {
      while (next < steps->size() && (*steps)[next].day <= day) ++next;
      if (next == 0) return;
      const StockStep& step = (*steps)[next - 1];
      figure.stock += step.stock;
      if (!mba.empty()) figure.areas.push_back(mba);
      if (step.day == day)
        figure.moved.insert(figure.moved.end(), step.moved.begin(), step.moved.end());
    }
  };

  /// Its reports say of which area they are.
  [[nodiscard]] bool has_book(std::string_view mba) const { return !mba.empty() && asks(mba); }

  /// Of all areas that are asked for, and of what is under way between them.
  [[nodiscard]] std::vector<StockGap> unread_of(const KnownAreas& known_areas) const {
    std::vector<StockGap> out;
    std::vector<Gap> all;
    for (const auto& [mba, area] : known_areas)
      all.insert(all.end(), area.gaps.begin(), area.gaps.end());
    if (all.empty()) return out;
    for (const auto& [mba, area] : known_areas) {
      if (!has_book(mba)) continue;
      const auto own = stock_gaps(all, mba, area.country, area.inventories, query_);
      out.insert(out.end(), own.begin(), own.end());
    }
    const auto moving = gaps_under_way(all, query_);
    out.insert(out.end(), moving.begin(), moving.end());
    return out;
  }

  const StockQuery& query_;
  std::size_t index_;
  const std::vector<std::string_view>& elsewhere_;
  std::uint32_t missing_ = 0;  ///< areas without any report so far
  std::size_t asked_ = 0;      ///< areas that are asked for or have a report
  std::set<Day> days_;
  std::map<Day, std::size_t> latest_;  ///< the figure that stands, by day
  std::vector<StockFigure> figures_;

  [[nodiscard]] std::vector<std::string_view> expected() const {
    return query_.areas.empty()
               ? elsewhere_
               : std::vector<std::string_view>(query_.areas.begin(), query_.areas.end());
  }

  static bool says_same(const StockFigure& a, const StockFigure& b) {
    return a.stock.says_same(b.stock) && a.bound == b.bound && a.unread == b.unread &&
           a.unread_count == b.unread_count;
  }

  void say(StockFigure figure, const std::vector<Cause>& causes, const Report* first) {
    const auto [place, is_new] = latest_.try_emplace(figure.valid, figures_.size());
    if (!is_new && says_same(figures_[place->second], figure)) return;
    explain(figure, causes, first);
    if (!is_new && figures_[place->second].known == figure.known) {
      figures_[place->second] = std::move(figure);
      return;
    }
    place->second = figures_.size();
    figures_.push_back(std::move(figure));
  }

  /// The causes are by day.
  void explain(StockFigure& figure, const std::vector<Cause>& causes, const Report* first) const {
    figure.source = first;
    const Cause* best = nullptr;
    for (const Cause& cause : causes) {
      if (!asks(cause.source->header.mba) || !concerned(cause)) continue;
      if (best == nullptr || cause.day <= figure.valid) best = &cause;
      if (cause.day > figure.valid) break;
    }
    if (best == nullptr) return;
    figure.source = best->source;
    figure.entry = best->entry;
  }

  /// Deletions state no weights; they take away an entry that did.
  [[nodiscard]] bool concerned(const Cause& cause) const {
    return cause.entry == nullptr || cause.entry->weight_count == 0 ||
           concerns(query_, *cause.source, *cause.entry);
  }
};

/// The reports of one day, by area.
class Learner {
 public:
  Learner(const Signs& signs, const std::vector<StockQuery>& queries)
      : signs_(signs), queries_(queries) {}

  [[nodiscard]] News learn(const std::vector<const Report*>& reports, Day known) {
    News news;
    std::set<std::string_view> touched;
    for (const Report* r : reports) {
      areas_[r->header.mba].reports.push_back(r);
      touched.insert(r->header.mba);
      if (r->header.kind == ReportKind::pil) news.from = std::min(news.from, r->header.end);
    }
    for (const std::string_view mba : touched) {
      KnownArea& area = areas_[mba];
      const Effective before = std::exchange(area.effective, effective_of(area.reports, known));
      read_gaps(area, area.effective, news);
      area.steps.clear();
      for (const StockQuery& query : queries_)
        area.steps.push_back(steps_of_area(area.effective, signs_, query, area.gaps));
      add_causes(before, area.effective, news.causes);
    }
    read_gaps_of_no_area(news);
    std::stable_sort(news.causes.begin(), news.causes.end(),
                     [](const Cause& a, const Cause& b) { return a.day < b.day; });
    if (!news.causes.empty()) news.from = std::min(news.from, news.causes.front().day);
    return news;
  }

  [[nodiscard]] const KnownAreas& areas() const { return areas_; }

  /// Domestic shipments and receipts of all areas.
  [[nodiscard]] Effective movements() const {
    Effective out;
    for (const auto& [mba, area] : areas_) {
      out.reports.insert(out.reports.end(), area.effective.reports.begin(),
                         area.effective.reports.end());
      for (const EffectiveEntry& e : area.effective.entries)
        if ((e.entry->code == code("SD") || e.entry->code == code("RD")) &&
            e.entry->date != day_min)
          out.entries.push_back(e);
    }
    return out;
  }

 private:
  const Signs& signs_;
  const std::vector<StockQuery>& queries_;
  KnownAreas areas_;

  /// What is no longer unread changes the days from which it was.
  void read_gaps(KnownArea& area, const Effective& effective, News& news) const {
    const std::vector<Gap> before = std::exchange(area.gaps, gaps_of(effective, signs_));
    area.inventories.clear();
    for (const Report* r : area.effective.reports) {
      if (is_inventory_list(*r)) area.inventories.push_back(r->header.end);
      if (area.country.empty()) area.country = r->header.country;
    }
    std::sort(area.inventories.begin(), area.inventories.end());
    for (const std::vector<Gap>* gaps : {&before, &std::as_const(area.gaps)})
      for (const Gap& gap : *gaps) news.from = std::min(news.from, gap.from);
  }

  /// What corrections of any area name may be in a report that does not say of which it is.
  void read_gaps_of_no_area(News& news) {
    const auto unplaced = areas_.find(std::string_view());
    if (unplaced == areas_.end()) return;
    Effective effective = unplaced->second.effective;
    for (const auto& [mba, area] : areas_)
      if (!mba.empty())
        effective.refused.insert(effective.refused.end(), area.effective.refused.begin(),
                                 area.effective.refused.end());
    read_gaps(unplaced->second, effective, news);
  }

  static Day day_of_entry(const EffectiveEntry& e) {
    return e.report->header.kind == ReportKind::pil ? e.report->header.end : e.entry->date;
  }

  static void add_cause(const EffectiveEntry& e, const Report* source, const Entry* entry,
                        std::vector<Cause>& causes) {
    const ReportKind kind = e.report->header.kind;
    if (kind == ReportKind::icr || kind == ReportKind::pil)
      causes.push_back({day_of_entry(e), source, entry});
  }

  /// What stands now and did not before, and what no longer stands: a correction may have waited
  /// for the report that it names.
  static void add_causes(const Effective& before, const Effective& now,
                         std::vector<Cause>& causes) {
    std::unordered_map<const Entry*, const Report*> gone(before.entries.size());
    for (const EffectiveEntry& e : before.entries) gone.emplace(e.entry, e.report);
    for (const EffectiveEntry& e : now.entries) {
      const auto there = gone.find(e.entry);
      if (there != gone.end() && there->second == e.report)
        gone.erase(there);
      else
        add_cause(e, e.source, e.entry, causes);
    }
    if (gone.empty()) return;
    std::unordered_map<const Entry*, const Correction*> corrections;
    for (const Correction& c : now.applied) corrections.emplace(c.target, &c);
    for (const EffectiveEntry& e : before.entries) {
      if (!gone.contains(e.entry)) continue;
      const auto by = corrections.find(e.entry);
      if (by == corrections.end())
        add_cause(e, e.source, e.entry, causes);
      else
        add_cause(e, by->second->source, by->second->entry, causes);
    }
  }
};

}  // namespace

Stock& Stock::operator+=(const Stock& other) {
  amount += other.amount;
  unknown += other.unknown;
  below_zero += other.below_zero;
  entries += other.entries;
  return *this;
}

Stock& Stock::operator-=(const Stock& other) {
  amount -= other.amount;
  unknown -= other.unknown;
  below_zero -= other.below_zero;
  entries -= other.entries;
  return *this;
}

bool Stock::says_same(const Stock& other) const {
  const auto said = [](const Stock& s) {
    return std::tuple(s.below_zero > 0 ? material::MassSum() : s.amount, s.unknown > 0,
                      s.below_zero > 0);
  };
  return said(*this) == said(other);
}

std::vector<std::vector<StockFigure>> stock_figures(const std::vector<Report>& reports,
                                                    const Signs& signs,
                                                    const std::vector<std::string_view>& areas,
                                                    const std::vector<StockQuery>& queries) {
  std::map<Day, std::vector<const Report*>> by_day;
  for (const Report& r : reports) by_day[r.header.date].push_back(&r);
  std::vector<Series> series;
  series.reserve(queries.size());
  for (std::size_t i = 0; i < queries.size(); ++i) series.emplace_back(queries[i], i, areas);
  Learner learner(signs, queries);
  for (auto& [known, group] : by_day) {
    std::sort(group.begin(), group.end(), [](const Report* a, const Report* b) {
      return std::tie(a->header.mba, a->header.number, a->file) <
             std::tie(b->header.mba, b->header.number, b->file);
    });
    const News news = learner.learn(group, known);
    const Effective movements = learner.movements();
    for (Series& one : series) {
      const auto first = std::find_if(group.begin(), group.end(),
                                      [&](const Report* r) { return one.asks(r->header.mba); });
      if (first != group.end()) one.learn(learner.areas(), movements, known, news, *first);
    }
  }
  std::vector<std::vector<StockFigure>> out;
  for (Series& one : series) out.push_back(one.take());
  return out;
}

}  // namespace accord::accounting
