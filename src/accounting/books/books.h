#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/books/gaps.h"
#include "accounting/reports/effective.h"
#include "accounting/reports/signs.h"

/// The books of each material balance area: what the reports add up to (reporting chapter, 10.1).
namespace accord::accounting {

/// A sum for each kind of weight.
using Amounts = std::array<material::MassSum, material::kinds.size()>;
[[nodiscard]] inline material::MassSum& at(Amounts& amounts, material::Kind kind) {
  return amounts[material::index_of(kind)];
}
[[nodiscard]] inline const material::MassSum& at(const Amounts& amounts, material::Kind kind) {
  return amounts[material::index_of(kind)];
}

/// The weight stands in this account, or in any when there is none.
[[nodiscard]] inline bool is_in(const Account* account, const Entry& entry, const Weight& weight) {
  return account == nullptr || (weight.previous ? entry.previous : entry.account) == *account;
}

/// Sums of what entries state, and for each kind of weight the number of entries that state it.
struct Sum {
  Amounts amounts{};
  std::array<std::uint32_t, material::kinds.size()> terms{};

  /// Of one account, or of all.
  void add(const Report& source, const Entry& entry, const Account* account = nullptr);
};

/// One line of a material balance over a period: everything of one code, without its sign.
struct BalanceLine {
  Code code = 0;
  Sum sum;
};

/// What the entries give for one period of an area: from the day after the last inventory up to and
/// including the day of this one.
struct Balance {
  std::string_view mba;
  Day begin, end;
  Sum beginning;                     ///< PB: the inventory before
  std::vector<BalanceLine> changes;  ///< by code; without rebatching
  Amounts ending_book{};             ///< PB and the changes with their signs, DI included
  Sum ending;                        ///< PE: the list of the inventory
  bool has_ending = false;           ///< a list of the inventory of `end` is there
  /// Book minus physical, positive when material is missing; the one internal sign.
  [[nodiscard]] Amounts unaccounted() const;
};

/// What is not known of a balance.
struct BalanceDoubt {
  Doubt beginning, ending, ending_book, unaccounted;
  std::map<Code, Doubt> changes;            ///< by code, as far as it can be read
  Doubt other;                              ///< of changes of which the code cannot be read
  Doubt reported;                           ///< of what the balance reports of the day say
  [[nodiscard]] Doubt of(Code code) const;  ///< of a line: PB, a change, BA, PE, MF
};

class Books {
 public:
  /// The books keep views into the reports behind `effective`, which must outlive them. Of one
  /// account of each area, or of all of them together.
  Books(const Effective& effective, const Signs& signs,
        std::optional<Account> account = std::nullopt);

  [[nodiscard]] std::vector<std::string_view> areas() const;  ///< sorted; those that can be read

  /// The book at the end of a day: the list of the last inventory on or before the day, and the
  /// effective changes dated after it, up to and including the day, as far as they can be read: see
  /// `doubt`. Zeros when nothing is known.
  [[nodiscard]] Amounts on(std::string_view mba, Day day) const;

  /// The first day that a list or a change of the area is about: before it the books have no
  /// figure, and what `on` gives is none. Nothing when the area has neither.
  [[nodiscard]] std::optional<Day> first_day(std::string_view mba) const;

  /// Days of the inventories with a list, in order; the first is that of the initial inventory.
  [[nodiscard]] std::vector<Day> inventories(std::string_view mba) const;

  /// The balance between two inventories of an area.
  [[nodiscard]] Balance balance(std::string_view mba, Day before, Day end) const;

  /// Everything that cannot be read. The books of one account have none.
  [[nodiscard]] const std::vector<Gap>& gaps() const { return gaps_; }
  /// What of it touches the book of an area at the end of a day; then `on` is no figure, or an end
  /// of one (reporting chapter, 10.1).
  [[nodiscard]] Doubt doubt(std::string_view mba, Day day) const;
  /// The same of a balance.
  [[nodiscard]] BalanceDoubt doubt(std::string_view mba, Day before, Day end) const;
  /// What may be about any day of a period.
  [[nodiscard]] Doubt doubt_between(std::string_view mba, Day first, Day last) const;

 private:
  struct Change {
    Day day;
    const EffectiveEntry* entry;
  };
  struct Area {
    std::vector<Change> changes;  ///< by day
    std::map<Day, Sum> lists;
    std::string_view country;
  };
  const Signs signs_;
  const std::optional<Account> account_;
  std::map<std::string_view, Area> areas_;
  std::vector<Gap> gaps_;

  [[nodiscard]] const Account* account() const { return account_ ? &*account_ : nullptr; }
  [[nodiscard]] std::vector<const Gap*> gaps_of_area(std::string_view mba) const;
  void add_changes(const Area& area, Day after, Day until, Amounts& book) const;
};

/// Adds the weights of an entry, each times its sign; of one account, or of all.
void add_signed(const Report& source, const Entry& entry, const Signs& signs, Amounts& book,
                const Account* account = nullptr);

}  // namespace accord::accounting
