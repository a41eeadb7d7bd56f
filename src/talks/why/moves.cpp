#include "talks/why/sensitivity.h"

/// How far one limit would have to move.
namespace accord::talks {

namespace {

/// A condition on numbers inside a line, and the line as it would be if one bound did not matter.
struct MovableBound {
  Rule condition;
  bool of_min = false;
  bool must_hold = true;  ///< otherwise the line is kept where the condition does not hold
  Rule without;
};

Rule always(bool holds) {
  Rule out;
  out.form = holds ? Rule::Form::all : Rule::Form::any;  // of nothing
  return out;
}

/// `node` is a part of `line`, and as it was again at the end.
void add_bounds(Rule& line, Rule& node, bool must_hold, std::vector<MovableBound>& out) {
  using Form = Rule::Form;
  if (node.form == Form::bounds || node.form == Form::sum) {
    const Rule condition = node;
    for (const bool of_min : {true, false}) {
      if (!(of_min ? condition.min : condition.max)) continue;
      (of_min ? node.min : node.max).reset();
      if (!must_hold || (!node.min && !node.max)) node = always(must_hold);
      out.push_back({condition, of_min, must_hold, line});
      node = condition;
    }
    return;
  }
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    const bool is_turned =
        node.form == Form::negation || (node.form == Form::implication && i == 0);
    add_bounds(line, node.parts[i], must_hold != is_turned, out);
  }
}

/// The number that a condition is on, or its opposite, as tables.
std::vector<Factor<Number>> measured(const Domain& domain, const Rule& condition, bool opposite) {
  std::vector<std::pair<std::size_t, Number>> terms = condition.terms;
  if (condition.form == Rule::Form::bounds) terms = {{condition.issue, 1}};
  std::vector<Factor<Number>> out;
  for (const auto& [issue, coefficient] : terms) {
    Factor<Number>& factor = out.emplace_back(Factor<Number>{{issue}, {}});
    const Number times = opposite ? -coefficient : coefficient;
    for (std::uint32_t value = 0; value < domain.issues[issue].size(); ++value)
      factor.values.push_back(times * domain.issues[issue].number_at(value));
  }
  return out;
}

/// Where the bound comes to lie when the number it must let through (or stop) is found.
std::optional<Number> moved_to(const Domain& domain, const MovableBound& bound,
                               const Number& number, const Outcome& outcome) {
  if (bound.must_hold) return number;
  if (bound.condition.form == Rule::Form::sum) return std::nullopt;
  const Issue& issue = domain.issues[bound.condition.issue];
  const std::uint32_t at = outcome[bound.condition.issue];
  if (bound.of_min ? at + 1 == issue.size() : at == 0) return std::nullopt;
  return issue.number_at(bound.of_min ? at + 1 : at - 1);
}

class LeastMoves {
 public:
  explicit LeastMoves(const Keeping& keeping) : keeping_(keeping) {}

  std::optional<Error> run() {
    for (std::size_t limit = 0; limit < keeping_.limits().size(); ++limit) {
      if (auto error = add_reservation(limit)) return error;
      for (const Position& position : keeping_.talks().positions)
        for (const NamedRule& line : position.red_lines)
          if (keeping_.limits()[limit].name == position.party + "." + line.id)
            if (auto error = add_line(limit, line.rule)) return error;
    }
    return std::nullopt;
  }

  std::vector<Move> moves;

 private:
  const Keeping& keeping_;

  [[nodiscard]] Keeping::Question all_but(std::size_t limit) const {
    Keeping::Question out{std::vector<bool>(keeping_.limits().size(), true), {}, {}};
    out.kept[limit] = false;
    return out;
  }

  std::optional<Error> add_reservation(std::size_t limit) {
    auto utility = keeping_.utility_of_limit(limit);
    if (!utility) return std::nullopt;
    Keeping::Question question = all_but(limit);
    question.goal = std::move(*utility);
    const auto found = keeping_.ask(question);
    if (!found) return found.error();
    if (!*found) return std::nullopt;
    for (const Position& position : keeping_.talks().positions)
      if (position.party == keeping_.limits()[limit].party)
        moves.push_back({limit, std::nullopt, true, std::get<Range>(position.reservation).low,
                         (*found)->most, (*found)->outcome});
    return std::nullopt;
  }

  std::optional<Error> add_line(std::size_t limit, Rule rule) {
    std::vector<MovableBound> bounds;
    add_bounds(rule, rule, true, bounds);
    const Domain& domain = keeping_.talks().domain;
    for (const MovableBound& bound : bounds) {
      Keeping::Question question = all_but(limit);
      question.also = {bound.without};
      // The nearest: a least bound goes down to the greatest number, past one it goes up.
      const bool least = bound.of_min != bound.must_hold;
      question.goal = measured(domain, bound.condition, least);
      const auto found = keeping_.ask(question);
      if (!found) return found.error();
      if (!*found) continue;
      const Number number = least ? -(*found)->most : (*found)->most;
      const auto to = moved_to(domain, bound, number, (*found)->outcome);
      if (to)
        moves.push_back({limit, bound.condition, bound.of_min,
                         bound.of_min ? *bound.condition.min : *bound.condition.max, *to,
                         (*found)->outcome});
    }
    return std::nullopt;
  }
};

}  // namespace

Result<std::vector<Move>> least_moves(const Keeping& keeping) {
  const std::size_t limits = keeping.limits().size();
  const auto by_rules = keeping.ask({std::vector<bool>(limits, false), {}, {}});
  if (!by_rules) return tl::make_unexpected(by_rules.error());
  if (!*by_rules)
    return fail("P042", "the public rules exclude every outcome", "",
                "correct the rules of the domain");
  const auto zone = keeping.ask({std::vector<bool>(limits, true), {}, {}});
  if (!zone) return tl::make_unexpected(zone.error());
  if (*zone) return std::vector<Move>();
  LeastMoves out(keeping);
  if (auto error = out.run()) return tl::make_unexpected(*error);
  return std::move(out.moves);
}

}  // namespace accord::talks
