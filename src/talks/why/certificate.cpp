#include "talks/why/certificate.h"

#include <fmt/format.h>

#include <algorithm>

#include "talks/files/tree.h"

/// The bytes of a certificate.
namespace accord::talks {

namespace {

constexpr std::string_view certificate_format = "accord-talks-certificate/1";
using Kind = JsonTree::Kind;

JsonTree whole_tree(std::uint64_t value) {
  return json_number(fmt::format("{}", value));
}

JsonTree pair_tree(JsonTree a, JsonTree b) {
  std::vector<JsonTree> out;
  out.push_back(std::move(a));
  out.push_back(std::move(b));
  return json_list(std::move(out));
}

JsonTree node_tree(const SplitNode& node) {
  std::vector<JsonTree> ranges, out;
  for (const auto& [first, last] : node.ranges)
    ranges.push_back(pair_tree(whole_tree(first), whole_tree(last)));
  out.push_back(json_text("split"));
  out.push_back(whole_tree(node.issue));
  out.push_back(json_list(std::move(ranges)));
  return json_list(std::move(out));
}
JsonTree node_tree(const RuleNode& node) {
  return pair_tree(json_text("rule"), json_text(node.id));
}
JsonTree node_tree(const LineNode& node) {
  return pair_tree(json_text("line"), json_text(node.name));
}
JsonTree node_tree(const WeightsNode& node) {
  std::vector<JsonTree> weights;
  for (const auto& [name, weight] : node.weights)
    weights.push_back(pair_tree(json_text(name), json_text(weight.text())));
  return pair_tree(json_text("weights"), json_list(std::move(weights)));
}

JsonTree tree_of(const Certificate& certificate) {
  std::vector<JsonTree> conflict, positions, witness, tree, layers;
  for (const std::string& name : certificate.conflict) conflict.push_back(json_text(name));
  for (const auto& [party, digest] : certificate.positions)
    positions.push_back(pair_tree(json_text(party), json_text(digest)));
  for (const auto& [name, outcome] : certificate.witness) {
    std::vector<JsonTree> values;
    for (const std::uint32_t value : outcome) values.push_back(whole_tree(value));
    witness.push_back(pair_tree(json_text(name), json_list(std::move(values))));
  }
  for (const TreeNode& node : certificate.tree)
    tree.push_back(std::visit([](const auto& n) { return node_tree(n); }, node));
  for (const auto& layer : certificate.layers) {
    std::vector<JsonTree> vectors;
    for (const auto& vector : layer) {
      std::vector<JsonTree> values;
      for (const Number& value : vector) values.push_back(json_text(value.text()));
      vectors.push_back(json_list(std::move(values)));
    }
    layers.push_back(json_list(std::move(vectors)));
  }
  std::vector<std::pair<std::string, JsonTree>> out{
      {"format", json_text(certificate_format)},
      {"domain_sha256", json_text(certificate.domain_sha256)},
      {"conflict", json_list(std::move(conflict))},
      {"positions", json_list(std::move(positions))},
      {"witness", json_list(std::move(witness))}};
  if (certificate.layers.empty())
    out.emplace_back("tree", json_list(std::move(tree)));
  else
    out.emplace_back("layers", json_list(std::move(layers)));
  return json_object(std::move(out));
}

/// Reads the shape; what it comes to is written again and compared, so that every byte counts.
class ShapeReader {
 public:
  bool is_good = true;

  const JsonTree& need(bool holds, const JsonTree& tree) {
    is_good = is_good && holds;
    return tree;
  }
  const std::vector<JsonTree>& list(const JsonTree& tree, std::size_t size = 0) {
    static const std::vector<JsonTree> none(3);
    const bool holds = tree.is(Kind::list) && (size == 0 || tree.items.size() == size);
    is_good = is_good && holds;
    return holds ? tree.items : size == 0 ? empty_ : none;
  }
  std::string text(const JsonTree& tree) { return need(tree.is(Kind::text), tree).text; }
  std::uint32_t index(const JsonTree& tree) {
    const auto number = tree.is(Kind::number) ? Number::parse(tree.text) : std::nullopt;
    const auto value = number ? number->to_int64() : std::nullopt;
    is_good = is_good && value && *value >= 0 && *value <= 0xffffffffLL;
    return is_good ? static_cast<std::uint32_t>(*value) : 0;
  }
  Number number(const JsonTree& tree) {
    const auto value = Number::parse(text(tree));
    is_good = is_good && value.has_value();
    return value.value_or(Number());
  }

  TreeNode node(const JsonTree& tree) {
    const auto& items = list(tree);
    const std::string word = items.empty() ? "" : text(items.front());
    if (word == "split" && items.size() == 3) {
      SplitNode out{index(items[1]), {}};
      for (const JsonTree& range : list(items[2])) {
        const auto& ends = list(range, 2);
        out.ranges.emplace_back(index(ends[0]), index(ends[1]));
      }
      return out;
    }
    is_good =
        is_good && items.size() == 2 && (word == "rule" || word == "line" || word == "weights");
    if (!is_good) return RuleNode{};
    if (word == "rule") return RuleNode{text(items[1])};
    if (word == "line") return LineNode{text(items[1])};
    WeightsNode out;
    for (const JsonTree& weight : list(items[1])) {
      const auto& parts = list(weight, 2);
      out.weights.emplace_back(text(parts[0]), number(parts[1]));
    }
    return out;
  }

 private:
  std::vector<JsonTree> empty_;
};

}  // namespace

Result<std::string> write_certificate(const Certificate& certificate) {
  std::string out = canonical(tree_of(certificate));
  if (out.size() > certificate_bytes_max)
    return fail("P061", fmt::format("the certificate would have {} bytes", out.size()), "",
                "take coarser values, or fewer lines over many issues");
  return out;
}

Result<Certificate> read_certificate(std::string_view bytes) {
  const auto refuse = [](std::string message) {
    return fail("P072", std::move(message), "", "ask for the certificate anew");
  };
  if (bytes.size() > certificate_bytes_max) return refuse("it is larger than 16 MB");
  std::vector<Problem> problems;
  Limits limits;
  const auto tree = read_tree(bytes, "", limits, problems);
  if (!tree) return refuse("it is not JSON: " + problems.front().message);
  Certificate out;
  ShapeReader read;
  const auto member = [&](const char* name) -> const JsonTree& {
    static const JsonTree none;
    const JsonTree* found = tree->find(name);
    read.is_good = read.is_good && found != nullptr;
    return found == nullptr ? none : *found;
  };
  read.is_good = tree->is(Kind::object) && read.text(member("format")) == certificate_format;
  out.domain_sha256 = read.text(member("domain_sha256"));
  for (const JsonTree& name : read.list(member("conflict")))
    out.conflict.push_back(read.text(name));
  for (const JsonTree& position : read.list(member("positions"))) {
    const auto& parts = read.list(position, 2);
    out.positions.emplace_back(read.text(parts[0]), read.text(parts[1]));
  }
  for (const JsonTree& witness : read.list(member("witness"))) {
    const auto& parts = read.list(witness, 2);
    Outcome outcome;
    for (const JsonTree& value : read.list(parts[1])) outcome.push_back(read.index(value));
    out.witness.emplace_back(read.text(parts[0]), std::move(outcome));
  }
  if (tree->find("layers") != nullptr) {
    for (const JsonTree& layer : read.list(member("layers"))) {
      auto& vectors = out.layers.emplace_back();
      for (const JsonTree& vector : read.list(layer)) {
        auto& values = vectors.emplace_back();
        for (const JsonTree& value : read.list(vector)) values.push_back(read.number(value));
      }
    }
  } else {
    for (const JsonTree& node : read.list(member("tree"))) out.tree.push_back(read.node(node));
  }
  if (!read.is_good) return refuse("a member is missing or has another form");
  if (canonical(tree_of(out)) != bytes)
    return refuse("its bytes are not those of the canonical form");
  return out;
}

}  // namespace accord::talks
