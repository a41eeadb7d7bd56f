#pragma once

#include <cstdint>

#include "accounting/report.h"

/// Which labels there are, how their content is built, and which entry needs them (reporting
/// chapter, sections 8.2 and 8.3).
namespace accord::formats::code10 {

using accounting::Label;

/// How the items of a content are divided. Values are bits, so that a label can allow several.
enum Shape : std::uint8_t {
  other = 0,
  one = 1,         ///< a
  two = 2,         ///< a/b
  three = 4,       ///< a/b/c
  four = 8,        ///< a/b/c/d
  numbered = 16,   ///< a/b;c
  referring = 32,  ///< a/b;c/d
};

struct LabelFacts {
  Label label;
  std::uint8_t shapes;
  std::uint16_t shortest,
      longest;  ///< characters of a content of one item; 0: has a form of its own
};

inline constexpr unsigned no_index = 63;

/// Place of a label in the order of numbers, which is its `accounting::bit_of`; `no_index` for an
/// unknown one. `label` is below 1000.
[[nodiscard]] unsigned index_of(Label label);
[[nodiscard]] const LabelFacts& facts_at(unsigned index);

/// Shapes that the content may have; of some labels it depends on its first letter and the report.
[[nodiscard]] std::uint8_t shapes_of(const LabelFacts& facts, char first,
                                     accounting::ReportKind kind);

/// What an entry must and may hold, as masks of `accounting::mask_of`. `weights` must have one of.
struct Needs {
  std::uint64_t mandatory = 0, allowed = 0, weights = 0;
};
/// Of a report of unknown kind only the first three labels are asked, and nothing is forbidden.
[[nodiscard]] const Needs& needs_of(accounting::ReportKind report, accounting::EntryKind entry);
/// The labels that alone are mandatory in an entry that deletes (D) or is ignored (U).
[[nodiscard]] std::uint64_t header_labels();

}  // namespace accord::formats::code10
