#include "chart/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/contract.h"
#include "chart/frame.h"
#include "chart/text_width.h"

namespace accord::chart {

namespace {

constexpr double top_space = 12;

std::vector<LegendEntry> legend(const Graph& graph, const GraphLayout& layout) {
  std::set<std::size_t> nodes;
  std::set<std::size_t> edges;
  for (const GraphNode& node : graph.nodes) nodes.insert(node.kind);
  for (const Route& route : layout.routes) edges.insert(graph.edges[route.edge].kind);
  std::vector<LegendEntry> out;
  for (const std::size_t kind : nodes)
    out.push_back({.kind = LegendEntry::Kind::frame,
                   .text = graph.node_kinds[kind].name,
                   .colour = graph.node_kinds[kind].colour,
                   .dash = graph.node_kinds[kind].dash});
  for (const std::size_t kind : edges) {
    ACCORD_EXPECT(kind < graph.edge_kinds.size());
    out.push_back({.kind = LegendEntry::Kind::line,
                   .text = graph.edge_kinds[kind].name,
                   .colour = graph.edge_kinds[kind].colour,
                   .dash = graph.edge_kinds[kind].dash});
  }
  return out;
}

void draw_route(Svg& svg, const Graph& graph, const Route& route) {
  const GraphEdge& edge = graph.edges[route.edge];
  const EdgeKind& kind = graph.edge_kinds[edge.kind];
  const auto& points = route.points;
  std::string path = fmt::format("M{} {}", number(points[0].first), number(points[0].second));
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& [x1, y1] = points[i - 1];
    const auto& [x2, y2] = points[i];
    const std::string middle = number((x1 + x2) / 2);
    path += fmt::format("C{} {} {} {} {} {}", middle, number(y1), middle, number(y2), number(x2),
                        number(y2));
  }
  const auto& [x, y] = route.backward ? points.front() : points.back();
  const double base = route.backward ? x + 7 : x - 7;
  svg.open_anchor(edge.anchor);
  svg.leaf("path", {{"d", path},
                    {"fill", "none"},
                    {"stroke", code(kind.colour)},
                    {"stroke-width", "1.3"},
                    {"stroke-dasharray", pattern(kind.dash)}});
  svg.leaf("polygon",
           {{"points", fmt::format("{},{} {},{} {},{}", number(x), number(y), number(base),
                                   number(y - 3.5), number(base), number(y + 3.5))},
            {"fill", code(kind.colour)}});
  svg.close_anchor(edge.anchor);
}

void draw_node(Svg& svg, const Graph& graph, const GraphNode& node, const Box& box) {
  const NodeKind& kind = graph.node_kinds[node.kind];
  const double room = box.width - 14;
  svg.open_anchor(node.anchor);
  svg.leaf("rect", {{"x", number(box.x)},
                    {"y", number(box.y)},
                    {"width", number(box.width)},
                    {"height", number(box.height)},
                    {"rx", "3"},
                    {"fill", "#FFFFFF"},
                    {"stroke", code(kind.colour)},
                    {"stroke-width", "1.6"},
                    {"stroke-dasharray", pattern(kind.dash)}});
  svg.text(box.x + 7, box.y + 14, shorten(node.name, 12, room / 1.07), {.size = 12, .bold = true});
  svg.text(box.x + 7, box.y + 28, shorten(node.label, 11, room), {.size = 11});
  svg.close_anchor(node.anchor);
}

}  // namespace

std::string draw(const Graph& graph) {
  const GraphLayout layout = lay_out(graph);
  const double top = heading_height(graph.head) + top_space;
  if (graph.nodes.empty()) {
    Svg svg(graph.head, page_width, top + 30);
    draw_heading(svg, graph.head);
    svg.text(side, top + 14, "nothing to draw", {.colour = Colour::grey});
    return svg.finish();
  }
  const auto entries = legend(graph, layout);
  const double bottom = top + layout.height + 10;
  Svg svg(graph.head, std::max(page_width, layout.width + 2 * side),
          bottom + legend_height(entries) + 4);
  draw_heading(svg, graph.head);
  svg.open("g", {{"transform", fmt::format("translate({} {})", number(side), number(top))}});
  for (const Route& route : layout.routes) draw_route(svg, graph, route);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    draw_node(svg, graph, graph.nodes[i], layout.boxes[i]);
  svg.close();
  draw_legend(svg, entries, bottom);
  return svg.finish();
}

}  // namespace accord::chart
