#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "measurement/fault.h"

/// Measured items of a balance, as columns: row i of each column is one line of a table of items.
namespace accord::measurement {

enum class Role : std::uint8_t {
  opening,   ///< PB: in the inventory at the beginning of the period
  increase,  ///< X
  decrease,  ///< Y
  closing    ///< PE: in the inventory at the end of the period, which is the opening of the next
};
inline constexpr std::string_view role_words[] = {"PB", "X", "Y", "PE"};

/// Which masses of a table a balance is of.
enum class MassKind : std::uint8_t {
  declared,  ///< of element or isotope
  gross,     ///< of containers with their content
  net        ///< gross less tare
};
inline constexpr std::string_view mass_kind_words[] = {"declared", "gross", "net"};

/// Words as numbers 0, 1, … in the order in which they first come. Open addressing, so that a
/// million different words cost little more than their bytes.
class Names {
 public:
  Names() = default;
  Names(Names&&) = default;
  Names& operator=(Names&&) = default;

  std::uint32_t id(std::string_view word);
  [[nodiscard]] const std::string& operator[](std::size_t id) const { return words_[id]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  /// The number of a word that is there already, else `none`.
  [[nodiscard]] std::uint32_t find(std::string_view word) const;
  static constexpr std::uint32_t none = 0xffffffff;

 private:
  struct Place {
    std::uint32_t hash = 0, id = none;
  };
  std::deque<std::string> words_;  // they stay where they are
  std::vector<Place> places_;      // a power of two, or none; at most half of them taken

  /// Where the word is, or would be. There are places.
  [[nodiscard]] std::size_t place_of(std::string_view word, std::uint32_t hash) const;
  void grow();
};

/// A column that keys of sources may name, such as the analysis that several items share.
struct Group {
  std::string column;
  std::vector<std::uint32_t> id;  ///< of each row
  Names names;
};

struct Items {
  std::vector<std::int32_t> period;  ///< from 1; PE may have 0: what is there at the start
  std::vector<Role> role;
  std::vector<std::uint32_t> stratum, item, method;  ///< indexes of `strata`, `items`, `methods`
  std::vector<double> value_kg;                      ///< declared (book) value
  /// The period in which the value was measured. Rows with one item, method and measured period are
  /// one measurement. Empty column: each row has a measurement of its own period.
  std::vector<std::int32_t> measured_in;
  std::vector<std::uint8_t> correction;  ///< 1: may be negative; empty column: none
  /// 1: the value is that of an empty container, which its role counts with the other sign; empty
  /// column: none.
  std::vector<std::uint8_t> tare;
  MassKind kind = MassKind::declared;  ///< for messages: the column that a value comes from
  Names strata, items, methods;
  std::vector<Group> groups;

  [[nodiscard]] std::size_t size() const { return value_kg.size(); }
  [[nodiscard]] bool is_tare(std::size_t row) const { return !tare.empty() && tare[row] != 0; }
  [[nodiscard]] std::string_view value_column(std::size_t row) const {
    if (kind == MassKind::declared) return "declared_kg";
    return is_tare(row) ? "tare_kg" : "gross_kg";
  }
};

/// No mass, rate or standard deviation is larger: fourth powers of it are still numbers.
inline constexpr double kg_max = 1e15;
/// Largest period that is taken: the covariance of so many takes seconds.
inline constexpr std::int32_t period_max = 2'000;

/// B017: columns of different length. Nothing else is looked at then.
[[nodiscard]] std::vector<Fault> check_lengths(const Items& items);

}  // namespace accord::measurement
