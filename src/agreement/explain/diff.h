#pragma once

#include <string>
#include <vector>

#include "agreement/model/amended.h"
#include "agreement/model/model.h"
#include "described/described.h"

/// Comparison of two agreement texts by meaning (chapter 3.7). Layout, comments, notes and order do
/// not count: neither of items, rules and conditions, nor of names in a set; nor do zeros behind a
/// number.
namespace accord::agreement {

enum class DifferenceWord : std::uint8_t { added, ended, changed };

}  // namespace accord::agreement

namespace accord::described {

template <>
struct Words<agreement::DifferenceWord> {
  static constexpr auto last = agreement::DifferenceWord::changed;
  static constexpr std::string_view name = "difference_word",
                                    words[] = {"added", "ended", "changed"};
};

}  // namespace accord::described

namespace accord::agreement {

struct Detail {
  std::string label;
  std::string before;  ///< as in the language; "" when it was not there
  std::string after;   ///< "" when it is not there any more
  static constexpr auto described = described::object(
      "difference_detail", "One thing that two items say differently",
      described::member<&Detail::label>("part", "part of the item: limit, end, title, verifier"),
      described::member<&Detail::before>("text_before",
                                         "as in the language; none: it was not there")
          .none_if_empty(),
      described::member<&Detail::after>("text_after",
                                        "as in the language; none: it is not there any more")
          .none_if_empty());
  friend bool operator==(const Detail&, const Detail&) = default;
};

struct Difference {
  using What = DifferenceWord;
  What what = What::changed;
  std::string kind, name, title;
  std::vector<Detail> details;
  static constexpr auto described = described::object(
      "difference", "An item that two texts say differently",
      described::member<&Difference::what>("edit", "what the later text did with it"),
      described::member<&Difference::kind>(
          "item_kind", "term, party, example; agreement for what is in no named item"),
      described::member<&Difference::name>("name", "of the item; of an example its title"),
      described::member<&Difference::title>("title", "title of the item; none: it has none")
          .none_if_empty(),
      described::member<&Difference::details>("details", "of a changed one: one or more"));
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
