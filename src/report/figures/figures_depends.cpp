#include <fmt/format.h>

#include <set>

#include "chart/graph.h"
#include "report/figures/figures.h"

namespace accord::report {

namespace {

using agreement::DependEdge;
using agreement::DependNode;
using chart::Colour;
using chart::Dash;

enum EdgeKind : std::size_t { rests, lifts, party };

constexpr std::size_t party_column = 2;

/// In the order of DependNode::Kind.
std::vector<chart::NodeKind> node_kinds() {
  return {{"day", 0, Colour::green},
          {"event", 0, Colour::orange},
          {"question", 0, Colour::purple, Dash::dashed},
          {"party", party_column, Colour::black},
          {"measure", 0, Colour::sky},
          {"term", 1, Colour::blue}};
}

/// Arrows lead from what carries to what rests on it; but from a term to the parties it names.
chart::GraphEdge edge_of(const DependEdge& e, bool to_party, std::size_t index) {
  const EdgeKind kind = e.lifts ? lifts : to_party ? party : rests;
  chart::GraphEdge edge{
      .from = kind == party ? e.from : e.to,
      .to = kind == party ? e.to : e.from,
      .kind = kind,
      .anchor = {fmt::format("edge-{}", index), "", fmt::format("{} {} {}", e.from, e.how, e.to)}};
  return edge;
}

}  // namespace

std::string depends_drawing(const agreement::Dependence& shown, std::string_view about) {
  chart::Graph graph;
  graph.head = {"fig-depends",
                about.empty() ? "What rests on what"
                              : fmt::format("What {} rests on, and what rests on it", about),
                "Read from the text alone: arrows lead from days, events, questions and measures "
                "to the terms "
                "that rest on them, and from terms to the parties they name."};
  graph.node_kinds = node_kinds();
  graph.edge_kinds = {{"carries"},
                      {"can take it out of force", Colour::vermilion, Dash::dashed},
                      {"is owed by, owed to or verified by", Colour::grey, Dash::dotted}};
  std::set<std::string_view> parties;
  for (const DependNode& node : shown.nodes) {
    if (node.kind == DependNode::Kind::party) parties.insert(node.name);
    graph.nodes.push_back({node.name,
                           node.title,
                           static_cast<std::size_t>(node.kind),
                           {"node-" + node.name, "",
                            fmt::format("{} {}: {}", word(node.kind), node.name, node.title)}});
  }
  for (std::size_t i = 0; i < shown.edges.size(); ++i)
    graph.edges.push_back(edge_of(shown.edges[i], parties.contains(shown.edges[i].to), i));
  return chart::draw(graph);
}

}  // namespace accord::report
