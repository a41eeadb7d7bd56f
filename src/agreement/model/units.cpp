#include "agreement/model/units.h"

#include <algorithm>
#include <array>

namespace accord::agreement {

namespace {

constexpr std::size_t turned_min = 64;

struct BuiltIn {
  std::string_view name;
  std::string_view root;
  Decimal factor;
};

constexpr std::array<BuiltIn, 12> built_in_units{{{"kg", "kg", {1, 0}},
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

/// Active codes of ISO 4217; each is a unit of its own, since exchange rates are no fact of a text.
constexpr std::string_view currencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN "
    "BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD "
    "FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
    "KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP "
    "MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
    "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR "
    "ZMW";

bool is_currency(std::string_view unit) {
  return unit.size() == 3 && unit.find(' ') == std::string_view::npos &&
         currencies.find(unit) % 4 == 0;
}

}  // namespace

bool Units::is_built_in(std::string_view unit) {
  return std::any_of(built_in_units.begin(), built_in_units.end(),
                     [&](const BuiltIn& b) { return b.name == unit; });
}

std::vector<std::string_view> Units::built_in() {
  std::vector<std::string_view> out;
  for (const BuiltIn& b : built_in_units) out.push_back(b.name);
  return out;
}

Units::Units(const Agreement& agreement) {
  for (const BuiltIn& b : built_in_units)
    entries_.emplace(b.name, Entry{std::string(b.root), Rational(b.factor)});
  for (const Item& item : agreement.items)
    if (const auto* unit = std::get_if<Unit>(&item))
      entries_.try_emplace(unit->head.name.text, Entry{unit->head.name.text, Rational::of(1)});
  entries_.try_emplace("Mt", Entry{"kg", Rational::of(1'000'000'000)});
  Members members;
  for (auto& [name, entry] : entries_) members[entry.root].push_back(&entry);
  // After all names, so that an equivalence may name a unit that is declared further down.
  for (const Item& item : agreement.items)
    if (const auto* unit = std::get_if<Unit>(&item); unit && unit->left && unit->right)
      join(*unit->left, *unit->right, members);
}

void Units::join(const Value& left, const Value& right, Members& members) {
  const auto a = entries_.find(left.unit.text);
  const auto b = entries_.find(right.unit.text);
  if (a == entries_.end() || b == entries_.end() || a->second.root == b->second.root) return;
  // number(left) × a = number(right) × b, each in its root: one root of a is `ratio` roots of b.
  const Rational ratio =
      (Rational(right.number) * b->second.factor) / (Rational(left.number) * a->second.factor);
  if (!ratio.is_valid() || ratio.is_zero()) return;
  const auto from = members.find(a->second.root), to = members.find(b->second.root);
  // In a long chain the few units join the many, so that none is written anew again and again.
  const bool turned = from->second.size() > turned_min && from->second.size() > to->second.size();
  const auto &few = turned ? to : from, &many = turned ? from : to;
  for (Entry* entry : few->second)
    *entry = {many->first, turned ? entry->factor / ratio : entry->factor * ratio};
  many->second.insert(many->second.end(), few->second.begin(), few->second.end());
  members.erase(few);
}

bool Units::knows(std::string_view unit) const {
  return entries_.find(unit) != entries_.end() || is_currency(unit);
}

std::optional<Rational> Units::factor(std::string_view from, std::string_view to) const {
  if (from == to && is_currency(from)) return Rational::of(1);
  const auto a = entries_.find(from);
  const auto b = entries_.find(to);
  if (a == entries_.end() || b == entries_.end() || a->second.root != b->second.root)
    return std::nullopt;
  const Rational factor = a->second.factor / b->second.factor;
  return factor.is_valid() ? std::optional(factor) : std::nullopt;
}

std::string amount_words(std::string_view number, std::string_view unit) {
  constexpr std::array<std::string_view, 7> counts{"items",  "sites", "persons", "days",
                                                   "months", "years", "times"};
  if (number == "1" && std::find(counts.begin(), counts.end(), unit) != counts.end())
    unit.remove_suffix(1);
  return std::string(number) + " " + std::string(unit);
}

}  // namespace accord::agreement
