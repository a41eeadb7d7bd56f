#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>

#include "base/contract.h"
#include "chart/graph.h"

namespace accord::chart {

namespace {

constexpr double box_width = 168;
constexpr double box_height = 34;
constexpr double column_gap = 64;
constexpr double row_gap = 9;
constexpr double pass_height = 4;  // of an edge that passes a layer
constexpr int sweeps = 12;

/// A node of the graph, or a place where an edge passes a layer.
struct Vertex {
  std::size_t layer = 0;
  bool passes = false;
  double y = 0;  // of its middle
  std::vector<std::size_t> left{}, right{};
};

struct Chain {
  std::size_t edge;
  bool backward;
  std::vector<std::size_t> vertices;  // from left to right
};

/// How many of the numbers added so far are at most a given one (a Fenwick tree).
class Counts {
 public:
  explicit Counts(std::size_t size) : sums_(size + 1) {}
  void add(std::size_t number) {
    for (std::size_t i = number + 1; i < sums_.size(); i += i & (~i + 1)) ++sums_[i];
  }
  [[nodiscard]] std::size_t up_to(std::size_t number) const {
    std::size_t out = 0;
    for (std::size_t i = number + 1; i > 0; i -= i & (~i + 1)) out += sums_[i];
    return out;
  }

 private:
  std::vector<std::size_t> sums_;
};

class Layouter {
 public:
  explicit Layouter(const Graph& graph) : graph_(graph) {
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) index_.emplace(graph.nodes[i].name, i);
    vertices_.resize(graph.nodes.size());
  }

  GraphLayout run() {
    find_edges();
    assign_layers();
    make_chains();
    order();
    place();
    return result();
  }

 private:
  const Graph& graph_;
  std::map<std::string_view, std::size_t> index_;
  std::vector<std::vector<std::size_t>> next_;  // along the edges, of every node
  std::vector<Vertex> vertices_;                // the nodes first
  std::vector<Chain> chains_;
  std::vector<std::vector<std::size_t>> layers_;

  [[nodiscard]] std::size_t column(std::size_t node) const {
    ACCORD_EXPECT(graph_.nodes[node].kind < graph_.node_kinds.size());
    return graph_.node_kinds[graph_.nodes[node].kind].column;
  }

  void find_edges() {
    next_.resize(graph_.nodes.size());
    for (const GraphEdge& edge : graph_.edges) {
      const auto from = index_.find(edge.from);
      const auto to = index_.find(edge.to);
      if (from != index_.end() && to != index_.end()) next_[from->second].push_back(to->second);
    }
  }

  /// Nodes of one column in an order in which every edge but those that close a cycle goes forward.
  std::vector<std::size_t> forward_order() const {
    enum class Seen : std::uint8_t { no, open, done };
    std::vector<Seen> seen(graph_.nodes.size(), Seen::no);
    std::vector<std::size_t> out;
    // Explicit stack: texts of others may hold long chains.
    for (std::size_t root = 0; root < graph_.nodes.size(); ++root) {
      std::vector<std::pair<std::size_t, std::size_t>> stack;
      if (seen[root] == Seen::no) stack.emplace_back(root, 0);
      while (!stack.empty()) {
        auto& [node, at] = stack.back();
        seen[node] = Seen::open;
        if (at == next_[node].size()) {
          seen[node] = Seen::done;
          out.push_back(node);
          stack.pop_back();
          continue;
        }
        const std::size_t to = next_[node][at++];
        if (seen[to] == Seen::no && column(to) == column(node)) stack.emplace_back(to, 0);
      }
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  void assign_layers() {
    const auto order = forward_order();
    std::vector<std::size_t> rank(graph_.nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    std::vector<std::size_t> depth(graph_.nodes.size(), 0);
    for (const std::size_t node : order)
      for (const std::size_t to : next_[node])
        if (column(to) == column(node) && rank[to] > rank[node])
          depth[to] = std::max(depth[to], depth[node] + 1);
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> used;
    for (std::size_t i = 0; i < depth.size(); ++i) used.emplace(std::pair(column(i), depth[i]), 0);
    std::size_t layers = 0;
    for (auto& [place, layer] : used) layer = layers++;
    for (std::size_t i = 0; i < depth.size(); ++i)
      vertices_[i].layer = used.find({column(i), depth[i]})->second;
    layers_.resize(used.size());
    for (std::size_t i = 0; i < depth.size(); ++i) layers_[vertices_[i].layer].push_back(i);
  }

  void make_chains() {
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      const auto from = index_.find(graph_.edges[e].from);
      const auto to = index_.find(graph_.edges[e].to);
      if (from == index_.end() || to == index_.end() || from->second == to->second) continue;
      std::size_t a = from->second;
      std::size_t b = to->second;
      const bool backward = vertices_[a].layer > vertices_[b].layer;
      if (backward) std::swap(a, b);
      Chain chain{e, backward, {a}};
      for (std::size_t layer = vertices_[a].layer + 1; layer < vertices_[b].layer; ++layer) {
        chain.vertices.push_back(vertices_.size());
        layers_[layer].push_back(vertices_.size());
        vertices_.push_back({.layer = layer, .passes = true});
      }
      chain.vertices.push_back(b);
      for (std::size_t i = 1; i < chain.vertices.size(); ++i) {
        vertices_[chain.vertices[i - 1]].right.push_back(chain.vertices[i]);
        vertices_[chain.vertices[i]].left.push_back(chain.vertices[i - 1]);
      }
      chains_.push_back(std::move(chain));
    }
  }

  [[nodiscard]] std::vector<double> positions() const {
    std::vector<double> at(vertices_.size());
    for (const auto& layer : layers_)
      for (std::size_t i = 0; i < layer.size(); ++i) at[layer[i]] = static_cast<double>(i);
    return at;
  }

  [[nodiscard]] std::size_t crossings() const {
    const auto at = positions();
    std::size_t count = 0;
    for (const auto& layer : layers_) {
      std::vector<std::pair<std::size_t, std::size_t>> edges;
      std::size_t last = 0;
      for (const std::size_t v : layer)
        for (const std::size_t to : vertices_[v].right) {
          edges.emplace_back(static_cast<std::size_t>(at[v]), static_cast<std::size_t>(at[to]));
          last = std::max(last, edges.back().second);
        }
      std::sort(edges.begin(), edges.end());
      Counts ends(last + 1);
      for (std::size_t i = 0; i < edges.size(); ++i) {
        count += i - ends.up_to(edges[i].second);
        ends.add(edges[i].second);
      }
    }
    return count;
  }

  void sort_layer(std::vector<std::size_t>& layer, bool by_left, std::vector<double>& at) {
    std::map<std::size_t, double> centre;
    for (const std::size_t v : layer) {
      const auto& others = by_left ? vertices_[v].left : vertices_[v].right;
      double sum = 0;
      for (const std::size_t other : others) sum += at[other];
      centre[v] = others.empty() ? at[v] : sum / static_cast<double>(others.size());
    }
    std::stable_sort(layer.begin(), layer.end(),
                     [&](std::size_t a, std::size_t b) { return centre[a] < centre[b]; });
    for (std::size_t i = 0; i < layer.size(); ++i) at[layer[i]] = static_cast<double>(i);
  }

  void order() {
    auto best = layers_;
    std::size_t least = crossings();
    for (int sweep = 0; sweep < sweeps && least > 0; ++sweep) {
      const bool forward = sweep % 2 == 0;
      auto at = positions();
      for (std::size_t i = 0; i < layers_.size(); ++i)
        sort_layer(layers_[forward ? i : layers_.size() - 1 - i], forward, at);
      if (const std::size_t count = crossings(); count < least) {
        least = count;
        best = layers_;
      }
    }
    layers_ = std::move(best);
  }

  [[nodiscard]] double height(std::size_t v) const {
    return vertices_[v].passes ? pass_height : box_height;
  }

  /// Middles of neighbours in a layer are at least this far apart.
  [[nodiscard]] double apart(std::size_t a, std::size_t b) const {
    return (height(a) + height(b)) / 2 + row_gap;
  }

  /// Moves a layer towards `wish`, keeping its order and distances: the mean of packing it from
  /// above and from below, both of which keep them.
  void settle(const std::vector<std::size_t>& layer, const std::vector<double>& wish) {
    std::vector<double> down(layer.size());
    std::vector<double> up(layer.size());
    for (std::size_t i = 0; i < layer.size(); ++i) {
      down[i] = wish[layer[i]];
      if (i > 0) down[i] = std::max(down[i], down[i - 1] + apart(layer[i - 1], layer[i]));
    }
    for (std::size_t i = layer.size(); i-- > 0;) {
      up[i] = wish[layer[i]];
      if (i + 1 < layer.size()) up[i] = std::min(up[i], up[i + 1] - apart(layer[i], layer[i + 1]));
    }
    for (std::size_t i = 0; i < layer.size(); ++i) vertices_[layer[i]].y = (down[i] + up[i]) / 2;
  }

  void place() {
    std::vector<double> wish(vertices_.size(), 0);
    for (const auto& layer : layers_) settle(layer, wish);
    for (int sweep = 0; sweep < sweeps; ++sweep)
      for (std::size_t i = 0; i < layers_.size(); ++i) {
        const auto& layer = layers_[sweep % 2 == 0 ? i : layers_.size() - 1 - i];
        for (const std::size_t v : layer) wish[v] = wish_of(vertices_[v]);
        settle(layer, wish);
      }
    double top = 0;
    for (std::size_t v = 0; v < vertices_.size(); ++v)
      top = std::min(top, vertices_[v].y - height(v) / 2);
    for (Vertex& vertex : vertices_) vertex.y -= top;
  }

  [[nodiscard]] double wish_of(const Vertex& vertex) const {
    double sum = 0;
    for (const std::size_t v : vertex.left) sum += vertices_[v].y;
    for (const std::size_t v : vertex.right) sum += vertices_[v].y;
    const auto count = static_cast<double>(vertex.left.size() + vertex.right.size());
    return count == 0 ? vertex.y : sum / count;
  }

  [[nodiscard]] double left_of(std::size_t v) const {
    return static_cast<double>(vertices_[v].layer) * (box_width + column_gap);
  }

  GraphLayout result() const {
    GraphLayout out;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Vertex& vertex = vertices_[i];
      out.layers.push_back(vertex.layer);
      out.boxes.push_back({left_of(i), vertex.y - box_height / 2, box_width, box_height});
    }
    for (std::size_t v = 0; v < vertices_.size(); ++v) {
      out.width = std::max(out.width, left_of(v) + box_width);
      out.height = std::max(out.height, vertices_[v].y + height(v) / 2);
    }
    for (const Chain& chain : chains_) {
      Route route{chain.edge, chain.backward, {}};
      const auto& ids = chain.vertices;
      route.points.emplace_back(left_of(ids[0]) + box_width, vertices_[ids[0]].y);
      for (std::size_t i = 1; i + 1 < ids.size(); ++i) {
        route.points.emplace_back(left_of(ids[i]), vertices_[ids[i]].y);
        route.points.emplace_back(left_of(ids[i]) + box_width, vertices_[ids[i]].y);
      }
      route.points.emplace_back(left_of(ids.back()), vertices_[ids.back()].y);
      out.routes.push_back(std::move(route));
    }
    spread_ports(out);
    return out;
  }

  /// Edges that meet at one side of a box get places of their own along it.
  static void spread_ports(GraphLayout& layout) {
    std::map<std::pair<double, double>, std::vector<std::pair<double, std::pair<double, double>*>>>
        ports;
    for (Route& route : layout.routes) {
      auto& points = route.points;
      ports[points.front()].emplace_back(points[1].second, &points.front());
      ports[points.back()].emplace_back(points[points.size() - 2].second, &points.back());
    }
    for (auto& [port, ends] : ports) {
      std::stable_sort(ends.begin(), ends.end(),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
      const auto count = static_cast<double>(ends.size());
      const double step = std::min(6.0, (box_height - 8) / std::max(1.0, count - 1));
      double y = port.second - step * (count - 1) / 2;
      for (auto& [other, end] : ends) {
        end->second = y;
        y += step;
      }
    }
  }
};

}  // namespace

GraphLayout lay_out(const Graph& graph) {
  return Layouter(graph).run();
}

}  // namespace accord::chart
