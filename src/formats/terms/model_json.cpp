#include "formats/terms/model_json.h"

#include <array>
#include <nlohmann/json.hpp>

namespace accord::formats {

namespace {

using namespace agreement;  // NOLINT: every struct of the model is named here
using Json = nlohmann::ordered_json;

template <class T>
Json json_of(const std::vector<T>& list);
template <class T>
Json json_of(const std::optional<T>& value);
template <class Enum, std::size_t N>
Json one_of(const std::array<const char*, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

Json json_of(const std::string& text) {
  return text;
}
Json json_of(const Decimal& number) {
  return to_string(number);
}
Json json_of(Day day) {
  return to_string(day);
}
Json json_of(const Name& name) {
  return name.text;
}

void add_comments(Json& out, const char* key, const Comments& comments) {
  if (!comments.lines.empty()) out[key] = comments.lines;
}

// --- days
// -----------------------------------------------------------------------------------------

Json json_of(CalendarUnit unit) {
  return one_of<CalendarUnit, 3>({"month", "quarter", "year"}, unit);
}

Json json_of(const Duration& d) {
  return {{"count", d.count},
          {"unit",
           one_of<DurationUnit, 5>({"days", "weeks", "months", "years", "working days"}, d.unit)}};
}

Json json_of(const Shift& shift) {
  return {{"minus", shift.minus}, {"by", json_of(shift.by)}};
}

Json json_of(const DayExpression& e) {
  using Kind = DayExpression::Kind;
  Json out{
      {"kind", one_of<Kind, 7>(
                   {"date", "day", "event", "own_event", "earliest", "latest", "end_of"}, e.kind)}};
  switch (e.kind) {
    case Kind::date:
      out["date"] = json_of(e.date);
      break;
    case Kind::day:
    case Kind::event:
    case Kind::own_event:
      out["name"] = json_of(e.name);
      break;
    case Kind::end_of:
      out["unit"] = json_of(e.unit);
      [[fallthrough]];
    case Kind::earliest:
    case Kind::latest:
      out["parts"] = json_of(e.parts);
      break;
  }
  out["shifts"] = json_of(e.shifts);
  return out;
}

Json json_of(const Period& p) {
  using Kind = Period::Kind;
  Json out{{"from", json_of(p.from)},
           {"kind", one_of<Kind, 3>({"span", "until", "without_end"}, p.kind)}};
  out["span"] = p.kind == Kind::span ? json_of(p.span) : Json();
  out["until"] = p.kind == Kind::until ? json_of(p.until) : Json();
  return out;
}

// --- figures and conditions
// -----------------------------------------------------------------------

Json json_of(const Value& value) {
  return {{"number", json_of(value.number)}, {"unit", json_of(value.unit)}};
}

Json relation(Bound::Kind kind) {
  return one_of<Bound::Kind, 6>({"<=", "<", ">=", ">", "==", "between"}, kind);
}

Json json_of(const Bound& bound) {
  return {{"kind", relation(bound.kind)},
          {"value", json_of(bound.value)},
          {"upper", bound.kind == Bound::Kind::between ? json_of(bound.upper) : Json()}};
}

Json json_of(const Part& part) {
  return {
      {"minus", part.minus}, {"weight", json_of(part.weight)}, {"measure", json_of(part.measure)}};
}

Json json_of(const Formula& formula) {
  return {{"is_share", formula.is_share}, {"parts", json_of(formula.parts)}};
}

Json json_of(const Condition& c) {
  using Kind = Condition::Kind;
  Json out{
      {"kind", one_of<Kind, 6>({"all", "any", "negation", "event", "performing", "is"}, c.kind)}};
  if (c.kind == Kind::all || c.kind == Kind::any || c.kind == Kind::negation) {
    out["parts"] = json_of(c.parts);
    return out;
  }
  out["name"] = json_of(c.name);
  if (c.kind == Kind::is) out["answer"] = json_of(c.answer);
  return out;
}

// --- rules
// ----------------------------------------------------------------------------------------

Json json_of(const Step& step) {
  return {{"bound", json_of(step.bound)}, {"as_of", json_of(step.as_of)}};
}

Json json_of(const Limit& limit) {
  return {{"rule", "limit"},
          {"measure", json_of(limit.measure)},
          {"per", json_of(limit.per)},
          {"per_from", json_of(limit.per_from)},
          {"steps", json_of(limit.steps)},
          {"tolerance", json_of(limit.tolerance)}};
}

Json place(ActivityRule::Where where) {
  return one_of<ActivityRule::Where, 3>({"anywhere", "at", "outside"}, where);
}

Json json_of(const ActivityRule& rule) {
  return {{"rule", rule.require ? "require" : "prohibit"},
          {"activity", json_of(rule.activity)},
          {"where", place(rule.where)},
          {"sites", json_of(rule.sites)}};
}

Json json_of(const agreement::Stage& stage) {
  return {{"duration", json_of(stage.duration)}, {"label", json_of(stage.label)}};
}

Json json_of(const Trigger& trigger) {
  using Kind = Trigger::Kind;
  Json out{{"kind", one_of<Kind, 4>({"each_event", "end_of_unit_of_event", "end_of_each_unit",
                                     "end_of_each_span"},
                                    trigger.kind)}};
  const bool is_event =
      trigger.kind == Kind::each_event || trigger.kind == Kind::end_of_unit_of_event;
  const bool is_unit =
      trigger.kind == Kind::end_of_each_unit || trigger.kind == Kind::end_of_unit_of_event;
  const bool is_span = trigger.kind == Kind::end_of_each_span;
  out["own"] = trigger.own;
  out["event"] = is_event ? json_of(trigger.event) : Json();
  out["unit"] = is_unit ? json_of(trigger.unit) : Json();
  out["span"] = is_span ? json_of(trigger.span) : Json();
  out["from"] = is_span ? json_of(trigger.from) : Json();
  return out;
}

Json json_of(const Duty& duty) {
  using Kind = Duty::Kind;
  const bool is_called = duty.kind == Kind::within || duty.kind == Kind::before;
  const bool is_span = duty.kind == Kind::before || duty.kind == Kind::every;
  return {{"rule", "duty"},
          {"event", json_of(duty.event)},
          {"kind", one_of<Kind, 4>({"by", "within", "before", "every"}, duty.kind)},
          {"by", duty.kind == Kind::by ? json_of(duty.by) : Json()},
          {"stages", duty.kind == Kind::within ? json_of(duty.stages) : Json()},
          {"trigger", is_called ? json_of(duty.trigger) : Json()},
          {"span", is_span ? json_of(duty.span) : Json()},
          {"grace", duty.kind == Kind::every ? json_of(duty.grace) : Json()}};
}

Json json_of(const Rule& rule) {
  Json out = std::visit([](const auto& what) { return json_of(what); }, rule.what);
  add_comments(out, "comments", rule.comments);
  return out;
}

// --- words and clauses
// ----------------------------------------------------------------------------

Json json_of(const Reading& reading) {
  Json out{{"text", reading.text}, {"by", json_of(reading.by)}};
  add_comments(out, "comments", reading.comments);
  return out;
}

Json json_of(const Quote& quote) {
  Json out{{"language", json_of(quote.language)}, {"text", quote.text}};
  add_comments(out, "comments", quote.comments);
  return out;
}

Json json_of(const Note& note) {
  Json out{{"text", note.text}};
  add_comments(out, "comments", note.comments);
  return out;
}

void add_words(Json& out, const Words& words) {
  out["readings"] = json_of(words.readings);
  out["quotes"] = json_of(words.quotes);
  out["notes"] = json_of(words.notes);
}

Json json_of(const Obliges& obliges) {
  Json out{{"how", one_of<Obliges::How, 3>({"one", "each", "jointly"}, obliges.how)},
           {"who", json_of(obliges.who)}};
  add_comments(out, "comments", obliges.comments);
  return out;
}

Json json_of(const ConditionClause& clause) {
  Json out{{"unless", clause.unless}, {"condition", json_of(clause.condition)}};
  add_comments(out, "comments", clause.comments);
  return out;
}

void add_clauses(Json& out, const Clauses& c) {
  out["obliges"] = json_of(c.obliges);
  out["owed"] = json_of(c.owed);
  out["verifier"] = json_of(c.verifier);
  out["from"] = json_of(c.from);
  out["rules"] = json_of(c.rules);
  out["conditions"] = json_of(c.conditions);
  out["stale_after"] = json_of(c.stale_after);
  out["reciprocal"] = json_of(c.reciprocal);
  out["about"] = json_of(c.about);
  add_words(out, c.words);
  add_comments(out, "owed_comments", c.owed_comments);
  add_comments(out, "verifier_comments", c.verifier_comments);
  add_comments(out, "from_comments", c.from_comments);
  add_comments(out, "stale_comments", c.stale_comments);
  add_comments(out, "reciprocal_comments", c.reciprocal_comments);
  add_comments(out, "about_comments", c.about_comments);
  add_comments(out, "closing_comments", c.closing_comments);
}

// --- items
// ----------------------------------------------------------------------------------------

Json start(const char* item, const Heading& head) {
  Json out{{"item", item},
           {"name", json_of(head.name)},
           {"title", head.title},
           {"ref", json_of(head.ref)}};
  add_comments(out, "comments", head.comments);
  return out;
}

Json json_of(const Source& i) {
  Json out{{"item", "source"}, {"text", i.text}};
  add_comments(out, "comments", i.comments);
  return out;
}

Json json_of(const Languages& i) {
  Json out{{"item", "languages"}, {"names", json_of(i.names)}};
  add_comments(out, "comments", i.comments);
  return out;
}

Json json_of(const Holidays& i) {
  Json out{{"item", "holidays"}, {"days", json_of(i.days)}};
  add_comments(out, "comments", i.comments);
  return out;
}

Json json_of(const Party& i) {
  Json out = start(i.is_body ? "body" : "party", i.head);
  out["members"] = json_of(i.members);
  return out;
}

Json json_of(const Site& i) {
  Json out = start("site", i.head);
  out["parent"] = json_of(i.parent);
  return out;
}

Json json_of(const Unit& i) {
  Json out = start("unit", i.head);
  out["left"] = json_of(i.left);
  out["right"] = json_of(i.right);
  return out;
}

Json json_of(const Measure& i) {
  Json out = start("measure", i.head);
  out["kind"] = one_of<Measure::Kind, 3>({"amount", "flow", "activity"}, i.kind);
  out["unit"] = i.kind == Measure::Kind::activity ? Json() : json_of(i.unit);
  out["formula"] = json_of(i.formula);
  out["data"] = json_of(i.data);
  return out;
}

Json json_of(const Event& i) {
  Json out = start("event", i.head);
  out["data"] = json_of(i.data);
  return out;
}

Json json_of(const NamedDay& i) {
  Json out = start("day", i.head);
  out["expression"] = json_of(i.expression);
  return out;
}

Json json_of(const Term& i) {
  Json out = start("term", i.head);
  add_clauses(out, i.clauses);
  return out;
}

Json json_of(const Provision& i) {
  Json out = start("provision", i.head);
  out["about"] = json_of(i.about);
  out["from"] = json_of(i.from);
  add_words(out, i.words);
  add_comments(out, "about_comments", i.about_comments);
  add_comments(out, "from_comments", i.from_comments);
  add_comments(out, "closing_comments", i.closing_comments);
  return out;
}

Json json_of(const ProcedureStage& stage) {
  Json out{{"name", json_of(stage.name)},
           {"duration", json_of(stage.duration)},
           {"extendable", stage.extendable},
           {"label", json_of(stage.label)}};
  add_comments(out, "comments", stage.comments);
  return out;
}

Json json_of(const Procedure& i) {
  Json out = start("procedure", i.head);
  out["opens_by"] = json_of(i.opens_by);
  out["opens_with"] = json_of(i.opens_with);
  out["stages"] = json_of(i.stages);
  out["stops_on"] = json_of(i.stops_on);
  out["leads_to"] = json_of(i.leads_to);
  out["available_until"] = json_of(i.available_until);
  add_words(out, i.words);
  add_comments(out, "opens_comments", i.opens_comments);
  add_comments(out, "stops_comments", i.stops_comments);
  add_comments(out, "leads_comments", i.leads_comments);
  add_comments(out, "available_comments", i.available_comments);
  add_comments(out, "closing_comments", i.closing_comments);
  return out;
}

Json json_of(const Answer& answer) {
  Json out{{"name", json_of(answer.name)}, {"text", answer.text}, {"by", json_of(answer.by)}};
  add_comments(out, "comments", answer.comments);
  return out;
}

Json json_of(const Question& i) {
  Json out = start("question", i.head);
  out["arises_from"] = json_of(i.arises_from);
  out["answers"] = json_of(i.answers);
  add_words(out, i.words);
  add_comments(out, "arises_comments", i.arises_comments);
  add_comments(out, "closing_comments", i.closing_comments);
  return out;
}

Json json_of(const Replace& change) {
  Json out{{"change", "replace"}, {"term", json_of(change.term)}};
  add_clauses(out, change.clauses);
  add_comments(out, "comments", change.comments);
  return out;
}

Json json_of(const Repeal& change) {
  Json out{{"change", "repeal"}, {"term", json_of(change.term)}};
  add_comments(out, "comments", change.comments);
  return out;
}

Json json_of(const Change& change) {
  return std::visit([](const auto& what) { return json_of(what); }, change);
}

Json json_of(const Amendment& i) {
  Json out = start("amendment", i.head);
  out["decided"] = json_of(i.decided);
  out["effective"] = json_of(i.effective);
  out["changes"] = json_of(i.changes);
  add_words(out, i.words);
  add_comments(out, "decided_comments", i.decided_comments);
  add_comments(out, "closing_comments", i.closing_comments);
  return out;
}

Json json_of(const Waiver& i) {
  Json out = start("waiver", i.head);
  out["of"] = json_of(i.of);
  out["for_parties"] = json_of(i.for_parties);
  out["by"] = json_of(i.by);
  out["decided"] = json_of(i.decided);
  out["from"] = json_of(i.from);
  add_words(out, i.words);
  add_comments(out, "body_comments", i.body_comments);
  add_comments(out, "closing_comments", i.closing_comments);
  return out;
}

// --- examples
// -------------------------------------------------------------------------------------

Json name_or_null(const Name& name) {
  return name.empty() ? Json() : json_of(name);
}

Json json_of(const When& when) {
  return {{"on", json_of(when.on)},
          {"known", json_of(when.known)},
          {"by", name_or_null(when.by)},
          {"grade", name_or_null(when.grade)}};
}

Json json_of(const Fact& fact) {
  using Kind = Fact::Kind;
  const bool is_figure = fact.kind == Kind::figure, is_seen = fact.kind == Kind::seen;
  Json out{{"line", "given"},
           {"kind", one_of<Kind, 9>({"event", "no_access", "figure", "seen", "answer", "ceases",
                                     "suspends", "resumes", "refuses"},
                                    fact.kind)},
           {"subject", json_of(fact.subject)},
           {"relation",
            is_figure ? (fact.relation == Bound::Kind::eq ? Json("=") : relation(fact.relation))
                      : Json()},
           {"value", is_figure ? json_of(fact.value) : Json()},
           {"plus_minus", json_of(fact.plus_minus)},
           {"yes", is_seen ? Json(fact.yes) : Json()},
           {"where", is_seen ? place(fact.where) : Json()},
           {"sites", json_of(fact.sites)},
           {"answer", name_or_null(fact.answer)},
           {"terms", json_of(fact.terms)},
           {"when", fact.kind == Kind::answer ? Json() : json_of(fact.when)}};
  add_comments(out, "comments", fact.comments);
  return out;
}

Json json_of(const Expectation& e) {
  Json out{{"line", "expect"},    {"term", json_of(e.term)},   {"state", json_of(e.state)},
           {"on", json_of(e.on)}, {"known", json_of(e.known)}, {"by", name_or_null(e.by)}};
  add_comments(out, "comments", e.comments);
  return out;
}

Json json_of(const std::variant<Fact, Expectation>& line) {
  return std::visit([](const auto& what) { return json_of(what); }, line);
}

Json json_of(const Example& i) {
  Json out{{"item", "example"}, {"title", i.title}, {"lines", json_of(i.lines)}};
  add_comments(out, "comments", i.comments);
  add_comments(out, "closing_comments", i.closing_comments);
  return out;
}

Json json_of(const Item& item) {
  return std::visit([](const auto& what) { return json_of(what); }, item);
}

template <class T>
Json json_of(const std::vector<T>& list) {
  Json out = Json::array();
  for (const T& part : list) out.push_back(json_of(part));
  return out;
}

template <class T>
Json json_of(const std::optional<T>& value) {
  return value ? json_of(*value) : Json();
}

}  // namespace

nlohmann::ordered_json model_json(const agreement::Agreement& agreement) {
  Json out{{"accord", agreement.version},
           {"agreement", json_of(agreement.name)},
           {"title", agreement.title},
           {"items", json_of(agreement.items)}};
  add_comments(out, "comments", agreement.comments);
  add_comments(out, "closing_comments", agreement.closing_comments);
  add_comments(out, "end_comments", agreement.end_comments);
  return out;
}

}  // namespace accord::formats
