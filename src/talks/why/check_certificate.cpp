#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "seal/sha256.h"
#include "talks/files/read.h"
#include "talks/why/certificate.h"

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
    std::vector<std::size_t> positions;
    std::vector<const Line*> lines;
    for (const std::string& name : c_.conflict) {
      const Named& limit = limits_by_name_.at(name);
      if (limit.is_reservation) positions.push_back(limit.position);
      for (const Line* line : limit.lines) lines.push_back(line);
    }
    for (const NamedRule& rule : talks_.domain.rules)
      if (issues_of(rule.rule).size() == 1) lines.push_back(refuter_->find_rule(rule.id));
    for (const Line* line : lines)
      if (issues_of(line->rule).size() > 1)
        return fmt::format("{} touches several issues, layers are not for it", line->name);
    const auto groups = refuter_->groups(positions, Box::all(talks_.domain));
    if (positions.empty() || !groups) return "layers need walk-away values by number";
    for (const auto& group : *groups)
      if (group.issues.size() != 1) return "a term touches several issues, layers are not for it";
    if (c_.layers.size() != talks_.domain.issues.size())
      return "there is not one layer for each issue";
    std::vector<std::vector<Number>> last{std::vector<Number>(positions.size())};
    for (std::size_t issue = 0; issue < c_.layers.size(); ++issue)
      if (const Fault fault = layer(issue, last, positions.size(), *groups, lines)) return fault;
    for (const auto& vector : last) {
      bool reaches_all = true;
      for (std::size_t p = 0; p < positions.size(); ++p) {
        const auto needed = refuter_->threshold(positions[p]);
        if (!needed) return "layers need walk-away values by number";
        reaches_all = reaches_all && vector[p] >= *needed;
      }
      if (reaches_all) return "a vector of the last layer reaches every walk-away value";
    }
    return std::nullopt;
  }

  Fault layer(std::size_t issue, std::vector<std::vector<Number>>& last, std::size_t size,
              const std::vector<Refuter::Group>& groups, const std::vector<const Line*>& lines) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Refuter::Group& g) {
      return g.issues.front() == issue;
    });
    for (const auto& vector : c_.layers[issue])
      if (vector.size() != size)
        return fmt::format("a vector of layer {} has another length", issue);
    for (std::uint32_t value = 0; value < talks_.domain.issues[issue].size(); ++value) {
      Box box = Box::all(talks_.domain);
      box.values[issue] = {{value, value}};
      const bool is_out = std::any_of(lines.begin(), lines.end(), [&](const Line* line) {
        return issues_of(line->rule).front() == issue &&
               truth_of(talks_.domain, line->rule, box) == Truth::no;
      });
      if (is_out) continue;
      for (std::vector<Number> sum : last) {
        if (group != groups.end())
          for (std::size_t p = 0; p < size; ++p) sum[p] += group->contributions[p][value];
        const auto& covers = c_.layers[issue];
        if (std::none_of(covers.begin(), covers.end(),
                         [&](const auto& vector) { return is_at_most(sum, vector); }))
          return fmt::format("layer {} does not cover value {}", issue, value);
      }
    }
    last = c_.layers[issue];
    return std::nullopt;
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
