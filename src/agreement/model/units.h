#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"
#include "base/rational.h"

namespace accord::agreement {

/// The units of an agreement text: the built-in ones (kg, g, t, lb, %, items, sites, persons, days,
/// months, years, times), the common ones that need no declaration but may have one (Mt = 1 000 000
/// t, and the currency codes of ISO 4217), and the declared ones. Equivalences are exact fractions
/// and hold transitively; 1 lb = 0.45359237 kg exactly.
class Units {
 public:
  explicit Units(const Agreement& agreement);

  [[nodiscard]] bool knows(std::string_view unit) const;
  /// How many `to` one `from` is; nothing when one is unknown or they cannot be compared. 1 for
  /// equal names.
  [[nodiscard]] std::optional<Rational> factor(std::string_view from, std::string_view to) const;

  [[nodiscard]] static bool is_built_in(std::string_view unit);
  [[nodiscard]] static std::vector<std::string_view> built_in();

 private:
  /// One unit is `factor` of its root; units with the same root can be compared.
  struct Entry {
    std::string root;
    Rational factor;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;
  using Members = std::map<std::string, std::vector<Entry*>, std::less<>>;  ///< by root
  void join(const Value& left, const Value& right, Members& members);

  Entries entries_;
};

/// A number with its unit as a sentence has it: "205.0 kg_u", "2 items", "1 item", "1 time".
[[nodiscard]] std::string amount_words(std::string_view number, std::string_view unit);

}  // namespace accord::agreement
