#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"

namespace accord::agreement {

namespace {

std::string start(const char* word, const Heading& head) {
  return std::string(word) + " " + head.name.text + " " + quoted(head.title);
}

void open(Lines& lines, const char* word, const Heading& head) {
  lines.comments(head.comments);
  lines.open(start(word, head) + (head.ref ? " ref " + quoted(*head.ref) : ""));
}

std::string data(const std::optional<Names>& names) {
  return names ? " data " + idset(*names) : "";
}

void print(Lines& lines, const Source& source) {
  lines.comments(source.comments);
  lines.line("source " + quoted(source.text));
}

void print(Lines& lines, const Languages& languages) {
  lines.comments(languages.comments);
  lines.line("languages " + idset(languages.names));
}

void print(Lines& lines, const Definition& definition) {
  lines.comments(definition.comments);
  lines.line("define " + quoted(definition.word.text) + " as " + quoted(definition.meaning) +
             (definition.ref ? " ref " + quoted(*definition.ref) : ""));
}

void print(Lines& lines, const Party& party) {
  lines.comments(party.head.comments);
  lines.line(start(party.is_body ? "body" : "party", party.head) +
             (party.members ? " = " + idset(*party.members) : ""));
}

void print(Lines& lines, const Site& site) {
  lines.comments(site.head.comments);
  lines.line(start("site", site.head) + (site.parent ? " in " + site.parent->text : ""));
}

void print(Lines& lines, const Unit& unit) {
  lines.comments(unit.head.comments);
  std::string out = start("unit", unit.head);
  if (unit.left && unit.right) out += " with " + print(*unit.left) + " = " + print(*unit.right);
  lines.line(out);
}

std::string print(const Formula& formula) {
  std::string out;
  for (const Part& part : formula.parts) {
    if (&part != formula.parts.data()) out += formula.is_share ? " / " : part.minus ? " - " : " + ";
    if (part.weight) out += to_string(*part.weight) + " * ";
    out += part.measure.text;
  }
  return out;
}

void print(Lines& lines, const Measure& measure) {
  lines.comments(measure.head.comments);
  std::string out = start("measure", measure.head);
  if (measure.kind == Measure::Kind::activity)
    out += " activity";
  else
    out += (measure.kind == Measure::Kind::flow ? " flow " : " amount ") + measure.unit.text;
  if (measure.formula) out += " = " + print(*measure.formula);
  lines.line(out + data(measure.data));
}

void print(Lines& lines, const Event& event) {
  lines.comments(event.head.comments);
  lines.line(start("event", event.head) + data(event.data));
}

void print(Lines& lines, const NamedDay& day) {
  lines.comments(day.head.comments);
  lines.line("day " + day.head.name.text + " = " + print(day.expression));
}

void print(Lines& lines, const Holidays& holidays) {
  lines.comments(holidays.comments);
  std::string out = "holidays { ";
  for (const Day& day : holidays.days) {
    if (&day != holidays.days.data()) out += ", ";
    out += to_string(day);
  }
  lines.line(out + " }");
}

void print(Lines& lines, const Term& term) {
  open(lines, "term", term.head);
  print_clauses(lines, term.clauses);
  lines.close(term.clauses.closing_comments);
}

void print(Lines& lines, const Provision& provision) {
  open(lines, "provision", provision.head);
  lines.comments(provision.from_comments);
  if (provision.from) lines.line("from " + print(*provision.from));
  lines.comments(provision.about_comments);
  if (provision.about) lines.line("about " + ids(*provision.about));
  print_words(lines, provision.words);
  lines.close(provision.closing_comments);
}

void print(Lines& lines, const Procedure& p) {
  open(lines, "procedure", p.head);
  lines.comments(p.opens_comments);
  if (p.opens_by) lines.line("opens by " + ids(*p.opens_by) + " with " + p.opens_with.text);
  for (const ProcedureStage& stage : p.stages) {
    lines.comments(stage.comments);
    lines.line("stage " + stage.name.text + " " + print(stage.duration) +
               (stage.extendable ? " extendable" : "") +
               (stage.label ? " " + quoted(*stage.label) : ""));
  }
  lines.comments(p.stops_comments);
  for (const Name& event : p.stops_on) lines.line("stops on " + event.text);
  lines.comments(p.leads_comments);
  if (p.leads_to) lines.line("leads to " + quoted(*p.leads_to));
  lines.comments(p.available_comments);
  if (p.available_until) lines.line("available until " + print(*p.available_until));
  print_words(lines, p.words);
  lines.close(p.closing_comments);
}

void print(Lines& lines, const Question& question) {
  open(lines, "question", question.head);
  lines.comments(question.arises_comments);
  lines.line("arises from " + question.arises_from.text);
  for (const Answer& answer : question.answers) {
    lines.comments(answer.comments);
    lines.line("answer " + answer.name.text + " " + quoted(answer.text) + " by " + ids(answer.by));
  }
  print_words(lines, question.words);
  lines.close(question.closing_comments);
}

void print(Lines& lines, const Replace& replace) {
  lines.comments(replace.comments);
  lines.open("replace " + replace.term.text);
  print_clauses(lines, replace.clauses);
  lines.close(replace.clauses.closing_comments);
}

void print(Lines& lines, const Repeal& repeal) {
  lines.comments(repeal.comments);
  lines.line("repeal " + repeal.term.text);
}

void print(Lines& lines, const Amendment& amendment) {
  open(lines, "amendment", amendment.head);
  lines.comments(amendment.decided_comments);
  lines.line("decided " + to_string(amendment.decided) + " effective " +
             print(amendment.effective));
  for (const Change& change : amendment.changes)
    std::visit([&](const auto& what) { print(lines, what); }, change);
  print_words(lines, amendment.words);
  lines.close(amendment.closing_comments);
}

void print(Lines& lines, const Waiver& waiver) {
  open(lines, "waiver", waiver.head);
  lines.comments(waiver.body_comments);
  lines.line("of " + ids(waiver.of) +
             (waiver.for_parties ? " for " + ids(*waiver.for_parties) : "") + " by " +
             waiver.by.text);
  lines.line("decided " + to_string(waiver.decided) + " from " + print(waiver.from));
  print_words(lines, waiver.words);
  lines.close(waiver.closing_comments);
}

std::string print(const Expectation& expected) {
  std::string out =
      "expect " + expected.term.text + " " + expected.state.text + " on " + to_string(expected.on);
  if (expected.known) out += " known " + to_string(*expected.known);
  if (!expected.by.empty()) out += " by " + expected.by.text;
  return out;
}

void print(Lines& lines, const Example& example) {
  lines.comments(example.comments);
  lines.open("example " + quoted(example.title));
  for (const auto& line : example.lines) {
    if (const auto* given = std::get_if<Fact>(&line)) {
      lines.comments(given->comments);
      lines.line("given " + print(*given));
    } else {
      const auto& expected = std::get<Expectation>(line);
      lines.comments(expected.comments);
      lines.line(print(expected));
    }
  }
  lines.close(example.closing_comments);
}

}  // namespace

void print_item(Lines& lines, const Item& item) {
  std::visit([&](const auto& what) { print(lines, what); }, item);
}

}  // namespace accord::agreement
