#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <variant>

#include "agreement/syntax/print.h"
#include "base/rational.h"
#include "base/text.h"
#include "formats/terms/against_row.h"
#include "formats/text/sheet.h"

/// Kinds, limits and durations: chapter 5.4, last paragraph.
namespace accord::formats {

namespace {

using agreement::ActivityRule;
using agreement::Bound;
using agreement::Duration;
using agreement::DurationUnit;
using agreement::Duty;
using agreement::Limit;
using agreement::Rule;
using agreement::Term;

/// What an item must be, or one of whose rules must be, for a kind of the tables.
enum Form : unsigned {
  limit = 1,
  prohibit = 2,
  require = 4,
  duty = 8,
  provision = 16,
  procedure = 32
};

struct KindForms {
  std::string_view kind;
  unsigned forms;
};
constexpr std::array<KindForms, 18> kinds{{{"cap_quantity", limit},
                                           {"cap_level", limit},
                                           {"cap_count", limit},
                                           {"site_restriction", prohibit},
                                           {"prohibition", prohibit},
                                           {"activity_limit", prohibit},
                                           {"storage", require | prohibit},
                                           {"conversion", require | prohibit},
                                           {"monitoring", require | prohibit},
                                           {"protocol", require | prohibit},
                                           {"transfer", require | prohibit},
                                           {"procurement", require | prohibit},
                                           // A number of reports or of inspectors is a limit.
                                           {"reporting", duty | require | limit},
                                           {"access", duty | require | limit},
                                           {"exclusion", provision},
                                           {"calendar", provision},
                                           {"reciprocity", provision},
                                           {"dispute_clock", procedure}}};

struct FormWord {
  Form form;
  std::string_view word;
};
constexpr std::array<FormWord, 6> form_words{{{limit, "limit"},
                                              {prohibit, "prohibit"},
                                              {require, "require"},
                                              {duty, "duty"},
                                              {provision, "provision"},
                                              {procedure, "procedure"}}};

std::string words_of(unsigned forms) {
  std::vector<std::string_view> words;
  for (const FormWord& word : form_words)
    if ((forms & word.form) != 0) words.push_back(word.word);
  return one_of(words);
}

Form form_of(const Rule& rule) {
  if (std::holds_alternative<Limit>(rule.what)) return limit;
  if (std::holds_alternative<Duty>(rule.what)) return duty;
  return std::get<ActivityRule>(rule.what).require ? require : prohibit;
}

/// The table of the other sides names no kinds.
void compare_kind(RowCheck& check, unsigned forms) {
  if (!check.has("kind")) return;
  const std::string_view kind = check.cell("kind");
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [kind](const KindForms& entry) { return entry.kind == kind; });
  if (found == kinds.end())
    check.report("F003", "kind", fmt::format("the kind “{}” of {} is not known", kind, check.id()));
  else if ((found->forms & forms) == 0)
    check.report("F003", "kind",
                 fmt::format("{} is of the kind “{}” ({}), but a {} in the text", check.id(), kind,
                             words_of(found->forms), words_of(forms)));
}

/// The unit of the text for a unit word of the tables, with what follows it: "t after
/// commissioning" is the unit t of a later step.
struct TableUnit {
  std::string id;
  bool is_later = false;
};

std::optional<TableUnit> unit_of(const RowCheck& check, std::string_view word) {
  const auto whole = [&](std::string_view text) -> std::optional<std::string> {
    const auto found = check.workspace.unit_words.find(text);
    if (found != check.workspace.unit_words.end()) return found->second;
    return check.units.knows(text) ? std::optional(std::string(text)) : std::nullopt;
  };
  if (const auto id = whole(word)) return TableUnit{*id, false};
  if (const auto id = whole(word.substr(0, word.find(' ')))) return TableUnit{*id, true};
  return std::nullopt;
}

const char* sign(Bound::Kind kind) {
  constexpr std::array<const char*, 6> signs{"<=", "<", ">=", ">", "==", "between"};
  return signs[static_cast<std::size_t>(kind)];
}

/// "300", or "130-150" for `between`.
std::string number_of(const Bound& bound) {
  const std::string low = to_string(bound.value.number);
  return bound.kind == Bound::Kind::between ? low + "-" + to_string(bound.upper.number) : low;
}

bool same_number(std::string_view table, const Bound& bound) {
  const auto equal = [](std::string_view text, const Decimal& number) {
    const ParsedDecimal parsed = parse_decimal(text);
    return parsed.fault == DecimalFault::none && parsed.value == number;
  };
  if (bound.kind != Bound::Kind::between) return equal(table, bound.value.number);
  const std::size_t dash = table.find('-');
  return dash != std::string_view::npos && equal(table.substr(0, dash), bound.value.number) &&
         equal(table.substr(dash + 1), bound.upper.number);
}

void compare_equivalent(RowCheck& check, const Limit& rule) {
  const std::string_view value = check.cell("equivalent_value");
  if (value.empty()) return;
  const std::string_view word = check.cell("equivalent_unit");
  const auto unit = unit_of(check, word);
  const auto said = fmt::format("{} {}", value, word);
  if (!unit) {
    check.differ("F004", "equivalent_unit", "unit of the equivalent", word, "");
    return;
  }
  if (unit->is_later) {
    const bool is_there =
        std::any_of(rule.steps.begin() + 1, rule.steps.end(), [&](const agreement::Step& step) {
          return same_number(value, step.bound) && step.bound.value.unit.text == unit->id;
        });
    if (!is_there) check.differ("F004", "equivalent_value", "later limit", said, "");
    return;
  }
  const agreement::Value& bound = rule.steps[0].bound.value;
  const auto factor = check.units.factor(bound.unit.text, unit->id);
  const ParsedDecimal parsed = parse_decimal(value);
  const Rational equivalent = factor ? Rational(bound.number) * *factor : Rational::invalid();
  if (parsed.fault == DecimalFault::none && Rational(parsed.value) == equivalent) return;
  check.differ("F004", "equivalent_value", "equivalent of the limit", said,
               factor ? fmt::format("{} {}", to_exact_string(equivalent), unit->id) : "");
}

void compare_limit(RowCheck& check, const Limit& rule) {
  const Bound& bound = rule.steps[0].bound;
  const std::string_view word = check.cell("unit");
  if (check.cell("operator") != sign(bound.kind))
    check.differ("F004", "operator", "comparison", check.cell("operator"), sign(bound.kind));
  if (!same_number(check.cell("limit_value"), bound))
    check.differ("F004", "limit_value", "limit", check.cell("limit_value"), number_of(bound));
  const auto unit = unit_of(check, word);
  if (!unit || unit->id != bound.value.unit.text)
    check.differ("F004", "unit", "unit", word, bound.value.unit.text);
  compare_equivalent(check, rule);
}

/// Days of durations that a table can give as one number of days; nothing for months and years.
template <class Range, class Get>
std::optional<std::int64_t> days_of(const Range& stages, Get get) {
  std::int64_t sum = 0;
  for (const auto& stage : stages) {
    const Duration& duration = get(stage);
    if (duration.unit != DurationUnit::days && duration.unit != DurationUnit::weeks)
      return std::nullopt;
    sum += std::int64_t{duration.count} * (duration.unit == DurationUnit::weeks ? 7 : 1);
  }
  return sum;
}

void compare_days(RowCheck& check, std::optional<std::int64_t> days) {
  const std::string text = days ? std::to_string(*days) : "";
  if (check.cell("limit_value") != text || check.cell("unit") != "days")
    check.differ("F005", "limit_value", "duration",
                 fmt::format("{} {}", check.cell("limit_value"), check.cell("unit")),
                 text.empty() ? "" : text + " days");
}

/// "at Bridge": what is restricted to sites is prohibited outside them.
void compare_site(RowCheck& check, const Term& term) {
  const std::string_view named = check.cell("limit_value");
  std::string found;
  for (const Rule& rule : term.clauses.rules) {
    const auto* activity = std::get_if<ActivityRule>(&rule.what);
    if (activity == nullptr || activity->where == ActivityRule::Where::anywhere) continue;
    for (const agreement::Name& name : activity->sites)
      for (const agreement::Item& item : check.workspace.agreement.items)
        if (const auto* site = std::get_if<agreement::Site>(&item);
            site != nullptr && site->head.name.text == name.text) {
          if (site->head.title == named) return;
          found = site->head.title;
        }
  }
  check.differ("F004", "limit_value", "site", named, found);
}

/// The number of a row belongs to a limit, to the stages of a duty, or names a site; "== 0" says no
/// more than "prohibit".
void compare_number(RowCheck& check, const Term& term) {
  const std::string_view value = check.cell("limit_value");
  if (check.cell("operator") == "at") return compare_site(check, term);
  const Limit* bound = nullptr;
  const Duty* within = nullptr;
  bool prohibits = false;
  for (const Rule& rule : term.clauses.rules) {
    if (const auto* found = std::get_if<Limit>(&rule.what); found != nullptr && bound == nullptr)
      bound = found;
    if (const auto* found = std::get_if<Duty>(&rule.what);
        found != nullptr && !found->stages.empty())
      within = found;
    prohibits = prohibits || form_of(rule) == prohibit;
  }
  if (prohibits && (value.empty() || value == "0")) return;
  if (bound != nullptr) return compare_limit(check, *bound);
  if (within != nullptr)
    return compare_days(
        check, days_of(within->stages, [](const agreement::Stage& stage) -> const Duration& {
          return stage.duration;
        }));
  if (!value.empty()) check.differ("F004", "limit_value", "limit", value, "");
}

}  // namespace

void compare_term(RowCheck& check, const Term& term) {
  unsigned forms = 0;
  for (const Rule& rule : term.clauses.rules) forms |= form_of(rule);
  compare_kind(check, forms);
  if (check.has("limit_value")) compare_number(check, term);
}

void compare_provision(RowCheck& check, const agreement::Provision&) {
  compare_kind(check, provision);
}

void compare_procedure(RowCheck& check, const agreement::Procedure& item) {
  compare_kind(check, procedure);
  compare_days(check,
               days_of(item.stages, [](const agreement::ProcedureStage& stage) -> const Duration& {
                 return stage.duration;
               }));
}

}  // namespace accord::formats
