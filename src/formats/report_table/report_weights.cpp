#include <algorithm>
#include <optional>

#include "formats/report_table/report_line.h"

/// Weights of one row: element and fissile weight, and what a change of one row takes elsewhere.
namespace accord::formats::report_table {

namespace label = accounting::label;
using accounting::Category;
using accounting::CodeRule;
using accounting::Group;
using material::Kind;
using material::Mass;

namespace {

bool is_enriched(Kind kind) {
  return kind == Kind::enriched_uranium;
}

/// What a fissile weight is one of; nothing when the letter is none, or the element has none.
std::optional<Kind> fissile_kind(const accounting::Profile& profile, Kind element,
                                 std::string_view letter) {
  const auto at =
      std::find_if(profile.isotopes.begin(), profile.isotopes.end(),
                   [&](const auto& i) { return letter.size() == 1 && i.letter == letter[0]; });
  if (at == profile.isotopes.end()) return std::nullopt;
  if (element == Kind::natural_uranium) return Kind::fissile_natural;
  if (element == Kind::depleted_uranium) return Kind::fissile_depleted;
  return is_enriched(element) ? std::optional(at->kind) : std::nullopt;
}

accounting::Account account(std::string_view category, std::string_view obligation) {
  accounting::Account out;
  if (!category.empty()) out.category = category.front();
  for (std::size_t i = 0; i < std::min<std::size_t>(obligation.size(), 2); ++i)
    out.obligation[i] = obligation[i];
  return out;
}

}  // namespace

std::uint32_t LineReader::kinds_of(accounting::Label label) const {
  const auto bit = [](Kind kind) { return std::uint32_t{1} << material::index_of(kind); };
  const bool element = label == label::element_weight;
  if (!element && label != label::fissile_weight) return 0;
  std::uint32_t out = 0;
  for (const accounting::Label side : {label::category, label::previous_category}) {
    const Category* category = profile_.category(text(side));
    if (category == nullptr) {
      if (find(side) != nullptr || side == label::category) return 0;
      continue;
    }
    if (element) out |= bit(category->kind);
    for (const accounting::IsotopeLetter& isotope : profile_.isotopes)
      if (const auto kind = fissile_kind(profile_, category->kind, {&isotope.letter, 1});
          !element && kind)
        out |= bit(*kind);
  }
  return out;
}

void LineReader::add_weight(Kind kind, Mass mass, bool previous) {
  const char unit = static_cast<char>(material::facts(kind).unit);
  report_.weights.push_back({kind, unit, previous, mass});
  ++entry_.weight_count;
}

Mass LineReader::weight(const Given& given, material::MassUnit unit, const CodeRule* code) {
  Mass mass = material::parse_mass(given.text, unit).mass;
  if (code == nullptr || code->algebraic || code->group == Group::balance || mass == Mass{})
    return mass;
  const bool minus = mass < Mass{};
  if (code->sign < 0) {
    // Absolute or signed is not settled by a source: a file has one or the other.
    const char written = minus ? '-' : '+';
    if (decreases_ == 0) decreases_ = written;
    if (written != decreases_)
      report("V003", given, "decreases all with a minus, or all without, in one file");
    return minus ? Mass{-mass.micrograms} : mass;
  }
  if (minus) report("V003", given, "no minus: the code is an increase");
  return mass;
}

void LineReader::read_weights() {
  const std::string_view letter = text(label::category), before = text(label::previous_category);
  const Category* own = profile_.category(letter);
  if (own == nullptr && !letter.empty())
    report("V007", *find(label::category), "a category of " + profile_.id);
  const Category* other = before.empty() ? own : profile_.category(before);
  if (other == nullptr && !before.empty())
    report("V007", *find(label::previous_category), "a category of " + profile_.id);
  if (profile_.separate) {
    const std::string_view obligation = text(label::obligation),
                           old = text(label::previous_obligation);
    entry_.account = account(letter, obligation);
    entry_.previous = account(before.empty() ? letter : before, old.empty() ? obligation : old);
  }
  if (own == nullptr) return;
  const CodeRule* code = profile_.find(entry_.code);
  const bool icr = report_.header.kind == accounting::ReportKind::icr;
  const bool both_sides = icr && code != nullptr && code->from_previous && other != nullptr;
  const bool new_category = both_sides && code->group == Group::category_change;
  const auto negative = [](Mass m) { return Mass{-m.micrograms}; };
  if (const Given* given = find(label::element_weight); given != nullptr && given->good) {
    const Mass mass = weight(*given, own->unit, code);
    add_weight(own->kind, mass, false);
    if (both_sides) add_weight(other->kind, negative(mass), true);
  }
  const Given* given = find(label::fissile_weight);
  if (given == nullptr || !given->good) return;
  // In a change of category the fissile weight is that of the enriched side, or of both.
  const Kind of = new_category && !is_enriched(own->kind) ? other->kind : own->kind;
  const auto kind = fissile_kind(profile_, of, text(label::isotope));
  if (!kind) return report("V007", *given, "an isotope letter of " + profile_.id + " with it");
  const Mass mass = weight(*given, material::MassUnit::gram, code);
  if (!new_category || is_enriched(own->kind)) add_weight(*kind, mass, false);
  if (both_sides && (!new_category || is_enriched(other->kind)))
    add_weight(*kind, negative(mass), true);
}

}  // namespace accord::formats::report_table
