#pragma once

#include <string>
#include <vector>

#include "agreement/model/amended.h"
#include "agreement/model/model.h"

/// Comparison of two agreement texts by meaning (chapter 3.7). Layout, comments, notes and order do
/// not count: neither of items, rules and conditions, nor of names in a set; nor do zeros behind a
/// number.
namespace accord::agreement {

/// One thing that two items say differently.
struct Detail {
  std::string label;   ///< "limit", "end", "title", "verifier", …
  std::string before;  ///< as in the language; "" when it was not there
  std::string after;   ///< "" when it is not there any more
  friend bool operator==(const Detail&, const Detail&) = default;
};

struct Difference {
  enum class What : std::uint8_t { added, ended, changed };
  What what = What::changed;
  std::string kind;  ///< "term", "party", "example" …; "agreement" for what stands in no named item
  std::string name;  ///< of the item; the title for an example
  std::string title;
  std::vector<Detail> details;  ///< changed: one or more
  friend bool operator==(const Difference&, const Difference&) = default;
};

/// In the order of `before`, then what `after` adds, in its order. Ends of terms are compared as
/// days where `before_days` and `after_days` know them; left out, as far as the texts alone fix
/// them.
[[nodiscard]] std::vector<Difference> diff(const Agreement& before, const Agreement& after,
                                           const DayOf& before_days = {},
                                           const DayOf& after_days = {});

/// The text as decided by a day: terms as its amendments leave them, without the amendments and
/// waivers decided later and the terms ended. For `diff` of one text at two known days. `days` as
/// for `diff`.
[[nodiscard]] Agreement as_known(const Agreement& agreement, Day known, const DayOf& days = {});

/// "T-STOCK limit 100 → 110 t; end 2031-01-16 → 2033-01-16", one line for each difference.
[[nodiscard]] std::string diff_text(const std::vector<Difference>& differences);

}  // namespace accord::agreement
