#pragma once

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "accounting/books/stock.h"

/// What cannot be read of a stock, day by day. Internal to `stock`.
namespace accord::accounting {

/// What a gap does to a stock, from one day up to the day before another.
struct StockGap {
  Day from, until;
  bool more = false, less = false;
  const Finding* finding = nullptr;
};

/// Of those that may be about an area with inventories on these days, in order.
[[nodiscard]] std::vector<StockGap> stock_gaps(const std::vector<Gap>& gaps, std::string_view mba,
                                               std::string_view country,
                                               const std::vector<Day>& inventories,
                                               const StockQuery& query);
/// Of those that may be about goods under way between areas that are asked for.
[[nodiscard]] std::vector<StockGap> gaps_under_way(const std::vector<Gap>& gaps,
                                                   const StockQuery& query);

/// The gap is about what the query asks for.
[[nodiscard]] bool touches(const StockQuery& query, const Gap& gap);
/// By level an unread isotope is as bad as its element.
[[nodiscard]] bool touches_element(const Gap& gap, material::Kind element);
/// All that it may be about is one batch from one day on.
[[nodiscard]] bool names_batch(const Gap& gap);

/// What cannot be read, from day to day.
class UnreadWalk {
 public:
  /// Adds the days on which something begins or ends to be unread.
  UnreadWalk(std::vector<StockGap> gaps, Day from, std::set<Day>& days);
  /// To be called with ever later days.
  void add(Day day, StockFigure& figure);

 private:
  /// In the order of files and places.
  struct Before {
    bool operator()(const Finding* a, const Finding* b) const;
  };
  std::vector<StockGap> gaps_;
  std::vector<std::pair<Day, std::size_t>> starts_, ends_;
  std::size_t next_start_ = 0, next_end_ = 0;
  int more_ = 0, less_ = 0;
  std::map<const Finding*, int, Before> open_;

  void count(std::size_t index, int by);
};

}  // namespace accord::accounting
