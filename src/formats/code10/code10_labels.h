#pragma once

#include <array>
#include <cstdint>

#include "accounting/reports/report.h"

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
  std::uint8_t shapes;  ///< 0: depends on the first letter and the report
  std::uint16_t shortest,
      longest;  ///< characters of a content of one item; 0: has a form of its own
};

inline constexpr unsigned no_index = 63;

extern const std::array<std::uint8_t, 1000> label_indices;
extern const std::array<LabelFacts, 46> label_facts;

/// Place of a label in the order of numbers, which is its `accounting::bit_of`; `no_index` for an
/// unknown one. `label` is below 1000.
[[nodiscard]] inline unsigned index_of(Label label) {
  return label_indices[label];
}
[[nodiscard]] inline const LabelFacts& facts_at(unsigned index) {
  return label_facts[index];
}

/// Labels of the header of a report, which is the same in all entries: 1 3 10 15 207 307; as bits
/// of their indices.
inline constexpr std::uint64_t header_mask = 0b1'1011'0101;

/// For labels whose shapes depend on the first letter of the content and on the report.
[[nodiscard]] std::uint8_t varying_shapes(Label label, char first, accounting::ReportKind kind);
/// Shapes that a content may have.
[[nodiscard]] inline std::uint8_t shapes_of(const LabelFacts& facts, char first,
                                            accounting::ReportKind kind) {
  return facts.shapes != 0 ? facts.shapes : varying_shapes(facts.label, first, kind);
}

/// What an entry must and may hold, as masks of `accounting::mask_of`. `weights` must have one of.
struct Needs {
  std::uint64_t mandatory = 0, allowed = 0, weights = 0;
};
/// Of a report of unknown kind only the first three labels are asked, and nothing is forbidden.
[[nodiscard]] const Needs& needs_of(accounting::ReportKind report, accounting::EntryKind entry);
/// The labels that alone are mandatory in an entry that deletes (D) or is ignored (U).
[[nodiscard]] std::uint64_t header_labels();

}  // namespace accord::formats::code10
