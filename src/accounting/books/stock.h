#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/books/gaps.h"
#include "accounting/reports/effective.h"
#include "accounting/reports/signs.h"
#include "base/decimal.h"

/// Stocks out of the books, day by day and as each report made them known: what an agreement that
/// limits a stock is judged by.
namespace accord::accounting {

/// Which material, where, of which level.
struct StockQuery {
  std::vector<material::Kind> elements;  ///< labels 600 to 800 of elements; their weights are added
  /// All areas when empty: then also what is under way between two of them.
  std::vector<std::string> areas;
  /// Level: weight of U-233 and U-235 in the weight of uranium, in per cent; of each batch as the
  /// book has it. Only for enriched and unified uranium. At most 8 digits.
  std::optional<Decimal> above, up_to;
  [[nodiscard]] bool by_level() const { return above || up_to; }
};

/// What the books hold. Sums of stocks are stocks.
struct Stock {
  material::MassSum amount;   ///< of what is known to be asked for
  std::uint32_t unknown = 0;  ///< batches whose level the entries do not give, areas that account
                              ///< for all uranium together, or of which no report is known
  std::uint32_t below_zero = 0;  ///< batches, or books of areas, below zero: nothing is shown
  std::uint32_t entries = 0;     ///< of the last inventory lists, and changes after them

  Stock& operator+=(const Stock& other);
  Stock& operator-=(const Stock& other);  ///< of what was added before
  [[nodiscard]] bool says_same(const Stock& other) const;
};

/// A stock at the end of a day.
struct StockFigure {
  Day valid;
  Day known;  ///< date of the report that made it known, or the day itself when that is later
  Stock stock;
  /// How the stock stands to the true one, because something cannot be read; `none`: it is no
  /// figure.
  Bound bound = Bound::exact;
  std::vector<const Finding*> unread;  ///< the first `unread_named_max` of these
  std::size_t unread_count = 0;
  std::vector<std::string_view> areas;  ///< with a book by then, sorted
  /// Entries of that day, in order of area, report and number, as known; empty when a correction
  /// took away all of them.
  std::vector<EffectiveEntry> moved;
  /// What made it known: an entry of a report of the known day, of the latest day not after
  /// `valid`. Its correction when it was corrected. Null `entry`: the report as a whole.
  const Report* source = nullptr;
  const Entry* entry = nullptr;
};

/// Of what cannot be read a figure names as many places.
inline constexpr std::size_t unread_named_max = 20;

/// For each query the stock on each day on which the books move the material or an inventory was
/// taken, in order of day and known day. A report that changes what was said of such a day gives
/// another figure of the same day, known later; one that changes nothing gives none. What cannot be
/// read makes figures incomplete from the day on that it may be about, until it is corrected
/// (reporting chapter, 10.1).
/// `areas`: areas of the State known from elsewhere; one without any report known makes the stock
/// of all areas “at least”. Figures point into the reports, which must outlive them. Each report
/// costs one pass over the entries of its area, and one over the days so far.
[[nodiscard]] std::vector<std::vector<StockFigure>> stock_figures(
    const std::vector<Report>& reports, const Signs& signs,
    const std::vector<std::string_view>& areas, const std::vector<StockQuery>& queries);

}  // namespace accord::accounting
