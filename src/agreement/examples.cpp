#include "agreement/examples.h"

#include <fmt/format.h>

#include "agreement/print.h"

namespace accord::agreement {

namespace {

Relation relation_of(Bound::Kind kind) {
  switch (kind) {
    case Bound::Kind::le:
      return Relation::at_most;
    case Bound::Kind::lt:
      return Relation::below;
    case Bound::Kind::ge:
      return Relation::at_least;
    case Bound::Kind::gt:
      return Relation::above;
    case Bound::Kind::eq:
    case Bound::Kind::between:
      break;
  }
  return Relation::equal;
}

std::vector<std::string> texts(const Names& names) {
  std::vector<std::string> out;
  for (const Name& name : names) out.push_back(name.text);
  return out;
}

Observation observation_of(const Fact& fact, Header head) {
  Observation out;
  out.head = std::move(head);
  out.metric = fact.subject.text;
  if (fact.kind == Fact::Kind::no_access) {
    out.relation = Relation::no_access;
  } else if (fact.kind == Fact::Kind::seen) {
    out.relation = fact.yes ? Relation::seen : Relation::not_seen;
    out.outside = fact.where == ActivityRule::Where::outside;
    out.sites = texts(fact.sites);
  } else {
    out.relation = relation_of(fact.relation);
    out.value = fact.value.number;
    out.unit = fact.value.unit.text;
    out.uncertainty = fact.plus_minus;
  }
  return out;
}

Declaration::Kind declaration_of(Fact::Kind kind) {
  switch (kind) {
    case Fact::Kind::suspends:
      return Declaration::Kind::suspends;
    case Fact::Kind::resumes:
      return Declaration::Kind::resumes;
    case Fact::Kind::refuses:
      return Declaration::Kind::refuses;
    default:
      return Declaration::Kind::ceases;
  }
}

void add(const Fact& fact, bool supposed, FactRecords& out) {
  if (fact.kind == Fact::Kind::answer) {
    out.assume.push_back({fact.subject.text, fact.answer.text});
    return;
  }
  Origin origin;
  origin.text = print(fact);
  origin.supposed = supposed;
  Header head;
  head.valid = fact.when.on;
  head.known = fact.when.known.value_or(fact.when.on);
  head.grade = grade_of(fact.when.grade.text).value_or(Grade::verified);
  head.party = fact.when.by.text;
  head.origin = static_cast<std::uint32_t>(out.records.origins.size());
  switch (fact.kind) {
    case Fact::Kind::event:
      out.records.events.push_back({head, {fact.subject.text}, {}, false, {}, {}});
      break;
    case Fact::Kind::no_access:
    case Fact::Kind::figure:
    case Fact::Kind::seen:
      out.records.observations.push_back(observation_of(fact, head));
      break;
    default:
      head.party = fact.subject.text;
      out.records.declarations.push_back(
          {head, declaration_of(fact.kind), texts(fact.terms), origin.text});
      break;
  }
  out.records.origins.push_back(std::move(origin));
}

/// The subjects an expectation is about: the party named, or all who owe the term.
std::vector<Subject> subjects_of(const Evaluator& evaluator, const Expectation& expect) {
  std::vector<Subject> out;
  for (const Subject& subject : evaluator.subjects())
    if (subject.term == expect.term.text &&
        (expect.by.empty() || subject.party.empty() || subject.party == expect.by.text))
      out.push_back(subject);
  return out;
}

void run(const Agreement& agreement, const Example& example, std::string_view file,
         std::vector<Problem>& problems) {
  std::vector<Fact> facts;
  for (const auto& line : example.lines)
    if (const auto* fact = std::get_if<Fact>(&line)) facts.push_back(*fact);
  const FactRecords given = records_of(facts, false);
  Options options;
  options.assume = given.assume;
  const Evaluator evaluator(agreement, given.records, options);
  for (const auto& line : example.lines) {
    const auto* expect = std::get_if<Expectation>(&line);
    if (expect == nullptr) continue;
    for (const Subject& subject : subjects_of(evaluator, *expect)) {
      const State found = evaluator.state(subject, expect->on, expect->known.value_or(expect->on));
      if (word(found) == expect->state.text) continue;
      Problem problem;
      problem.code = "A070";
      problem.message =
          fmt::format("example “{}”: {}{} is {} on {}, expected {}", example.title, subject.term,
                      subject.party.empty() ? "" : " of " + subject.party, word(found),
                      to_string(expect->on), expect->state.text);
      problem.file = file;
      problem.place = expect->state.at.place;
      problems.push_back(std::move(problem));
    }
  }
}

}  // namespace

FactRecords records_of(const std::vector<Fact>& facts, bool supposed) {
  FactRecords out;
  for (const Fact& fact : facts) add(fact, supposed, out);
  return out;
}

std::vector<Problem> run_examples(const Agreement& agreement, std::string_view file) {
  std::vector<const Example*> examples;
  for (const Item& item : agreement.items)
    if (const auto* example = std::get_if<Example>(&item)) examples.push_back(example);
  std::vector<Problem> problems;
  if (examples.empty()) return problems;
  // Each is judged by itself, and none of them is a part of what judges it.
  Agreement judging;
  judging.version = agreement.version;
  judging.name = agreement.name;
  judging.title = agreement.title;
  for (const Item& item : agreement.items)
    if (!std::holds_alternative<Example>(item)) judging.items.push_back(item);
  for (const Example* example : examples) run(judging, *example, file, problems);
  return problems;
}

}  // namespace accord::agreement
