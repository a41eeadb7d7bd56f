#include "agreement/units.h"

#include <algorithm>
#include <array>

namespace accord::agreement {

namespace {

struct BuiltIn {
  std::string_view name;
  std::string_view root;
  Decimal factor;
};

constexpr std::array<BuiltIn, 12> built_in{{{"kg", "kg", {1, 0}},
                                            {"g", "kg", {1, 3}},
                                            {"t", "kg", {1000, 0}},
                                            {"lb", "kg", {45359237, 8}},
                                            {"%", "%", {1, 0}},
                                            {"items", "items", {1, 0}},
                                            {"sites", "sites", {1, 0}},
                                            {"persons", "persons", {1, 0}},
                                            {"days", "days", {1, 0}},
                                            {"months", "months", {1, 0}},
                                            {"years", "years", {1, 0}},
                                            {"times", "times", {1, 0}}}};

}  // namespace

bool Units::is_built_in(std::string_view unit) {
  return std::any_of(built_in.begin(), built_in.end(),
                     [&](const BuiltIn& b) { return b.name == unit; });
}

Units::Units(const Agreement& agreement) {
  for (const BuiltIn& b : built_in)
    entries_.emplace(b.name, Entry{std::string(b.root), Rational(b.factor)});
  for (const Item& item : agreement.items)
    if (const auto* unit = std::get_if<Unit>(&item))
      entries_.try_emplace(unit->head.name.text, Entry{unit->head.name.text, Rational::of(1)});
  // After all names, so that an equivalence may name a unit that is declared further down.
  for (const Item& item : agreement.items)
    if (const auto* unit = std::get_if<Unit>(&item); unit && unit->left && unit->right)
      join(*unit->left, *unit->right);
}

void Units::join(const Value& left, const Value& right) {
  const auto a = entries_.find(left.unit.text);
  const auto b = entries_.find(right.unit.text);
  if (a == entries_.end() || b == entries_.end() || a->second.root == b->second.root) return;
  // number(left) × a = number(right) × b, each in its root: one root of a is `ratio` roots of b.
  const Rational ratio =
      (Rational(right.number) * b->second.factor) / (Rational(left.number) * a->second.factor);
  if (!ratio.is_valid() || ratio.is_zero()) return;
  const std::string from = a->second.root;
  const std::string to = b->second.root;
  for (auto& [name, entry] : entries_)
    if (entry.root == from) entry = {to, entry.factor * ratio};
}

bool Units::knows(std::string_view unit) const {
  return entries_.find(unit) != entries_.end();
}

std::optional<Rational> Units::factor(std::string_view from, std::string_view to) const {
  const auto a = entries_.find(from);
  const auto b = entries_.find(to);
  if (a == entries_.end() || b == entries_.end() || a->second.root != b->second.root)
    return std::nullopt;
  const Rational factor = a->second.factor / b->second.factor;
  return factor.is_valid() ? std::optional(factor) : std::nullopt;
}

}  // namespace accord::agreement
