#include "formats/text_names.h"

#include <algorithm>
#include <variant>

namespace accord::formats {

namespace {

using agreement::Amendment;
using agreement::Item;
using agreement::Measure;

/// The units of the language that need no declaration (chapter 2.1).
constexpr std::string_view built_in_units[] = {
    "kg", "g", "t", "lb", "%", "items", "sites", "persons", "days", "months", "years", "times"};

void add_terms(const Amendment& amendment, TextNames::Names& terms) {
  for (const agreement::Change& change : amendment.changes)
    if (const auto* term = std::get_if<agreement::Term>(&change))
      terms.push_back(term->head.name.text);
}

void add(const Item& item, TextNames& out) {
  const auto name = [](const auto& named) -> std::string_view { return named.head.name.text; };
  if (const auto* party = std::get_if<agreement::Party>(&item)) out.parties.push_back(name(*party));
  if (const auto* site = std::get_if<agreement::Site>(&item)) out.sites.push_back(name(*site));
  if (const auto* unit = std::get_if<agreement::Unit>(&item)) out.units.push_back(name(*unit));
  if (const auto* event = std::get_if<agreement::Event>(&item)) out.events.push_back(name(*event));
  if (const auto* measure = std::get_if<Measure>(&item)) {
    out.measures.push_back(name(*measure));
    if (measure->kind == Measure::Kind::activity) out.activities.push_back(name(*measure));
  }
  if (const auto* term = std::get_if<agreement::Term>(&item)) out.terms.push_back(name(*term));
  if (const auto* provision = std::get_if<agreement::Provision>(&item))
    out.items.push_back(name(*provision));
  if (const auto* procedure = std::get_if<agreement::Procedure>(&item))
    out.items.push_back(name(*procedure));
  if (const auto* question = std::get_if<agreement::Question>(&item))
    out.items.push_back(name(*question));
  if (const auto* amendment = std::get_if<Amendment>(&item)) add_terms(*amendment, out.terms);
}

}  // namespace

TextNames::TextNames(const agreement::Agreement& agreement)
    : units(std::begin(built_in_units), std::end(built_in_units)) {
  for (const Item& item : agreement.items) add(item, *this);
  items.insert(items.end(), terms.begin(), terms.end());
  for (Names* names : {&parties, &sites, &units, &events, &measures, &activities, &terms, &items})
    std::sort(names->begin(), names->end());
}

bool contains(const TextNames::Names& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

}  // namespace accord::formats
