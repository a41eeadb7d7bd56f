#include <fmt/format.h>

#include <algorithm>

#include "talks/why/certificate.h"
#include "talks/why/layers.h"

/// The maker of certificates: it searches for a small tree.
namespace accord::talks {

namespace {

constexpr std::size_t nodes_max = 300'000;  ///< far above what 16 MB hold
constexpr std::size_t nodes_before_layers = 200;
constexpr std::size_t vectors_max = 1'000'000;

/// Σ over groups of the greatest λ·u + (1 − λ)·v, less what is needed: convex in λ, made of lines.
class WeightSearch {
 public:
  WeightSearch(const std::vector<Refuter::Group>& groups, Number first, Number second)
      : groups_(groups), first_(std::move(first)), second_(std::move(second)) {}

  /// λ in (0, 1) where it is below 0; nothing when there is none. From both ends the lines of the
  /// curve are cut with one another until the lowest point is found.
  std::optional<Number> run() const {
    Straight left = at(0), right = at(1);
    while (left.slope.sign() < 0 && right.slope.sign() > 0) {
      const Number lambda = (right.start - left.start) / (left.slope - right.slope);
      if (lambda.sign() <= 0 || lambda >= 1) break;
      const Straight middle = at(lambda);
      const Number height = middle.start + middle.slope * lambda;
      if (height.sign() < 0) return lambda;
      if (height == left.start + left.slope * lambda) break;
      (middle.slope.sign() < 0 ? left : right) = middle;
      if (middle.slope.sign() == 0) break;
    }
    // Below 0 at an end already: a little inside it still is.
    for (const Number& end : {Number(), Number(1)}) {
      const Straight line = at(end);
      if ((line.start + line.slope * end).sign() >= 0) continue;
      Number inside = Number(1) / Number(2);
      while (true) {
        const Number lambda = end.sign() == 0 ? inside : Number(1) - inside;
        const Straight there = at(lambda);
        if ((there.start + there.slope * lambda).sign() < 0) return lambda;
        inside /= 2;
      }
    }
    return std::nullopt;
  }

 private:
  struct Straight {
    Number start, slope;  ///< start + slope·λ
  };
  const std::vector<Refuter::Group>& groups_;
  Number first_, second_;

  [[nodiscard]] Straight at(const Number& lambda) const {
    Straight out{-second_, second_ - first_};
    for (const Refuter::Group& group : groups_) {
      const auto& u = group.contributions[0];
      const auto& v = group.contributions[1];
      std::size_t best = 0;
      Number most;
      for (std::size_t o = 0; o < u.size(); ++o) {
        Number value = v[o] + (u[o] - v[o]) * lambda;
        if (o > 0 && value <= most) continue;
        most = std::move(value);
        best = o;
      }
      out.start += v[best];
      out.slope += u[best] - v[best];
    }
    return out;
  }
};

class Prover {
 public:
  Prover(const Talks& talks, const std::vector<std::string>& names)
      : talks_(talks), refuter_(talks) {
    for (const std::string& name : names) {
      const auto found = refuter_.find(name);
      limits_.emplace_back(name, *found);
      if (found->is_reservation && refuter_.threshold(found->position))
        thresholds_.emplace_back(name, found->position);
    }
  }

  /// Nodes in preorder, or nothing when they become more than `most`.
  std::optional<std::vector<TreeNode>> run(std::size_t most) {
    most_ = most;
    nodes_.clear();
    if (!rule_out(Box::all(talks_.domain))) return std::nullopt;
    return std::move(nodes_);
  }

  [[nodiscard]] std::optional<Additive> additive() const {
    std::vector<Named> conflict;
    for (const auto& [name, limit] : limits_) conflict.push_back(limit);
    return talks::additive(refuter_, conflict);
  }

 private:
  const Talks& talks_;
  Refuter refuter_;
  std::size_t most_ = nodes_max;
  std::vector<std::pair<std::string, Named>> limits_;
  std::vector<std::pair<std::string, std::size_t>> thresholds_;
  std::vector<TreeNode> nodes_;

  bool rule_out(const Box& box) {
    if (nodes_.size() > most_) return false;
    if (add_leaf(box)) return true;
    if (auto split = by_one_issue(box)) return cut(box, *split);
    if (add_weights(box)) return true;
    return cut(box, halves(box));
  }

  bool add_leaf(const Box& box) {
    for (const auto& [name, limit] : limits_)
      if (refuter_.refutes(limit, box)) return nodes_.emplace_back(LineNode{name}), true;
    for (const NamedRule& rule : talks_.domain.rules)
      if (refuter_.refutes_rule(*refuter_.find_rule(rule.id), box))
        return nodes_.emplace_back(RuleNode{rule.id}), true;
    return false;
  }

  /// Cuts off at once all values of an issue that one limit or rule by itself rules out.
  std::optional<SplitNode> by_one_issue(const Box& box) const {
    std::vector<const Rule*> rules;
    for (const auto& [name, limit] : limits_)
      for (const Line* line : limit.lines) rules.push_back(&line->rule);
    for (const NamedRule& rule : talks_.domain.rules) rules.push_back(&rule.rule);
    for (const Rule* rule : rules) {
      const auto issues = issues_of(*rule);
      if (issues.size() != 1) continue;
      SplitNode out{issues.front(), {}};
      Box one = box;
      std::uint64_t count = 0;
      for (const auto& [first, last] : box.values[out.issue])
        for (std::uint32_t value = first; value <= last; ++value) {
          one.values[out.issue] = {{value, value}};
          if (truth_of(talks_.domain, *rule, one) != Truth::no) continue;
          ++count;
          if (!out.ranges.empty() && out.ranges.back().second + 1 == value)
            out.ranges.back().second = value;
          else
            out.ranges.emplace_back(value, value);
        }
      if (count > 0 && count < box.size(out.issue)) return out;
    }
    return std::nullopt;
  }

  bool add_weights(const Box& box) {
    for (std::size_t a = 0; a < thresholds_.size(); ++a)
      for (std::size_t b = a + 1; b < thresholds_.size(); ++b) {
        const std::size_t first = thresholds_[a].second, second = thresholds_[b].second;
        const auto groups = refuter_.groups({first, second}, box);
        if (!groups) continue;
        const auto lambda =
            WeightSearch(*groups, *refuter_.threshold(first), *refuter_.threshold(second)).run();
        if (!lambda) continue;
        nodes_.emplace_back(WeightsNode{
            {{thresholds_[a].first, *lambda}, {thresholds_[b].first, Number(1) - *lambda}}});
        return true;
      }
    return false;
  }

  /// The lower half of the values of an issue: of one that a limit not decided yet speaks of, the
  /// one with the most values.
  [[nodiscard]] SplitNode halves(const Box& box) const {
    std::vector<std::size_t> candidates;
    const auto add = [&](const Rule& rule) {
      if (truth_of(talks_.domain, rule, box) != Truth::mixed) return;
      const auto issues = issues_of(rule);
      candidates.insert(candidates.end(), issues.begin(), issues.end());
    };
    for (const auto& [name, limit] : limits_)
      for (const Line* line : limit.lines) add(line->rule);
    for (const NamedRule& rule : talks_.domain.rules) add(rule.rule);
    std::erase_if(candidates, [&](std::size_t issue) { return box.size(issue) < 2; });
    if (candidates.empty())
      for (std::size_t issue = 0; issue < box.values.size(); ++issue) candidates.push_back(issue);
    std::sort(candidates.begin(), candidates.end());
    const std::size_t issue =
        *std::max_element(candidates.begin(), candidates.end(),
                          [&](std::size_t a, std::size_t b) { return box.size(a) < box.size(b); });
    SplitNode out{issue, {}};
    std::uint64_t left = box.size(issue) / 2;
    for (const auto& [first, last] : box.values[issue]) {
      if (left == 0) break;
      const std::uint64_t taken = std::min<std::uint64_t>(left, std::uint64_t{last} - first + 1);
      out.ranges.emplace_back(first, first + static_cast<std::uint32_t>(taken) - 1);
      left -= taken;
    }
    return out;
  }

  bool cut(const Box& box, const SplitNode& split) {
    Box inside = box, outside = box;
    auto& in = inside.values[split.issue];
    auto& out = outside.values[split.issue];
    in = split.ranges;  // they are made of values of the box
    out.clear();
    for (const auto& [first, last] : box.values[split.issue])
      for (std::uint32_t value = first; value <= last; ++value) {
        if (inside.has(split.issue, value)) continue;
        if (!out.empty() && out.back().second + 1 == value)
          out.back().second = value;
        else
          out.emplace_back(value, value);
      }
    if (in.empty() || out.empty()) return false;  // nothing is left to cut: not a conflict
    nodes_.emplace_back(split);
    return rule_out(inside) && rule_out(outside);
  }
};

}  // namespace

Result<Certificate> prove(const Talks& talks, std::vector<std::string> names,
                          const std::map<std::string, Outcome>& witness,
                          const std::map<std::string, std::string>& commitments) {
  Certificate out;
  std::sort(names.begin(), names.end());
  out.domain_sha256 = talks.domain.sha256;
  out.conflict = names;
  for (const std::string& name : names) out.witness.emplace_back(name, witness.at(name));
  for (const auto& [party, digest] : commitments) {
    const bool concerned = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return name.starts_with(party + ".");
    });
    if (concerned) out.positions.emplace_back(party, digest);
  }
  Prover prover(talks, names);
  const auto additive = prover.additive();
  auto tree = prover.run(additive ? nodes_before_layers : nodes_max);
  if (!tree && additive) {
    auto layers = layers_of(*additive, vectors_max);
    if (layers) {
      out.layers = std::move(*layers);
      return out;
    }
    tree = prover.run(nodes_max);
  }
  if (!tree)
    return fail(
        "P061",
        fmt::format("the proof of {} has more than {} steps", fmt::join(names, ", "), nodes_max),
        "", "take coarser values, or fewer lines over many issues");
  out.tree = std::move(*tree);
  return out;
}

}  // namespace accord::talks
