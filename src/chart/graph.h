#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "chart/style.h"
#include "chart/svg.h"

/// Boxes in layers and arrows between them, from left to right.
namespace accord::chart {

struct NodeKind {
  std::string name{};      ///< in the legend
  std::size_t column = 0;  ///< kinds with a larger column stand further right
  Colour colour = Colour::blue;
  Dash dash = Dash::solid;  ///< of the frame
};

struct EdgeKind {
  std::string name{};  ///< in the legend
  Colour colour = Colour::grey;
  Dash dash = Dash::solid;
};

struct GraphNode {
  std::string name{};    ///< unique in the graph; drawn bold
  std::string label{};   ///< drawn below it, shortened
  std::size_t kind = 0;  ///< index into `node_kinds`
  Anchor anchor{};
};

/// An arrow. Edges that name an unknown node, and from a node to itself, are left out.
struct GraphEdge {
  std::string from{}, to{};
  std::size_t kind = 0;  ///< index into `edge_kinds`
  Anchor anchor{};
};

struct Graph {
  Head head{};
  std::vector<NodeKind> node_kinds{};
  std::vector<EdgeKind> edge_kinds{};
  std::vector<GraphNode> nodes{};
  std::vector<GraphEdge> edges{};
};

/// A route from the right edge of the box further left to the left edge of the other; two points
/// for each layer that it passes.
struct Route {
  std::size_t edge = 0;   ///< index into `edges`
  bool backward = false;  ///< the arrow points to the left
  std::vector<std::pair<double, double>> points{};
};

struct GraphLayout {
  std::vector<std::size_t> layers{};  ///< of every node, from 0
  std::vector<Box> boxes{};           ///< of every node
  std::vector<Route> routes{};
  double width = 0, height = 0;
};

/// Layers by column of the kind, inside a column by the longest way (a cycle is cut at the edge
/// that closes it in the order given); order in a layer by barycentres. Same graph, same places.
/// Time grows with n log n of the edges between neighbouring layers.
[[nodiscard]] GraphLayout lay_out(const Graph& graph);

/// One SVG document, wider than a page when there are many layers. Without nodes: heading and the
/// words "nothing to draw".
[[nodiscard]] std::string draw(const Graph& graph);

}  // namespace accord::chart
