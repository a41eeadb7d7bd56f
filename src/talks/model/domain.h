#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "talks/model/number.h"

/// What is negotiated: issues with their values, and the rules that are public.
namespace accord::talks {

enum class IssueKind : std::uint8_t { discrete, integer, real };

/// One matter to be settled. Its values have an index from 0, in domain order.
struct Issue {
  std::string id;
  IssueKind kind = IssueKind::discrete;
  std::vector<std::string> values;      ///< discrete: distinct texts, at least one
  Number low, high;                     ///< integer, real: low ≤ high
  Number step = 1;                      ///< integer: above 0; value k is low + k·step ≤ high
  std::optional<std::uint32_t> points;  ///< real: at least 2 values; none: continuous

  [[nodiscard]] bool is_continuous() const { return kind == IssueKind::real && !points; }
  [[nodiscard]] bool is_numeric() const { return kind != IssueKind::discrete; }
  /// Number of values; 0 when continuous.
  [[nodiscard]] std::uint32_t size() const;
  /// Of an integer or real issue: low + k·step, low + (high − low)·k/(points − 1).
  [[nodiscard]] Number number_at(std::uint32_t index) const;
  /// The value as it is written: a text, or a number in lowest terms ("12", "5/2").
  [[nodiscard]] std::string label(std::uint32_t index) const;
  /// The index of a value: texts byte for byte, numbers as numbers (3 = 3.0 = 6/2).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view written) const;
};

/// A condition on an outcome: one form in each.
struct Rule {
  enum class Form : std::uint8_t { bounds, in, not_in, sum, all, any, negation, implication };
  Form form = Form::all;
  std::size_t issue = 0;                              ///< bounds, in, not_in
  std::optional<Number> min, max;                     ///< bounds, sum; inclusive; at least one
  std::vector<std::uint32_t> values;                  ///< in, not_in: indices, ascending
  std::vector<std::pair<std::size_t, Number>> terms;  ///< sum: issues ascending, with coefficients
  std::vector<Rule> parts;                            ///< all, any; negation: 1; implication: 2
};

/// A rule with its name and its words for people.
struct NamedRule {
  std::string id;
  std::string text;
  Rule rule;
};

/// One value index for each issue, in domain order. Issues that are continuous have no index.
using Outcome = std::vector<std::uint32_t>;

struct Domain {
  std::string name;
  std::vector<Issue> issues;         ///< at least one, ids distinct
  std::vector<std::string> parties;  ///< who must take part; may be empty: who has a position
  std::vector<NamedRule> rules;      ///< public; broken by no outcome of the talks
  std::string sha256;                ///< of the file's bytes as distributed; 64 hex digits

  [[nodiscard]] std::optional<std::size_t> find_issue(std::string_view id) const;
  [[nodiscard]] bool has_continuous() const;
  /// The product of the sizes of the issues; of any size. 0 when an issue is continuous.
  [[nodiscard]] Number outcomes() const;
  /// The mixed-radix number of an outcome, first issue most significant: ties go to the smaller.
  [[nodiscard]] Number rank(const Outcome& outcome) const;
  /// The outcome of a rank below `outcomes()`.
  [[nodiscard]] Outcome outcome_at(std::uint64_t rank) const;
  /// "visits 12, stock_kg 300".
  [[nodiscard]] std::string words(const Outcome& outcome) const;
};

/// Whether the outcome keeps the rule. Bounds on numbers are decided exactly.
[[nodiscard]] bool keeps(const Domain& domain, const Rule& rule, const Outcome& outcome);

/// The issues that a rule speaks of, ascending.
[[nodiscard]] std::vector<std::size_t> issues_of(const Rule& rule);

}  // namespace accord::talks
