#include "formats/text/text_names.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
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

void add_obliged(const agreement::Clauses& clauses, TextNames& out) {
  if (!clauses.obliges) return;
  for (const agreement::Name& who : clauses.obliges->who) out.obliged.push_back(who.text);
}

void add_obliged(const Amendment& amendment, TextNames& out) {
  for (const agreement::Change& change : amendment.changes) {
    if (const auto* term = std::get_if<agreement::Term>(&change)) add_obliged(term->clauses, out);
    if (const auto* replace = std::get_if<agreement::Replace>(&change))
      add_obliged(replace->clauses, out);
  }
}

/// A group stands before its members here, however deep it is.
void add_members(const agreement::Agreement& agreement, TextNames::Names& obliged) {
  std::unordered_map<std::string_view, const agreement::Party*> groups;
  for (const Item& item : agreement.items)
    if (const auto* party = std::get_if<agreement::Party>(&item); party && party->members)
      groups.emplace(party->head.name.text, party);
  std::unordered_set<std::string_view> there(obliged.begin(), obliged.end());
  for (std::size_t i = 0; i < obliged.size(); ++i)
    if (const auto group = groups.find(obliged[i]); group != groups.end())
      for (const agreement::Name& member : *group->second->members)
        if (there.insert(member.text).second) obliged.push_back(member.text);
}

void add(const Item& item, TextNames& out) {
  const auto name = [](const auto& named) -> std::string_view { return named.head.name.text; };
  if (const auto* party = std::get_if<agreement::Party>(&item)) {
    out.parties.push_back(name(*party));
    if (party->is_body) out.bodies.push_back(name(*party));
  }
  if (const auto* site = std::get_if<agreement::Site>(&item)) out.sites.push_back(name(*site));
  if (const auto* unit = std::get_if<agreement::Unit>(&item)) out.units.push_back(name(*unit));
  if (const auto* event = std::get_if<agreement::Event>(&item)) out.events.push_back(name(*event));
  if (const auto* measure = std::get_if<Measure>(&item)) {
    out.measures.push_back(name(*measure));
    if (measure->kind == Measure::Kind::activity) out.activities.push_back(name(*measure));
    if (measure->kind != Measure::Kind::activity && !measure->formula)
      out.figures.push_back(name(*measure));
  }
  if (const auto* term = std::get_if<agreement::Term>(&item)) {
    out.terms.push_back(name(*term));
    add_obliged(term->clauses, out);
    if (term->clauses.verifier)
      for (const agreement::Name& who : *term->clauses.verifier) out.verifiers.push_back(who.text);
  }
  if (const auto* provision = std::get_if<agreement::Provision>(&item))
    out.items.push_back(name(*provision));
  if (const auto* procedure = std::get_if<agreement::Procedure>(&item))
    out.items.push_back(name(*procedure));
  if (const auto* question = std::get_if<agreement::Question>(&item))
    out.items.push_back(name(*question));
  if (const auto* amendment = std::get_if<Amendment>(&item)) {
    add_terms(*amendment, out.terms);
    add_obliged(*amendment, out);
  }
}

}  // namespace

TextNames::TextNames(const agreement::Agreement& agreement)
    : units(std::begin(built_in_units), std::end(built_in_units)) {
  for (const Item& item : agreement.items) add(item, *this);
  items.insert(items.end(), terms.begin(), terms.end());
  add_members(agreement, obliged);
  std::sort(figures.begin(), figures.end());
  std::sort(verifiers.begin(), verifiers.end());
  for (Names* names : {&parties, &sites, &units, &events, &measures, &activities, &terms, &items,
                       &bodies, &obliged})
    std::sort(names->begin(), names->end());
}

bool contains(const TextNames::Names& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

}  // namespace accord::formats
