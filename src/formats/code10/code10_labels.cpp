#include "formats/code10/code10_labels.h"

#include <array>
#include <string_view>

namespace accord::formats::code10 {

namespace {

using accounting::EntryKind;
using accounting::ReportKind;

struct Row {
  LabelFacts facts;
  /// For inventory change, physical inventory and material balance entries, notes, and free text:
  /// M mandatory, O optional or conditional, - not used, W one of the weights is mandatory.
  char needs[6];
};

constexpr Row weight_row(Label label) {
  return {{label, one, 0, 0}, "WWW--"};
}

constexpr std::array<Row, 46> rows{{
    {{1, numbered, 0, 0}, "MMMMM"},
    {{2, one | two, 0, 0}, "MMMMM"},
    {{3, one, 0, 0}, "MMMMM"},
    {{6, one, 1, 30}, "MMM--"},
    {{10, one, 1, 1}, "MMM-O"},
    {{15, 0, 0, 0}, "MMM--"},
    {{99, 0, 0, 0}, "---OO"},
    {{207, one, 4, 4}, "MMMMO"},
    {{307, one, 4, 4}, "MMMMO"},
    {{309, one | referring, 0, 0}, "MMM--"},
    {{310, one, 1, 40}, "OOO--"},
    {{370, one | two, 0, 0}, "O----"},
    {{372, one | two, 0, 0}, "O----"},
    {{390, one, 0, 0}, "OOO--"},
    {{391, one, 1, 2000}, "---MM"},
    {{407, one, 1, 2}, "MM---"},
    {{411, one, 0, 0}, "M-M--"},
    {{412, one, 0, 0}, "M----"},
    {{430, four, 0, 0}, "MM---"},
    {{435, 0, 0, 0}, "OO---"},
    {{436, one, 1, 100}, "OO---"},
    {{445, one, 1, 1}, "OOO--"},
    {{446, one, 1, 16}, "MM---"},
    {{447, one, 1, 16}, "O----"},
    {{469, one | two | three, 0, 0}, "MM---"},
    {{470, one, 0, 0}, "MM---"},
    weight_row(600),
    weight_row(610),
    weight_row(620),
    weight_row(630),
    weight_row(640),
    weight_row(650),
    weight_row(660),
    weight_row(670),
    weight_row(680),
    weight_row(690),
    weight_row(700),
    weight_row(710),
    weight_row(720),
    weight_row(730),
    weight_row(740),
    weight_row(750),
    weight_row(760),
    weight_row(770),
    weight_row(780),
    weight_row(800),
}};

constexpr std::array<std::uint8_t, 1000> make_indices() {
  std::array<std::uint8_t, 1000> out{};
  for (auto& index : out) index = no_index;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out[rows[i].facts.label] = static_cast<std::uint8_t>(i);
  return out;
}
constexpr auto indices = make_indices();

constexpr std::array<LabelFacts, rows.size()> make_facts() {
  std::array<LabelFacts, rows.size()> out{};
  for (std::size_t i = 0; i < rows.size(); ++i) out[i] = rows[i].facts;
  return out;
}

constexpr std::uint64_t bit(Label label) {
  return std::uint64_t{1} << indices[label];
}

constexpr Needs make_needs(std::size_t column) {
  Needs out;
  for (const Row& row : rows) {
    const char need = row.needs[column];
    if (need != '-') out.allowed |= bit(row.facts.label);
    if (need == 'M') out.mandatory |= bit(row.facts.label);
    if (need == 'W') out.weights |= bit(row.facts.label);
  }
  return out;
}

constexpr Needs inventory_change = make_needs(0);
constexpr Needs physical_inventory = make_needs(1);
constexpr Needs material_balance = make_needs(2);
constexpr Needs note_needs = make_needs(3);
constexpr Needs text_needs = make_needs(4);
constexpr Needs unknown_needs{bit(1) | bit(2) | bit(3), ~std::uint64_t{0}, 0};

}  // namespace

constexpr std::array<std::uint8_t, 1000> label_indices = indices;
constexpr std::array<LabelFacts, 46> label_facts = make_facts();

std::uint8_t varying_shapes(Label label, char first, ReportKind kind) {
  const bool unknown = kind == ReportKind::unknown;
  switch (label) {
    case 15:
      return kind == ReportKind::pil || unknown ? one | two : two;
    case 99: {  // R or E/entry; in a free text R/report or E/report/entry
      const auto inside = first == 'R' ? one : two;
      const auto free = first == 'R' ? two : three;
      if (first != 'R' && first != 'E') return one | two | three;
      return unknown ? inside | free : kind == ReportKind::text ? free : inside;
    }
    default:  // 435, Y or N/code
      return first == 'Y' ? one : first == 'N' ? two : one | two;
  }
}

const Needs& needs_of(ReportKind report, EntryKind entry) {
  switch (report) {
    case ReportKind::unknown:
      return unknown_needs;
    case ReportKind::text:
      return text_needs;
    case ReportKind::icr:
      return entry == EntryKind::note ? note_needs : inventory_change;
    case ReportKind::pil:
      return entry == EntryKind::note ? note_needs : physical_inventory;
    case ReportKind::mbr:
      return entry == EntryKind::note ? note_needs : material_balance;
  }
  return unknown_needs;
}

std::uint64_t header_labels() {
  return bit(1) | bit(2) | bit(3) | bit(6) | bit(10) | bit(15) | bit(207) | bit(307) | bit(309);
}

}  // namespace accord::formats::code10
