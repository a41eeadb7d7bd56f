#include "agreement/model/clause_table.h"
#include "agreement/model/described.h"
#include "agreement/model/role.h"

/// Tables of what terms are made of: days, figures, conditions, rules, words.
namespace accord::agreement {

namespace {

using described::key;
using described::member;
using described::object;
using described::Use;

template <class... Roles>
constexpr std::array<std::uint8_t, sizeof...(Roles)> roles(Roles... each) {
  return {static_cast<std::uint8_t>(each)...};
}

// --- days

constexpr auto duration =
    object("duration", "A count of days, weeks, months, years or working days",
           key<&Duration::count>("count", "how many"), member<&Duration::unit>("unit", "of what"),
           place_of<&Duration::at>());

constexpr auto shift =
    object("shift", "A step from a day", member<&Shift::minus>("minus", "whether it leads back"),
           member<&Shift::by>("by", "how far"));

constexpr auto day_roles =
    roles(Role::none, Role::day, Role::event, Role::event, Role::none, Role::none, Role::none);
using DayKind = DayExpression::Kind;
constexpr auto day_expression = object(
    "day_expression", "A day of the calendar, or how it is found",
    member<&DayExpression::kind>("kind", "how it is found").kind(),
    member<&DayExpression::date>("date", "the day itself").only(DayKind::date).left_out(),
    member<&DayExpression::name>("name", "the named day, or the event whose day it is")
        .only(DayKind::day, DayKind::event, DayKind::own_event)
        .left_out()
        .role_of_kind(day_roles),
    member<&DayExpression::unit>("unit", "whose last day it is").only(DayKind::end_of).left_out(),
    member<&DayExpression::parts>("parts", "the days among which, or the day in whose period")
        .only(DayKind::earliest, DayKind::latest, DayKind::end_of)
        .left_out(),
    member<&DayExpression::shifts>("shifts", "steps from there, one after the other"),
    place_of<&DayExpression::at>());

constexpr auto period = object(
    "period", "From a day on: for a span, until a day, or without end",
    key<&Period::from>("from", "first day"), member<&Period::kind>("kind", "how it ends").kind(),
    member<&Period::span>("span", "for how long").only(Period::Kind::span),
    member<&Period::until>("until", "first day behind it").only(Period::Kind::until),
    place_of<&Period::at>());

// --- figures

constexpr auto value =
    object("value", "A number with its unit", member<&Value::number>("number", "as written"),
           member<&Value::unit>("unit", "its unit, or %").role(Role::unit), place_of<&Value::at>());

constexpr auto bound = object(
    "bound", "What a figure must keep to", member<&Bound::kind>("kind", "how it compares").kind(),
    member<&Bound::value>("value", "the bound; of a range its lower end"),
    member<&Bound::upper>("upper", "upper end of a range").only(Bound::Kind::between),
    place_of<&Bound::at>());

constexpr auto part = object("part", "One part of a formula",
                             member<&Part::minus>("minus", "whether it is taken off"),
                             member<&Part::weight>("weight", "what it is multiplied by"),
                             member<&Part::measure>("measure", "a measure").role(Role::figure));

constexpr auto formula =
    object("formula", "How a measure is computed from others",
           member<&Formula::is_share>("is_share", "the first part as a share of the second, in %"),
           member<&Formula::parts>("parts", "the parts that are added up"));

// --- conditions

constexpr auto condition_roles =
    roles(Role::none, Role::none, Role::none, Role::event, Role::party, Role::tested);
using ConditionKind = Condition::Kind;
constexpr auto condition =
    object("condition", "What is true on a day or not",
           member<&Condition::kind>("kind", "what it looks at").kind(),
           member<&Condition::parts>("parts", "the conditions that are joined")
               .only(ConditionKind::all, ConditionKind::any, ConditionKind::negation)
               .left_out(),
           member<&Condition::name>("name", "the event, party, term or question")
               .only(ConditionKind::event, ConditionKind::performing, ConditionKind::is)
               .left_out()
               .role_of_kind(condition_roles),
           member<&Condition::answer>("answer", "met, not_met, not_shown, or an answer")
               .only(ConditionKind::is)
               .left_out(),
           place_of<&Condition::at>());

// --- rules

constexpr auto step = object(
    "step", "A bound and the day from which it holds", member<&Step::bound>("bound", "the bound"),
    member<&Step::as_of>("as_of", "first day; none: from the start of the term"));

constexpr auto limit =
    object("limit", "A figure is kept within bounds",
           member<&Limit::measure>("measure", "the figure").role(Role::figure),
           member<&Limit::per>("per", "the periods over which it is added up"),
           member<&Limit::per_from>("per_from", "the day from which they are counted"),
           member<&Limit::steps>("steps", "the bounds, one after the other"),
           member<&Limit::tolerance>("tolerance", "what the text grants beyond the bound"))
        .tagged("rule");

constexpr auto activity_rule =
    object(
        "prohibit", "An activity that must not be, or must last",
        member<&ActivityRule::require>("require", "whether it must last").named_if_true("require"),
        member<&ActivityRule::activity>("activity", "the activity").role(Role::activity),
        member<&ActivityRule::where>("where", "in which relation to the sites"),
        member<&ActivityRule::sites>("sites", "the sites").role(Role::site))
        .tagged("rule");

constexpr auto stage = object("stage", "A part of the time for a duty",
                              member<&Stage::duration>("duration", "how long"),
                              member<&Stage::label>("label", "what it is for"));

using TriggerKind = Trigger::Kind;
constexpr auto trigger = object(
    "trigger", "What a duty is counted from",
    member<&Trigger::kind>("kind", "which kind of thing").kind(),
    member<&Trigger::own>("own", "whether only events of the obliged party count"),
    member<&Trigger::event>("event", "the event")
        .only(TriggerKind::each_event, TriggerKind::end_of_unit_of_event)
        .role(Role::event),
    member<&Trigger::unit>("unit", "the period that ends")
        .only(TriggerKind::end_of_unit_of_event, TriggerKind::end_of_each_unit),
    member<&Trigger::span>("span", "length of the periods").only(TriggerKind::end_of_each_span),
    key<&Trigger::from>("from", "the day from which they are counted")
        .only(TriggerKind::end_of_each_span));

constexpr auto duty =
    object("duty", "Something is done in time",
           member<&Duty::event>("event", "the act").role(Role::event),
           member<&Duty::kind>("kind", "how its time is found").kind(),
           member<&Duty::by>("by", "last day").only(Duty::Kind::by),
           member<&Duty::stages>("stages", "how long after, in parts").only(Duty::Kind::within),
           member<&Duty::trigger>("trigger", "after or before what")
               .only(Duty::Kind::within, Duty::Kind::before),
           member<&Duty::span>("span", "how long before, or how often")
               .only(Duty::Kind::before, Duty::Kind::every),
           member<&Duty::grace>("grace", "how much later is still in time").only(Duty::Kind::every))
        .tagged("rule");

constexpr auto rule = object("rule", "One thing that a term asks for",
                             member<&Rule::what>("what", "a limit, an activity, a duty").flat(),
                             place_of<&Rule::at>(), comments_of<&Rule::comments>());

// --- words

constexpr auto reading = object("reading", "How some parties read the text",
                                member<&Reading::text>("text", "what they read in it"),
                                member<&Reading::by>("by", "who reads it so").role(Role::party),
                                place_of<&Reading::at>(), comments_of<&Reading::comments>());

constexpr auto quote =
    object("quote", "The words of the treaty itself",
           member<&Quote::language>("language", "their language"),
           member<&Quote::text>("text", "the words"),
           member<&Quote::block>("block", "whether they have lines of their own").in(Use::nowhere),
           place_of<&Quote::at>(), comments_of<&Quote::comments>());

constexpr auto note =
    object("note", "A remark without effect", member<&Note::text>("text", "the remark"),
           place_of<&Note::at>(), comments_of<&Note::comments>());

constexpr auto words = object("words", "Readings, quotations and notes of an item",
                              clauses_of<&Words::readings>("readings", "how parties read it"),
                              clauses_of<&Words::quotes>("quotes", "words of the treaty"),
                              clauses_of<&Words::notes>("notes", "remarks"));

// --- plain kinds of the model

std::size_t count_lines(const void* comments) {
  return static_cast<const Comments*>(comments)->lines.size();
}
const void* line_at(const void* comments, std::size_t i) {
  return &static_cast<const Comments*>(comments)->lines[i];
}
void print_name(const void* name, std::string& out) {
  out += static_cast<const Name*>(name)->text;
}
bool parse_name(std::string_view text, void* name) {
  static_cast<Name*>(name)->text = text;
  return true;
}

}  // namespace
}  // namespace accord::agreement

namespace accord::described {

constinit const Type Described<agreement::At>::type{.kind = Kind::object, .name = "place"};
constinit const Type Described<agreement::Damage>::type{.kind = Kind::object, .name = "damage"};
constinit const Type Described<agreement::Comments>::type{.kind = Kind::list,
                                                          .of = &type_of<std::string>,
                                                          .count = agreement::count_lines,
                                                          .at = agreement::line_at};
constinit const Type Described<agreement::Name>::type{
    .kind = Kind::text, .print = agreement::print_name, .parse = agreement::parse_name};

#define ACCORD_TABLE(T, table) \
  constinit const Type Described<agreement::T>::type = type_by<agreement::table>()
ACCORD_TABLE(Duration, duration);
ACCORD_TABLE(Shift, shift);
ACCORD_TABLE(DayExpression, day_expression);
ACCORD_TABLE(Period, period);
ACCORD_TABLE(Value, value);
ACCORD_TABLE(Bound, bound);
ACCORD_TABLE(Part, part);
ACCORD_TABLE(Formula, formula);
ACCORD_TABLE(Condition, condition);
ACCORD_TABLE(Step, step);
ACCORD_TABLE(Limit, limit);
ACCORD_TABLE(ActivityRule, activity_rule);
ACCORD_TABLE(Stage, stage);
ACCORD_TABLE(Trigger, trigger);
ACCORD_TABLE(Duty, duty);
ACCORD_TABLE(Rule, rule);
ACCORD_TABLE(Reading, reading);
ACCORD_TABLE(Quote, quote);
ACCORD_TABLE(Note, note);
ACCORD_TABLE(Words, words);
#undef ACCORD_TABLE

}  // namespace accord::described
