#include "talks/files/read_utility.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "talks/model/utility.h"

namespace accord::talks {

namespace {

using Kind = JsonTree::Kind;

class UtilityReader {
 public:
  UtilityReader(TreeReader& reader, const Domain& domain, ValueFinder& finder)
      : reader_(reader), domain_(domain), finder_(finder) {}

  std::optional<Term> term(const Spot& at) {
    const bool one = at.has("issue"), several = at.has("issues"), box = at.has("box");
    const auto has_only = [&](std::initializer_list<std::string_view> known) {
      return reader_.object(at, known);
    };
    if (!at.tree.is(Kind::object)) return has_only({}), std::nullopt;
    if (one && at.has("points") && !at.has("table") && has_only({"issue", "weight", "points"}))
      return points(at);
    if (one && at.has("table") && !at.has("points") && has_only({"issue", "weight", "table"}))
      return table(at);
    if (several && at.has("table") && has_only({"issues", "weight", "table", "default"}))
      return tuples(at);
    if (box && at.has("value") && has_only({"box", "weight", "value", "outside"}))
      return in_box(at);
    reader_.error("P013", at, "this is not one kind of term",
                  "write issue with table or points, issues with table, or box with value");
    return std::nullopt;
  }

 private:
  TreeReader& reader_;
  const Domain& domain_;
  ValueFinder& finder_;
  std::uint64_t rows_ = 0;

  Range weight(const Spot& at) {
    if (!at.has("weight")) return {1, 1};
    const Spot spot = at.member("weight");
    const auto range = read_range(reader_, spot);
    if (range && range->low.sign() < 0)
      reader_.error("P036", spot,
                    fmt::format("expected a weight of at least 0, found {}", range->low.text()),
                    "turn the values of the table round, and write the weight without its sign");
    return range.value_or(Range{1, 1});
  }

  /// Counts rows of all tables against the limit; says so once.
  bool too_many_rows(const Spot& at, std::uint64_t more) {
    const std::uint64_t before = rows_;
    rows_ += more;
    if (rows_ <= reader_.limits().rows) return false;
    if (before <= reader_.limits().rows)
      reader_.error("P016", at,
                    fmt::format("more than {} rows in the tables", reader_.limits().rows),
                    "raise the limit of rows, or write points instead of a table");
    return true;
  }

  std::optional<Term> table(const Spot& at) {
    TableTerm out;
    const auto issue = reader_.issue(domain_, at.member("issue"));
    out.weight = weight(at);
    const Spot table = at.member("table");
    if (!table.tree.is(Kind::object)) {
      reader_.error("P013", table,
                    fmt::format("expected values with numbers, found {}", found(table.tree)),
                    "write { value: number, … }");
      return std::nullopt;
    }
    if (!issue || too_many_rows(table, table.tree.items.size())) return std::nullopt;
    out.issue = *issue;
    std::vector<std::optional<Range>> values(domain_.issues[*issue].size());
    for (std::size_t i = 0; i < table.tree.items.size(); ++i) {
      const Spot row = {table.tree.items[i], table.pointer + "/" + table.tree.names[i]};
      JsonTree name = json_text(table.tree.names[i]);
      name.line = row.tree.line;
      const auto value = reader_.value(domain_, finder_, *issue, {name, row.pointer});
      const auto number = read_range(reader_, row);
      if (!value || !number) continue;
      if (values[*value])
        reader_.error(
            "P023", row,
            fmt::format("value {} is there already", domain_.issues[*issue].label(*value)),
            "write each value once");
      values[*value] = *number;
    }
    return complete(table, std::move(out), values);
  }

  std::optional<Term> complete(const Spot& at, TableTerm out,
                               const std::vector<std::optional<Range>>& values) {
    std::string missing;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      if (values[i]) {
        out.values.push_back(*values[i]);
      } else if (++count <= 5) {
        missing += (missing.empty() ? "" : ", ") + domain_.issues[out.issue].label(i);
      }
    }
    if (count == 0) return out;
    reader_.error(
        "P032", at,
        fmt::format("{} value{} of issue {} without a number: {}{}", count, count == 1 ? "" : "s",
                    domain_.issues[out.issue].id, missing, count > 5 ? ", …" : ""),
        "add a number for every value of the issue");
    return std::nullopt;
  }

  std::optional<Term> points(const Spot& at) {
    PointsTerm out;
    const auto issue = reader_.issue(domain_, at.member("issue"));
    out.weight = weight(at);
    if (!reader_.list(at, "points", true) || !issue) return std::nullopt;
    const Spot list = at.member("points");
    const Issue& of = domain_.issues[*issue];
    out.issue = *issue;
    if (!of.is_numeric()) {
      reader_.error("P037", at.member("issue"),
                    fmt::format("issue {} has texts, not numbers", of.id),
                    "write a table with every value of the issue");
      return std::nullopt;
    }
    for (std::size_t i = 0; i < list.tree.items.size(); ++i) {
      const auto point = pair(list.item(i));
      if (!point) continue;
      if (!out.points.empty() && point->first <= out.points.back().first)
        reader_.error("P034", list.item(i),
                      fmt::format("{} does not come after {}", point->first.text(),
                                  out.points.back().first.text()),
                      "write the points from the lowest to the highest, each once");
      out.points.push_back(*point);
    }
    // Of an issue with steps it is enough to cover its values: high itself need not be one.
    const Number last = of.is_continuous() ? of.high : of.number_at(of.size() - 1);
    if (out.points.empty() || out.points.front().first > of.low || out.points.back().first < last)
      reader_.error("P033", list,
                    fmt::format("the points do not cover {} to {}", of.low.text(), last.text()),
                    "begin at or before the lowest value and end at or after the highest");
    return out;
  }

  std::optional<std::pair<Number, Number>> pair(const Spot& at) {
    if (!at.tree.is(Kind::list) || at.tree.items.size() != 2) {
      reader_.error("P013", at, fmt::format("expected [value, number], found {}", found(at.tree)),
                    "write two numbers");
      return std::nullopt;
    }
    const auto x = reader_.number(at.item(0)), y = reader_.number(at.item(1));
    if (!x || !y) return std::nullopt;
    return std::pair(*x, *y);
  }

  std::optional<Term> tuples(const Spot& at) {
    TupleTerm out;
    out.weight = weight(at);
    if (at.has("default")) out.otherwise = reader_.number(at.member("default")).value_or(Number());
    if (!reader_.list(at, "issues", true) || !reader_.list(at, "table", true)) return std::nullopt;
    const Spot issues = at.member("issues"), table = at.member("table");
    for (std::size_t i = 0; i < issues.tree.items.size(); ++i) {
      const auto issue = reader_.issue(domain_, issues.item(i));
      if (!issue) return std::nullopt;
      if (std::find(out.issues.begin(), out.issues.end(), *issue) != out.issues.end())
        reader_.error("P022", issues.item(i), "the issue is there already", "name each issue once");
      out.issues.push_back(*issue);
    }
    if (out.issues.empty())
      reader_.error("P013", issues, "a term without issues", "name at least one issue");
    if (too_many_rows(table, table.tree.items.size())) return std::nullopt;
    for (std::size_t i = 0; i < table.tree.items.size(); ++i) add_tuple(table.item(i), out);
    return out;
  }

  void add_tuple(const Spot& at, TupleTerm& out) {
    const bool is_row = at.tree.is(Kind::list) && at.tree.items.size() == 2 &&
                        at.tree.items[0].is(Kind::list) &&
                        at.tree.items[0].items.size() == out.issues.size();
    if (!is_row) {
      reader_.error("P013", at,
                    fmt::format("expected [[{} value{}], number]", out.issues.size(),
                                out.issues.size() == 1 ? "" : "s"),
                    "write one value for each issue of the term, then the number");
      return;
    }
    std::vector<std::uint32_t> tuple;
    for (std::size_t i = 0; i < out.issues.size(); ++i)
      if (const auto value = reader_.value(domain_, finder_, out.issues[i], at.item(0).item(i)))
        tuple.push_back(*value);
    const auto number = read_range(reader_, at.item(1));
    if (tuple.size() != out.issues.size() || !number) return;
    if (!out.values.emplace(std::move(tuple), *number).second)
      reader_.error("P023", at, "these values are there already", "write each row once");
  }

  std::optional<Term> in_box(const Spot& at) {
    BoxTerm out;
    out.weight = weight(at);
    const auto value = reader_.number(at.member("value"));
    if (value) out.value = {*value, *value};
    out.outside = reader_.yes_no(at, "outside");
    const Spot box = at.member("box");
    if (!box.tree.is(Kind::object) || box.tree.items.empty()) {
      reader_.error("P013", box,
                    fmt::format("expected issues with bounds, found {}", found(box.tree)),
                    "write { issue: {\"in\": [ … ]} or {\"min\": …, \"max\": …}, … }");
      return std::nullopt;
    }
    for (const std::string& name : box.tree.names)
      if (auto one = side(box.member(name), name)) out.box.push_back(std::move(*one));
    return out;
  }

  std::optional<BoxTerm::Side> side(const Spot& at, const std::string& name) {
    const auto issue = reader_.issue_named(domain_, at, name);
    if (!reader_.object(at, {"in", "min", "max"}) || !issue) return std::nullopt;
    BoxTerm::Side out;
    out.issue = *issue;
    const bool bounds = at.has("min") || at.has("max");
    if (bounds == at.has("in")) {
      reader_.error("P013", at, "expected either in, or min and max", "write one of the two");
      return std::nullopt;
    }
    if (at.has("in")) out.values = reader_.values(domain_, finder_, *issue, at.member("in"), false);
    if (at.has("min")) out.min = reader_.number(at.member("min"));
    if (at.has("max")) out.max = reader_.number(at.member("max"));
    if (bounds && !domain_.issues[*issue].is_numeric())
      reader_.error("P037", at, fmt::format("issue {} has texts, not numbers", name),
                    "use in with values of the issue");
    return out;
  }
};

/// P044, P038: what the weights come to.
void check_weights(TreeReader& reader, const Spot& position, const Utility& utility) {
  Range sum;
  for (const Term& term : utility.terms) {
    sum.low += weight_of(term).low;
    sum.high += weight_of(term).high;
  }
  if (utility.weights_sum) {
    if (sum.low <= *utility.weights_sum && *utility.weights_sum <= sum.high) return;
    reader.error("P044", position.member("weights_sum"),
                 fmt::format("the weights come to {} to {}, not to {}", sum.low.text(),
                             sum.high.text(), utility.weights_sum->text()),
                 "widen the ranges, or correct the sum");
  } else if (!utility.weight_order.empty()) {
    for (const Term& term : utility.terms) {
      const auto issues = issues_of(term);
      const bool is_listed =
          issues.size() == 1 && std::find(utility.weight_order.begin(), utility.weight_order.end(),
                                          issues.front()) != utility.weight_order.end();
      if (is_listed && weight_of(term).low == 1 && weight_of(term).high == 1) continue;
      reader.error("P044", position.member("weight_order"),
                   "weights by rank need one term with weight 1 for each issue that is ranked",
                   "leave the weights out, and name every issue of a term in weight_order");
      return;
    }
    if (utility.terms.size() != utility.weight_order.size())
      reader.error("P044", position.member("weight_order"),
                   fmt::format("{} issues are ranked, and {} have a term",
                               utility.weight_order.size(), utility.terms.size()),
                   "write one term for each issue that is ranked");
  } else if (sum.low == sum.high && sum.low != 1) {
    reader.warning("P038", position.member("utility"),
                   fmt::format("the weights come to {}, not to 1", sum.low.text()),
                   "correct them, unless that is meant: they are used as written");
  }
}

}  // namespace

std::optional<Range> read_range(TreeReader& reader, const Spot& at) {
  if (!at.tree.is(Kind::list)) {
    const auto number = reader.number(at);
    if (!number) return std::nullopt;
    return Range{*number, *number};
  }
  if (at.tree.items.size() != 2) {
    reader.error("P013", at,
                 fmt::format("expected [low, high], found {} item{}", at.tree.items.size(),
                             at.tree.items.size() == 1 ? "" : "s"),
                 "write two numbers, or one without the brackets");
    return std::nullopt;
  }
  const auto low = reader.number(at.item(0)), high = reader.number(at.item(1));
  if (!low || !high) return std::nullopt;
  if (*low > *high) {
    reader.error("P025", at, fmt::format("low {} is above high {}", low->text(), high->text()),
                 "exchange them");
    return std::nullopt;
  }
  return Range{*low, *high};
}

Utility read_utility(TreeReader& reader, const Domain& domain, ValueFinder& finder,
                     const Spot& position) {
  Utility out;
  const std::size_t before = reader.errors();
  UtilityReader terms(reader, domain, finder);
  const Spot list = position.member("utility");
  for (std::size_t i = 0; i < list.tree.items.size(); ++i)
    if (auto term = terms.term(list.item(i))) out.terms.push_back(std::move(*term));
  if (position.has("weights_sum")) out.weights_sum = reader.number(position.member("weights_sum"));
  if (reader.list(position, "weight_order", false)) {
    const Spot order = position.member("weight_order");
    std::set<std::size_t> seen;
    for (std::size_t i = 0; i < order.tree.items.size(); ++i)
      if (const auto issue = reader.issue(domain, order.item(i))) {
        if (!seen.insert(*issue).second)
          reader.error("P022", order.item(i), "the issue is there already", "rank each issue once");
        out.weight_order.push_back(*issue);
      }
    if (position.has("weights_sum"))
      reader.error("P044", order, "weights by rank and a sum of weights at once",
                   "leave one of the two out: weights by rank come to 1");
  }
  if (reader.errors() == before) check_weights(reader, position, out);
  return out;
}

}  // namespace accord::talks
