#include <fmt/format.h>

#include "talks/files/read.h"
#include "talks/files/reader.h"

namespace accord::talks {

namespace {

using Members = std::vector<std::pair<std::string, JsonTree>>;

JsonTree fraction_tree(const Number& value) {
  return json_text(value.text());
}

JsonTree range_tree(const Range& range) {
  if (range.is_exact()) return fraction_tree(range.low);
  return json_list({fraction_tree(range.low), fraction_tree(range.high)});
}

/// A weight below 0 goes into the values: files have none.
Range turned(const Range& weight, const Range& value) {
  return weight.low.sign() < 0 ? Range{-value.high, -value.low} : value;
}

JsonTree weight_tree(const Range& weight) {
  return weight.low.sign() < 0 ? fraction_tree(-weight.low) : range_tree(weight);
}

class PositionWriter {
 public:
  explicit PositionWriter(const Domain& domain) : domain_(domain) {}

  JsonTree values(std::size_t issue, const std::vector<std::uint32_t>& indices) const {
    std::vector<JsonTree> out;
    for (const std::uint32_t index : indices) out.push_back(value(issue, index));
    return json_list(std::move(out));
  }
  JsonTree value(std::size_t issue, std::uint32_t index) const {
    return json_text(domain_.issues[issue].label(index));
  }
  const std::string& id(std::size_t issue) const { return domain_.issues[issue].id; }

  JsonTree term(const TableTerm& term) const {
    Members rows;
    for (std::uint32_t i = 0; i < term.values.size(); ++i)
      rows.emplace_back(domain_.issues[term.issue].label(i),
                        range_tree(turned(term.weight, term.values[i])));
    return json_object({{"issue", json_text(id(term.issue))},
                        {"weight", weight_tree(term.weight)},
                        {"table", json_object(std::move(rows))}});
  }
  JsonTree term(const PointsTerm& term) const {
    std::vector<JsonTree> points;
    for (const auto& [x, y] : term.points)
      points.push_back(
          json_list({fraction_tree(x), fraction_tree(turned(term.weight, {y, y}).low)}));
    return json_object({{"issue", json_text(id(term.issue))},
                        {"weight", weight_tree(term.weight)},
                        {"points", json_list(std::move(points))}});
  }
  JsonTree term(const TupleTerm& term) const {
    std::vector<JsonTree> issues, rows;
    for (const std::size_t issue : term.issues) issues.push_back(json_text(id(issue)));
    for (const auto& [tuple, number] : term.values) {
      std::vector<JsonTree> row;
      for (std::size_t i = 0; i < tuple.size(); ++i) row.push_back(value(term.issues[i], tuple[i]));
      rows.push_back(
          json_list({json_list(std::move(row)), range_tree(turned(term.weight, number))}));
    }
    return json_object(
        {{"issues", json_list(std::move(issues))},
         {"weight", weight_tree(term.weight)},
         {"table", json_list(std::move(rows))},
         {"default", fraction_tree(turned(term.weight, {term.otherwise, term.otherwise}).low)}});
  }
  JsonTree term(const BoxTerm& term) const {
    Members box;
    for (const BoxTerm::Side& side : term.box) {
      Members out;
      if (side.min) out.emplace_back("min", fraction_tree(*side.min));
      if (side.max) out.emplace_back("max", fraction_tree(*side.max));
      if (!side.min && !side.max) out.emplace_back("in", values(side.issue, side.values));
      box.emplace_back(id(side.issue), json_object(std::move(out)));
    }
    Members out{{"box", json_object(std::move(box))},
                {"weight", weight_tree(term.weight)},
                {"value", range_tree(turned(term.weight, term.value))}};
    if (term.outside) out.emplace_back("outside", json_yes_no(true));
    return json_object(std::move(out));
  }

  void utility(const Utility& utility, Members& out) const {
    std::vector<JsonTree> terms;
    for (const Term& one : utility.terms)
      terms.push_back(std::visit([&](const auto& t) { return term(t); }, one));
    out.emplace_back("utility", json_list(std::move(terms)));
    if (utility.weights_sum) out.emplace_back("weights_sum", fraction_tree(*utility.weights_sum));
    if (utility.weight_order.empty()) return;
    std::vector<JsonTree> order;
    for (const std::size_t issue : utility.weight_order) order.push_back(json_text(id(issue)));
    out.emplace_back("weight_order", json_list(std::move(order)));
  }

  void reservation(const Position& position, Members& out) const {
    if (const auto* range = std::get_if<Range>(&position.reservation))
      out.emplace_back("reservation", range_tree(*range));
    const auto* package = std::get_if<Outcome>(&position.reservation);
    if (package == nullptr) return;
    Members named;
    for (std::size_t i = 0; i < package->size(); ++i)
      named.emplace_back(id(i), value(i, (*package)[i]));
    out.emplace_back("reservation", json_object({{"as_good_as", json_object(std::move(named))}}));
  }

  static void time(const TimeRule& time, Members& out) {
    if (time.kind == TimeRule::Kind::none) return;
    out.emplace_back(
        "time",
        json_object(
            {{time.kind == TimeRule::Kind::factor ? "factor" : "cost", fraction_tree(time.value)},
             {"reservation", json_text(time.discounted ? "discounted" : "fixed")}}));
  }

  void words(const Position& position, Members& out) const {
    Members marks, order;
    for (const auto& [issue, mark] : position.marks)
      marks.emplace_back(id(issue), json_object({{"yes", values(issue, mark.yes)},
                                                 {"live", values(issue, mark.live)},
                                                 {"no", values(issue, mark.no)}}));
    for (const auto& [issue, groups] : position.order) {
      std::vector<JsonTree> list;
      for (const auto& group : groups) list.push_back(values(issue, group));
      order.emplace_back(id(issue), json_list(std::move(list)));
    }
    if (!marks.empty()) out.emplace_back("marks", json_object(std::move(marks)));
    if (!order.empty()) out.emplace_back("order", json_object(std::move(order)));
    if (position.together) out.emplace_back("together", json_yes_no(true));
    if (position.live_at_most > 0)
      out.emplace_back("live_at_most", json_number(fmt::format("{}", position.live_at_most)));
    if (position.otherwise_acceptable) out.emplace_back("otherwise", json_text("acceptable"));
  }

  void packages(const Position& position, Members& out) const {
    std::vector<JsonTree> list;
    for (const PackageAnswer& package : position.packages) {
      Members is;
      for (std::size_t i = 0; i < package.is.size(); ++i)
        if (!package.is[i].empty()) is.emplace_back(id(i), values(i, package.is[i]));
      list.push_back(json_object(
          {{"is", json_object(std::move(is))}, {"answer", json_text(package.yes ? "yes" : "no")}}));
    }
    if (!list.empty()) out.emplace_back("packages", json_list(std::move(list)));
  }

 private:
  const Domain& domain_;
};

}  // namespace

std::string write_position(const Domain& domain, const Position& position) {
  const PositionWriter writer(domain);
  Members out{{"format", json_text("accord-talks-position/1")},
              {"party", json_text(position.party)},
              {"domain_sha256", json_text(domain.sha256)}};
  if (position.utility) writer.utility(*position.utility, out);
  writer.reservation(position, out);
  PositionWriter::time(position.time, out);
  if (!position.red_lines.empty())
    out.emplace_back("red_lines", named_rules_tree(domain, position.red_lines));
  writer.words(position, out);
  writer.packages(position, out);
  return canonical(json_object(std::move(out)));
}

}  // namespace accord::talks
