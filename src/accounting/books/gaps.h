#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/reports/effective.h"
#include "accounting/reports/signs.h"

/// What of the books is not known, because something in the reports cannot be read (reporting
/// chapter, 10.1, "Books and what cannot be read").
namespace accord::accounting {

/// Kinds of weights, as bits of their `material::index_of`.
using Kinds = std::uint32_t;
inline constexpr Kinds all_kinds = (Kinds{1} << material::kinds.size()) - 1;
[[nodiscard]] constexpr Kinds bit(material::Kind kind) {
  return Kinds{1} << material::index_of(kind);
}

/// One thing that cannot be read, and what it may touch. It ends with a correction that can be
/// read: then the entry that it was in no longer stands.
struct Gap {
  enum class Of : std::uint8_t {
    change,
    list,     ///< the list of an inventory
    balance,  ///< a line of a balance report: no book rests on it
    either    ///< it is not known which; also what may replace or delete an entry
  };
  const Report* source = nullptr;
  const Finding* finding = nullptr;    ///< of the reader: place, label and what was found
  const Entry* entry = nullptr;        ///< that it stands in; null: the report as a whole
  std::string_view mba;                ///< empty: it is not known which of the State
  std::string_view country;            ///< empty: not known either
  Day from = day_min, last = day_max;  ///< days that it may be about; these two: any day
  Of of = Of::either;
  Kinds more = 0;         ///< of these more may have come in, or been listed, than could be read
  Kinds less = 0;         ///< of these more may have gone out
  Code code = 0;          ///< of the change; 0: not known, or a list
  bool batch = false;     ///< the batch that it is about cannot be told
  bool movement = false;  ///< it may be a shipment or receipt of which the other side is not known

  /// It touches sums of weights, and not only which batch they are of.
  [[nodiscard]] bool moves_book() const { return (more | less) != 0; }
  [[nodiscard]] bool is_of(std::string_view area, std::string_view of_country) const {
    if (!mba.empty()) return mba == area;
    return country.empty() || of_country.empty() || country == of_country;
  }
  [[nodiscard]] bool is_of_list(Day first, Day until) const {
    return of != Of::change && from <= until && first <= last;
  }
  [[nodiscard]] bool is_of_change(Day after, Day until) const {
    return of != Of::list && from <= until && after < last;
  }
};

/// "“400 00G” of label 630 cannot be read: the book of XBF1 is incomplete from 2026-02-09 (enriched
/// uranium)"
[[nodiscard]] std::string in_words(const Gap& gap);

/// In the order of the reports and of the places in them.
[[nodiscard]] std::vector<Gap> gaps_of(const Effective& effective, const Signs& signs);

/// How a figure stands to the true one.
enum class Bound : std::uint8_t { exact, at_least, at_most, none };

/// What is not known of one figure or several.
struct Doubt {
  Kinds more = 0, less = 0;
  std::vector<const Gap*> gaps;  ///< each once, in their order

  void add(const Gap& gap);
  /// Of the difference of two figures: what is more in the one makes less of the difference.
  void subtract(const Doubt& other);
  void add(const Doubt& other);
  [[nodiscard]] Bound bound(material::Kind kind) const;
  [[nodiscard]] bool empty() const { return gaps.empty(); }
};

}  // namespace accord::accounting
