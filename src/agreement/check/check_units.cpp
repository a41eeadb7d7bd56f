#include <fmt/format.h>

#include "agreement/check/checks.h"

namespace accord::agreement {

namespace {

void check_equivalence(Checks& checks, const Unit& unit) {
  if (!unit.left || !unit.right) return;
  const std::string& name = unit.head.name.text;
  if (unit.left->unit.text != name && unit.right->unit.text != name)
    checks.error("A032", unit.left->at,
                 fmt::format("the equivalence does not say what {} is", name),
                 fmt::format("one side is in the new unit: unit {} … with 1 {} = …", name, name));
  for (const Value* value : {&*unit.left, &*unit.right})
    if (value->number.mantissa == 0)
      checks.error("A032", value->at, "an equivalence has no 0 in it",
                   "write the published pair, for example 100 crates = 2.5 t");
}

const char* figure_kind(Measure::Kind kind) {
  return kind == Measure::Kind::flow ? "a flow" : "an amount";
}

/// Parts are compared with the measure, or with each other when it is a share.
void check_part(Checks& checks, const Measure& measure, const Name& name, const Measure& with) {
  const Measure* part = figure_of(checks, name);
  if (part == nullptr) return;
  if (part->kind != measure.kind)
    checks.error("A037", name.at,
                 fmt::format("“{}” is {}, “{}” is {}", measure.head.name.text,
                             figure_kind(measure.kind), name.text, figure_kind(part->kind)),
                 "a formula joins flows, or amounts, not both");
  else if (checks.units.knows(part->unit.text) && checks.units.knows(with.unit.text) &&
           !checks.units.factor(part->unit.text, with.unit.text))
    checks.error(
        "A038", name.at,
        fmt::format("“{}” is in {}, “{}” is in {}", with.head.name.text, with.unit.text, name.text,
                    part->unit.text),
        fmt::format("use one unit, or declare an equivalence: unit {} … with …", part->unit.text));
}

void check_formula(Checks& checks, const Measure& measure) {
  if (measure.kind == Measure::Kind::activity) {
    checks.error(
        "A037", measure.head.name.at,
        fmt::format("“{}” is an activity; a formula gives a figure", measure.head.name.text),
        "declare it with amount or flow and a unit");
    return;
  }
  const std::vector<Part>& parts = measure.formula->parts;
  if (!measure.formula->is_share) {
    for (const Part& part : parts) check_part(checks, measure, part.measure, measure);
    return;
  }
  if (measure.unit.text != "%")
    checks.error(
        "A038", measure.unit.at,
        fmt::format("a share is in %, “{}” is in {}", measure.head.name.text, measure.unit.text),
        fmt::format("write: measure {} … {} % = …", measure.head.name.text,
                    measure.kind == Measure::Kind::flow ? "flow" : "amount"));
  const Measure* whole = figure_of(checks, parts.back().measure);
  if (whole == nullptr) return;
  check_part(checks, measure, parts.back().measure, *whole);
  check_part(checks, measure, parts.front().measure, *whole);
}

}  // namespace

const Measure* figure_of(const Checks& checks, const Name& name) {
  const auto* measure = checks.names.find<Measure>(name.text);
  const bool is_figure =
      measure != nullptr && !measure->head.damage.is && measure->kind != Measure::Kind::activity;
  return is_figure ? measure : nullptr;
}

void check_units(Checks& checks) {
  for (const Item& item : checks.agreement.items) {
    if (const auto* unit = std::get_if<Unit>(&item)) check_equivalence(checks, *unit);
    const auto* measure = std::get_if<Measure>(&item);
    if (measure == nullptr || measure->head.damage.is || !measure->formula) continue;
    check_formula(checks, *measure);
    for (const Part& part : measure->formula->parts) check_is_figure(checks, part.measure);
  }
}

}  // namespace accord::agreement
