#include "chart/graph.h"

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/xml.h"

namespace accord::chart {
namespace {

Graph of(const std::vector<std::pair<std::string, std::size_t>>& nodes,
         const std::vector<std::pair<std::string, std::string>>& edges) {
  Graph graph;
  graph.head = {"g", "Graph & co", "What rests on what."};
  graph.node_kinds = {
      {"day", 0, Colour::green}, {"term", 1, Colour::blue}, {"party", 2, Colour::black}};
  graph.edge_kinds = {{"rests on it"}};
  for (const auto& [name, kind] : nodes)
    graph.nodes.push_back({name, "label <" + name + ">", kind, {name, "#" + name, name}});
  for (const auto& [from, to] : edges)
    graph.edges.push_back({from, to, 0, {from + "-" + to, "", ""}});
  return graph;
}

TEST(GraphLayout, StandsInColumnsAndByTheLongestWayInAColumn) {
  const Graph graph = of(
      {{"p", 2}, {"t", 1}, {"adoption", 0}, {"transition", 0}, {"u", 1}},
      {{"adoption", "transition"}, {"adoption", "t"}, {"transition", "t"}, {"t", "u"}, {"t", "p"}});
  EXPECT_EQ(lay_out(graph).layers, (std::vector<std::size_t>{4, 2, 0, 1, 3}));
}

TEST(GraphLayout, ArrowsLeadToTheRightButForTheOneThatClosesACycle) {
  const Graph graph =
      of({{"a", 1}, {"b", 1}, {"c", 1}}, {{"a", "b"}, {"b", "c"}, {"c", "a"}, {"a", "a"}});
  const GraphLayout layout = lay_out(graph);
  EXPECT_EQ(layout.layers, (std::vector<std::size_t>{0, 1, 2}));
  ASSERT_EQ(layout.routes.size(), 3U);  // not the edge from a node to itself
  EXPECT_FALSE(layout.routes[0].backward);
  EXPECT_FALSE(layout.routes[1].backward);
  EXPECT_TRUE(layout.routes[2].backward);
  EXPECT_EQ(layout.routes[2].points.size(), 4U);  // passes the layer between
}

TEST(GraphLayout, BoxesNeverOverlap) {
  std::vector<std::pair<std::string, std::size_t>> nodes;
  std::vector<std::pair<std::string, std::string>> edges;
  for (std::size_t i = 0; i < 60; ++i) {
    nodes.emplace_back("n" + std::to_string(i), i % 3);
    for (std::size_t j = 0; j < i; ++j)
      if ((i * 7 + j * 13) % 11 == 0)
        edges.emplace_back("n" + std::to_string(i), "n" + std::to_string(j));
  }
  const auto boxes = lay_out(of(nodes, edges)).boxes;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      EXPECT_FALSE(
          boxes[i].x < boxes[j].x + boxes[j].width && boxes[j].x < boxes[i].x + boxes[i].width &&
          boxes[i].y < boxes[j].y + boxes[j].height && boxes[j].y < boxes[i].y + boxes[i].height)
          << i << " and " << j;
}

TEST(GraphLayout, CrossingsThatCanBeAvoidedAreAvoided) {
  // As written, a–d and b–c cross.
  const Graph graph = of({{"a", 0}, {"b", 0}, {"c", 1}, {"d", 1}}, {{"a", "d"}, {"b", "c"}});
  const auto boxes = lay_out(graph).boxes;
  EXPECT_EQ(boxes[0].y < boxes[1].y, boxes[3].y < boxes[2].y);
}

TEST(GraphLayout, AChainOfManyNodesIsNoTrouble) {
  std::vector<std::pair<std::string, std::size_t>> nodes;
  std::vector<std::pair<std::string, std::string>> edges;
  for (int i = 0; i < 2000; ++i) {
    nodes.emplace_back("n" + std::to_string(i), 0);
    if (i > 0) edges.emplace_back("n" + std::to_string(i - 1), "n" + std::to_string(i));
  }
  EXPECT_EQ(lay_out(of(nodes, edges)).layers.back(), 1999U);
}

TEST(Graph, EveryBoxAndArrowCarriesItsIdAndUnknownNamesAreLeftOut) {
  const Graph graph = of({{"a", 0}, {"t", 1}}, {{"a", "t"}, {"a", "nowhere"}});
  const std::string out = draw(graph);
  EXPECT_EQ(test::XmlCheck::fault(out), "");
  EXPECT_EQ(out, draw(graph));
  EXPECT_EQ(test::count_of(out, "class=\"mark\""), 3U);
  EXPECT_NE(out.find("data-id=\"a-t\""), std::string::npos);
  EXPECT_NE(out.find("<a href=\"#t\">"), std::string::npos);
  EXPECT_EQ(out.find("nowhere"), std::string::npos);
}

TEST(Graph, WithoutNodesSaysSo) {
  const std::string out = draw(of({}, {}));
  EXPECT_EQ(test::XmlCheck::fault(out), "");
  EXPECT_NE(out.find("nothing to draw"), std::string::npos);
}

}  // namespace
}  // namespace accord::chart
