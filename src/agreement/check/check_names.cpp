#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "agreement/check/checks.h"

namespace accord::agreement {

namespace {

const char* noun(Role role) {
  static constexpr std::array nouns{
      "name",  "party", "site", "unit",     "measure",          "measure", "measure",
      "event", "day",   "term", "question", "term or question", "item"};
  return nouns[static_cast<std::size_t>(role)];
}

std::string with_article(std::string_view word) {
  return fmt::format("{} {}", word.find_first_of("aeiou") == 0 && word != "unit" ? "an" : "a",
                     word);
}

template <class T>
bool is(const NamedItem& item) {
  return std::holds_alternative<const T*>(item);
}

bool is_kind(const NamedItem& item, Role role) {
  const auto* measure = std::get_if<const Measure*>(&item);
  const bool is_whole = measure != nullptr && !(*measure)->head.damage.is;
  switch (role) {
    case Role::party:
      return is<Party>(item);
    case Role::site:
      return is<Site>(item);
    case Role::unit:
      return is<Unit>(item);
    case Role::measure:
      return measure != nullptr;
    case Role::figure:
      return measure != nullptr && (!is_whole || (*measure)->kind != Measure::Kind::activity);
    case Role::activity:
      return measure != nullptr && (!is_whole || (*measure)->kind == Measure::Kind::activity);
    case Role::event:
      return is<Event>(item);
    case Role::day:
      return is<NamedDay>(item);
    case Role::term:
      return is<Term>(item);
    case Role::question:
      return is<Question>(item);
    case Role::tested:
      return is<Term>(item) || is<Question>(item);
    case Role::item:
    case Role::none:
      break;
  }
  return true;
}

/// Whether any item of that name will do; an activity where a figure is wanted is reported as A037.
bool resolves(const Checks& checks, std::string_view name, Role role) {
  if (role == Role::unit) return checks.units.knows(name);
  if (role == Role::figure || role == Role::activity) role = Role::measure;
  return checks.names.any_of(name, [&](const NamedItem& item) { return is_kind(item, role); });
}

/// Words that people write for the built-in units.
std::string_view plain_unit(std::string_view word) {
  static constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"tonne", "t"},      {"tonnes", "t"},       {"ton", "t"},          {"tons", "t"},
       {"kilogram", "kg"},  {"kilograms", "kg"},   {"kilogramme", "kg"},  {"kilogrammes", "kg"},
       {"kilo", "kg"},      {"kilos", "kg"},       {"kgs", "kg"},         {"gram", "g"},
       {"grams", "g"},      {"gramme", "g"},       {"grammes", "g"},      {"pound", "lb"},
       {"pounds", "lb"},    {"lbs", "lb"},         {"percent", "%"},      {"per_cent", "%"},
       {"pct", "%"},        {"item", "items"},     {"pieces", "items"},   {"units", "items"},
       {"site", "sites"},   {"person", "persons"}, {"people", "persons"}, {"day", "days"},
       {"month", "months"}, {"year", "years"},     {"time", "times"}});
  const auto* found = std::find_if(words.begin(), words.end(),
                                   [&](const auto& pair) { return pair.first == word; });
  return found == words.end() ? std::string_view{} : found->second;
}

std::vector<std::string_view> candidates(const Checks& checks, Role role) {
  std::vector<std::string_view> out;
  for (const NamedItem& item : checks.names.all())
    if (is_kind(item, role)) out.push_back(heading(item).name.text);
  return out;
}

/// `start-90` and `x-y` are read as one name; the help when the part before is a name.
std::string minus_help(const Checks& checks, std::string_view name, Role role) {
  for (std::size_t at = name.find('-'); at != std::string_view::npos; at = name.find('-', at + 1)) {
    const std::string_view before = name.substr(0, at), after = name.substr(at + 1);
    if (!resolves(checks, before, role)) continue;
    if (role == Role::day && after.find_first_not_of("0123456789") == std::string_view::npos)
      return fmt::format("put spaces around the minus sign: {} - {} …", before, after);
    if (role == Role::figure && resolves(checks, after, role))
      return fmt::format("put spaces around the minus sign: {} - {}", before, after);
  }
  return {};
}

std::string declare_help(std::string_view name, Role role) {
  switch (role) {
    case Role::party:
      return fmt::format("declare it: party {} \"…\"", name);
    case Role::site:
      return fmt::format("declare it: site {} \"…\"", name);
    case Role::unit:
      return fmt::format("declare it: unit {} \"…\"", name);
    case Role::measure:
    case Role::figure:
      return fmt::format("declare it: measure {} \"…\" amount …", name);
    case Role::activity:
      return fmt::format("declare it: measure {} \"…\" activity", name);
    case Role::event:
      return fmt::format("declare it: event {} \"…\"", name);
    case Role::day:
      return fmt::format("declare it: day {} = …", name);
    case Role::term:
    case Role::question:
    case Role::tested:
    case Role::item:
    case Role::none:
      break;
  }
  return {};
}

void unknown(Checks& checks, const Name& name, Role role) {
  std::string help = minus_help(checks, name.text, role);
  if (help.empty() && role == Role::unit)
    if (const std::string_view unit = plain_unit(name.text); !unit.empty())
      help = fmt::format("did you mean “{}”?", unit);
  if (help.empty() && checks.suggestions_left == 0) help = declare_help(name.text, role);
  if (help.empty()) {
    std::vector<std::string_view> near = candidates(checks, role);
    if (role == Role::unit) {
      const auto built_in = Units::built_in();
      near.insert(near.end(), built_in.begin(), built_in.end());
    }
    help = checks.did_you_mean(name.text, near, declare_help(name.text, role));
  }
  checks.error(role == Role::unit ? "A033" : "A034", name.at,
               fmt::format("no {} named “{}”", noun(role), name.text), std::move(help));
}

std::string other_kind_help(const NamedItem& found, std::string_view name, Role role) {
  if (is<Event>(found) && (role == Role::day || role == Role::tested))
    return fmt::format("write event {}", name);
  if (is<Party>(found) && role == Role::tested) return fmt::format("write performing({})", name);
  return {};
}

}  // namespace

void check_declared_once(Checks& checks) {
  for (const NamedItem& item : checks.names.all()) {
    const Heading& head = heading(item);
    const Heading& first = heading(*checks.names.find_any(head.name.text));
    if (&first != &head)
      checks.error("A030", head.name.at, fmt::format("the name “{}” is used twice", head.name.text),
                   fmt::format("first used in line {}", first.name.at.place.line));
    else if (is<Unit>(item) && Units::is_built_in(head.name.text))
      checks.error("A031", head.name.at, fmt::format("“{}” is a built-in unit", head.name.text),
                   "leave the line out; built-in units need no declaration");
  }
}

void check_use(Checks& checks, const Name& name, Role role) {
  if (resolves(checks, name.text, role)) return;
  const NamedItem* found = checks.names.find_any(name.text);
  if (found == nullptr) return unknown(checks, name, role);
  checks.error("A035", name.at,
               fmt::format("“{}” is {}, not {}", name.text, with_article(word(*found)),
                           with_article(noun(role))),
               other_kind_help(*found, name.text, role));
}

std::unordered_set<std::string_view> check_uses(Checks& checks) {
  std::unordered_set<std::string_view> used;
  const UseSink sink = [&](const Name& name, Role role) {
    used.insert(name.text);
    check_use(checks, name, role);
  };
  for (const Item& item : checks.agreement.items) each_use(item, sink);
  return used;
}

void check_unused(Checks& checks, const std::unordered_set<std::string_view>& used) {
  for (const NamedItem& item : checks.names.all()) {
    const bool stands_alone = std::visit(
        [](const auto* what) {
          return requires {
            what->words;
          }
          || requires {
            what->clauses;
          };
        },
        item);
    const Name& name = heading(item).name;
    const bool is_first = &heading(*checks.names.find_any(name.text)) == &heading(item);
    if (!stands_alone && is_first && used.count(name.text) == 0)
      checks.warning("A065", name.at,
                     fmt::format("nothing uses the {} “{}”", word(item), name.text));
  }
}

}  // namespace accord::agreement
