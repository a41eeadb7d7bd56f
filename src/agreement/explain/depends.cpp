#include "agreement/explain/depends.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "agreement/syntax/print.h"
#include "described/words.h"

namespace accord::agreement {

namespace {

using Kind = DependNode::Kind;

/// Walks the text and notes who names whom.
class Collector {
 public:
  explicit Collector(const Agreement& agreement) {
    for (const Item& item : agreement.items) std::visit([&](const auto& i) { node(i); }, item);
    for (const Item& item : agreement.items) std::visit([&](const auto& i) { edges(i); }, item);
  }

  Dependence take() { return std::move(out_); }

 private:
  void add_node(Kind kind, const Heading& head, std::string title) {
    out_.nodes.push_back({kind, head.name.text, std::move(title)});
  }

  template <class Other>
  void node(const Other&) {}
  void node(const Party& i) { add_node(Kind::party, i.head, i.head.title); }
  void node(const Measure& i) { add_node(Kind::measure, i.head, i.head.title); }
  void node(const Event& i) { add_node(Kind::event, i.head, i.head.title); }
  void node(const NamedDay& i) { add_node(Kind::day, i.head, print(i.expression)); }
  void node(const Question& i) { add_node(Kind::question, i.head, i.head.title); }
  void node(const Term& i) { add_node(Kind::term, i.head, i.head.title); }
  void node(const Amendment& i) {
    for (const Change& change : i.changes)
      if (const auto* term = std::get_if<Term>(&change)) node(*term);
  }

  void edge(const std::string& from, const std::string& to, std::string how, bool lifts = false) {
    DependEdge made{from, to, std::move(how), lifts};
    if (to.empty() ||
        std::find(out_.edges.begin() + first_, out_.edges.end(), made) != out_.edges.end())
      return;
    out_.edges.push_back(std::move(made));
  }

  void day(const std::string& from, const DayExpression& expression, const std::string& how) {
    using Day = DayExpression::Kind;
    if (expression.kind == Day::day) edge(from, expression.name.text, how);
    if (expression.kind == Day::event || expression.kind == Day::own_event)
      edge(from, expression.name.text, how + " the day of");
    for (const DayExpression& part : expression.parts) day(from, part, how);
  }

  void condition(const std::string& from, const Condition& c, const std::string& how, bool unless) {
    using Test = Condition::Kind;
    const std::string& name = c.name.text;
    if (c.kind == Test::event) edge(from, name, how + " the event is on record:");
    if (c.kind == Test::performing) edge(from, name, how + " this party performs:", !unless);
    if (c.kind == Test::is) edge(from, name, fmt::format("{} it is {}:", how, c.answer.text), true);
    const bool negation = c.kind == Test::negation;
    for (const Condition& part : c.parts)
      condition(from, part, negation ? how + " not" : how, unless != negation);
  }

  void rule(const std::string& from, const Limit& limit) {
    edge(from, limit.measure.text, "is judged by");
    for (const Step& step : limit.steps)
      if (step.as_of) day(from, *step.as_of, "changes its limit on");
    if (limit.per_from) day(from, *limit.per_from, "counts its periods from");
  }
  void rule(const std::string& from, const ActivityRule& activity) {
    edge(from, activity.activity.text, "is judged by");
  }
  void rule(const std::string& from, const Duty& duty) {
    edge(from, duty.event.text, "is performed by");
    if (duty.kind == Duty::Kind::by) day(from, duty.by, "is due by");
    if (duty.kind == Duty::Kind::within || duty.kind == Duty::Kind::before) {
      edge(from, duty.trigger.event.text, "is called for by");
      if (duty.trigger.kind == Trigger::Kind::end_of_each_span)
        day(from, duty.trigger.from, "counts its periods from");
    }
  }

  void clauses(const std::string& from, const Clauses& c) {
    first_ = static_cast<std::ptrdiff_t>(out_.edges.size());
    if (c.obliges)
      for (const Name& party : c.obliges->who) edge(from, party.text, "is owed by");
    for (const Name& party : c.owed.value_or(Names{})) edge(from, party.text, "is owed to");
    for (const Name& party : c.verifier.value_or(Names{})) edge(from, party.text, "is verified by");
    if (c.from) {
      day(from, c.from->from, "starts on");
      if (c.from->kind == Period::Kind::until) day(from, c.from->until, "ends on");
    }
    for (const Rule& r : c.rules) std::visit([&](const auto& what) { rule(from, what); }, r.what);
    for (const ConditionClause& clause : c.conditions)
      condition(from, clause.condition, clause.unless ? "does not hold once" : "holds while",
                clause.unless);
    for (const Name& term : c.reciprocal.value_or(Names{}))
      edge(from, term.text, "is reciprocal to");
  }

  template <class Other>
  void edges(const Other&) {}
  void edges(const Measure& i) {
    first_ = static_cast<std::ptrdiff_t>(out_.edges.size());
    if (i.formula)
      for (const Part& part : i.formula->parts)
        edge(i.head.name.text, part.measure.text, "is computed from");
  }
  void edges(const NamedDay& i) {
    first_ = static_cast<std::ptrdiff_t>(out_.edges.size());
    day(i.head.name.text, i.expression, "is counted from");
  }
  void edges(const Question& i) {
    first_ = static_cast<std::ptrdiff_t>(out_.edges.size());
    edge(i.head.name.text, i.arises_from.text, "arises from");
  }
  void edges(const Term& i) { clauses(i.head.name.text, i.clauses); }
  void edges(const Amendment& i) {
    for (const Change& change : i.changes) {
      if (const auto* term = std::get_if<Term>(&change)) edges(*term);
      if (const auto* replace = std::get_if<Replace>(&change))
        clauses(replace->term.text, replace->clauses);
    }
  }

  Dependence out_;
  std::ptrdiff_t first_ = 0;  ///< where the edges of the item at hand begin
};

/// Names reached from `name` along the edges, downwards (what it rests on) or upwards.
std::set<std::string> reach(const Dependence& all, const std::string& name, bool upwards) {
  std::multimap<std::string_view, std::string_view> next;
  for (const DependEdge& e : all.edges)
    upwards ? next.emplace(e.to, e.from) : next.emplace(e.from, e.to);
  std::set<std::string> seen{name};
  std::vector<std::string> pending{name};
  while (!pending.empty()) {
    const std::string at = std::move(pending.back());
    pending.pop_back();
    const auto [begin, end] = next.equal_range(at);
    for (auto it = begin; it != end; ++it)
      if (seen.emplace(it->second).second) pending.emplace_back(it->second);
  }
  return seen;
}

}  // namespace

std::string_view word(DependKind kind) {
  return described::word_of(kind);
}

Dependence depends(const Agreement& agreement) {
  return Collector(agreement).take();
}

Dependence around(const Dependence& all, std::string_view name) {
  const auto named = [&](const DependNode& n) { return n.name == name; };
  const auto found = std::find_if(all.nodes.begin(), all.nodes.end(), named);
  if (found == all.nodes.end()) return {};
  // Whatever a party owes or is owed rests on that party by one step only: two steps would be the
  // whole agreement, since every term names parties.
  std::set<std::string> keep{found->name};
  if (found->kind == Kind::party) {
    for (const DependEdge& e : all.edges)
      if (e.to == name) keep.insert(e.from);
  } else {
    keep = reach(all, found->name, false);
    keep.merge(reach(all, found->name, true));
  }
  Dependence out;
  for (const DependNode& n : all.nodes)
    if (keep.contains(n.name)) out.nodes.push_back(n);
  for (const DependEdge& e : all.edges)
    if (keep.contains(e.from) && keep.contains(e.to)) out.edges.push_back(e);
  return out;
}

std::vector<Fall> falls_when_ceases(const Dependence& all, std::string_view party) {
  std::vector<Fall> out;
  std::map<std::string, std::string> because;  // what has fallen so far, with its reason
  because.emplace(party, fmt::format("{} has ceased", party));
  for (bool grew = true; grew;) {
    grew = false;
    for (const DependEdge& e : all.edges) {
      const auto cause = because.find(e.to);
      if (!e.lifts || cause == because.end() || because.contains(e.from)) continue;
      const bool direct = e.to == party;
      std::string reason = fmt::format("{} {}", e.how, e.to);
      if (!direct) reason += ", which " + cause->second;
      because.emplace(e.from, reason);
      out.push_back({e.from, std::move(reason)});
      grew = true;
    }
  }
  return out;
}

std::string depends_text(const Dependence& dependence) {
  std::string out;
  std::multimap<std::string_view, const DependEdge*> edges;  // equal keys keep their order
  for (const DependEdge& e : dependence.edges) edges.emplace(e.from, &e);
  for (const DependNode& n : dependence.nodes) {
    const auto [begin, end] = edges.equal_range(n.name);
    if (begin == end) continue;
    out += fmt::format("{} {}  {}\n", word(n.kind), n.name, n.title);
    for (auto e = begin; e != end; ++e)
      out += fmt::format("  {} {}\n", e->second->how, e->second->to);
  }
  return out;
}

}  // namespace accord::agreement
