#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "talks/files/reader.h"

/// Rules and red lines as native files write them.
namespace accord::talks {

namespace {

using Form = Rule::Form;

constexpr std::array<std::pair<std::string_view, Form>, 8> forms{{{"min", Form::bounds},
                                                                  {"max", Form::bounds},
                                                                  {"in", Form::in},
                                                                  {"not_in", Form::not_in},
                                                                  {"sum", Form::sum},
                                                                  {"all", Form::all},
                                                                  {"any", Form::any},
                                                                  {"not", Form::negation}}};

class RuleReader {
 public:
  RuleReader(TreeReader& reader, const Domain& domain, ValueFinder& finder)
      : reader_(reader), domain_(domain), finder_(finder) {}

  std::optional<Rule> read(const Spot& at) {
    const std::size_t before = reader_.errors();
    if (!reader_.object(
            at, {"issue", "min", "max", "in", "not_in", "sum", "all", "any", "not", "if", "then"}))
      return std::nullopt;
    Rule out;
    const auto form = form_of(at);
    if (!form) return std::nullopt;
    out.form = *form;
    switch (out.form) {
      case Form::bounds:
        read_bounds(at, out);
        break;
      case Form::in:
        read_values(at, "in", out);
        break;
      case Form::not_in:
        read_values(at, "not_in", out);
        break;
      case Form::sum:
        read_sum(at, out);
        break;
      case Form::all:
        read_parts(at, "all", out);
        break;
      case Form::any:
        read_parts(at, "any", out);
        break;
      case Form::negation:
        add_part(at.member("not"), out);
        break;
      case Form::implication:
        add_part(at.member("if"), out);
        add_part(at.member("then"), out);
        break;
    }
    if (reader_.errors() != before) return std::nullopt;
    return out;
  }

 private:
  TreeReader& reader_;
  const Domain& domain_;
  ValueFinder& finder_;

  /// The one form that its members are of.
  std::optional<Form> form_of(const Spot& at) {
    std::set<Form> seen;
    for (const auto& [name, form] : forms)
      if (at.has(name)) seen.insert(form);
    // The bounds of a sum are its own.
    if (seen.contains(Form::sum)) seen.erase(Form::bounds);
    if (at.has("if") || at.has("then")) seen.insert(Form::implication);
    const auto first = seen.empty() ? Form::all : *seen.begin();
    const bool needs_issue = first == Form::bounds || first == Form::in || first == Form::not_in;
    if (seen.size() == 1 && at.has("issue") == needs_issue &&
        (first != Form::implication || (at.has("if") && at.has("then"))) &&
        (first != Form::sum || at.has("min") || at.has("max")))
      return first;
    reader_.error("P040", at, "this is not one form of a rule",
                  "write one of issue with min or max, issue with in, issue with not_in, sum with "
                  "min or max, all, any, not, if with then");
    return std::nullopt;
  }

  void read_limits(const Spot& at, Rule& out) {
    if (at.has("min")) out.min = reader_.number(at.member("min"));
    if (at.has("max")) out.max = reader_.number(at.member("max"));
    if (out.min && out.max && *out.min > *out.max)
      reader_.error("P040", at,
                    fmt::format("min {} is above max {}", out.min->text(), out.max->text()),
                    "exchange them");
  }

  void need_numbers(const Spot& at, std::size_t issue) {
    if (!domain_.issues[issue].is_numeric())
      reader_.error("P037", at,
                    fmt::format("issue {} has texts, not numbers", domain_.issues[issue].id),
                    "use in or not_in with values of the issue");
  }

  void read_bounds(const Spot& at, Rule& out) {
    const auto issue = reader_.issue(domain_, at.member("issue"));
    read_limits(at, out);
    if (!issue) return;
    out.issue = *issue;
    need_numbers(at.member("issue"), *issue);
  }

  void read_values(const Spot& at, std::string_view name, Rule& out) {
    const auto issue = reader_.issue(domain_, at.member("issue"));
    if (!issue) return;
    out.issue = *issue;
    out.values = reader_.values(domain_, finder_, *issue, at.member(name), false);
  }

  void read_sum(const Spot& at, Rule& out) {
    read_limits(at, out);
    const Spot sum = at.member("sum");
    if (!sum.tree.is(JsonTree::Kind::object) || sum.tree.items.empty()) {
      reader_.error("P040", sum,
                    fmt::format("expected issues with coefficients, found {}", found(sum.tree)),
                    "write { issue: number, … }");
      return;
    }
    for (const std::string& name : sum.tree.names) {
      const auto issue = reader_.issue_named(domain_, sum.member(name), name);
      const auto coefficient = reader_.number(sum.member(name));
      if (!issue || !coefficient) continue;
      need_numbers(sum.member(name), *issue);
      out.terms.emplace_back(*issue, *coefficient);
    }
    std::sort(out.terms.begin(), out.terms.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  void read_parts(const Spot& at, std::string_view name, Rule& out) {
    if (!reader_.list(at, name, true)) return;
    const Spot parts = at.member(name);
    if (parts.tree.items.empty())
      reader_.error("P040", parts, "an empty list of rules", "write at least one rule");
    for (std::size_t i = 0; i < parts.tree.items.size(); ++i) add_part(parts.item(i), out);
  }

  void add_part(const Spot& at, Rule& out) {
    if (auto part = read(at)) out.parts.push_back(std::move(*part));
  }
};

}  // namespace

std::optional<Rule> read_rule(TreeReader& reader, const Domain& domain, ValueFinder& finder,
                              const Spot& at) {
  return RuleReader(reader, domain, finder).read(at);
}

std::vector<NamedRule> read_named_rules(TreeReader& reader, const Domain& domain,
                                        ValueFinder& finder, const Spot& at) {
  std::vector<NamedRule> out;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < at.tree.items.size(); ++i) {
    const Spot one = at.item(i);
    if (!reader.object(one, {"id", "text", "rule"})) continue;
    NamedRule named;
    if (const auto id = reader.text(one, "id", true)) {
      named.id = *id;
      check_id(reader, one.member("id"), *id);
      if (!ids.insert(*id).second)
        reader.error("P041", one.member("id"), fmt::format("the id “{}” is there already", *id),
                     "give each line an id of its own");
    }
    named.text = reader.text(one, "text", false).value_or("");
    if (!one.has("rule")) {
      reader.error("P040", one, "“rule” is missing", "add the rule as an object");
      continue;
    }
    if (auto rule = read_rule(reader, domain, finder, one.member("rule"))) {
      named.rule = std::move(*rule);
      out.push_back(std::move(named));
    }
  }
  return out;
}

}  // namespace accord::talks
