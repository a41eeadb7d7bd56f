#include "agreement/evaluate/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "agreement/evaluate/context.h"
#include "agreement/evaluate/rules/duty_history.h"
#include "agreement/syntax/print.h"

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

/// The agreement without its examples: none of them is a part of what judges it.
Agreement without_examples(const Agreement& agreement) {
  Agreement out;
  out.version = agreement.version;
  out.name = agreement.name;
  out.title = agreement.title;
  for (const Item& item : agreement.items)
    if (!std::holds_alternative<Example>(item)) out.items.push_back(item);
  return out;
}

/// Runs examples one by one; what they have in common, the text, is made ready once.
class Examples {
 public:
  Examples(const Agreement& agreement, std::string_view file)
      : judging_(without_examples(agreement)), file_(file), world_(judging_, no_records_) {
    for (Id id = 0; id < world_.subjects.size(); ++id)
      subjects_[world_.subject_names[id].term].push_back(id);
    for (const Item& item : judging_.items)
      if (const auto* site = std::get_if<Site>(&item)) sites_.insert(site->head.name.text);
  }

  void run(const Example& example) {
    std::vector<Fact> facts;
    for (const auto& line : example.lines)
      if (const auto* fact = std::get_if<Fact>(&line)) facts.push_back(*fact);
    const FactRecords given = records_of(facts, false);
    if (names_only_the_text(given.records)) return judge_lines(example, given, world_);
    judge_lines(example, given, CompiledAgreement(judging_, given.records));
  }

  std::vector<Problem> take() { return std::move(problems_); }

 private:
  /// Parties and sites that only records name would be a part of what is made ready.
  [[nodiscard]] bool names_only_the_text(const Records& records) const {
    const auto is_known = [&](const auto& record) {
      return record.head.party.empty() || world_.party(record.head.party) != no_id;
    };
    const auto is_here = [&](const Observation& o) {
      return is_known(o) && std::all_of(o.sites.begin(), o.sites.end(),
                                        [&](const auto& site) { return sites_.contains(site); });
    };
    return std::all_of(records.observations.begin(), records.observations.end(), is_here) &&
           std::all_of(records.events.begin(), records.events.end(), is_known) &&
           std::all_of(records.declarations.begin(), records.declarations.end(), is_known);
  }

  void judge_lines(const Example& example, const FactRecords& given,
                   const CompiledAgreement& compiled) {
    Options options;
    options.assume = given.assume;
    const Index index(compiled, given.records, options);
    DutyHistories duties;
    std::optional<Context> context;
    for (const auto& line : example.lines) {
      const auto* expect = std::get_if<Expectation>(&line);
      if (expect == nullptr) continue;
      const Day known = expect->known.value_or(expect->on);
      if (!context || context->valid != expect->on || context->known != known) {
        context.emplace(
            Context{compiled, index, expect->on, known, assumed_in(compiled, options.assume)});
        context->duties = &duties;
      }
      judge_line(example, *expect, *context);
    }
  }

  /// For the party named, or for all who owe the term.
  void judge_line(const Example& example, const Expectation& expect, Context& context) {
    const auto owed = subjects_.find(expect.term.text);
    if (owed == subjects_.end()) return;
    for (const Id id : owed->second) {
      const Subject& subject = world_.subject_names[id];
      if (!expect.by.empty() && !subject.party.empty() && subject.party != expect.by.text) continue;
      const State found = judge(context, id, nullptr).state;
      if (word(found) == expect.state.text) continue;
      Problem problem;
      problem.code = "A070";
      problem.message =
          fmt::format("example “{}”: {}{} is {} on {}, expected {}", example.title, subject.term,
                      subject.party.empty() ? "" : " of " + subject.party, word(found),
                      to_string(expect.on), expect.state.text);
      problem.file = file_;
      problem.place = expect.state.at.place;
      problems_.push_back(std::move(problem));
    }
  }

  const Records no_records_{};
  const Agreement judging_;
  std::string_view file_;
  const CompiledAgreement world_;
  std::unordered_map<std::string_view, std::vector<Id>> subjects_;  ///< by term
  std::unordered_set<std::string_view> sites_;
  std::vector<Problem> problems_;
};

}  // namespace

FactRecords records_of(const std::vector<Fact>& facts, bool supposed) {
  FactRecords out;
  for (const Fact& fact : facts) add(fact, supposed, out);
  return out;
}

std::vector<Problem> run_examples(const Agreement& agreement, std::string_view file) {
  std::optional<Examples> examples;
  for (const Item& item : agreement.items)
    if (const auto* example = std::get_if<Example>(&item)) {
      if (!examples) examples.emplace(agreement, file);
      examples->run(*example);
    }
  return examples ? examples->take() : std::vector<Problem>();
}

}  // namespace accord::agreement
