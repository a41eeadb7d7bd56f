#include <algorithm>

#include "accounting/reports/composition.h"
#include "accounting/rules/rules_entry.h"

/// Rules about the weights of one entry.
namespace accord::accounting {

namespace {

using material::Kind;
using material::Mass;

constexpr Label label_of(Kind kind) {
  return static_cast<Label>(kind);
}

std::string shown(const Weight& w) {
  const auto unit = w.unit == 'K' ? material::MassUnit::kilogram : material::MassUnit::gram;
  return to_string(w.mass, unit) + w.unit;
}

/// The element that an isotope of the entry belongs to; null when the entry does not give it.
const Weight* element_of(const Report& report, const Entry& entry, Kind isotope) {
  const auto number = static_cast<unsigned>(isotope);
  if (isotope == Kind::fissile_natural) return report.weight(entry, Kind::natural_uranium);
  if (isotope == Kind::fissile_depleted) return report.weight(entry, Kind::depleted_uranium);
  if (number > 700) return report.weight(entry, Kind::plutonium);
  const Weight* enriched = report.weight(entry, Kind::enriched_uranium);
  return enriched != nullptr ? enriched : report.weight(entry, Kind::unified_uranium);
}

/// Weights are no composition: differences, roundings; also a code that nobody knows.
bool differs(const EntryCase& c) {
  if (c.kind() == ReportKind::pil) return false;
  return c.code == nullptr || c.code->differs;
}

/// What the category asks of the enrichment, when it is not so: 20 per cent parts H and L.
std::string category_limit(const EntryCase& c, Mass fissile, Mass uranium) {
  const Category* category = c.input.profile.category({&c.entry.account.category, 1});
  if (category == nullptr) return {};
  const auto& [least, below] = std::pair(category->at_least, category->below);
  if (least.known && material::compare_share(fissile, uranium, least.value) < 0)
    return ">= " + to_string(least.value);
  if (below.known && material::compare_share(fissile, uranium, below.value) >= 0)
    return "< " + to_string(below.value);
  return {};
}

std::string share_text(const Rational& share) {
  return to_exact_string(share, 6);
}

void check_isotopes(const EntryCase& c, Findings& findings) {
  const bool is_rounding = c.code != nullptr && c.code->group == Group::rounding;
  if (is_rounding || rounding_of(c.entry.code) != 0) return;
  const bool isotope = c.has(640) || c.has(660) || c.has(670);
  for (const Label label : {Label{600}, Label{630}})
    if (c.has(label) && !isotope)
      c.report_to(findings, "V023", label, "no isotope weight", "640, 660 or 670");
}

}  // namespace

void check_weights(const EntryCase& c, Findings& findings) {
  check_isotopes(c, findings);
  const bool bound = !differs(c);
  for (std::uint32_t i = 0; i < c.entry.weight_count; ++i) {
    const Weight& w = c.report.weights[c.entry.weights + i];
    const auto& facts = material::facts(w.kind);
    if (w.previous) continue;
    if (w.unit != static_cast<char>(facts.unit))
      c.report_to(findings, "V023", label_of(w.kind), shown(w),
                  std::string("unit ") + static_cast<char>(facts.unit));
    if (facts.element || !bound) continue;
    const Weight* element = element_of(c.report, c.entry, w.kind);
    if (element != nullptr && w.mass > element->mass)
      c.report_to(findings, "V023", label_of(w.kind), shown(w), "<= " + shown(*element));
  }
}

void check_composition(const EntryCase& c, Findings& findings) {
  if (c.kind() != ReportKind::icr && c.kind() != ReportKind::pil) return;
  if (differs(c) || (c.code != nullptr && c.code->group == Group::category_change)) return;
  const Decimal low = c.input.profile.natural_low.value, high = c.input.profile.natural_high.value;
  for (const Kind kind : {Kind::natural_uranium, Kind::depleted_uranium, Kind::enriched_uranium}) {
    const Weight* element = c.report.weight(c.entry, kind);
    if (element == nullptr || element->mass <= Mass{}) continue;
    const auto fissile = fissile_of(c.report, c.entry, kind);
    if (!fissile) continue;
    const bool above_high = material::compare_share(*fissile, element->mass, high) > 0;
    const bool below_low = material::compare_share(*fissile, element->mass, low) < 0;
    std::string expected;
    if (kind == Kind::enriched_uranium && !above_high) expected = "> " + to_string(high);
    if (kind == Kind::natural_uranium && (above_high || below_low))
      expected = to_string(low) + " to " + to_string(high);
    if (kind == Kind::depleted_uranium && !below_low) expected = "< " + to_string(low);
    if (expected.empty()) expected = category_limit(c, *fissile, element->mass);
    if (expected.empty()) continue;
    c.report_to(findings, "V024", label_of(kind),
                share_text(material::enrichment(*fissile, element->mass)), expected);
  }
}

void check_categories(const EntryCase& c, Findings& findings) {
  if (c.kind() != ReportKind::icr || c.code == nullptr || c.code->group != Group::category_change)
    return;
  if (c.unified) {
    c.report_to(findings, "V025", 411, to_string(c.entry.code),
                "no change of category with unified uranium");
    return;
  }
  const auto join = [&](auto&& wanted) {
    std::string out;
    for (const auto& facts : material::kinds)
      if (facts.element && wanted(facts.kind))
        out += (out.empty() ? "" : ",") + std::to_string(label_of(facts.kind));
    return out;
  };
  const std::string code = to_string(c.entry.code);
  const std::string found = join([&](Kind kind) { return c.has(label_of(kind)); });
  const std::string expected =
      join([&](Kind kind) { return code.find(category_of(kind)) != std::string::npos; });
  if (found != expected) c.report_to(findings, "V025", 411, code + " " + found, expected);
}

}  // namespace accord::accounting
