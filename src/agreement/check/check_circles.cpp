#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "agreement/check/checks.h"

namespace accord::agreement {

namespace {

/// Items of one kind and which of them each one names.
class Graph {
 public:
  explicit Graph(const char* kind) : kind_(kind) {}

  /// The later declaration of a name used twice does not count.
  void node(const Name& name) {
    if (index_.try_emplace(name.text, nodes_.size()).second) nodes_.push_back({&name, {}});
  }
  void edge(std::string_view from, const Name& to) {
    const auto a = index_.find(from), b = index_.find(to.text);
    if (a != index_.end() && b != index_.end()) nodes_[a->second].next.push_back(b->second);
  }

  /// One A036 for each circle, at its first item in the order of the text; circles that share an
  /// item are one fault.
  void report(Checks& checks) {
    for (std::size_t start = 0; start < nodes_.size(); ++start)
      if (nodes_[start].seen == IndexedObservation::not_yet) walk(checks, start);
  }

 private:
  enum class IndexedObservation : std::uint8_t { not_yet, on_path, done };
  struct Node {
    const Name* name;
    std::vector<std::size_t> next;
    std::size_t taken = 0;  ///< edges already followed
    IndexedObservation seen = IndexedObservation::not_yet;
    bool reported = false;
  };

  /// Depth first, without recursion: chains may be as long as the text.
  void walk(Checks& checks, std::size_t start) {
    std::vector<std::size_t> path{start};
    nodes_[start].seen = IndexedObservation::on_path;
    while (!path.empty()) {
      Node& node = nodes_[path.back()];
      if (node.taken == node.next.size()) {
        node.seen = IndexedObservation::done;
        path.pop_back();
        continue;
      }
      const std::size_t next = node.next[node.taken++];
      if (nodes_[next].seen == IndexedObservation::on_path)
        circle(checks, {std::find(path.begin(), path.end(), next), path.end()});
      if (nodes_[next].seen != IndexedObservation::not_yet) continue;
      nodes_[next].seen = IndexedObservation::on_path;
      path.push_back(next);
    }
  }

  void circle(Checks& checks, std::vector<std::size_t> around) {
    bool reported = false;
    for (const std::size_t i : around) {
      reported = reported || nodes_[i].reported;
      nodes_[i].reported = true;
    }
    if (reported) return;
    std::rotate(around.begin(), std::min_element(around.begin(), around.end()), around.end());
    const Name& first = *nodes_[around.front()].name;
    std::string chain;
    for (const std::size_t i : around) chain += nodes_[i].name->text + " → ";
    checks.error(
        "A036", first.at,
        fmt::format("{} “{}” depends on itself: {}{}", kind_, first.text, chain, first.text));
  }

  const char* kind_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string_view, std::size_t> index_;
};

void days_of(Graph& graph, std::string_view from, const DayExpression& day) {
  if (day.kind == DayExpression::Kind::day) graph.edge(from, day.name);
  for (const DayExpression& part : day.parts) days_of(graph, from, part);
}

void terms_of(Graph& graph, std::string_view from, const Condition& condition) {
  if (condition.kind == Condition::Kind::is) graph.edge(from, condition.name);
  for (const Condition& part : condition.parts) terms_of(graph, from, part);
}

/// Amendments count as if all conditions held at once: a circle that no single version has is still
/// refused, since the order of versions can depend on days not known yet.
void conditions_of(Graph& graph, std::string_view from, const Clauses& clauses) {
  for (const ConditionClause& clause : clauses.conditions) terms_of(graph, from, clause.condition);
}

/// `edges` adds what one item of type T names.
template <class T, class Edges>
void report_circles(Checks& checks, const char* kind, Edges edges) {
  Graph graph(kind);
  for (const NamedItem& item : checks.names.all())
    if (const auto* what = std::get_if<const T*>(&item)) graph.node((*what)->head.name);
  for (const NamedItem& item : checks.names.all())
    if (const auto* what = std::get_if<const T*>(&item)) edges(graph, **what);
  graph.report(checks);
}

void term_circles(Checks& checks) {
  Graph graph("term");
  for (const NamedItem& item : checks.names.all())
    if (const auto* term = std::get_if<const Term*>(&item)) graph.node((*term)->head.name);
  for (const NamedItem& item : checks.names.all())
    if (const auto* term = std::get_if<const Term*>(&item))
      conditions_of(graph, (*term)->head.name.text, (*term)->clauses);
  for (const Item& item : checks.agreement.items)
    if (const auto* amendment = std::get_if<Amendment>(&item))
      for (const Change& change : amendment->changes)
        if (const auto* replace = std::get_if<Replace>(&change))
          conditions_of(graph, replace->term.text, replace->clauses);
  graph.report(checks);
}

}  // namespace

void check_circles(Checks& checks) {
  report_circles<Party>(checks, "party", [](Graph& graph, const Party& party) {
    for (const Name& member : party.members.value_or(Names{}))
      graph.edge(party.head.name.text, member);
  });
  report_circles<Site>(checks, "site", [](Graph& graph, const Site& site) {
    if (site.parent) graph.edge(site.head.name.text, *site.parent);
  });
  report_circles<Unit>(checks, "unit", [](Graph& graph, const Unit& unit) {
    if (!unit.left || !unit.right) return;
    const bool is_left = unit.left->unit.text == unit.head.name.text;
    graph.edge(unit.head.name.text, is_left ? unit.right->unit : unit.left->unit);
  });
  report_circles<NamedDay>(checks, "day", [](Graph& graph, const NamedDay& day) {
    days_of(graph, day.head.name.text, day.expression);
  });
  report_circles<Measure>(checks, "measure", [](Graph& graph, const Measure& measure) {
    if (measure.formula)
      for (const Part& part : measure.formula->parts)
        graph.edge(measure.head.name.text, part.measure);
  });
  term_circles(checks);
}

}  // namespace accord::agreement
