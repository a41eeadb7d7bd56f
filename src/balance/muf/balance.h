#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "balance/muf/items.h"
#include "balance/muf/muf.h"
#include "balance/muf/validity.h"

/// The material balance of each period, for people. Statistics chapter, 2.1 and 2.6.
namespace accord::balance {

enum class Status : unsigned char {
  measured,          ///< σ above 0: MUF is a question of statistics
  empty,             ///< nothing counts in the period: MUF 0, σ 0
  closed,            ///< σ is 0 and so is MUF
  item_discrepancy,  ///< σ is 0 and MUF is not: no statistics, an item is missing or too many
  not_measured       ///< its series have a gap: MUF, σ and what follows from them are NaN
};
inline constexpr std::string_view status_words[] = {"measured", "empty", "closed",
                                                    "item discrepancy", "not measured"};
[[nodiscard]] constexpr std::string_view to_string(Status status) {
  return status_words[static_cast<std::size_t>(status)];
}

/// Masses in kg.
struct PeriodBalance {
  PeriodSums sums;                     ///< PB, X, Y, PE
  double muf_kg = 0;                   ///< PB + X − Y − PE: positive when material is missing
  double sigma_kg = 0;                 ///< its combined standard uncertainty; SEID
  double limit_kg = 0;                 ///< LEID: limit factor · σ
  double active_kg = 0;                ///< active inventory: PB + X + Y + PE without common terms
  std::optional<double> ratio;         ///< MUF/σ; none when σ is 0
  std::optional<double> probability;   ///< P(MUF at least as large | no loss), one-sided
  std::optional<double> active_share;  ///< σ/active inventory; none when that is 0
  std::size_t measurements = 0;        ///< that count in the period
  Status status = Status::empty;
};

struct Options {
  double limit_factor = 2;  ///< LEID = factor·σ: 2 or 1.96, finite and above 0
};

/// How σ² of a period is divided.
enum class Division : unsigned char { source, method, stratum, nature };
inline constexpr std::string_view division_words[] = {"source", "method", "stratum", "nature"};

struct Share {
  std::string name;  ///< key of the source, or "random:METHOD" for errors of single measurements
  double variance_kg2 = 0;  ///< may be negative where errors cancel
  double fraction = 0;      ///< of σ²
};

struct Balance {
  std::vector<PeriodBalance> periods;
  Muf muf;
  Validity validity;
  std::vector<std::string> sources, methods, strata;  ///< names of what `muf` numbers

  /// Shares other than 0 of one period, in descending order, equal ones by name; methods of one
  /// name have one share. They add up to σ².
  [[nodiscard]] std::vector<Share> shares(Division division, std::size_t period) const;
  /// Whether every period was measured: else its sums over all are not known, and no sequence is
  /// tested.
  [[nodiscard]] bool is_measured() const;
  /// The largest single realisation of a period: its source, or "one value of METHOD"; empty
  /// without variance.
  [[nodiscard]] std::string largest_realisation(std::size_t period) const;
};

struct MadeBalance {
  std::optional<Balance> balance;  ///< none when there are errors
  std::vector<measurement::Fault> faults, method_faults;
};

/// The balance of columns that are ready, with the names of what they number.
/// Contract: options as they say; a name for each method and stratum.
[[nodiscard]] Balance balance_of(const Prepared& prepared, std::vector<std::string> methods,
                                 std::vector<std::string> strata, const Options& options = {});

/// The same from what two passes over the measurements gave; of `prepared` without its columns.
[[nodiscard]] Balance balance_of(Muf muf, Validity validity, const Prepared& prepared,
                                 std::vector<std::string> methods, std::vector<std::string> strata,
                                 const Options& options = {});

/// The balance of measured items. Without rows there are no periods.
/// Contract: options as they say.
[[nodiscard]] MadeBalance balance_of(const measurement::Items& items,
                                     std::span<const measurement::Method> methods,
                                     const Options& options = {});

}  // namespace accord::balance
