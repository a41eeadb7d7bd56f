#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "seal/sha256.h"
#include "talks/files/read.h"
#include "talks/why/certificate.h"
#include "talks/why/layers.h"

/// The checker: one walk, no search. It rests on the reader of positions and on `refute` alone.
namespace accord::talks {

namespace {

using Fault = std::optional<std::string>;

/// Of the certificate's vectors and those that are reached: a is nowhere above b.
bool is_at_most(const std::vector<Number>& a, const std::vector<Number>& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] > b[i]) return false;
  return true;
}

/// Asks whether a vector is nowhere above one of a list. With two coordinates the list is sorted by
/// the first, and the most of the second so far is kept.
class CoveringVectors {
 public:
  explicit CoveringVectors(const std::vector<std::vector<Number>>& vectors) : vectors_(vectors) {
    if (vectors.empty() || vectors.front().size() != 2) return;
    std::sort(vectors_.begin(), vectors_.end(), [](const auto& a, const auto& b) { return b < a; });
    for (const auto& vector : vectors_)
      most_.push_back(most_.empty() ? vector[1] : std::max(most_.back(), vector[1]));
  }

  [[nodiscard]] bool cover(const std::vector<Number>& sum) const {
    if (most_.empty())
      return std::any_of(vectors_.begin(), vectors_.end(),
                         [&](const auto& vector) { return is_at_most(sum, vector); });
    const auto end = std::partition_point(vectors_.begin(), vectors_.end(),
                                          [&](const auto& vector) { return vector[0] >= sum[0]; });
    return end != vectors_.begin() &&
           most_[static_cast<std::size_t>(end - vectors_.begin()) - 1] >= sum[1];
  }

 private:
  std::vector<std::vector<Number>> vectors_;
  std::vector<Number> most_;
};

class CertificateCheck {
 public:
  CertificateCheck(const Certificate& certificate, const Limits& limits)
      : c_(certificate), limits_(limits) {}

  Fault run(std::string_view domain_bytes, const std::map<std::string, Opening>& openings) {
    if (auto fault = open(domain_bytes, openings)) return fault;
    if (auto fault = names()) return fault;
    if (auto fault = witnesses()) return fault;
    return c_.layers.empty() ? tree() : layers();
  }

 private:
  const Certificate& c_;
  const Limits& limits_;
  Talks talks_;
  std::optional<Refuter> refuter_;
  std::map<std::string, Named> limits_by_name_;

  Fault open(std::string_view domain_bytes, const std::map<std::string, Opening>& openings) {
    if (seal::sha256_hex(domain_bytes) != c_.domain_sha256)
      return "it is about another domain: the digest differs";
    auto domain = read_domain(domain_bytes, "", {false, limits_});
    if (!domain.value) return "the domain has errors: " + domain.problems.front().message;
    talks_.domain = std::move(*domain.value);
    if (talks_.domain.has_continuous()) return "the domain has a continuous issue";
    std::string last;
    for (const auto& [party, digest] : c_.positions) {
      if (!talks_.positions.empty() && party <= last) return "the parties are not in order";
      last = party;
      const auto opening = openings.find(party);
      if (opening == openings.end()) return fmt::format("the position of {} is not opened", party);
      if (opening->second.salt.size() != 32)
        return fmt::format("the salt of {} has not 32 bytes", party);
      if (commitment(opening->second.salt, opening->second.file) != digest)
        return fmt::format("the position of {} is not the one that was sealed", party);
      auto position = read_position(opening->second.file, "", talks_.domain, {false, limits_});
      if (!position.value)
        return fmt::format("the position of {} has errors: {}", party,
                           position.problems.front().message);
      if (position.value->party != party)
        return fmt::format("the position of {} names another party", party);
      talks_.positions.push_back(std::move(*position.value));
    }
    refuter_.emplace(talks_);
    return std::nullopt;
  }

  Fault names() {
    if (c_.conflict.empty()) return "the conflict is empty";
    std::set<std::string> concerned;
    for (std::size_t i = 0; i < c_.conflict.size(); ++i) {
      const std::string& name = c_.conflict[i];
      if (i > 0 && name <= c_.conflict[i - 1]) return "the names of the conflict are not in order";
      const auto limit = refuter_->find(name);
      if (!limit) return fmt::format("no party has a limit called {}", name);
      concerned.insert(talks_.positions[limit->position].party);
      limits_by_name_.emplace(name, *limit);
    }
    if (concerned.size() != talks_.positions.size())
      return "the positions are not exactly those of the parties in the conflict";
    return std::nullopt;
  }

  Fault witnesses() {
    if (c_.witness.size() != c_.conflict.size()) return "a witness is missing or too many";
    for (std::size_t i = 0; i < c_.witness.size(); ++i) {
      const auto& [name, outcome] = c_.witness[i];
      if (name != c_.conflict[i]) return "the witnesses are not in the order of the conflict";
      if (outcome.size() != talks_.domain.issues.size())
        return fmt::format("the witness of {} has not one value for each issue", name);
      for (std::size_t issue = 0; issue < outcome.size(); ++issue)
        if (outcome[issue] >= talks_.domain.issues[issue].size())
          return fmt::format("the witness of {} is not in the domain", name);
      const Box box = Box::only(outcome);
      for (const NamedRule& rule : talks_.domain.rules)
        if (refuter_->refutes_rule(*refuter_->find_rule(rule.id), box))
          return fmt::format("the witness of {} breaks the rule {}", name, rule.id);
      for (const auto& [other, limit] : limits_by_name_)
        if (other != name && refuter_->refutes(limit, box))
          return fmt::format("the witness of {} breaks {}", name, other);
    }
    return std::nullopt;
  }

  /// Boxes that are still to be ruled out, the next one last.
  Fault tree() {
    std::vector<Box> open{Box::all(talks_.domain)};
    for (std::size_t at = 0; at < c_.tree.size(); ++at) {
      if (open.empty()) return fmt::format("node {} rules out nothing", at);
      const Box box = std::move(open.back());
      open.pop_back();
      const Fault fault =
          std::visit([&](const auto& node) { return this->node(node, box, open); }, c_.tree[at]);
      if (fault) return fmt::format("node {}: {}", at, *fault);
    }
    if (!open.empty()) return "the tree ends too early: a box is not ruled out";
    return std::nullopt;
  }

  Fault node(const RuleNode& node, const Box& box, std::vector<Box>&) const {
    const Line* rule = refuter_->find_rule(node.id);
    if (rule == nullptr) return fmt::format("there is no rule {}", node.id);
    if (!refuter_->refutes_rule(*rule, box))
      return fmt::format("rule {} does not rule it out", node.id);
    return std::nullopt;
  }
  Fault node(const LineNode& node, const Box& box, std::vector<Box>&) const {
    const auto limit = limits_by_name_.find(node.name);
    if (limit == limits_by_name_.end()) return fmt::format("{} is not in the conflict", node.name);
    if (!refuter_->refutes(limit->second, box))
      return fmt::format("{} does not rule it out", node.name);
    return std::nullopt;
  }
  Fault node(const WeightsNode& node, const Box& box, std::vector<Box>&) const {
    std::vector<std::pair<std::size_t, Number>> weights;
    for (std::size_t i = 0; i < node.weights.size(); ++i) {
      const auto& [name, weight] = node.weights[i];
      if (i > 0 && name <= node.weights[i - 1].first) return "the weights are not in order";
      const auto limit = limits_by_name_.find(name);
      if (limit == limits_by_name_.end() || !limit->second.is_reservation)
        return fmt::format("{} is not a walk-away value of the conflict", name);
      if (weight.sign() <= 0) return fmt::format("the weight of {} is not above 0", name);
      weights.emplace_back(limit->second.position, weight);
    }
    if (weights.empty()) return "there are no weights";
    if (!refuter_->refutes_weighted(weights, box)) return "the weighted sum does not rule it out";
    return std::nullopt;
  }
  Fault node(const SplitNode& node, const Box& box, std::vector<Box>& open) const {
    if (node.issue >= talks_.domain.issues.size()) return "there is no such issue";
    const std::uint32_t size = talks_.domain.issues[node.issue].size();
    if (node.ranges.empty()) return "the split has no ranges";
    for (std::size_t i = 0; i < node.ranges.size(); ++i) {
      const auto& [first, last] = node.ranges[i];
      if (first > last || last >= size) return "a range is not in the issue";
      if (i > 0 && first <= node.ranges[i - 1].second)
        return "the ranges overlap or are not in order";
      if (i > 0 && first == node.ranges[i - 1].second + 1) return "two ranges touch";
    }
    Box inside = box, outside = box;
    auto& in = inside.values[node.issue];
    auto& out = outside.values[node.issue];
    in.clear();
    out.clear();
    for (const auto& [first, last] : box.values[node.issue]) cut(first, last, node.ranges, in, out);
    if (in.empty() || out.empty()) return "a part of the split is empty";
    open.push_back(std::move(outside));
    open.push_back(std::move(inside));
    return std::nullopt;
  }

  /// Parts of one range that lie in the ranges of a split, and between them.
  static void cut(std::uint32_t first, std::uint32_t last, const std::vector<ValueRange>& ranges,
                  std::vector<ValueRange>& in, std::vector<ValueRange>& out) {
    std::uint64_t next = first;
    for (const auto& [from, to] : ranges) {
      if (to < next || from > last) continue;
      const std::uint32_t start = std::max<std::uint32_t>(from, static_cast<std::uint32_t>(next));
      const std::uint32_t end = std::min(to, last);
      if (start > next) out.emplace_back(static_cast<std::uint32_t>(next), start - 1);
      in.emplace_back(start, end);
      next = std::uint64_t{end} + 1;
    }
    if (next <= last) out.emplace_back(static_cast<std::uint32_t>(next), last);
  }

  /// Partial sums issue by issue, each covered by a vector of its layer.
  Fault layers() {
    std::vector<Named> conflict;
    for (const std::string& name : c_.conflict) conflict.push_back(limits_by_name_.at(name));
    const auto additive = talks::additive(*refuter_, conflict);
    if (!additive)
      return "layers need walk-away values by number, and terms and lines on one issue";
    if (c_.layers.size() != talks_.domain.issues.size())
      return "there is not one layer for each issue";
    std::vector<std::vector<Number>> last{std::vector<Number>(additive->needed.size())};
    for (std::size_t issue = 0; issue < c_.layers.size(); ++issue) {
      const auto& layer = c_.layers[issue];
      for (const auto& vector : layer)
        if (vector.size() != additive->needed.size())
          return fmt::format("a vector of layer {} has another length", issue);
      const CoveringVectors covers(layer);
      for (std::size_t value = 0; value < additive->contributions[issue].size(); ++value)
        if (!is_covered(last, additive->contributions[issue][value], covers))
          return fmt::format("layer {} does not cover value {}", issue, value);
      last = layer;
    }
    if (std::any_of(last.begin(), last.end(),
                    [&](const auto& vector) { return is_at_most(additive->needed, vector); }))
      return "a vector of the last layer reaches every walk-away value";
    return std::nullopt;
  }

  static bool is_covered(const std::vector<std::vector<Number>>& last,
                         const std::vector<Number>& more, const CoveringVectors& covers) {
    if (more.empty()) return true;  // the value is out
    return std::all_of(last.begin(), last.end(), [&](std::vector<Number> sum) {
      for (std::size_t p = 0; p < sum.size(); ++p) sum[p] += more[p];
      return covers.cover(sum);
    });
  }
};

}  // namespace

Result<Certificate> check_certificate(std::string_view bytes, std::string_view domain_bytes,
                                      const std::map<std::string, Opening>& openings,
                                      const Limits& limits) {
  auto certificate = read_certificate(bytes);
  if (!certificate) return certificate;
  if (const Fault fault = CertificateCheck(*certificate, limits).run(domain_bytes, openings))
    return fail("P072", *fault, "",
                "ask for the certificate anew; take the domain and the openings that belong to it");
  return certificate;
}

}  // namespace accord::talks
