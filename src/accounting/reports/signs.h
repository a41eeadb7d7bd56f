#pragma once

#include <utility>
#include <vector>

#include "accounting/reports/report.h"

namespace accord::accounting {

/// What a change code does to the book of the reporting area; a table of the profile (reporting
/// chapter, section 5), not of the program.
class Signs {
 public:
  /// +1: increase, −1: decrease, 0: none (rebatching). DI is −1: the book is reduced by it.
  /// `either`: the amount may have a sign of its own, or moves one account for another.
  void add(Code code, int sign, bool either = false) {
    signs_.emplace_back(code, sign);
    if (either) either_.push_back(code);
  }
  /// A category change: weights of the first category leave, those of the second come. Categories
  /// are the letters E, N, D.
  void add_category_change(Code code) { changes_.push_back(code); }

  [[nodiscard]] bool is_change(Code code) const;
  /// It moves the book, of some category at least: no rebatching.
  [[nodiscard]] bool moves(Code code) const;
  [[nodiscard]] bool is_category_change(Code code) const;
  /// Sign with which an entry's weight enters the book; 0 when the code is no change.
  [[nodiscard]] int of(Code code, material::Kind kind) const;
  /// An amount that is not known may be more or less.
  [[nodiscard]] bool goes_either_way(Code code) const;

 private:
  std::vector<std::pair<Code, int>> signs_;
  std::vector<Code> changes_, either_;
};

/// The category letter whose element or isotope this is: E, N, D; 0 for others.
[[nodiscard]] char category_of(material::Kind kind);

}  // namespace accord::accounting
